"""JSON and JSON Lines: what is passed through, and that one bad record does not stop the others."""

import io
import json

import pytest

from whosays.errors import InputError
from whosays.model import Report
from whosays.read import decode, records
from whosays.read.blob import Blob

ONE = {"key": "a", "text": "The quay was closed, the harbour office said."}
TWO = {"key": "b", "text": "The quay is open."}


def read(data: bytes | str, name: str = "r.jsonl", **fields: str) -> list[Report | InputError]:
    given = data.encode() if isinstance(data, str) else data
    return list(records.read(Blob(name=name, open=lambda: io.BytesIO(given), **fields)))  # type: ignore[arg-type]


def keys(found: list[Report | InputError]) -> list[str]:
    return [item.key if isinstance(item, Report) else item.where for item in found]


def lines(*items: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


def test_the_fields_are_passed_through():
    record = {
        **ONE,
        "title": "Quay closed",
        "outlet": "Bay Post",
        "url": "https://bay.example/1",
        "author": "Ida Lom",
        "published": "2031-05-14T09:30:00+02:00",
        "archive_url": "https://kept.example/1",
        "language": "sv",
        "other": {"x": [1]},
    }
    (report,) = read(lines(record), retrieved="2031-05-15")
    assert isinstance(report, Report)
    assert report.published is not None
    assert (report.published.earliest, report.published.zone, report.published.basis) == (
        "2031-05-14T09:30",
        "+02:00",
        "json",
    )
    got = (report.key, report.title, report.outlet, report.url, report.author, report.archive_url, report.language)
    assert got == ("a", "Quay closed", "Bay Post", "https://bay.example/1", "Ida Lom", "https://kept.example/1", "sv")
    assert report.retrieved == "2031-05-15"


def test_the_title_is_not_put_into_the_text():
    (report,) = read(lines({**ONE, "title": "Quay closed"}))
    assert isinstance(report, Report)
    assert report.text == ONE["text"]


def test_the_text_is_as_given_but_for_the_mark_and_crlf():
    (report,) = read(lines({"text": "\ufeff Quay\r\nclosed \x0b\n"}))
    assert isinstance(report, Report)
    assert report.text == " Quay\nclosed \x0b\n"


def test_a_record_without_a_key_gets_its_line():
    assert keys(
        read("\n" + lines({"text": "Words."}, {"text": "Words.", "key": ""}, {"text": "Words.", "key": None}))
    ) == [
        "r.jsonl:2",
        "r.jsonl:3",
        "r.jsonl:4",
    ]


def test_broken_json_on_line_7_is_named_and_reading_goes_on():
    good = [json.dumps({"text": f"Words {n}."}) for n in range(1, 10)]
    good[6] = '{"text": "Words 7.'
    found = read("\n".join(good))
    assert keys(found) == [f"r.jsonl:{n}" if n != 7 else "r.jsonl, line 7" for n in range(1, 10)]
    assert "broken JSON" in str(found[6])


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ('{"key": "a"}', "text"),
        ('{"text": null}', "text"),
        ('{"text": 5}', "text"),
        ('{"text": ""}', "empty"),
        ('{"text": " \\n"}', "empty"),
        ('{"text": "Words.", "key": 5}', "key"),
        ('{"text": "Words.", "published": 1935}', "published"),
        ('{"text": "Words.", "title": ["a"]}', "title"),
        ("[1, 2]", "object"),
        ('"words"', "object"),
        ("NaN", "broken JSON"),
        ('{"text": NaN}', "broken JSON"),
        ('{"text": ' + "9" * 5000 + "}", "text"),
        ('{"text": "half \\ud800"}', "half character"),
        ('{"text": "half \\udc00."}', "half character"),
        ('{"x": ' + "[" * 100_000 + "]" * 100_000 + ', "text": "Words."}', "nested too deep"),
        ('{"text": "' + "a" * 1_000_001 + '"}', "1,000,001 characters"),
    ],
)
def test_a_record_that_is_none_is_one_error(line: str, seen: str):
    error, other = read(line + "\n" + lines(TWO))
    assert isinstance(error, InputError)
    assert error.where == "r.jsonl, line 1"
    assert seen in error.seen
    assert isinstance(other, Report)


