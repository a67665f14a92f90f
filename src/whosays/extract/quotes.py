"""Stretches between quotation marks, in every style that news text uses, and what kind of quotation each is."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"', "”": "”", "'": "'"}
_MARK = re.compile("[“”„«»‘’\"']")
_WORD = re.compile(r"\w+")
# A quotation of fewer words without a mark of its own at the end is somebody's wording inside another sentence
# ("an “anti-terrorist operation”"), not an utterance.
SPEECH_WORDS = 5


class Quote(NamedTuple):
    """[start, end) is what stands between the marks; `outer` offsets hold the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool

    def words(self, text: str) -> int:
        """The number of words between the marks."""
        return len(_WORD.findall(text, self.start, self.end))


def find(text: str, start: int, end: int) -> list[Quote]:
    """The outermost quotations of one part, in order. A quotation that stays open ends with the part."""
    quotes: list[Quote] = []
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        at = mark.end()
        if not _opens(text, mark, start, end):
            continue
        close = _closing(text, mark, end)
        if close is None and mark[0] in "'’‘":
            continue
        stop = end if close is None else close
        quotes.append(Quote(mark.end(), stop, mark.start(), stop if close is None else stop + 1, close is not None))
        at = stop if close is None else stop + 1
    return [q for q in quotes if q.start < q.end]


def is_speech(text: str, quote: Quote) -> bool:
    """True if the quotation is an utterance, not a nickname or a single borrowed word."""
    inside = text[quote.start : quote.end].rstrip()
    if quote.words(text) >= SPEECH_WORDS or inside.endswith((".", ",", "!", "?", "…")) or not quote.closed:
        return True
    return text[quote.outer_end : quote.outer_end + 1] == "," and _begins(text, quote)


def _begins(text: str, quote: Quote) -> bool:
    """True if the quotation opens its sentence: "“No”, she said" is an utterance, however short."""
    before = text[max(0, quote.outer_start - 3) : quote.outer_start].rstrip(" ")
    return not before or before[-1] in ".!?\n–—”"


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """A mark opens a quotation if it is not glued to a word on its left and words follow."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark[0] in "’" or after.isspace():
        return False
    if mark[0] in "”»":
        return not before.isalnum() and before not in ".,!?" and _closing(text, mark, end) is not None
    return not before.isalnum() or mark[0] in "“„«"


def _closing(text: str, mark: re.Match[str], end: int) -> int | None:
    """Where the quotation closes, or None. Nested marks of the same style are skipped over."""
    closers = _PAIRS[mark[0]]
    depth, at = 0, mark.end()
    while (found := _MARK.search(text, at, end)) is not None:
        at = found.end()
        if mark[0] in "“«‘" and found[0] == mark[0] and mark[0] not in closers:
            depth += 1
        elif found[0] in closers and _closes(text, mark, found, end):
            if depth == 0:
                return found.start()
            depth -= 1
    return None


def _closes(text: str, mark: re.Match[str], found: re.Match[str], end: int) -> bool:
    """An apostrophe inside a word closes nothing; nor does a mark right after white space."""
    before = text[found.start() - 1]
    after = text[found.end()] if found.end() < end else " "
    if mark[0] in "'‘":
        return not after.isalnum() and not before.isspace()
    return not (before.isspace() and after.isalnum())
