"""Words and sentences with their offsets."""

import itertools

import pytest
from hypothesis import given
from making import texts

from whosays.extract.tokens import MAX_SENTENCE, sentences, tokenize, trim


def words(text):
    return [t.text for t in tokenize(text, 0, len(text))]


def lines(text):
    return [text[a:b] for a, b in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brenn said so.", ["Ada", "Brenn", "said", "so", "."]),
        ("1,200 people, 3.5 km", ["1,200", "people", ",", "3.5", "km"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("Gen. Brenn", ["Gen.", "Brenn"]),
        ("J. Brenn", ["J.", "Brenn"]),
        ("Orva’s well-known mill", ["Orva’s", "well-known", "mill"]),
        ("@brenn #orva", ["@brenn", "#orva"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Brenn spoke. The mill burned.",
        "The U.S. army left. The mill burned.",
        "“The mill burned.” Ada Brenn saw it.",
        "It burned at 3.30 in the night. Nobody came.",
        "Did it burn? Nobody knows.",
        "It burned… Nobody came.",
    ],
)
def test_two_sentences(text):
    assert len(lines(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brenn of the Orva Mill Co. and others spoke.",
        "Mr. Brenn and Dr. Osk met.",
        "“Did it burn?” she asked.",
        "1. The mill is ours.",
        "J. R. Brenn spoke.",
    ],
)
def test_one_sentence(text):
    assert lines(text) == [text]


def test_white_space_around_is_left_out():
    assert lines("  The mill burned.  \n ") == ["The mill burned."]


def test_a_stretch_without_an_end_is_cut():
    found = sentences("mill " * 5000, 0, 25_000)
    assert max(b - a for a, b in found) <= MAX_SENTENCE
    assert sentences("x" * 10_000, 0, 10_000)[-1][1] == 10_000


def test_only_the_stretch_asked_for():
    assert [t.text for t in tokenize("the mill burned", 4, 8)] == ["mill"]
    assert sentences("One. Two. Three.", 5, 9) == [(5, 9)]


@given(texts)
def test_tokens_stand_where_they_say(text):
    found = tokenize(text, 0, len(text))
    assert all(text[t.start : t.end] == t.text and t.text.strip() for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(texts)
def test_no_letter_is_lost_between_sentences(text):
    found = sentences(text, 0, len(text))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@given(texts)
def test_trimmed_is_stripped(text):
    a, b = trim(text, 0, len(text))
    assert text[a:b] == text.strip()
