"""How many people, and what became of them."""

import pytest
from hypothesis import given
from making import texts

from whosays.extract import toll
from whosays.model import Toll


def counts(text):
    found = toll.find(text, 0, len(text))
    if found is None:
        return {}
    fields = {key: getattr(found, key) for key in Toll.__struct_fields__}
    return {key: (c.min, c.max) for key, c in fields.items() if c is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four people were killed", {"killed": (4, 4)}),
        ("A bomb killed at least four people", {"killed": (4, None)}),
        ("More than 20 people died", {"killed": (21, None)}),
        ("Up to a dozen officers were killed", {"killed": (None, 12)}),
        ("Fewer than ten were wounded", {"injured": (None, 9)}),
        ("Between 30 and 40 people were wounded", {"injured": (30, 40)}),
        ("30 to 40 people were wounded", {"injured": (30, 40)}),
        ("About 200 people were displaced", {"displaced": (180, 220)}),
        ("1,200 people fled", {"displaced": (1200, 1200)}),
        ("Two hundred people were wounded", {"injured": (200, 200)}),
        ("Twenty-one miners were rescued", {"rescued": (21, 21)}),
        ("Nobody was killed", {"killed": (0, 0)}),
        ("No one was hurt", {"injured": (0, 0)}),
        ("It is unclear how many were killed", {"killed": (None, None)}),
        ("Dozens were killed", {"killed": (None, None)}),
        ("Three people were killed and eleven were wounded", {"killed": (3, 3), "injured": (11, 11)}),
        ("Eight teachers were abducted", {"abducted": (8, 8)}),
        ("Five hostages were released", {"released": (5, 5)}),
    ],
)
def test_counts(text, expected):
    found = counts(text)
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned",
        "Four drones were shot down",
        "She lives in Orva with three cats",
        "Two houses were destroyed",
        "The wounded were taken to hospital",
        "He died 12 years ago",
    ],
)
def test_no_count(text):
    assert counts(text) == {}


def test_the_words_hold_the_number_and_the_fate():
    text = "The mayor said at least four people were killed there"
    killed = toll.find(text, 0, len(text)).killed
    assert killed.exact == text[killed.start : killed.end]
    assert "at least four" in killed.exact
    assert "killed" in killed.exact


@given(texts)
def test_no_count_is_below_zero_and_no_range_is_upside_down(text):
    for low, high in counts(text).values():
        assert low is None or low >= 0
        assert low is None or high is None or low <= high
