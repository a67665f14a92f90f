"""Text to blocks: where one paragraph, heading or caption line ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_WORD = re.compile(r"\S{1,40}")
_SENTENCE_END = tuple(".!?…")
_CLOSERS = " \"'`“”‘’«»)]*"
_NOTE = re.compile(r"\[[^\[\]]{0,60}\]$")  # "[END RECORDING]" of a monitoring service, "[12]" of a reference
_ITEM = re.compile(r"[•*·▪]|\d{1,2}[.)]\s|full ?screen|(?:Photo|Picture|Image|Foto)s?(?: by|:)")
_DASH = re.compile(r"[-–—―]\s?[A-ZÀ-Þ\d\"“”'‘]")
# Columns: typewriter, e-mail and agency texts break lines at 60 to 80; a ragged margin leaves up to a long word free.
_NARROWEST, _WIDEST, _RAGGED = 40, 100, 14


class Block(Struct, frozen=True):
    """A stretch without outer white space. `gap`: a blank line stands before it."""

    start: int
    end: int
    gap: bool


def blocks(text: str) -> list[Block]:
    """The blocks of a text in order: one a line, or several lines where the text is wrapped at a column."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    if not width:
        return lines
    joined = lines[:1]
    for above, line in pairwise(lines):
        if not line.gap and _continues(text, above, line, width):
            joined[-1] = Block(joined[-1].start, line.end, joined[-1].gap)
        else:
            joined.append(line)
    return joined


def ends_sentence(words: str) -> bool:
    """Whether a block ends like a sentence, closing quotation marks and an editor's note in brackets aside."""
    return _NOTE.sub("", words[-70:]).rstrip(_CLOSERS)[-1:] in _SENTENCE_END


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    for match in _LINE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            gap = not lines or text.count("\n", lines[-1].end, start) > 1
            lines.append(Block(start, end, gap))
    return lines


def _wrap_width(text: str, lines: list[Block]) -> int:
    """The column at which a text is wrapped, or 0. Wrapped text breaks most lines in mid-sentence, near one column."""
    pairs = [(above, line) for above, line in pairwise(lines) if not line.gap]
    widths = sorted(above.end - above.start for above, _ in pairs)
    width = widths[len(widths) * 19 // 20] if widths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [(above, line) for above, line in pairs if _continues(text, above, line, width)]
    broken = sum(_in_sentence(text, above, line) for above, line in full)
    return width if 2 * len(full) >= len(pairs) and 2 * broken > len(full) else 0


def _continues(text: str, above: Block, line: Block, width: int) -> bool:
    """Whether the first word of the line would not have fitted on the line above, and the line opens nothing new."""
    word = _WORD.match(text, line.start, line.end)
    first = word.end() - word.start() if word else 0
    if above.end - above.start + 1 + first <= width - _RAGGED or _indented(text, line) > _indented(text, above):
        return False
    if _DASH.match(text, line.start, line.end):
        return not ends_sentence(text[above.start : above.end])
    return not _ITEM.match(text, line.start, line.end)


def _in_sentence(text: str, above: Block, line: Block) -> bool:
    words = text[above.start : above.end]
    first = text[line.start : line.end].lstrip("–—- ")[:1]
    return not ends_sentence(words) and (first.islower() or words.isupper())


def _indented(text: str, line: Block) -> bool:
    return line.start > 0 and text[line.start - 1] in " \t"