def test_huge_numbers_in_other_fields_do_no_harm():
    assert keys(read('{"n": ' + "9" * 5000 + ', "key": "a", "text": "Words."}')) == ["a"]


def test_broken_utf_8_is_an_error_of_its_line():
    error, other = read(b'{"text": "W\xff"}\n' + lines(TWO).encode())
    assert "UTF-8" in str(error)
    assert isinstance(other, Report)


def test_the_second_record_of_one_key_is_an_error_that_names_both():
    found = read(lines(ONE, TWO, {**ONE, "text": "Other words."}))
    assert keys(found) == ["a", "b", "r.jsonl, line 3"]
    assert "line 1" in str(found[2])


def test_a_line_that_is_too_long_is_skipped_to_its_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(decode, "MAX_BYTES", 100)
    found = read(lines({"text": "x" * 950}, TWO))
    assert keys(found) == ["r.jsonl, line 1", "b"]
    assert "more than 100 bytes" in str(found[0])


@pytest.mark.parametrize("name", ["r.json", "stdin"])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (json.dumps(ONE), ["a"]),
        (json.dumps(ONE, indent=1), ["a"]),
        (json.dumps([ONE, TWO]), ["a", "b"]),
        (json.dumps({"reports": [ONE, TWO]}, indent=1), ["a", "b"]),
        (lines(ONE, TWO), ["a", "b"]),
        ("\ufeff" + json.dumps([ONE, TWO]), ["a", "b"]),
    ],
)
def test_the_forms_of_a_document(name: str, source: str, expected: list[str]):
    assert keys(read(source, name)) == expected


def test_one_record_without_a_key_gets_the_file_name():
    assert keys(read('{"text": "Words."}', "r.json")) == ["r.json"]


def test_records_of_a_list_are_read_one_by_one():
    found = read('[{"text": "One."}, {"text": 2}, 3, {"text": "Four."}]', "r.json")
    assert keys(found) == ["r.json:1", "r.json, record 2", "r.json, record 3", "r.json:4"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_document_in_a_wide_encoding_is_read(encoding: str):
    assert keys(read(json.dumps([ONE]).encode(encoding), "r.json")) == ["a"]


def test_lines_in_a_wide_encoding_are_one_error():
    (error,) = read(lines(ONE, TWO).encode("utf-16"))
    assert "UTF-16" in str(error)


@pytest.mark.parametrize("name", ["r.json", "r.jsonl"])
@pytest.mark.parametrize("data", [b"", b"\n \n", b"%PDF-1.7", b"\x1f\x8b\x08", b"\xff\xfea"])
def test_a_file_that_is_none_is_one_error(name: str, data: bytes):
    (error,) = read(data, name)
    assert isinstance(error, InputError)
    assert error.where == name


@pytest.mark.parametrize(
    "source", ["[]", '{"reports": []}', '{"reports": 5}', "[1", "[" * 100_000, '{"reports": {"text": "a"}}']
)
def test_a_document_without_a_list_of_records_is_one_error(source: str):
    (error,) = read(source, "r.json")
    assert isinstance(error, InputError)


def test_a_document_has_a_limit(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(records, "_MAX_DOCUMENT", 50)
    (error,) = read(json.dumps([ONE, TWO]), "r.json")
    assert "JSON Lines" in str(error)


def test_the_hash_is_of_the_bytes_of_the_record():
    one, other = read(lines(ONE, {**ONE, "key": "b"}))
    assert isinstance(one, Report)
    assert isinstance(other, Report)
    assert one.id == other.id
    assert one.sha256 != other.sha256
