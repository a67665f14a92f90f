"""What one element of a page says it is: by its tag, its attributes, and the words in its class name."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.etree import _Element

Role = Literal["title", "heading", "standfirst", "byline", "dateline", "quote", "caption", "credit", "body"]


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _set(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td "
    "tfoot th thead tr ul"
)
_UNSEEN = _set(
    "script style noscript template head title meta link iframe object embed svg math canvas button select option "
    "textarea input audio video dialog datalist map progress rp rt nav menu amp-ad amp-analytics amp-audio amp- "
    "auto-ads amp-consent amp-embed amp-iframe amp-sidebar amp-social-share amp-video"
)
_UNSEEN_ROLES = _set("alertdialog banner contentinfo dialog menu menubar navigation search tablist toolbar")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OFFSCREEN = re.compile(r"sr-only|(?:visually|screen)-?hidden|screen-?reader|off-?screen", re.IGNORECASE)
_NAMING = (
    "class",
    "id",
    "itemprop",
    "rel",
    "data-component",
    "data-testid",
    "data-test-id",
    "data-gu-name",
    "data-type",
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

# The words by which news sites name what an element is for. They are only believed on small elements, since a page
# may name its whole body "article author-12 has-comments".
_OFF = _set(
    "ad ads advert advertisement breadcrumb breadcrumbs comments consent cookie cookies menu modal mostread "
    "newsletter outbrain paywall popular popup promo promos readmore recommend recommendations recommended related "
    "share sharing sidebar social sponsored subscribe subscription taboola tags teaser teasers toolbar trending"
)
_PICTURE = _set("figure gallery image img photo picture slideshow video")
_CREDIT = _set("attribution copyright credit credits")
_STANDFIRST = _set(
    "dek deck excerpt ingress intro lead lede preamble standfirst strapline subheadline subtitle summary"
)
_QUOTE = _set("blockquote pull pullquote quote")
_BYLINE = _set("author authors byline bylines")
_DATELINE = _set("date dateline datetime modified pubdate published time timestamp updated")
_SMALL = 800  # characters: twice the longest caption or standfirst that is usual
_FEW = 200  # elements in a small one; a bound for hostile pages


def words(element: _Element) -> frozenset[str]:
    """The words of the class name and of what else names the use of an element, in small letters."""
    names = " ".join(filter(None, map(element.get, _NAMING)))
    return frozenset(word.lower() for word in _WORD.findall(names[:500]))


def is_unseen(element: _Element, *, in_article: bool, in_figure: bool) -> bool:
    """Whether a reader never sees an element, or sees a menu. Labels for screen readers count in a figure alone,
    where they say which words are the caption and which the credit.
    """
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN or (tag == "footer" and not in_article):
        return True
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true":
        return True
    if (element.get("role") or "").lower() in _UNSEEN_ROLES or _HIDING.search(element.get("style") or ""):
        return True
    return not in_figure and bool(_OFFSCREEN.search(element.get("class") or ""))


def is_off(element: _Element, named: frozenset[str]) -> bool:
    """Whether an element is named a teaser list, an advertisement or the like. A hint: names are often wrong."""
    return bool(named & _OFF) or (element.tag == "aside" and not named & (_QUOTE | _PICTURE))


def is_figure(element: _Element, named: frozenset[str]) -> bool:
    """Whether an element is a picture with what stands under it."""
    if element.tag == "figure":
        return True
    box = element.tag in BLOCKS and (named & _PICTURE or any(word.endswith("caption") for word in named))
    return bool(box) and _has_picture(element) and is_small(element)


def is_small(element: _Element) -> bool:
    """Whether an element holds little enough for its class name to be about all of it."""
    if next(islice(element.iter(), _FEW, None), None) is not None:
        return False
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _SMALL:
            return False
    return True


def role(element: _Element, named: frozenset[str], *, in_figure: bool) -> Role | None:
    """What a block element says it is, None if nothing. `named`: its words."""
    tag = element.tag
    if tag == "h1":
        return "title"
    if tag == "blockquote":
        return "quote"
    if tag == "figcaption":
        return "caption"
    found = _named_in_figure(named) if in_figure else _named(named)
    if found and is_small(element):
        return found
    if tag in ("h2", "h3", "h4", "h5", "h6"):
        return "heading"
    return "byline" if tag == "address" else None


def role_in_figure(named: frozenset[str]) -> Role | None:
    """What an inline element of a figure says it is: its class name may be all that parts caption and credit."""
    return _named_in_figure(named)


def hint(element: _Element, named: frozenset[str]) -> Literal["byline", "dateline"] | None:
    """What an inline element says about the line it stands in."""
    if element.tag == "time" or named & _DATELINE:
        return "dateline"
    return "byline" if named & _BYLINE else None


def _named_in_figure(named: frozenset[str]) -> Role | None:
    if named & _QUOTE:
        return "quote"
    if named & _CREDIT or any(word.endswith(("credit", "copyright")) for word in named):
        return "credit"
    return "caption" if any(word.endswith("caption") for word in named) else None


def _named(named: frozenset[str]) -> Role | None:
    if named & _PICTURE or any(word.endswith(("caption", "credit")) for word in named) or "credit" in named:
        return _named_in_figure(named)
    kinds: tuple[tuple[frozenset[str], Role], ...] = (
        (_QUOTE, "quote"),
        (_BYLINE, "byline"),
        (_DATELINE, "dateline"),
        (_STANDFIRST, "standfirst"),
    )
    return next((kind for names, kind in kinds if named & names), None)


def _has_picture(element: _Element) -> bool:
    tags = {child.tag for child in islice(element.iter(), _FEW)}
    return bool(tags & {"img", "amp-img", "picture", "video", "amp-video", "iframe"})
