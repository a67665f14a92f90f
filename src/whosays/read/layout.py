"""What a block is by its place on the page: headline, standfirst, subheading, a caption without a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from whosays.model import Part, PartKind
from whosays.read.blocks import ends_sentence

_BODY = ("paragraph", "speech", "quote")
_TOP = 10  # blocks in which the headline stands: stamps, buttons and a picture may come before it
_HEADLINE = 25  # words
_QUOTED_HEADLINE = 15  # words of a headline that ends like a sentence: a question, a quotation
_HEADING = 10  # words
_DEK = 20  # words of a standfirst that ends like a sentence; the first sentence of an agency text is longer
_SHORTEST_DEK = 4
_SCENE = 60  # words of a caption without a mark
_FEW = 4  # body blocks: a shorter text has no standfirst, and no habit of punctuation to break

_CAPTION_LABEL = re.compile(r"(?:Image|Media|Photo|Picture) caption[,:]?|Caption\s?:")
# A lone name of these signs a text as often as a picture.
_WIRE = re.compile(
    r"(?:the )?(?:AP|Associated Press|AFP|Agence France-Presse|Reuters|dpa|EFE|TASS|Xinhua|Interfax|UPI|PTI|ANI)\.?",
    re.IGNORECASE,
)
_MADE = r"(?:photo(?:graph)?|image|picture|grab|screen ?(?:grab|shot)|still|frame|footage)"
_SHOWN = re.compile(
    rf"(?:(?:file|handout|undated|archive) {_MADE}\b|(?:video|screen|frame) ?grab\b"
    r"|(?:grab|still|frame) (?:from|taken)\b|pictured\b|seen here\b"
    rf"|(?:in )?(?:this|an?)\b[^.]{{0,60}}?\b{_MADE}\b[^.]{{0,60}}?"
    r"(?:,|\b(?:shows?|showing|released|taken|obtained|provided|purport\w*)\b))",
    re.IGNORECASE,
)
# Words that only a caption opens with, so that even a full stop makes no paragraph of it.
_OPENLY = re.compile(
    rf"(?:file (?:photo|picture|image)\b|FILE\s?[-–—:]|pictured\s?:|(?:video|screen) ?grab\b"
    rf"|in this\b[^.]{{0,60}}?\b{_MADE}\b[^.]{{0,60}}?,)",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\((?:L|R|C|left|right|cent(?:re|er)|far left|far right|top|bottom|foreground)\)"
    r"|, (?:left|right|cent(?:re|er)|second from (?:left|right)),"
    r"|\b(?:pictured|seen) (?:here|above|below|left|right|in (?:a|an|this) (?:file|undated|handout))\b"
    r"|\bfile (?:photo|picture|image)\b"
)
# What people in pictures do, in the present tense of captions; looked for only above a credit.
_ACTING = re.compile(
    r"^(?:\S+ ){1,10}?(?:address(?:es)?|arrives?|attends?|boards?|carr(?:y|ies)|chants?|cheers?|clears?|collects?"
    r"|comforts?|cross(?:es)?|digs?|drives?|embraces?|enters?|examines?|flees?|gathers?|gestures?|greets?|guards?|holds?|hugs?"
    r"|inspects?|kneels?|leaves?|lies?|lifts?|listens?|loads?|looks?|march(?:es)?|mourns?|patrols?|points?|poses?|prays?|queues?"
    r"|raises?|reacts?|rides?|rises?|salutes?|search(?:es)?|shakes?|sits?|speaks?|stands?|surveys?|takes?|waits?|walks?|watch(?:es)?"
    r"|waves?|wears?|weeps?|is seen|are seen)\b"
)
_ACTING_LONGEST = 40  # words
_SIGNED = re.compile(
    r"[—–-]\s?@?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ(@][\w.'’@)-]*){0,4}(?: [\w ,:·-]{0,30}\d{4})?$"
    r"|\(@\w+\)|https?://\S+$|pic\.twitter"
)
# What no caption begins or ends with: a sentence that goes on from the one before, or into the next.
_IN_SENTENCE = re.compile(
    r"^(?![A-ZÀ-Þ\d])|^(?:I|He|She|It|We|They|You|But|And|So|Or|Yet|Still|However|Also|Then|That|If|Asked)\b"
    r"|\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|said|as|is|was|were|are)$"
)
_OPENS = re.compile(r"[\"`“”„'‘«¿¡]*[^\W_a-zà-ÿ]")
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
        """Whether its place may still decide what it is."""
        return len(self.parts) == 1 and self.kind in ("paragraph", "quote")

    @property
    def count(self) -> int:
        """Its length in words."""
        return len(self.words.split())


def placed(rows: Sequence[Row], title: str | None) -> list[Row]:
    """The rows with the kinds that only their neighbours show."""
    rows = list(rows)
    _place_headline(rows, title)
    _place_captions(rows)
    _place_standfirst(rows)
    _place_strays(rows)
    _place_subheadings(rows)
    return rows


def is_heading(words: str) -> bool:
    """Whether a block has the form of a heading: a few words that do not end like a sentence."""
    short = len(words) <= _HEADING * 20 and len(words.split()) <= _HEADING and any(map(str.isalpha, words))
    return short and not ends_sentence(words) and not words.endswith((",", ":", ";")) and not _SAID.search(words)


def _as(row: Row, kind: PartKind) -> Row:
    return replace(row, parts=tuple(replace(part, kind=kind) for part in row.parts))


def _is_sentence(row: Row, words: int = 0) -> bool:
    return row.kind in _BODY and ends_sentence(row.words) and row.count >= words


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _place_headline(rows: list[Row], title: str | None) -> None:
    """The headline; said again, punctuation apart, it is furniture."""
    at = _titled(rows, title) if title else None
    at = _first_heading(rows, bool(title)) if at is None else at
    if at is None:
        return
    said = _plain(rows[at].words)
    for i, row in enumerate(rows):
        if i == at:
            rows[i] = _as(row, "headline")
        elif row.is_plain and len(row.words) < 2 * len(said) + 20 and _plain(row.words) == said:
            rows[i] = _as(row, "furniture")


def _titled(rows: list[Row], title: str) -> int | None:
    """The block that says the title; a title may go on with the outlet's name."""
    wanted = _plain(title)
    for i, row in enumerate(rows[:_TOP]):
        said = _plain(row.words[: len(title) + 20])
        if row.is_plain and said and (said == wanted or (row.count > 3 and wanted.startswith(said + " "))):
            return i
    return None


