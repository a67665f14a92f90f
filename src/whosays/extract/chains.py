"""Through whom: the carriers between a holder and the outlet, from the holder outwards.

Three ways to name one: in the reporting clause ("said by telephone", "told the Post", "in a video on Telegram"), as
the speaker around another report (hearsay inside hearsay), or once for a voice in another sentence ("Lind shared an
interview with one of the fighters on Telegram").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from whosays.extract import lexicon
from whosays.extract.speech import Said
from whosays.extract.tokens import Chars
from whosays.extract.voices import kind_of
from whosays.model import VoiceKind


class Link(NamedTuple):
    """One carrier: its name, what kind of voice it is, where the text names it."""

    name: str
    kind: VoiceKind
    at: Chars


_CHANNEL_WORDS = "|".join(sorted((re.escape(w) for w in lexicon.CHANNELS if w != "x"), key=len, reverse=True))
_PLATFORMS = frozenset({"Twitter", "X", "Telegram", "Facebook", "Instagram", "YouTube", "WhatsApp", "TikTok"})
_CHANNEL = re.compile(
    rf"\b(?:in|on|by|via|over|through|during)\s+(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\w’'-]+\s+){{0,3}}?"
    rf"(?P<word>{_CHANNEL_WORDS}|X)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"\b(?:issued|released|published|posted|sent|aired|made)\s+(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<word>{_CHANNEL_WORDS})\b",
    re.IGNORECASE,
)
_NAMED = r"(?:the |an? )?(?:[\w’'-]+ ){0,2}?(?:[A-Z][\w’'&.-]*)(?: (?:[A-Z][\w’'&.-]*|of|and))*"
_TO = re.compile(rf"\b(?:to|with|by)\s+(?P<name>{_NAMED})")
_TOLD = re.compile(rf"\b(?:told|tells|tell|telling)\s+(?P<name>{_NAMED})")
_CITING = re.compile(r",\s*(?:citing|quoting)\s+(?P<name>(?:the |an? )?[\w’' -]+?)(?=,|\.|$| that\b| saying\b)")
_SHARED = re.compile(
    r"(?<![\w’'.-])(?P<who>[A-Z][\w’'.-]{1,30}(?: [A-Z][\w’'.-]{1,30}){0,4})(?:, [^,\n]{3,80},)?(?: has| have| had)?"
    r"(?: now| since| also| later| however)?"
    r" (?:shared|posted|published|released|aired|broadcast|uploaded) (?:an?|the) (?:[\w-]+ )?"
    r"(?P<what>interview|video|recording|message|statement|clip)"
    r"(?: (?:with|of|by|from) (?P<holder>[^,.\n]{1,80}?))?(?: (?:on|via|in) (?P<where>[A-Z]\w+))?"
    r"(?=[,.]|$| in which| on )"
)
_PLAIN_LISTENERS = frozenset("reporters journalists parliament court lawmakers lawyers us me him her them".split())
_NOT_CARRIERS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december i he she it they we".split()
)


def in_clause(text: str, said: Said, outlet: str | None) -> list[Link]:
    """The carriers that the reporting clause of `said` names; the outlet itself is none."""
    if said.cue is None or said.source is None:
        return []
    if said.verb is not None and said.verb.lemma == "post" and _HANDLE.search(text[slice(*said.cue)]):
        return [Link("Twitter" if "Twitter" in text else "post", "channel", said.cue)]
    start, end = _zone(said)
    zone = text[start:end]
    found = [
        link
        for link in (*_channels(zone, start), *_addressees(zone, start, said))
        if not (said.source[0] <= link.at[0] < said.source[1]) and not _is_outlet(link.name, outlet)
    ]
    platform = any(link.name in _PLATFORMS for link in found)
    kept = [link for link in found if not (platform and link.name in {"post", "video", "message", "tweet"})]
    return sorted({link.name.lower(): link for link in kept}.values(), key=lambda link: link.at)


_HANDLE = re.compile(r"\(@\w+\)")


def _is_outlet(name: str, outlet: str | None) -> bool:
    words = set(re.findall(r"\w{3,}", name.lower())) - {"the"}
    return outlet is not None and bool(words) and words <= set(re.findall(r"\w{3,}", outlet.lower()))


def _zone(said: Said) -> Chars:
    """The reporting clause: from the start of its sentence, or the end of its content, to the other."""
    first, last = said.sentence
    cue = said.cue if said.cue is not None else said.sentence
    if said.start < cue[0]:
        return min(said.end, cue[0]), last
    return max(first, cue[0] - 200), said.start


def _channels(zone: str, offset: int) -> Iterator[Link]:
    for pattern in (_CHANNEL, _ISSUED):
        for match in pattern.finditer(zone):
            word = match["word"]
            if word == "x":
                continue
            name = lexicon.CHANNELS[word.lower()]
            yield Link(name, "channel", (offset + match.start("word"), offset + match.end("word")))


def _addressees(zone: str, offset: int, said: Said) -> Iterator[Link]:
    """ "told the Post", "said to the Post", "in an interview with the Post"."""
    for pattern in (_TOLD, _TO):
        for match in pattern.finditer(zone):
            name = match["name"].rstrip(".")
            at = offset + match.start("name"), offset + match.start("name") + len(name)
            if said.source and at[0] < said.source[1] and said.source[0] < at[1]:
                continue
            kind = kind_of(name)
            words = set(re.findall(r"[\w-]+", name.lower()))
            next_to_source = said.source is not None and 0 < at[0] - said.source[1] < 8
            spoken_to = pattern is _TOLD or next_to_source or _is_medium(words)
            if words & (_NOT_CARRIERS | _PLAIN_LISTENERS) or not spoken_to:
                continue
            if kind in {"organisation", "agency"} or _is_medium(words):
                yield Link(name, "agency" if kind == "agency" else "organisation", at)


def _is_medium(words: set[str]) -> bool:
    """True if one of the words is typical of the name of a medium or an agency."""
    return bool(words & lexicon.MEDIA)


def for_voices(text: str) -> list[tuple[int, list[Link]]]:
    """(where it ends, its carriers) of every sentence that tells how somebody's statement came out."""
    out = []
    for match in _SHARED.finditer(text):
        links = [Link(match["what"], "channel", match.span("what")), Link(match["who"], "person", match.span("who"))]
        if match["where"]:
            links.append(Link(match["where"], "channel", match.span("where")))
        else:
            after = _CHANNEL.search(text, match.end(), match.end() + 40)
            if after is not None and after["word"] != "x":
                links.append(Link(lexicon.CHANNELS[after["word"].lower()], "channel", after.span("word")))
        out.append((match.end(), links))
    return out
