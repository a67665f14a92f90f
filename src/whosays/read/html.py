"""A page: title, then the parts of the report in reading order, captions and credits where the picture stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from whosays import credits
from whosays.errors import InputError
from whosays.model import Part, PartKind, Report
from whosays.read import article, decode, metadata, page, parts
from whosays.read.blob import Blob
from whosays.read.bylines import dateline_end
from whosays.read.report import lone, make_report, sha256

if TYPE_CHECKING:
    from lxml.etree import _Element

media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")
suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHARSET_REACH = 4096  # bytes; browsers look at 1,024, generators put scripts before
# trafilatura takes up to 70 microseconds a tag on the worst pages; a live blog of a whole day has 30,000 tags.
_MAX_TAGS = 100_000
# Above that its second opinion (justext) is left out: it compares each paragraph with all others.
_MANY_TAGS = 10_000
_MAX_ATTRIBUTES = 5_000  # of one element: libxml2 compares each with all others, 100,000 take it 18 seconds
_ATTRIBUTE = re.compile(r"""[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?|(?P<end>>)""")
_FEWEST = 10  # words of a body; a page that says to be an article may have fewer
_FEWEST_OF_ARTICLE = 5
_WALL_LONGEST = 80  # words of a notice that stands in place of an article
_WALL = re.compile(
    r"use cookies\b|all cookies\b|enable javascript|javascript is|\bcaptcha|not a robot|access denied|subscribe to read"
    r"|\b(?:sign|log) in to\b|privacy policy|page (?:was|could) not (?:be )?found",
    re.IGNORECASE,
)
_KINDS: dict[str, PartKind] = {
    "title": "headline",
    "heading": "subheading",
    "standfirst": "standfirst",
    "byline": "byline",
    "dateline": "dateline",
    "quote": "quote",
    "credit": "credit",
}
_BODY = ("paragraph", "speech", "quote", "standfirst", "subheading", "caption")
_TODO = "give the page of one report, or its text"


def read(blob: Blob) -> Iterator[Report | InputError]:
    """The one report of a page, or an InputError if there is none on it."""
    return lone(blob, _report)


def _report(blob: Blob) -> Report:
    with blob.open() as stream:
        data = decode.read_limited(stream, decode.MAX_BYTES, where=blob.name)
    tree = _tree(decode.decode(data, declared=blob.charset or _declared(data), where=blob.name), blob.name)
    about = metadata.read(tree, blob.url)
    said = _said(tree, fast=data.count(b"<") > _MANY_TAGS)
    found = article.pick(page.visible(tree), said, titles=about.titles, summary=about.summary, is_live=about.is_live)
    text, cut = _assembled(found)
    decode.check_length(text, blob.name)
    _check_body(text, cut, about.is_article, blob.name)
    return make_report(
        key=blob.name,
        text=text,
        parts=cut,
        sha256=sha256(data),
        title=found.title,
        outlet=about.outlet,
        url=about.url,
        author=about.author,
        published=about.published,
        retrieved=blob.retrieved,
        language=about.language,
    )


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_CHARSET_REACH])
    return match[1].decode("ascii") if match else None


def _tree(source: str, where: str) -> _Element:
    """The page as a tree. The parser loads nothing, follows no entity, and stops at a depth of 2,048 elements."""
    from lxml import etree, html

    if source.count("<") > _MAX_TAGS or any(map(_is_overloaded, source.split("<"))):
        raise InputError(where, f"a page of more than {_MAX_TAGS:,} tags or {_MAX_ATTRIBUTES:,} attributes", _TODO)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.encode(), parser=parser)
    except etree.LxmlError as error:
        raise InputError(where, "no article: the page is empty", _TODO) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(where, "a page whose elements are nested too deep", _TODO)
    return tree


def _is_overloaded(piece: str) -> bool:
    """Whether what follows a "<" holds more attributes than any page has."""
    if len(piece) <= 2 * _MAX_ATTRIBUTES:
        return False
    for number, match in enumerate(_ATTRIBUTE.finditer(piece)):
        if match["end"]:
            return False
        if number > _MAX_ATTRIBUTES:
            return True
    return False


def _said(tree: _Element, *, fast: bool) -> article.Said:
    """The words that trafilatura takes for the body."""
    import trafilatura

    found = trafilatura.bare_extraction(tree, include_comments=False, fast=fast)
    body: _Element | None = getattr(found, "body", None)
    if body is None:
        return article.Said(frozenset(), "")
    texts = ["".join("".join(map(str, element.itertext())).split()) for element in body.iter()]
    return article.Said(frozenset(texts), texts[0])


def _assembled(found: article.Article) -> tuple[str, tuple[Part, ...]]:
    """The text, one part a line, and its parts."""
    lines = [found.title] if found.title else []
    roles = ["title"] if found.title else []
    for block in found.blocks:
        lines.append(block.text)
        roles.append(block.role)
    text, start = "\n".join(lines), 0
    cut: list[Part] = []
    for line, role in zip(lines, roles, strict=True):
        cut += _parts(role, text, start, start + len(line))
        start += len(line) + 1
    return text, tuple(cut)


def _parts(role: str, text: str, start: int, end: int) -> tuple[Part, ...]:
    """The parts of one line. The mark-up says what it is, except for a line of the body, which its words say."""
    words = text[start:end]
    if role == "caption" or (role == "body" and credits.marked(words)):
        return credits.split(text, start, end)
    kind = _KINDS.get(role) or parts.kind_of_block(text, start, end)
    if role == "byline" and parts.kind_of_block(text, start, end) in ("dateline", "furniture"):
        kind = parts.kind_of_block(text, start, end)
    head = dateline_end(words) if kind == "paragraph" else 0
    if not head:
        return (Part(kind=kind, start=start, end=end),)
    body = start + head + len(words[head:]) - len(words[head:].lstrip())
    return Part(kind="dateline", start=start, end=start + head), Part(kind=kind, start=body, end=end)


def _check_body(text: str, cut: tuple[Part, ...], is_article: bool, where: str) -> None:
    """Raises InputError if what is left is no report: a menu, a notice that asks for consent or a password."""
    body = " ".join(text[part.start : part.end] for part in cut if part.kind in _BODY)
    count = len(body.split())
    is_wall = not is_article and count <= _WALL_LONGEST and _WALL.search(body)
    if is_wall or count < (_FEWEST_OF_ARTICLE if is_article else _FEWEST):
        raise InputError(where, "no article on this page", _TODO)
