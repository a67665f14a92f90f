"""What holds for any text whatever."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import mixed, reading_of, report_with, texts

from whosays.extract.rules import extract
from whosays.reading import check, to_json

SILENT = {"furniture", "credit", "byline", "dateline"}
KINDS = ("headline", "paragraph", "speech", "caption", "credit", "byline", "dateline", "furniture", "quote")
pieces = st.lists(st.tuples(st.sampled_from(KINDS), mixed.filter(bool)), max_size=8)

SIZE = 200_000
# Twice as many of the second kind take four times as long or more; they are kept short so that the tests stay quick.
LESS = 4_000
LARGE = {
    "letters": "x" * SIZE,
    "digits": "7" * SIZE,
    "quotation marks": "“" * 5_000,
    "straight marks": '"' * 5_000,
    "single marks": "'" * 5_000,
    "closing marks": "”" * 5_000,
    "open quotations": "“The mill burned " * 5_000,
    "commas": "mill, " * (SIZE // 6),
    "according to": "according to " * (SIZE // 13),
    "that": "that " * (SIZE // 5),
    "spaces": " " * SIZE + "x",
    "numbers": "1,200 killed " * (LESS // 13),
    "dashes": "– " * (LESS // 2),
    "brackets": "(" * LESS,
    "stops": "." * LESS,
    "lines": "a\n" * (LESS // 2),
    "said": "said " * (LESS // 5),
    "Brenn said": "Ada Brenn said " * (LESS // 15),
    "names": "Ada Brenn " * (LESS // 10),
    "capitals": "A" * LESS,
    "labels": "BRENN: Yes. " * (LESS // 12),
    "handles": "— Brenn (@brenn) " * (LESS // 17),
    "combining": "e" + "\u0301" * LESS,
    "one sentence": "Ada Brenn said the mill burned and the army left " * (LESS // 50),
    "sentences": "Ada Brenn said the mill burned. " * (LESS // 32),
}


def assert_lawful(reading):
    check(reading)
    claims, parts = reading.claims, reading.report.parts
    assert len({c.id for c in claims}) == len(claims)
    assert len({v.ref for v in reading.voices}) == len(reading.voices)
    assert len({h.id for h in reading.happenings}) == len(reading.happenings)
    for claim in claims:
        (part,) = [p for p in parts if p.start <= claim.start and claim.end <= p.end]
        assert part.kind not in SILENT
        assert claim.start < claim.end
        assert claim.exact.strip()
        assert (claim.holder.start is None) == (claim.holder.end is None)
        if claim.holder.name in {"outlet", "unnamed"}:
            assert claim.holder.start is None


@given(texts)
def test_any_text_gives_a_lawful_reading(text):
    assert_lawful(reading_of(text))


@given(pieces)
def test_any_parts_give_a_lawful_reading(found):
    assert_lawful(extract(report_with(*found)))


@given(texts)
def test_twice_the_same_bytes(text):
    assert to_json(reading_of(text)) == to_json(reading_of(text))


@given(mixed, mixed)
def test_one_reading_leaves_nothing_for_the_next(one, two):
    alone = to_json(reading_of(two))
    reading_of(one)
    assert to_json(reading_of(two)) == alone


@given(texts)
def test_parts_cover_in_order_and_do_not_overlap(text):
    parts = reading_of(text).report.parts
    assert all(p.start < p.end for p in parts)
    assert all(a.end <= b.start for a, b in itertools.pairwise(parts))


@given(texts)
def test_who_is_not_sure_is_not_decided(text):
    for claim in reading_of(text).claims:
        assert claim.holder.decided or claim.holder.ref not in claim.holder.candidates
        assert claim.polarity != "unknown" or claim.certainty == "unknown"


@pytest.mark.parametrize("name", LARGE)
def test_large_texts_come_to_an_end(name):
    assert_lawful(reading_of(LARGE[name]))
