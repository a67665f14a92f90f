"""The contract: JSON there and back, the schema, and what `check` refuses."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from making import claim_with, reading_of, reading_with, texts
from msgspec.structs import replace
from test_model import full_reading

from whosays.errors import ContractError, WhosaysError
from whosays.model import Carrier, Happening, Holder, Part, Picture, Span, Tension, Voice
from whosays.reading import check, claim_id, from_json, json_schema, span, text_id, to_json

SCHEMA = Path(__file__).parent.parent / "docs" / "reading.schema.json"
TEXT = "Ada Brenn said the mill burned. The army denied it."


def one():
    return claim_with(TEXT, "the mill burned")


@given(texts)
def test_json_there_and_back(text):
    reading = reading_of(text)
    assert from_json(to_json(reading)) == reading


def test_json_of_a_full_reading_there_and_back():
    assert from_json(to_json(full_reading())) == full_reading()


def test_json_is_one_line():
    assert b"\n" not in to_json(reading_of("One line.\nAnother line, said Ada Brenn."))


def test_a_field_that_a_later_version_adds_is_no_error():
    data = json.loads(to_json(reading_with(TEXT, one())))
    data["claims"][0]["colour"] = "red"
    assert from_json(json.dumps(data)) == reading_with(TEXT, one())


def test_the_schema_is_current():
    now = json.dumps(json_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("reading", [full_reading(), reading_with(TEXT, one()), reading_of(TEXT), reading_of("")])
def test_readings_fit_the_schema(reading):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(to_json(reading)))


@pytest.mark.parametrize(
    ("field", "value"), [("polarity", "perhaps"), ("kind", "gossip"), ("holder", None), ("start", "0"), ("exact", 1)]
)
def test_the_schema_and_the_code_refuse_the_same(field, value):
    data = json.loads(to_json(reading_with(TEXT, one())))
    data["claims"][0][field] = value
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(data)
    with pytest.raises(ContractError):
        from_json(json.dumps(data))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"report": {}}', '{"claims": []}'])
def test_what_is_no_reading_is_refused(data):
    with pytest.raises(ContractError, match=r"docs/reading\.schema\.json"):
        from_json(data)


def test_a_good_reading_comes_back_as_it_is():
    reading = reading_with(TEXT, one(), claim_with(TEXT, "The army denied it"))
    assert check(reading) is reading


@pytest.mark.parametrize(
    "wrong",
    [
        replace(one(), exact="the mill fell"),
        replace(one(), start=16),
        replace(one(), end=29),
        replace(one(), start=-1, end=15),
        replace(one(), end=len(TEXT) + 1),
        replace(one(), start=30, end=15),
        replace(one(), cue=Span(start=10, end=14, exact="says")),
        replace(one(), cue=Span(start=10, end=None, exact="said")),
        replace(one(), cue=Span(start=None, end=14, exact="said")),
        replace(one(), hedges=(Span(start=0, end=3, exact="Eve"),)),
        replace(one(), holder=Holder(ref="v1", name="Ada Brenn", start=0, end=len(TEXT) + 1)),
        replace(one(), via=(Carrier(ref="v1", name="Ada Brenn", start=5, end=4),)),
    ],
)
def test_a_span_whose_words_do_not_stand_is_refused(wrong):
    with pytest.raises(ContractError, match=r"note\.txt: claims"):
        check(reading_with(TEXT, wrong))


@pytest.mark.parametrize(
    "fields",
    [
        {"pictures": (Picture(caption=Span(start=0, end=3, exact="Eve")),)},
        {"voices": (Voice(ref="v1", name="Ada Brenn", kind="person", mentions=((0, len(TEXT) + 1),)),)},
        {"voices": (Voice(ref="v1", name="Ada Brenn", kind="person", mentions=((4, 2),)),)},
    ],
)
def test_other_spans_are_checked_too(fields):
    with pytest.raises(ContractError):
        check(reading_with(TEXT, one(), **fields))


def test_parts_outside_of_the_text_are_refused():
    reading = reading_with(TEXT, one())
    parts = (Part(kind="paragraph", start=0, end=len(TEXT) + 5),)
    with pytest.raises(ContractError, match="not inside the text"):
        check(replace(reading, report=replace(reading.report, parts=parts)))


@pytest.mark.parametrize(
    "wrong",
    [
        replace(one(), holder=Holder(ref="v9", name="Eve")),
        replace(one(), holder=Holder(ref="v1", name="Ada Brenn", candidates=("v9",))),
        replace(one(), via=(Carrier(ref="v9", name="Eve"),)),
        replace(one(), denies="c_none"),
        replace(one(), happening="h_none"),
    ],
)
def test_a_reference_to_nothing_is_refused(wrong):
    with pytest.raises(ContractError, match="a reference to"):
        check(reading_with(TEXT, wrong))


@pytest.mark.parametrize(
    "fields",
    [
        {"happenings": (Happening(id="h_1", label="fire", type="fire", claims=("c_none",)),)},
        {"tensions": (Tension(kind="toll", a="c_none", b="c_none", why="no claims"),)},
    ],
)
def test_other_references_are_checked_too(fields):
    with pytest.raises(ContractError, match="c_none"):
        check(reading_with(TEXT, one(), **fields))


def test_two_claims_with_one_id_are_refused():
    with pytest.raises(ContractError, match="one id"):
        check(reading_with(TEXT, one(), one()))


def test_from_json_checks_the_words():
    data = to_json(reading_with(TEXT, one())).replace(b'"exact":"the mill burned"', b'"exact":"the mill turned"')
    with pytest.raises(ContractError, match="the mill turned"):
        from_json(data)


def test_offsets_are_code_points():
    text = "🙂🙂 Ada Brenn said the mill burned."
    assert check(reading_with(text, claim_with(text, "the mill burned")))


def test_one_class_catches_every_error():
    assert issubclass(ContractError, WhosaysError)


def test_the_same_text_has_the_same_id():
    assert text_id("the mill") == text_id("the mill") != text_id("the mill ")
    assert text_id("").startswith("r_")


def test_the_id_of_a_claim_says_what_is_said():
    assert claim_id("r_1", 0, 4, "Ada") == claim_id("r_1", 0, 4, "Ada") != claim_id("r_1", 0, 4, "Eve")
    assert claim_id("r_1", 1, "2a") != claim_id("r_1", 12, "a")
    assert claim_id("r_1", 1).startswith("c_")


def test_a_span_holds_its_words():
    assert span(TEXT, 0, 3) == Span(start=0, end=3, exact="Ada")
