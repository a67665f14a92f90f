"""What a block is by its place on the page: headline, standfirst, subheading, a caption without a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from whosays.model import Part, PartKind
from whosays.read import credits
from whosays.read.blocks import ends_sentence

_BODY = ("paragraph", "speech", "quote")
_HEADLINE = 25  # words
_HEADING = 10  # words
_DEK = 20  # words of a standfirst that ends like a sentence; the first sentence of an agency text is longer
_TOP = 10  # blocks in which the headline stands: stamps, buttons and a picture may come before it
_FEW_BLOCKS = 4  # body blocks under which a text has no standfirst and no habit of punctuation
_SCENE_LONGEST = 60  # words of a caption without a mark

_LABEL = re.compile(r"(?:Image|Media|Photo|Picture) caption[,:]?|Caption\s?:")
_MADE_OF_PICTURES = r"(?:photo(?:graph)?|image|picture|grab|screen ?(?:grab|shot)|still|frame|footage)"
_SHOWN = re.compile(
    rf"(?:(?:file|handout|undated|archive) {_MADE_OF_PICTURES}\b|(?:video|screen|frame) ?grab\b|(?:grab|still|frame) (?:from|taken)\b|pictured\b|seen here\b"
    rf"|(?:in )?(?:this|an?)\b[^.]{{0,60}}?\b{_MADE_OF_PICTURES}\b[^.]{{0,60}}?\b(?:shows?|showing|released|taken|obtained|provided|purport\w*|,))",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\((?:L|R|C|left|right|cent(?:re|er)|far left|far right|top|bottom|foreground)\)|, (?:left|right|cent(?:re|er)|second from (?:left|right)),"
    r"|\b(?:pictured|seen) (?:here|above|below|left|right|in (?:a|an|this) (?:file|undated|handout))\b|\bfile (?:photo|picture|image)\b"
)
_SIGNED = re.compile(r"[—–-]\s?@?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ(@][\w.'’@)-]*){0,4}(?: [\w ,:·-]*\d{4})?$|\(@\w+\)|https?://\S+$|pic\.twitter")
# What no caption begins or ends with: a sentence that goes on from the one before, or into the next.
_IN_SENTENCE = re.compile(
    r"^(?![A-ZÀ-Þ\d])|^(?:I|He|She|It|We|They|You|But|And|So|Or|Yet|Still|However|Also|Then|That|If|Asked)\b"
    r"|\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|said|as|is|was|were|are)$"
)
_SAID = re.compile(r"[,.!?][\"”'’] ")


class Row(Struct, frozen=True):
    """A block with its words, whether a blank line stands before it, and its parts."""

    words: str
    gap: bool
    parts: tuple[Part, ...]

    @property
    def kind(self) -> PartKind:
        """The kind of the last part: that of the body, where a dateline stands before it."""
        return self.parts[-1].kind

    @property
    def is_plain(self) -> bool:
        return len(self.parts) == 1 and self.kind in ("paragraph", "quote")


def placed(rows: Sequence[Row], title: str | None) -> list[Row]:
    """The rows with the kinds that only their neighbours show."""
    rows = list(rows)
    _place_headline(rows, title)
    _place_captions(rows)
    _place_standfirst(rows)
    _place_unmarked(rows)
    _place_subheadings(rows)
    return rows


def is_heading(words: str) -> bool:
    """Whether a block has the form of a heading: a few words that do not end like a sentence."""
    short = len(words) <= _HEADING * 20 and len(words.split()) <= _HEADING
    return short and not ends_sentence(words) and not words.endswith((",", ":", ";")) and not _SAID.search(words)


def _as(row: Row, kind: PartKind) -> Row:
    return replace(row, parts=tuple(replace(part, kind=kind) for part in row.parts))


def _count(row: Row) -> int:
    return len(row.words.split())


def _is_sentence(row: Row, words: int = 0) -> bool:
    return row.kind in _BODY and ends_sentence(row.words) and _count(row) >= words


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _place_headline(rows: list[Row], title: str | None) -> None:
    at = _titled(rows, title) if title else None
    at = _first_heading(rows, bool(title)) if at is None else at
    if at is None:
        return
    said = _plain(rows[at].words)
    rows[at] = _as(rows[at], "headline")
    for i, row in enumerate(rows):
        if i != at and row.is_plain and len(row.words) < 2 * len(said) + 20 and _plain(row.words) == said:
            rows[i] = _as(row, "furniture")


def _titled(rows: list[Row], title: str) -> int | None:
    """The block that says the title; a title may go on with the outlet's name."""
    wanted = _plain(title)
    for i, row in enumerate(rows[:_TOP]):
        said = _plain(row.words[: len(title) + 20])
        if row.is_plain and said and (said == wanted or (_count(row) > 3 and wanted.startswith(said + " "))):
            return i
    return None


