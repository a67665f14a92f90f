"""Which claims are about the same thing that happened, whoever says it.

One happening per type of event that the report names, told apart by earlier and later ("in April", "last year") where
the words do so. A claim without an event word of its own belongs to what its neighbours are about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from whosays.model import Claim, Happening
from whosays.reading import claim_id

# Event types with their trigger words, most specific first: a raid that shells a town is asked about as a shelling.
# Names and codes of a full ontology come with kinds/*.yaml; these are the types a brief needs.
_TRIGGERS: tuple[tuple[str, str], ...] = (
    ("air strike", r"air ?strikes?|air raids?|bombed|bombing raid|warplanes?|fighter jet|drones?"),
    ("shelling", r"shell(?:ed|ing|s)|artillery|mortars?|rockets?|missiles?"),
    ("suicide bombing", r"suicide (?:bomb\w*|attack\w*|car)|car bomb|truck bomb"),
    ("explosion", r"explosions?|blasts?|exploded|detonat\w+|blown up"),
    ("shooting", r"gunfire|gunm[ae]n|shot (?:at|dead)|opened fire|shootings?|shots"),
    ("border raid", r"raid\w*|incursion|crossed (?:the|into)|stormed|invasion|invaded|infiltrat\w+|saboteurs?|"
                    r"surprise attack"),
    ("release", r"releas\w+|freed|frees|handed over|handing over|handover|swap\w*|exchanged"),
    ("abduction", r"abduct\w+|kidnap\w+|hostages?|held captive|taken captive"),
    ("talks", r"negotiat\w+|talks|deal|cease-?fire|truce|agreement"),
    ("protest", r"protest\w*|demonstrat\w+|march(?:ed|es|ers)|rall(?:y|ied|ies)|riot\w*|strik(?:e|ers) by"),
    ("flight", r"fled|flee\w*|evacuat\w+|displac\w+|residents left"),
    ("arrest", r"arrest\w*|detain\w+|custody"),
    ("vote", r"elections?|vot(?:e|ed|ing|ers)|ballots?|polling"),
    ("flood", r"flood\w*|dam\b|dyke|levee"),
    ("fire", r"fires?\b|blaze|burn(?:ed|t|ing)"),
    ("crash", r"crash\w*|collid\w+|collision|derail\w+|capsiz\w+|sank|sinking"),
    ("outbreak", r"outbreak|epidemic|infect\w+|cases of|virus|disease"),
    ("cyber attack", r"hack\w*|ransomware|malware|cyber\w*"),
    ("request", r"asked (?:to|for|us|them)|request\w*|appeal(?:ed)? for|letters?\b"),
    ("operation", r"operation\b|operations\b"),
    ("attack", r"attack\w*|assault\w*|clash\w*|fight\w*|fought|battles?|bomb\w*|rammed|killed|wounded|injured"),
)  # fmt: skip
_TYPES = [(name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _TRIGGERS]
_EARLIER = re.compile(
    r"\b(?:last (?:week|month|year|summer|spring|autumn|winter)|(?:earlier|late) (?:this|in) \w+|in (?:January|"
    r"February|March|April|May|"
    r"June|July|August|September|October|November|December)(?: \d{4})?|in (?:19|20)\d\d|\w+ (?:years|months|weeks) "
    r"(?:ago|earlier))\b"
)


def group(text: str, text_id: str, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Happening, ...]]:
    """The claims with their happening, and the happenings in the order in which they are first told."""
    members: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    out = []
    last: str | None = None
    main: str | None = None
    for claim in claims:
        kind = _type(claim.exact) or _type(_sentence(text, claim))
        key = last
        if kind is not None:
            generic = kind == "attack" and main is not None and not _EARLIER.search(claim.exact)
            key = main if generic else kind + (" (earlier)" if _EARLIER.search(_sentence(text, claim)) else "")
            types[key or kind] = types.get(key or kind, kind)
        main = main or key
        last = key
        if key is not None:
            members.setdefault(key, []).append(claim.id)
            out.append(replace(claim, happening=_id(text_id, key)))
        else:
            out.append(claim)
    happenings = tuple(
        Happening(id=_id(text_id, key), label=key, type=types.get(key, key), claims=tuple(ids))
        for key, ids in members.items()
    )
    return tuple(out), happenings


def _id(text_id: str, key: str) -> str:
    return "h_" + claim_id(text_id, "happening", key)[2:]


def _type(words: str) -> str | None:
    return next((name for name, trigger in _TYPES if trigger.search(words)), None)


def _sentence(text: str, claim: Claim) -> str:
    start = max(text.rfind("\n", 0, claim.start), text.rfind(". ", 0, claim.start)) + 1
    ends = [k for k in (text.find("\n", claim.end), text.find(". ", claim.end)) if k >= 0]
    return text[start : min(ends, default=len(text))][:1000]
