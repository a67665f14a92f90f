"""At most 25 lines of 80 columns, whatever the text holds; every claim with its words and its line."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from making import claim_with, mixed, reading_of, reading_with, report_of, texts

from whosays import work
from whosays.export import brief
from whosays.export.look import Look, columns
from whosays.model import NOTICE, Happening, Holder, Span, Tension, When

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "Ada Brenn said the mill burned.\n\nThe army denied the attack on the mill.\n\nIt is unclear who did it."
HOSTILE = "\x1b[31mred\x1b[0m \u202egnp.exe\u202c a\nb\rc\x07 \u200b\U000e0041 \x9b1m 表表"
CLAIM = re.compile(r"^(?:happened\?|who\?|hurt\?|also said|check|open| {9}) ")


def written(*readings, many=False):
    target = io.StringIO()
    brief.write(iter(readings), target, Look(many=many))
    return target.getvalue()


def lines(*readings, **look):
    return written(*readings, **look).removesuffix("\n").split("\n")


def assert_fits(out):
    assert len(out) <= 25
    assert all(columns(line) <= 80 for line in out)
    assert out[0] == NOTICE
    for line in out:
        assert all(unicodedata.category(ch) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for ch in line)


@given(texts)
def test_a_brief_of_any_text_fits(text):
    assert_fits(lines(reading_of(text, title=text, outlet=text, key=text or "k")))


@given(mixed)
def test_a_brief_of_several_fits(text):
    out = lines(reading_of(text, key=text or "k"), reading_of(text, outlet=text), many=True)
    assert len(out) == 3
    assert_fits(out)


@given(texts)
def test_every_claim_line_ends_with_its_words_and_a_line_of_the_text(text):
    for line in lines(reading_of(text)):
        if CLAIM.match(line):
            assert re.search(r"“.*” +\d+$", line), line
            assert 1 <= int(line.split()[-1]) <= text.count("\n") + 1


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_the_brief_of_an_example(path):
    (reading,) = work.read([str(path)])
    out = lines(reading)
    assert_fits(out)
    claims = [line for line in out if CLAIM.match(line)]
    assert len(claims) >= 8
    assert all(re.search(r"“.*” +\d+$", line) for line in claims)


def test_hostile_words_reach_no_terminal():
    text = f"Ada {HOSTILE} Brenn said the mill {HOSTILE} burned."
    start = text.index("the mill")
    claim = claim_with(text, text[start:-1], holder=f"Ada {HOSTILE} Brenn", happening="h_1")
    report = report_of(
        text, key=HOSTILE, title=HOSTILE, outlet=HOSTILE, published=When(start=None, end=None, exact=HOSTILE)
    )
    happening = Happening(id="h_1", label=HOSTILE, type="fire", claims=(claim.id,))
    tension = Tension(kind="other", a=claim.id, b=claim.id, why=HOSTILE)
    reading = reading_with(text, claim, report=report, happenings=(happening,), tensions=(tension,))
    assert_fits(lines(reading))
    assert_fits(lines(reading, reading, many=True))


def test_colour_adds_nothing_but_colour():
    reading = reading_of(TEXT)
    plain = brief.lines(reading, Look())
    painted = brief.lines(reading, Look(colour=True))
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in painted] == plain


def test_denials_come_before_those_who_claim_it():
    text = "The Fox group said it was behind the raid. The army denied the raid."
    claimed = claim_with(text, "it was behind the raid", kind="identity")
    denied = claim_with(text, "the raid.", polarity="deny")
    out = [line for line in lines(reading_with(text, claimed, denied)) if CLAIM.match(line)]
    assert "DENIES" in out[0]
    assert out[0].startswith("who?")
    assert "it was behind the" in out[1]


def test_a_claim_is_shown_once():
    shown = [line for line in lines(reading_of(TEXT)) if "attack on the mill" in line and not line.startswith("check")]
    assert len(shown) <= 1


def test_what_is_open_and_who_is_not_decided():
    text = "It is unclear who did it. “The mill burned to the ground.”"
    unknown = claim_with(text, "It is unclear who did it", polarity="unknown", certainty="unknown", holder="outlet")
    guess = claim_with(text, "The mill burned to the ground", holder="unnamed")
    guess = type(guess)(
        id=guess.id, start=guess.start, end=guess.end, exact=guess.exact,
        holder=Holder(ref="v1", name="unnamed", decided=False),
    )  # fmt: skip
    out = "\n".join(lines(reading_with(text, unknown, guess)))
    assert "leaves open" in out
    assert "who says this?" in out or "nobody named (?)" in out


def test_a_check_line_names_both_lines():
    text = "Three were killed.\n\nFive were killed."
    one, two = claim_with(text, "Three were killed"), claim_with(text, "Five were killed")
    out = lines(reading_with(text, one, two, tensions=(Tension(kind="toll", a=one.id, b=two.id, why="they differ"),)))
    (check,) = [line for line in out if line.startswith("check")]
    assert "(line 1)" in check
    assert check.endswith(" 3")


def test_a_text_without_claims_says_so():
    out = "\n".join(lines(reading_with("Nothing here.")))
    assert "none" in out
    assert "0 claims" in out


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({}, "no date"),
        ({"published": When(start=None, end=None, exact="May", earliest="2031-05-01")}, "dated 2031-05-01"),
        ({"translated_from": "unknown"}, "looks machine-translated"),
        ({"translated_from": "lestrian"}, "looks machine-translated"),
    ],
)
def test_what_kind_of_text_this_is(known, shown):
    out = lines(reading_with("Ada Brenn spoke.", report=report_of("Ada Brenn spoke.", **known)))
    assert any(shown in line for line in out)


def test_nothing_to_show_is_nothing():
    assert written() == ""


def test_a_cue_is_not_needed():
    claim = claim_with(TEXT, "the mill burned", cue=Span(start=10, end=14, exact="said"))
    assert lines(reading_with(TEXT, claim))