def _first_heading(rows: list[Row], titled: bool) -> int | None:
    """The first block of the report if it has the form of a headline and a report follows."""
    for i, row in enumerate(rows[:_TOP]):
        if row.kind not in _BODY:
            continue
        longest = _HEADING if titled else _HEADLINE
        short = row.is_plain and _count(row) <= longest and not row.words.endswith((".", ":", "…", ",", ";"))
        return i if short and any(_is_sentence(later) for later in rows[i + 1 :]) else None
    return None


def _place_captions(rows: list[Row]) -> None:
    """Captions that a label on the line above or a credit on the line below shows."""
    spaced = any(row.gap for row in rows[1:])
    for i in range(1, len(rows)):
        above, row = rows[i - 1], rows[i]
        if _LABEL.fullmatch(above.words) and row.is_plain:
            rows[i] = _as(row, "caption")
        elif row.kind == "credit" and len(row.parts) == 1 and above.is_plain and _count(above) <= _SCENE_LONGEST:
            if _is_scene(above) or (spaced and not row.gap) or not _goes_on(above.words):
                rows[i - 1] = _as(above, "caption")


def _goes_on(words: str) -> bool:
    """Whether a block is a sentence, or a piece or an item of one."""
    return ends_sentence(words) or bool(_IN_SENTENCE.search(words))


def _is_scene(row: Row) -> bool:
    """Whether a block says in words that it is about a picture."""
    return _count(row) <= _SCENE_LONGEST and bool(_SHOWN.match(row.words) or _POINTED.search(row.words))


def _place_standfirst(rows: list[Row]) -> None:
    """The first block of body words after the headline, or the first of all, if it is no ordinary first paragraph."""
    body = [i for i, row in enumerate(rows) if row.kind in _BODY]
    if len(body) < _FEW_BLOCKS or not rows[body[0]].is_plain or rows[body[0]].words[0] in "\"'“”‘":
        return
    row, headed = rows[body[0]], any(row.kind == "headline" for row in rows[: body[0]])
    open_ended = not ends_sentence(row.words) and _count(row) > _HEADING and not row.words.endswith((":", ","))
    if (open_ended and _is_sentence(rows[body[1]])) or (headed and _count(row) <= _DEK and _is_sentence(row)):
        rows[body[0]] = _as(row, "standfirst")


def _place_unmarked(rows: list[Row]) -> None:
    """Captions without a mark: words about a picture, or the one line without a full stop among paragraphs."""
    long = [row for row in rows if row.kind in _BODY and _count(row) > _HEADING]
    punctual = len(long) >= _FEW_BLOCKS and sum(_is_sentence(row) for row in long) * 5 >= len(long) * 4
    for i, row in enumerate(rows):
        if not row.is_plain or _count(row) > _SCENE_LONGEST or row.words.endswith((":", ",", ";")):
            continue
        if ends_sentence(row.words):
            continue
        if _is_scene(row) or (punctual and _is_stray(rows, i)):
            rows[i] = _as(row, "caption")


def _is_stray(rows: list[Row], i: int) -> bool:
    """Whether a block is too long for a heading and the only one near that does not end as a sentence does."""
    words = rows[i].words
    if is_heading(words) or words.isupper() or _SIGNED.search(words) or _IN_SENTENCE.search(words) or words.count('"') % 2:
        return False
    return 0 < i < len(rows) - 1 and _is_sentence(rows[i - 1]) and _is_sentence(rows[i + 1])


def _place_subheadings(rows: list[Row]) -> None:
    """Short lines between paragraphs. Several in a row are a list or a table, which is body."""
    body = [i for i, row in enumerate(rows) if row.kind in _BODY]
    for above, i, below in zip(body, body[1:], body[2:], strict=False):
        row = rows[i]
        if row.is_plain and is_heading(row.words) and not row.words[0].islower():
            if _is_sentence(rows[above], 3) and _is_sentence(rows[below], 3):
                rows[i] = _as(row, "subheading")
