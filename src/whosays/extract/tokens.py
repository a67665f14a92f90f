"""Words and sentences with their offsets. The text itself is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

Chars = tuple[int, int]  # offsets into the text, half-open


class Token(NamedTuple):
    """One word or mark: offsets into the text, the words as written, and in lower case."""

    start: int
    end: int
    text: str
    lower: str


# Abbreviations that take a full stop and do not end a sentence, as one token each.
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Cpl|Gov|Sen|Rep|Rev|Prof|Hon|St|No|vs|approx|Jr|Sr|Adm|Brig|Supt)\."
)
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|{_ABBREVIATION}|\b[A-Z]\.(?=\s[A-Z])|\d[\d.,:]*\d|[@#]?\w+(?:[-’'&]\w+)*|\S", re.UNICODE
)
# Begins only where a run of marks begins: a text of nothing but full stops stays linear.
_END = re.compile(r"(?<![.!?…])(?:[.!?…]+[”’\"'»“)\]]*(?=\s)|[.!?…]+[”»\"]+(?=\S))")
_STARTER = re.compile(r"[\s–—-]*[“”\"'‘«„(\[]*[^\W_]")
_ABBREVIATED = re.compile(rf"(?:(?:\b[A-Za-z]\.)+|\b{_ABBREVIATION})$")
# PolNeAR train: 1 of 30,773 sentences has more characters. A longer stretch without an end is cut at white space: the
# finders look at pairs of words, so this bounds the work on texts that are not prose.
MAX_SENTENCE = 1000


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]."""
    return [Token(m.start(), m.end(), m[0], m[0].lower()) for m in _TOKEN.finditer(text, start, end)]


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of text[start:end] as offsets, without the white space around them."""
    cuts = [start, *_ends(text, start, end), end]
    return [piece for a, b in pairwise(cuts) for piece in _pieces(text, a, b)]


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        following = _STARTER.match(text, match.end(), min(end, match.end() + 20))
        if following is None or text[following.end() - 1].islower():
            continue
        if match[0] == "." and text[start : match.start()].isdigit():
            continue
        if match[0] == "." and _ABBREVIATED.search(text, max(start, match.start() - 10), match.end()):
            continue
        yield match.end()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trim(text, start, end)
    if start < end:
        yield start, end


def trim(text: str, start: int, end: int, chars: str | None = None) -> tuple[int, int]:
    """[start, end) without the characters `chars` (white space if None) at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(chars))
    return start, max(start, start + len(piece.strip(chars)))
