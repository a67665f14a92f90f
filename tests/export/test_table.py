"""All claims, 80 columns wide, whatever stands in the text."""

import io
import unicodedata

import pytest
from hypothesis import given
from making import claim_with, mixed, reading_of, reading_with, report_of

from whosays.export import table
from whosays.export.look import Look, columns
from whosays.model import NOTICE, Carrier, Happening

TEXT = "Ada Brenn said the mill burned. The army denied it."
HOSTILE = "\x1b[31mred\x1b[0m \u202egnp.exe\u202c a\nb\rc\x07 \u200b\U000e0041 \x9b1m"


def lines(*readings):
    target = io.StringIO()
    table.write(iter(readings), target, Look())
    return target.getvalue().removesuffix("\n").split("\n")


def assert_safe(out):
    assert all(unicodedata.category(ch) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for line in out for ch in line)


@given(mixed)
def test_a_table_of_any_text_is_safe_and_narrow(text):
    text = "".join(ch for ch in text if unicodedata.east_asian_width(ch) not in "WF")
    out = lines(reading_of(text, title=text, key=text or "k"))
    assert_safe(out)
    assert all(columns(line) <= 80 for line in out)


def test_hostile_words_reach_no_terminal():
    text = f"Ada said the mill {HOSTILE} burned."
    claim = claim_with(
        text, text[9:-1], holder=HOSTILE, via=(Carrier(ref="v1", name=HOSTILE),), happening="h_1"
    )  # fmt: skip
    report = report_of(text, key=HOSTILE, title=HOSTILE)
    reading = reading_with(text, claim, report=report)
    assert_safe(lines(type(reading)(**{f: getattr(reading, f) for f in reading.__struct_fields__} | {
        "happenings": (Happening(id="h_1", label="fire", type="fire", claims=(claim.id,)),),
    })))  # fmt: skip


def test_every_claim_is_there_with_who_how_and_where():
    text = "Ada Brenn said the mill burned.\n\nThe army denied it."
    one = claim_with(text, "the mill burned", via=(Carrier(ref="v1", name="the Tarn Post"),))
    two = claim_with(text, "The army denied it", holder="The army", polarity="deny")
    out = lines(reading_with(text, one, two))
    assert out[0] == NOTICE
    assert "note.txt: 2 claims" in out[1]
    assert "    1  Ada Brenn, via the Tarn Post [event; plain]" in out
    assert "    3  army [event; DENIES]" in out
    assert "       “the mill burned”" in out


def test_grouped_by_what_they_are_about():
    fire, rest = claim_with(TEXT, "the mill burned", happening="h_1"), claim_with(TEXT, "The army denied it")
    happening = Happening(id="h_1", label="fire", type="fire", claims=(fire.id,))
    out = lines(reading_with(TEXT, fire, rest, happenings=(happening,)))
    assert [line for line in out if line.endswith("(1)")] == ["fire (1)", "about nothing else told here (1)"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_banner_on_every_reading(count):
    out = lines(*[reading_of(TEXT)] * count)
    assert out.count(NOTICE) == count


def test_long_words_wrap():
    text = "Ada Brenn said " + "the mill and the bridge and " * 20 + "the house burned."
    out = lines(reading_of(text))
    assert max(len(line) for line in out) <= 80
    assert " ".join(" ".join(out).split()).count("the mill and the bridge") >= 15