def _first_heading(rows: list[Row], titled: bool) -> int | None:
    """The first body block, if it has the form of a headline and a report follows."""
    first = next((i for i, row in enumerate(rows[:_TOP]) if row.kind in _BODY), None)
    if first is None or not rows[first].is_plain:
        return None
    row, longest = rows[first], _HEADING if titled else _HEADLINE
    if ends_sentence(row.words):
        longest = 0 if row.words.endswith((".", "…")) else min(longest, _QUOTED_HEADLINE)
    fits = 1 < row.count <= longest and not row.words.endswith((":", ",", ";"))
    return first if fits and any(_is_sentence(later) for later in rows[first + 1 :]) else None


def _place_captions(rows: list[Row]) -> None:
    """Captions that a label on the line above or a credit on the line below shows."""
    spaced = any(row.gap for row in rows[1:])
    for i in range(1, len(rows)):
        above, row = rows[i - 1], rows[i]
        if _CAPTION_LABEL.fullmatch(above.words) and row.is_plain:
            rows[i] = _as(row, "caption")
        elif row.kind == "credit" and len(row.parts) == 1:
            if _is_credited(above, joined=spaced and not row.gap):
                rows[i - 1] = _as(above, "caption")
            elif above.kind != "caption" and _WIRE.fullmatch(row.words):
                rows[i] = _as(row, "byline")


def _is_credited(row: Row, *, joined: bool) -> bool:
    """Whether a block above a credit is its caption: joined to it, about a picture, or no sentence of the body."""
    if not row.is_plain or row.count > _SCENE:
        return False
    if ends_sentence(row.words) or _IN_SENTENCE.search(row.words):
        acting = row.count <= _ACTING_LONGEST and _ACTING.match(row.words)
        return joined or _is_scene(row) or bool(acting)
    return True


def _is_scene(row: Row) -> bool:
    """Whether a block says in words that it is about a picture."""
    return row.count <= _SCENE and bool(_SHOWN.match(row.words) or _POINTED.search(row.words))


def _place_standfirst(rows: list[Row]) -> None:
    """The first body block, if it is no ordinary first paragraph: short under a headline, or without a full stop."""
    body = [i for i, row in enumerate(rows) if row.kind in _BODY]
    if len(body) < _FEW or not rows[body[0]].is_plain or rows[body[0]].words[0] in "\"'“”‘":
        return
    row, headed = rows[body[0]], any(row.kind == "headline" for row in rows[: body[0]])
    if ends_sentence(row.words):
        fits = headed and _SHORTEST_DEK <= row.count <= _DEK
    else:
        fits = _HEADING < row.count <= _SCENE and not row.words.endswith((":", ",")) and _is_sentence(rows[body[1]])
    if fits:
        rows[body[0]] = _as(row, "standfirst")


def _place_strays(rows: list[Row]) -> None:
    """Captions without a mark: words about a picture, or the one line without a full stop among paragraphs."""
    long = [row for row in rows if row.kind in _BODY and row.count > _HEADING]
    punctual = len(long) > _FEW and sum(map(_is_sentence, long)) >= len(long) - max(1, len(long) // 10)
    for i, row in enumerate(rows):
        open_ended = not ends_sentence(row.words) and not row.words.endswith((":", ",", ";"))
        stray = open_ended and (_is_scene(row) or (punctual and _is_stray(rows, i)))
        if row.is_plain and (stray or (row.count <= _SCENE and _OPENLY.match(row.words))):
            rows[i] = _as(row, "caption")


def _is_stray(rows: list[Row], i: int) -> bool:
    """Whether a block is too long for a heading and the only one near that does not end as a sentence does."""
    words = rows[i].words
    if not _HEADING < rows[i].count <= _SCENE or words.isupper() or words.count('"') % 2:
        return False
    if _SIGNED.search(words) or _IN_SENTENCE.search(words):
        return False
    return 0 < i < len(rows) - 1 and _is_sentence(rows[i - 1]) and _is_sentence(rows[i + 1])


def _place_subheadings(rows: list[Row]) -> None:
    """Short lines between paragraphs. Several in a row are a list or a table, which is body."""
    body = [i for i, row in enumerate(rows) if row.kind in _BODY]
    for above, i, below in zip(body, body[1:], body[2:], strict=False):
        between = _is_sentence(rows[above], 3) and _is_sentence(rows[below], 3)
        if between and rows[i].is_plain and is_heading(rows[i].words) and _OPENS.match(rows[i].words):
            rows[i] = _as(rows[i], "subheading")
