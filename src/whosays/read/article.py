"""Which blocks of a page are the report: title, body in reading order, pictures where they stand.

1. trafilatura says which words are the body; 2. the element that holds nine tenths of them is the container (in a live
blog: all entries); 3. what belongs to a report and a body extractor leaves out is taken from the container and from
between title and body: subheadings, quotes, captions, credits, byline, time, standfirst; 4. repetitions go.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from whosays.read.page import Block, Page

_LONG = 40  # characters: a block that long is a paragraph, not a label, and does not stand on a page twice by chance
_FOUND = 24  # characters that make a block of words to be found inside a longer stretch of body
_CAPTION = 20  # characters below which two captions can be the same by chance
_CARD = 250  # characters of a teaser beside its link; an entry of a live blog, or a paragraph with a link, has more
_STANDFIRST = 6  # words of a second heading that is one
_NUMBER = re.compile(r"\d+")


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
    cards = _inside(page, _cards(page, is_live))
    left = [(i, block) for i, block in enumerate(page.blocks) if not cards[block.node] and _is_running(block)]
    core = [i for i, block in left if said.holds(block)]
    core = core or [i for i, block in left if block.role in ("body", "quote") and len(block.text) >= _LONG]
    if not core:
        return Article(titles[0] if titles else None, [])
    return _Choice(page, core, cards, titles, summary).article()


def _is_running(block: Block) -> bool:
    return not block.figure and block.role != "title" and (block.role == "heading" or not block.linked)


class _Choice:
    """`said`: the blocks that are body by their words; `core`: those of them in the container, `first` to `last`."""

    def __init__(
        self, page: Page, said: list[int], cards: list[bool], titles: Sequence[str], summary: str | None
    ) -> None:
        self.page, self.cards, self.titles, self.summary = page, cards, titles, _key(summary or "")
        weights = _weights(page, said)
        container = _container(weights)
        entries = _entries(page, weights)
        self.in_entry = _inside(page, entries)
        self.inside = _inside(page, [container, *entries])
        self.off = _off(page, [container, *entries])
        self.in_article = _inside(page, _around(page, container))
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
        before = [i for i in ranked if i < self.body and not self.off[blocks[i].node]]
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
    return heading == title or (len(shorter) >= _CAPTION and longer.startswith(shorter))


def _weights(page: Page, said: Iterable[int]) -> list[int]:
    """For each element, the characters of body inside it."""
    weights = [0] * len(page.nodes)
    for i in said:
        weights[page.blocks[i].node] += len(page.blocks[i].text)
    _sum_up(page, weights)
    return weights


def _sum_up(page: Page, values: list[int]) -> None:
    """Adds to the value of each element those of the elements inside it."""
    for node in range(len(values) - 1, 0, -1):
        values[page.nodes[node].parent] += values[node]


def _container(weights: list[int]) -> int:
    """The innermost element with nine tenths of the body: what trafilatura took from elsewhere is not followed."""
    return max(node for node, weight in enumerate(weights) if weight * 10 >= weights[0] * 9)


def _inside(page: Page, roots: Iterable[int]) -> list[bool]:
    inside = [False] * len(page.nodes)
    for root in roots:
        inside[root] = True
    for node in range(1, len(inside)):
        inside[node] = inside[node] or inside[page.nodes[node].parent]
    return inside


def _off(page: Page, roots: Iterable[int]) -> list[bool]:
    """What is named a teaser list or the like, or stands in one; what holds the body is none, whatever its name."""
    off = [node.off for node in page.nodes]
    for root in roots:
        node = root
        while node >= 0:
            off[node] = False
            node = page.nodes[node].parent
    for node in range(1, len(off)):
        off[node] = off[node] or off[page.nodes[node].parent]
    return off


def _around(page: Page, node: int) -> list[int]:
    """The innermost <article> that an element is, or stands in."""
    while node >= 0 and page.nodes[node].tag != "article":
        node = page.nodes[node].parent
    return [node] if node >= 0 else []


def _cards(page: Page, is_live: bool) -> list[int]:
    """Teasers of other articles: like elements side by side, nearly each with a link and little beside it."""
    links, lengths, times = [0] * len(page.nodes), [0] * len(page.nodes), [0] * len(page.nodes)
    for block in page.blocks:
        links[block.node] += block.linked
        lengths[block.node] += 0 if block.linked else len(block.text)
    for node in page.times:
        times[node] += is_live  # an entry of a live blog has a link to itself
    for values in (links, lengths, times):
        _sum_up(page, values)
    cards: list[int] = []
    for group in _alike(page, range(len(page.nodes))):
        linked = sum(links[n] > 0 and not times[n] for n in group)
        if len(group) > 1 and linked * 5 >= len(group) * 4 and sum(lengths[n] for n in group) <= _CARD * len(group):
            cards += group
    return cards


def _alike(page: Page, nodes: Iterable[int]) -> list[list[int]]:
    """Elements side by side with the same tag and class, numbers in the class aside."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n in nodes:
        groups[page.nodes[n].parent, _NUMBER.sub("", page.nodes[n].signature)].append(n)
    return list(groups.values())


def _entries(page: Page, weights: list[int]) -> list[int]:
    """The entries of a live blog: like elements side by side, each with a time and text, and most of the body in them.

    trafilatura reads one article of a page, so it may give the first entry alone.
    """
    times, texts = [0] * len(page.nodes), [0] * len(page.nodes)
    for node in page.times:
        times[node] += 1
    for block in page.blocks:
        texts[block.node] += len(block.text) >= _LONG and not block.linked
    _sum_up(page, times)
    _sum_up(page, texts)
    for entries in _alike(page, (n for n in range(len(page.nodes)) if times[n] and texts[n])):
        if len(entries) > 1 and sum(weights[n] for n in entries) * 2 > weights[0]:
            return entries
    return []


def _once(blocks: list[Block], title: str) -> list[Block]:
    """The blocks without what a page repeats: a picture for a larger window, a caption as a paragraph, the title."""
    pictures: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for block in blocks:
        pictures[block.figure] += (block.key,)
    shown = {keys: figure for figure, keys in reversed(pictures.items())}  # the first of equal pictures
    captions = {key for figure, keys in pictures.items() if figure for key in (*keys, "".join(keys))}
    seen: set[str] = set()
    lines: dict[int, str] = defaultdict(str)
    kept = []
    for block in blocks:
        key, figure = block.key, block.figure
        if figure:
            again = key in lines[figure] or (
                shown[pictures[figure]] != figure and len("".join(pictures[figure])) >= _LONG
            )
        else:
            again = block.text == title or (len(key) >= _CAPTION and key in captions) or key in seen
        if not again:
            kept.append(block)
            lines[figure] += f"\n{key}\n"
            seen |= {key} if len(key) >= _LONG else set()
    return kept
