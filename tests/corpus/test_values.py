"""When, where and toll of an annotation line."""

import pytest
import values


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision", "zone"),
    [
        ("2024", "2024-01-01", "2025-01-01", "year", None),
        ("2024-12", "2024-12-01", "2025-01-01", "month", None),
        ("2024-02-29", "2024-02-29", "2024-03-01", "day", None),
        ("2024-02-28/2024-02-29", "2024-02-28", "2024-03-01", "day", None),
        ("2024-03/2024-05", "2024-03-01", "2024-06-01", "day", None),
        ("2024-03-02T22:00+01:00", "2024-03-02T22:00", "2024-03-02T23:00", "hour", "+01:00"),
        ("2024-03-02T22:05", "2024-03-02T22:05", "2024-03-02T22:06", "minute", None),
        ("2024-03-02T18:00/2024-03-03T00:00", "2024-03-02T18:00", "2024-03-03T00:00", "part-of-day", None),
        ("../2024-03", None, "2024-04-01", "open", None),
        ("2024-03/..", "2024-03-01", None, "open", None),
    ],
)
def test_when(value, earliest, latest, precision, zone):
    expected = {"earliest": earliest, "latest": latest, "precision": precision, "zone": zone, "as_annotated": value}
    assert values.when(value) == expected


@pytest.mark.parametrize(
    "value", ["..", "../..", "2024-3", "2024-02-30", "2024-03-02T22:00/2024-03-03", "2024/2023", "May"]
)
def test_no_time(value):
    with pytest.raises(ValueError, match=r"."):
        values.when(value)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("0", {"min": 0, "max": 0, "kind": "exact"}),
        (">=4", {"min": 4, "max": None, "kind": "bound", "words": ">=4"}),
        (">4", {"min": 5, "max": None, "kind": "bound", "words": ">4"}),
        ("<=4", {"min": None, "max": 4, "kind": "bound", "words": "<=4"}),
        ("<4", {"min": None, "max": 3, "kind": "bound", "words": "<4"}),
        ("~30", {"min": 30, "max": 30, "kind": "about", "words": "~30"}),
        ("scores", {"min": None, "max": None, "kind": "vague", "words": "scores"}),
        ("unclear", {"min": None, "max": None, "kind": "unclear"}),
    ],
)
def test_toll(words, expected):
    assert values.toll(f"killed:{words}") == {"killed": expected}


def test_toll_takes_each_key_once():
    with pytest.raises(ValueError, match="once each"):
        values.toll("killed:1,killed:2")


def test_where_stands_in_the_text():
    assert values.where("the town|Norrhaven", "near the town") == {"as_written": "the town", "name": "Norrhaven"}
    with pytest.raises(ValueError, match="does not stand"):
        values.where("the city", "near the town")
