"""What a page says about itself: JSON-LD first, then meta elements, then what it shows."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct

from whosays.model import When
from whosays.read.page import clean
from whosays.read.report import published

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "date",
)
_AUTHORS = ("author", "article:author", "citation_author", "parsely-author", "dc.creator", "byl")
_TIMES = (
    "//time[@pubdate or @itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
    "//main//time/@datetime",
    "//time/@datetime",
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BY = re.compile(r"by\s+", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—-]\s+")
_AUTHORS_SHOWN = 10
_NAME = 100  # characters; what is longer is a biography
_SCRIPTS = 50  # JSON-LD elements that are looked at; pages have one to ten


class Metadata(Struct, frozen=True):
    """`titles`: every wording of the title, the best first. `summary`: the description, to know a standfirst by."""

    titles: tuple[str, ...]
    outlet: str | None
    url: str | None
    author: str | None
    published: When | None
    language: str | None
    summary: str | None
    is_article: bool
    is_live: bool


def read(tree: _Element, url: str | None) -> Metadata:
    """The metadata of a page that was got from `url`, if that is known. Nothing is guessed from the body."""
    meta = _meta(tree)
    nodes = list(_json_ld(tree))
    node = next((node for node in nodes if _is_article(node)), {})
    known = {str(other["@id"]): other for other in nodes if "@id" in other}
    address = url or _first(_canonical(tree, meta))
    outlet = _first((*_names(node.get("publisher"), known), *meta.get("og:site_name", ()), *_host(address)))
    titles = (*_strings(node.get("headline")), *_values(meta, _TITLES), *_titles(tree, outlet))
    return Metadata(
        titles=tuple(dict.fromkeys(filter(None, map(_words, titles)))),
        outlet=outlet,
        url=address,
        author=_author(tree, node, known, meta),
        published=_published(tree, node, meta),
        language=_language(tree, node),
        summary=_first((*_strings(node.get("description")), *_values(meta, ("og:description", "description")))),
        is_article=bool(node) or meta.get("og:type") == ["article"],
        is_live=any(kind.endswith("LiveBlogPosting") for kind in _strings(node.get("@type"))),
    )


def _meta(tree: _Element) -> dict[str, list[str]]:
    """The contents of the meta elements by their names in small letters, in order; microdata with `content` too."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta", "span", "time", "div"):
        content = element.get("content") or (element.get("datetime") if element.get("itemprop") else None)
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        for name in filter(None, names if content else ()):
            found.setdefault(name.strip().lower(), []).append(content or "")
    return found


def _json_ld(tree: _Element) -> Iterator[dict[str, Any]]:
    """The top-level objects of all JSON-LD on the page. Objects inside an article are not about it."""
    left = _SCRIPTS
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not left:
            continue
        left -= 1
        stack = [_loaded(script.text or "")]
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack += reversed(value)
            elif isinstance(value, dict):
                yield value
                stack += [value[name] for name in ("@graph", "mainEntity") if isinstance(value.get(name), dict | list)]


def _loaded(source: str) -> object:
    source = re.sub(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$", "", source).strip().rstrip(";")
    try:
        return json.loads(source, strict=False)  # not strict: pages break lines inside strings
    except (ValueError, RecursionError):
        return None


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind.endswith(("Article", "Posting")) for kind in _strings(node.get("@type")))


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]


def _names(value: object, known: dict[str, dict[str, Any]]) -> list[str]:
    """The names of people or organisations, given as words, objects, or references to objects of the page."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("name") or known.get(str(item.get("@id")), {}).get("name")
        names += _strings(item)
    return names


def _values(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _words(value: str) -> str:
    """The words of a value: entities resolved, and no half characters, which JSON can hold."""
    return clean(html.unescape(value).encode("utf-8", "ignore").decode())


def _first(values: Iterable[str]) -> str | None:
    return next(filter(None, map(_words, values)), None)


def _titles(tree: _Element, outlet: str | None) -> Iterator[str]:
    """The title of the window, without the outlet's name at its end."""
    title = tree.findtext(".//title") or ""
    pieces = _SITE.split(title)
    site, name = pieces[-1].strip().casefold(), (outlet or "").casefold()
    if len(pieces) > 1 and site and name and (site in name or name in site):
        yield title[: title.rindex(pieces[-1])].rstrip(" |–—-\n")
    yield title


def _author(tree: _Element, node: dict[str, Any], known: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    shown = _found(tree, "//*[@rel='author' or @itemprop='author']//text()")[:_AUTHORS_SHOWN]
    for names in (_names(node.get("author"), known), _values(meta, _AUTHORS), shown):
        people = [_BY.sub("", name, count=1) if _BY.match(name) else name for name in map(_words, names)]
        people = [name for name in people if name and len(name) <= _NAME and not _ADDRESS.match(name)]
        if people:
            return ", ".join(dict.fromkeys(people))
    return None


def _published(tree: _Element, node: dict[str, Any], meta: dict[str, list[str]]) -> When | None:
    """The first time that can be read; else the first that is given, as it is worded."""
    given = [published(value, basis="json-ld") for value in _strings(node.get("datePublished"))]
    given += [published(value, basis="meta") for value in _values(meta, _DATES)]
    shown = (published(value, basis="time element") for path in _TIMES for value in _found(tree, path)[:1])
    readable = (when for when in (*given, *shown) if when and when.earliest)
    return next(readable, None) or next(filter(None, given), None)


def _language(tree: _Element, node: dict[str, Any]) -> str | None:
    for value in (tree.get("lang") or tree.get("xml:lang") or "", *_strings(node.get("inLanguage"))):
        if match := _LANGUAGE.match(value.strip()):
            return match.group().lower()
    return None


def _found(tree: _Element, path: str) -> list[str]:
    """The texts or attributes that an XPath finds."""
    found = tree.xpath(path)
    return list(map(str, found)) if isinstance(found, list) else []


def _canonical(tree: _Element, meta: dict[str, list[str]]) -> Iterator[str]:
    for value in (*_found(tree, "//link[@rel='canonical']/@href"), *meta.get("og:url", ())):
        if _ADDRESS.match(value.strip()):
            yield value


def _host(url: str | None) -> Iterator[str]:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return
    if host:
        yield host.removeprefix("www.")
