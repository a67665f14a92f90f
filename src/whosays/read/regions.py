"""Where on a page things stand: the element that holds the body, entries of a live blog, teasers of other articles.

An element is its number in `Page.nodes`. Parents come before children there, so that one pass hands values down, and
one in the other direction adds them up, however deep the page is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from whosays.read.page import Page

_LONG = 40  # characters: a block that long is a paragraph, not a label
_CARD = 250  # characters of a teaser beside its link; an entry of a live blog, or a paragraph with a link, has more
_LINES = ("p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol")
_NUMBER = re.compile(r"\d+")


def weigh(page: Page, said: Iterable[int]) -> list[int]:
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


def container(page: Page, weights: list[int]) -> int:
    """The innermost element with nine tenths of the body that can hold paragraphs.

    What trafilatura took from elsewhere is not followed.
    """
    heavy = (node for node, weight in enumerate(weights) if weight * 10 >= weights[0] * 9)
    return max(node for node in heavy if page.nodes[node].tag not in _LINES)


def inside(page: Page, roots: Iterable[int]) -> list[bool]:
    """For each element, whether it is one of `roots` or stands in one."""
    held = [False] * len(page.nodes)
    for root in roots:
        held[root] = True
    return _hand_down(page, held)


def _hand_down(page: Page, held: list[bool]) -> list[bool]:
    for node in range(1, len(held)):
        held[node] = held[node] or held[page.nodes[node].parent]
    return held


def off(page: Page, roots: Iterable[int]) -> list[bool]:
    """What is named a teaser list or the like, or stands in one; what holds the body is none, whatever its name."""
    named = [node.off for node in page.nodes]
    for root in roots:
        node = root
        while node >= 0:
            named[node] = False
            node = page.nodes[node].parent
    return _hand_down(page, named)


def around(page: Page, node: int) -> list[int]:
    """The innermost <article> that an element is, or stands in."""
    while node >= 0 and page.nodes[node].tag != "article":
        node = page.nodes[node].parent
    return [node] if node >= 0 else []


def cards(page: Page, is_live: bool) -> list[int]:
    """Teasers of other articles: like elements side by side, nearly each with a link and little beside it."""
    links, lengths, times = [0] * len(page.nodes), [0] * len(page.nodes), [0] * len(page.nodes)
    for block in page.blocks:
        links[block.node] += block.linked
        lengths[block.node] += 0 if block.linked else len(block.text)
    for node in page.times:
        times[node] += is_live  # an entry of a live blog has a link to itself
    for values in (links, lengths, times):
        _sum_up(page, values)
    found: list[int] = []
    for group in _alike(page, range(len(page.nodes))):
        linked = sum(links[n] > 0 and not times[n] for n in group)
        many = len(group) > (1 if page.nodes[group[0]].tag in ("article", "li") else 2)
        if many and linked * 5 >= len(group) * 4 and sum(lengths[n] for n in group) <= _CARD * len(group):
            found += group
    return found


def _alike(page: Page, nodes: Iterable[int]) -> list[list[int]]:
    """Elements side by side with the same tag and class, numbers in the class aside."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n in nodes:
        groups[page.nodes[n].parent, _NUMBER.sub("", page.nodes[n].signature)].append(n)
    return list(groups.values())


def entries(page: Page, weights: list[int], is_live: bool) -> list[int]:
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
    for group in _alike(page, (n for n in range(len(page.nodes)) if times[n] and texts[n])):
        if len(group) > 2 - is_live and sum(weights[n] for n in group) * 2 > weights[0]:
            return group
    return []
