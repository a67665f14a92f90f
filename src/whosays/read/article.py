"""Which blocks of a page are the report: title, body in reading order, pictures where they stand.

1. trafilatura says which words are the body; 2. the element that holds nine tenths of them is the container (in a live
blog: all entries); 3. what belongs to a report and a body extractor leaves out is taken from the container and from
between title and body: subheadings, quotes, captions, credits, byline, time, standfirst; 4. repetitions go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from whosays import credits
from whosays.read import regions
from whosays.read.bylines import is_byline, is_dateline
from whosays.read.page import Block, Page

_LONG = 40  # characters: a block that long is a paragraph, not a label, and does not stand on a page twice by chance
_FOUND = 24  # characters that make a block of words to be found inside a longer stretch of body
_CAPTION = 20  # characters below which two captions can be the same by chance
_TITLE = 12  # characters of a heading that the title of the window can begin with; a shorter one may be a section
_STANDFIRST = 6  # words of a second heading that is one


class Said(Struct, frozen=True):
    """The words that the body extractor took, without white space: block by block, and as one string."""

    blocks: frozenset[str]
    joined: str

    def holds(self, block: Block) -> bool:
        """Whether the words of a block are body."""
        key = block.key
        return key in self.blocks or (len(key) >= _FOUND and key in self.joined)


class Article(Struct, frozen=True):
    """The title, if the page has one, and the blocks after it."""

    title: str | None
    blocks: list[Block]


def pick(page: Page, said: Said, *, titles: Sequence[str], summary: str | None, is_live: bool) -> Article:
    """The report on a page. `titles`, `summary` and `is_live` (a live blog) are what its metadata says.

    An article without blocks: there is no report on the page.
    """
    cards = regions.inside(page, regions.cards(page, is_live))
    left = [(i, block) for i, block in enumerate(page.blocks) if not cards[block.node] and _is_running(block)]
    core = [i for i, block in left if said.holds(block)]
    core = core or [i for i, block in left if block.role in ("body", "quote") and len(block.text) >= _LONG]
    if not core:
        return Article(titles[0] if titles else None, [])
    return _Choice(page, core, titles=titles, summary=summary, is_live=is_live).article()


def _is_running(block: Block) -> bool:
    return not block.figure and block.role != "title" and (block.role == "heading" or not block.linked)


class _Choice:
    """`said`: the blocks that are body by their words; `core`: those of them in the container, `first` to `last`."""

    def __init__(
        self, page: Page, said: list[int], *, titles: Sequence[str], summary: str | None, is_live: bool
    ) -> None:
        self.page, self.titles, self.summary = page, titles, _key(summary or "")
        self.cards = regions.inside(page, regions.cards(page, is_live))
        weights = regions.weigh(page, said)
        container = regions.container(page, weights)
        entries = regions.entries(page, weights, is_live)
        self.in_entry = regions.inside(page, entries)
        self.inside = regions.inside(page, [container, *entries])
        self.off = regions.off(page, [container, *entries])
        self.in_article = regions.inside(page, regions.around(page, container))
        self.said = set(said)
        self.core = [i for i in said if self.inside[page.blocks[i].node]]
        self.first, self.last = self.core[0], self.core[-1]
        running = (i for i in self.core if page.blocks[i].role in ("body", "quote"))
        self.body = next(running, self.first)
        self.title = self._find_title()
        self.holders = {page.blocks[i].node for i in self.core if len(page.blocks[i].text) >= _LONG}
        self.parents = {page.nodes[node].parent for node in self.holders}

    def article(self) -> Article:
        title = self.titles[0] if self.titles else None
        if self.title is not None:
            title = self.page.blocks[self.title].text
        chosen = [self._placed(i) for i in range(len(self.page.blocks)) if self._belongs(i)]
        return Article(title, _once(chosen, title or ""))

    def _find_title(self) -> int | None:
        """The heading that says what the metadata says; else the last first-rank heading before the body."""
        wanted = {_key(title) for title in self.titles}
        blocks = self.page.blocks
        ranked = [i for i, block in enumerate(blocks) if block.role == "title"]
        headings = [i for i, block in enumerate(blocks) if block.role == "heading" and i <= self.first]
        for i in (*ranked, *headings):
            if any(_is_title(_key(blocks[i].text), title) for title in wanted):
                return i
        before = [i for i in ranked if i < self.body and not self.off[blocks[i].node] and not blocks[i].linked]
        return before[-1] if before else None

    def _belongs(self, i: int) -> bool:
        block = self.page.blocks[i]
        if i == self.title or block.role == "title" or self.cards[block.node]:
            return False
        if self.inside[block.node] and i in self.said:
            return True
        if self.off[block.node]:
            return False
        if block.figure and i < self.first and self.in_article[block.node]:
            return True
        return self._in_body(i, block) if self.inside[block.node] else self._in_head(i, block)

    def _in_head(self, i: int, block: Block) -> bool:
        """What stands between title and body, outside the container."""
        if self.title is None or not self.title < i < self.first or block.linked:
            return False
        if i in self.said or block.role not in ("body", "heading", "quote"):
            return True
        if is_byline(block.text) or is_dateline(block.text):
            return True
        return _key(block.text) == self.summary or self._is_second_heading(i, block)

    def _in_body(self, i: int, block: Block) -> bool:
        """What a body extractor leaves out of the container, or of an entry of a live blog."""
        if block.figure or block.role not in ("body", "heading"):
            return True
        if block.role == "heading":
            return self.in_entry[block.node] or (i < self.last and not block.linked)
        if block.linked:
            return False
        return self.in_entry[block.node] or block.node in self.holders or self._parent(block) in self.parents

    def _placed(self, i: int) -> Block:
        """The block with the role that its place shows: a standfirst stands before the body, and nowhere else."""
        block = self.page.blocks[i]
        early = i < self.body and not block.figure and block.role in ("body", "heading")
        if early and (_key(block.text) == self.summary or self._is_second_heading(i, block)):
            return replace(block, role="standfirst")
        return replace(block, role="body") if block.role == "standfirst" and i > self.body else block

    def _is_second_heading(self, i: int, block: Block) -> bool:
        head = self.title is not None and self.title < i < self.body and not self.in_entry[block.node]
        return head and block.role == "heading" and len(block.text.split()) >= _STANDFIRST

    def _parent(self, block: Block) -> int:
        return self.page.nodes[block.node].parent


def _key(words: str) -> str:
    return "".join(words.split()).casefold()


def _is_title(heading: str, title: str) -> bool:
    """A page may add its name to the title, or cut it."""
    shorter, longer = sorted((heading, title), key=len)
    return heading == title or (len(shorter) >= _TITLE and longer.startswith(shorter))


def _is_captioned(words: str) -> bool:
    """Whether a picture line is more than a credit, which several pictures may share."""
    return any(part.kind == "caption" for part in credits.split(words, 0, len(words)))


def _once(blocks: list[Block], title: str) -> list[Block]:
    """The blocks without what a page repeats: a picture for a larger window, a caption as a paragraph, the title."""
    pictures: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for block in blocks:
        pictures[block.figure] += (block.key,)
    captioned = {block.figure for block in blocks if block.role == "caption" and _is_captioned(block.text)}
    shown = {keys: figure for figure, keys in reversed(pictures.items())}  # the first of equal pictures
    captions = {key for figure, keys in pictures.items() if figure for key in (*keys, "".join(keys))}
    seen: set[str] = set()
    lines: dict[int, str] = defaultdict(str)
    kept = []
    for block in blocks:
        key, figure = block.key, block.figure
        if figure:
            again = (key if len(key) >= _CAPTION else f"\n{key}\n") in lines[figure]
            again = again or (figure in captioned and shown[pictures[figure]] != figure)
        else:
            again = block.text == title or (len(key) >= _CAPTION and key in captions) or key in seen
        if not again:
            kept.append(block)
            lines[figure] += f"\n{key}\n"
            seen |= {key} if len(key) >= _LONG else set()
    return kept
