"""Text for a terminal: never wider than asked for, never more than letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import texts

from whosays.export.look import Look, columns, harmless, line_of, pad, shorten

widths = st.integers(min_value=2, max_value=100)
HOSTILE = (
    "\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "\u202egnp.exe", "\u2066a\u2069", "a\u200bb", "\ufefftext", "a\x00b",
    "one\ntwo", "one\rtwo", "tab\tbed", "line\u2028sep", "tag\U000e0041", "bell\x07", "back\x08\x08space", "\u061cx",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_made_harmless(words):
    out = harmless(words)
    assert all(unicodedata.category(ch) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for ch in out)
    assert "\n" not in out


def test_harmless_words_stay():
    assert harmless("  Zoë  said:\n“The mill burned”  ") == "Zoë said: “The mill burned”"


@given(texts)
def test_harmless_is_one_line(words):
    assert len(harmless(words).splitlines()) <= 1


@given(texts, widths)
def test_shortened_words_fit(words, width):
    assert columns(shorten(words, width)) <= width


@given(texts, widths)
def test_padded_words_fill_the_width_exactly(words, width):
    assert columns(pad(words, width)) == width


@given(texts, widths)
def test_words_that_fit_are_not_shortened(words, width):
    plain = harmless(words)
    if columns(plain) <= width:
        assert shorten(words, width) == plain
    else:
        assert shorten(words, width).endswith("…")


@given(texts, widths)
def test_what_is_left_are_the_first_words(words, width):
    whole, kept = ("".join(w.split()) for w in (harmless(words), shorten(words, width).removesuffix("…")))
    assert whole.startswith(kept)


@pytest.mark.parametrize(
    ("words", "width"),
    [("", 0), ("mill", 4), ("表", 2), ("表表", 4), ("e\u0301", 1), ("ｆ", 2), ("🙂", 2), ("é", 1)],
)
def test_columns(words, width):
    assert columns(words) == width


def test_shortening_cuts_at_a_word():
    assert shorten("the mill in Orva burned", 12) == "the mill in…"
    assert shorten("themillinOrvaburned", 8) == "themill…"
    assert shorten("the mill", 8) == "the mill"


def test_colour_only_where_it_is_wanted():
    assert Look().paint("mill", "red") == "mill"
    assert Look(colour=True).paint("mill", "red") == "\x1b[31mmill\x1b[0m"


@pytest.mark.parametrize(("start", "line"), [(0, 1), (2, 1), (4, 2), (9, 4)])
def test_lines_are_counted_from_one(start, line):
    assert line_of("one\ntwo\n\nfour", start) == line
