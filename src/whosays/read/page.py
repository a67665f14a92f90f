"""A page as a reader sees it: its visible blocks in reading order, with what the mark-up says each one is.

Nothing is chosen here: menus and teasers are blocks, too. `article` picks those that are the report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from whosays.read import markup
from whosays.read.blocks import ends_sentence
from whosays.read.markup import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

# Stand for <br>, and for the edge of a <span>, while a block is gathered; no page can hold them (see _DROPPED).
_BREAK, _EDGE = "\x1e", "\x1d"
_EDGED = ("span", "time")
_SEAM = re.compile(rf"(?<=[\w.!?…”\"’)\]]){_EDGE}+(?=\w)")
# Control characters, the soft hyphen, and what has no width: joiners, direction marks, the byte order mark.
_DROPPED = dict.fromkeys(
    [
        0xAD,
        0xFEFF,
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    ]
)
_CLEAN: dict[int, str | None] = {**_DROPPED, **dict.fromkeys(map(ord, "\t\n\v\f\r\x85"), " ")}
_CUT = ("body", "quote", "standfirst")  # roles of running text
_TURN = ("–", "—", "“", '"', "«", "„")  # a line that begins so is another speaker's
# The end of a label whose credit follows in an element of its own.
_LABEL_ENDS = (":", "(", "[", "/", "|", "©", "–", "-", "by", "copyright", "credit", "source", "source,", "of", "via")
_SAME_PAGE = ("#", "?")  # how a link to an entry of the page itself begins
_ALT_WORDS = 5  # a description of fewer words is a label ("Logo", "Portrait of the author")


class Block(Struct, frozen=True):
    """One run of words. `node` is the element it stands in, `figure` the picture it belongs to (0: none).

    `linked`: nearly all of it is a link.
    """

    role: Role
    text: str
    node: int
    figure: int
    linked: bool

    @property
    def key(self) -> str:
        """The words without white space, to find the same words elsewhere."""
        return "".join(self.text.split())


class Node(Struct, frozen=True):
    """An element that holds blocks. `signature`: its tag and class, the same for all entries of a live blog.

    `off`: it is named a teaser list, an advertisement or the like.
    """

    parent: int
    tag: str
    signature: str
    off: bool


class Page(Struct, frozen=True):
    """Nodes come in document order, parents before children. `times`: the nodes in which a <time> stands."""

    blocks: list[Block]
    nodes: list[Node]
    times: list[int]


class _Frame(Struct, frozen=True):
    """One open element, and what it hands down to what is inside. `opened`: how many blocks there were when a figure
    opened, -1 for what is no figure.
    """

    bounds: bool = True
    seen: bool = True
    role: Role = "body"
    node: int = -1
    figure: int = 0
    opened: int = -1
    linked: bool = False
    hint: str = ""
    in_article: bool = False


def visible(root: _Element) -> Page:
    """The blocks of a page. Works element by element, so that depth costs nothing."""
    from lxml.etree import iterwalk

    walk = _Walk()
    events = iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.end(element)
        elif not walk.start(element):
            events.skip_subtree()
    return Page(walk.blocks, walk.nodes, walk.times)


def clean(words: str) -> str:
    """Words with single spaces, without what takes no room on the page."""
    return " ".join(words.translate(_CLEAN).split())


class _Walk:
    """`frames`: the open elements; `boxes`: those of them that bound a block. `pieces`: the words since the last bound,
    with the characters in all, in links, and in elements that hint at a byline or a dateline.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.times: list[int] = []
        self.frames = [_Frame()]
        self.boxes = [self.frames[0]]
        self.figures = 0
        self.alt = ""
        self.pieces: list[str] = []
        self.length = self.linked = 0
        self.hinted: dict[str, int] = {}

    def start(self, element: _Element) -> bool:
        """Opens an element; False if what is in it must not be seen."""
        frame = self._frame(element, self.frames[-1])
        if frame.bounds:
            self._flush()
            self.boxes.append(frame)
        self.frames.append(frame)
        if not frame.seen:
            return False
        if element.tag == "br":
            self.pieces.append(_BREAK)
        elif element.tag in ("img", "amp-img") and frame.figure and not frame.linked:
            self.alt = self.alt or clean(element.get("alt") or "")
        elif element.tag == "time":
            self.times.append(frame.node)
        if element.tag in _EDGED:
            self.pieces.append(_EDGE)
        self._write(element.text)
        return True

    def end(self, element: _Element) -> None:
        """Closes the element that was opened last."""
        frame = self.frames[-1]
        if frame.bounds:
            self._flush()
            self.boxes.pop()
        if frame.opened >= 0:
            self._close_figure(frame)
        self.frames.pop()
        if element.tag in _EDGED:
            self.pieces.append(_EDGE)
        self._write(element.tail)

    def _frame(self, element: _Element, outer: _Frame) -> _Frame:
        tag = element.tag if isinstance(element.tag, str) else ""
        if markup.is_unseen(element, in_article=outer.in_article, in_figure=bool(outer.figure)):
            return _Frame(bounds=tag in markup.BLOCKS, seen=False)
        named = markup.words(element)
        if tag in markup.BLOCKS:
            return self._block(element, named, outer)
        return self._inline(element, named, outer)

    def _block(self, element: _Element, named: frozenset[str], outer: _Frame) -> _Frame:
        signature = f"{element.tag} {element.get('class') or ''}"
        self.nodes.append(Node(outer.node, element.tag, signature, markup.is_off(element, named)))
        role, figure, opened = outer.role, outer.figure, -1
        if (not figure or element.tag == "figure") and markup.is_figure(element, named):
            self.figures, self.alt = self.figures + 1, ""
            role, figure, opened = "caption", self.figures, len(self.blocks)
        role = markup.role(element, named, in_figure=bool(figure)) or role
        if figure and (role == "quote" or element.tag == "table"):
            role, figure, opened = ("quote" if role == "quote" else "body"), 0, -1
        return replace(
            outer,
            bounds=True,
            role=role,
            node=len(self.nodes) - 1,
            figure=figure,
            opened=opened,
            hint="",
            in_article=outer.in_article or element.tag == "article",
        )

    def _inline(self, element: _Element, named: frozenset[str], outer: _Frame) -> _Frame:
        linked = outer.linked or (element.tag == "a" and not (element.get("href") or "#").startswith(_SAME_PAGE))
        role = markup.role_in_figure(named) if outer.figure else None
        if role and role != outer.role and not self._after_label():
            return replace(outer, bounds=True, role=role, linked=linked, opened=-1)
        hint = outer.hint or markup.hint(element, named) or ""
        return replace(outer, bounds=False, linked=linked, hint=hint, opened=-1)

    def _after_label(self) -> bool:
        return clean("".join(self.pieces)).lower().endswith(_LABEL_ENDS)

    def _write(self, text: str | None) -> None:
        if not text:
            return
        frame, length = self.frames[-1], len("".join(text.split()))
        self.pieces.append(text.replace(_BREAK, "").replace(_EDGE, ""))
        self.length += length
        self.linked += length if frame.linked else 0
        if frame.hint:
            self.hinted[frame.hint] = self.hinted.get(frame.hint, 0) + length

    def _flush(self) -> None:
        """Ends the block that is being gathered; it has the role of the innermost box."""
        words, box = "".join(self.pieces), self.boxes[-1]
        role = self._hinted_role() if box.role == "body" else box.role
        linked = self.linked * 10 >= self.length * 9
        self.pieces, self.length, self.linked, self.hinted = [], 0, 0, {}
        for text in _lines(words, role):
            if any(map(str.isalnum, text)):
                self.blocks.append(Block(role, text, box.node, box.figure, linked))

    def _hinted_role(self) -> Role:
        """A line most of which is an author or a time is a byline or a dateline."""
        if sum(self.hinted.values()) * 2 < self.length or not self.hinted:
            return "body"
        return "byline" if "byline" in self.hinted else "dateline"

    def _close_figure(self, frame: _Frame) -> None:
        """A picture without a caption is described by its `alt` text, if that is more than a label."""
        captioned = any(block.role == "caption" for block in self.blocks[frame.opened :])
        if not captioned and len(self.alt.split()) >= _ALT_WORDS:
            self.blocks.append(Block("caption", self.alt, frame.node, frame.figure, linked=False))
        self.alt = ""


def _lines(words: str, role: Role) -> list[str]:
    """The words of one block, cut at a <br> that ends a paragraph; one in mid-sentence only wraps a line."""
    if role not in _CUT:
        return [clean(_SEAM.sub(" ", words.replace(_BREAK, " ")))]  # style sheets set such spans apart
    if _BREAK not in words:
        return [clean(words)]
    lines: list[str] = []
    fresh = True
    for line in map(clean, words.split(_BREAK)):
        if line and (fresh or ends_sentence(lines[-1]) or line.startswith(_TURN)):
            lines.append(line)
        elif line:
            lines[-1] += " " + line
        fresh = not line or not lines
    return lines
