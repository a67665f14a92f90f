"""A plain text to parts: what each stretch is on the page, before anything else reads it."""

from __future__ import annotations

import re

from whosays import credits
from whosays.model import Part, PartKind
from whosays.read import layout
from whosays.read.blocks import blocks, ends_sentence
from whosays.read.bylines import dateline_end, is_byline, is_dateline
from whosays.read.furniture import is_furniture

_SAYS = (
    r"[,?!…\"”»–-] ?(?:says?|said|asks?|asked|tells?|told|explains?|explained|adds?|added|answers?|answered"
    r"|repl(?:y|ies|ied)|continues?|continued|states?|stated|claims?|claimed|believes?|thinks?|writes?|wrote"
    r"|recalls?|recalled|according to)\b"
)
_REPORTS = re.compile(_SAYS)
_DASH = re.compile(r"(?:[–—―]\s?|- )(?=[A-ZÀ-Þ\d\"“”'‘«¿¡…])")
_TALK = re.compile(rf"^[ \t]*[-–—―]\s?\S.*?{_SAYS}", re.MULTILINE)
_ITEM_ABOVE = re.compile(r"(?:^|\n)[ \t]*[-–—―][^\n]*\s*$")
_ITEM_BELOW = re.compile(r"\s*\n[-–—―]")
_BETWEEN_DASHES = re.compile(r"[-–—] (?=\S).{2,80}\S [-–—]\.?")
_QUOTED = re.compile(r"[“”\"„«](?P<said>[^“”\"„«»]+)[”“\"»][.,]?|['‘’](?P<single>(?:[^“”\"„«»'‘’]|\b['’]\b)+)['’][.,]?")
_PULLED = 400  # characters of the longest pull quote
_NEAR = 20_000  # characters around a pull quote in which its words are looked for: a long report
_NEIGHBOURS = 600  # characters before and after a dash line in which a reporting clause may show what the dashes are
_LONGEST_CAPTION = 700  # characters, about 110 words; agencies tell their photographers to stay under half of it
_FEWEST = 3  # words of a pull quote; two may stand anywhere


def cut(text: str, title: str | None = None) -> tuple[Part, ...]:
    """The parts of a text in order; every character that is not white space is in exactly one of them.

    `title` is what the source says the headline is, if it says so.
    """
    rows = [layout.Row(text[b.start : b.end], b.gap, _own_parts(text, b.start, b.end)) for b in blocks(text)]
    return tuple(part for row in layout.placed(rows, title) for part in row.parts)


def kind_of_block(text: str, start: int, end: int) -> PartKind:
    """What one block of body text is, by its own words and by what the text repeats of them."""
    words = text[start:end]
    if is_furniture(words):
        return "furniture"
    if is_byline(words):
        return "byline"
    if is_dateline(words):
        return "dateline"
    if _BETWEEN_DASHES.fullmatch(words):
        return "subheading"
    if _is_speech(text, start, end):
        return "speech"
    return "quote" if _is_pulled(text, start, end) else "paragraph"


def _own_parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """The parts that a block shows by itself: a picture's, a dateline and its paragraph, or one kind."""
    words = text[start:end]
    kind = kind_of_block(text, start, end)
    if kind != "furniture" and credits.marked(words):
        return tuple(map(_as_body, credits.split(text, start, end)))
    head = dateline_end(words) if kind == "paragraph" else 0
    if not head:
        return (Part(kind=kind, start=start, end=end),)
    body = start + head + len(words[head:]) - len(words[head:].lstrip())
    return Part(kind="dateline", start=start, end=start + head), Part(kind=kind, start=body, end=end)


def _as_body(part: Part) -> Part:
    """A paragraph with a credit glued to its end is a paragraph: no caption is that long."""
    long = part.kind == "caption" and part.end - part.start > _LONGEST_CAPTION
    return Part(kind="paragraph", start=part.start, end=part.end) if long else part


def _is_speech(text: str, start: int, end: int) -> bool:
    """Dash dialogue, and not an item of a list, a signature ("— Lena Osk") or the rest of a sentence.

    A reporting clause in it or near it shows what the dashes are. Without one a hyphen is a bullet, and so is a dash
    that has another one as neighbour.
    """
    if not _DASH.match(text, start, end):
        return False
    if _REPORTS.search(text, start, end):
        return True
    if not ends_sentence(text[start:end]):
        return False
    above, below = text[max(0, start - _NEIGHBOURS) : start], text[end : end + _NEIGHBOURS]
    if _TALK.search(above) or _TALK.search(below):
        return True
    return text[start] != "-" and not _ITEM_ABOVE.search(above) and not _ITEM_BELOW.match(below)


def _is_pulled(text: str, start: int, end: int) -> bool:
    """A block wholly in quotation marks whose words stand elsewhere too, or that is as short as a heading."""
    quoted = _QUOTED.fullmatch(text, start, end) if end - start <= _PULLED else None
    if not quoted:
        return False
    said = quoted["said"] or quoted["single"]
    return layout.is_heading(said) or _stands_elsewhere(text, start, end, said)


def _stands_elsewhere(text: str, start: int, end: int, said: str) -> bool:
    core = said.strip(" .,!?…")[1:]  # without its first letter, which the pull quote may have made a capital
    if len(core.split()) < _FEWEST:
        return False
    return text.find(core, max(0, start - _NEAR), start) >= 0 or text.find(core, end, end + _NEAR) >= 0
