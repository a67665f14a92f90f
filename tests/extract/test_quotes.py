"""Stretches between quotation marks."""

import itertools

import pytest
from hypothesis import given
from making import texts

from whosays.extract import quotes

LONG = "the mill by the river burned"


def found(text):
    return [text[q.start : q.end] for q in quotes.find(text, 0, len(text))]


@pytest.mark.parametrize(
    "marks", ["“{}”", "„{}“", "„{}”", "«{}»", "»{}«", '"{}"', "‘{}’", "'{}'", "”{}”"],
)  # fmt: skip
def test_every_style(marks):
    assert found(f"She said {marks.format(LONG)} to us.") == [LONG]


def test_an_apostrophe_is_no_quotation():
    assert found("Orva's mill and the brothers' house, it's said, don't burn") == []
    assert found("Orva’s mill and the brothers’ house") == []


def test_quotations_inside_a_quotation_belong_to_it():
    assert found("“He said ‘no’ and “never” to us”") == ["He said ‘no’ and “never” to us"]


def test_an_apostrophe_inside_single_marks_closes_nothing():
    assert found("‘We don’t know it’, she said") == ["We don’t know it"]


def test_one_that_stays_open_ends_with_the_part():
    (quote,) = quotes.find("“The mill burned. We saw it.", 0, 28)
    assert not quote.closed
    assert quote.end == quote.outer_end == 28


def test_inches_and_lone_marks():
    assert found('a 12" pipe') == []
    assert found("the end” of it") == []


def test_outer_offsets_hold_the_marks():
    text = "so “it burned” there"
    (quote,) = quotes.find(text, 0, len(text))
    assert text[quote.outer_start : quote.outer_end] == "“it burned”"


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“Fox”", False),
        ("an “anti-mill operation”", False),
        ("“the mill by the river burned”", True),
        ("“No.”", True),
        ("“No,”", True),
        ("“Why?”", True),
        ("“The mill", True),
    ],
)
def test_an_utterance_or_borrowed_words(text, speech):
    (quote,) = quotes.find(text, 0, len(text))
    assert quotes.is_speech(text, quote) is speech


@given(texts)
def test_quotations_are_in_order_and_do_not_overlap(text):
    all_quotes = quotes.find(text, 0, len(text))
    assert all(0 <= q.outer_start < q.start < q.end <= q.outer_end <= len(text) for q in all_quotes)
    assert all(a.outer_end <= b.outer_start for a, b in itertools.pairwise(all_quotes))
