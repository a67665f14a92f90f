"""Claims of one report that do not go together, and denials that find what they deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from whosays.model import OUTLET, UNNAMED, Claim, Count, Tension, Toll

_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP = frozenset(  # cut as `_words` cuts them
    w[:5]
    for w in "that this with from they them their have been were said which what when where would could will also "
    "after before about there other into than then some more most over only".split()
)
# Words of a count that do not say who was counted, cut as `_words` cuts them.
_COUNTED = frozenset(
    w[:5]
    for w in "killed dead died deaths injured wounded hurt people persons others least about around nearly dozen "
    "dozens scores hundreds thousand thousands hundred three four five seven eight nine eleven twelve twenty "
    "thirty forty fifty killing wounding injuring bodies lives number victims casualties missing released "
    "freed abducted".split()
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|none)\b|n[’']t\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:ended|is over|was over|retreated|withdrew|suppressed|repelled|cleared|liquidated|settled)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"\b(?:continu\w+|ongoing|underway|under way|still fighting|going on)\b", re.IGNORECASE)
# At least this many content words in common before a denial is taken to be about a claim. Two lets "the attack" in
# "denied the attack on the bridge" find it; one joins everything that names the town.
_COMMON = 2


def with_denials(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each denial pointing at the affirmed claim of another voice that shares most words with it.

    A negated statement of a named voice is a denial if what it negates is in play: another voice of the report says it
    (GUIDE.md, polarity). "No one was hurt" is none: it states a toll of zero.
    """
    out = []
    for c in claims:
        denied = _denied(c, claims) if c.polarity == "deny" or (_negates(c) and _in_play(c, claims)) else None
        out.append(replace(c, polarity="deny", denies=denied) if denied is not None else c)
    return tuple(out)


def _in_play(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True if another voice affirms the very word that the negation stands before."""
    negation = _NOT.search(claim.exact)
    after = _WORD.search(claim.exact, negation.end()) if negation else None
    return after is not None and any(
        after[0].lower()[:5] in _words(c.exact) for c in claims if c.holder.ref != claim.holder.ref and not _negated(c)
    )


def _negated(claim: Claim) -> bool:
    return _NOT.search(claim.exact) is not None


def _negates(claim: Claim) -> bool:
    return (
        claim.polarity == "affirm"
        and claim.holder.name not in {OUTLET, UNNAMED}
        and claim.toll is None
        and _negated(claim)
    )


def _denied(denial: Claim, claims: Sequence[Claim]) -> str | None:
    mine = _words(denial.exact)
    best = max(
        (c for c in claims if c.polarity == "affirm" and c.holder.ref != denial.holder.ref and not _negated(c)),
        key=lambda c: (len(mine & _words(c.exact)), c.happening == denial.happening, -abs(c.start - denial.start)),
        default=None,
    )
    return best.id if best is not None and len(mine & _words(best.exact)) >= _COMMON else None


def _words(words: str) -> frozenset[str]:
    """Content words, cut to five letters so that "attack" meets "attacked"."""
    return frozenset(w.lower()[:5] for w in _WORD.findall(words)) - _STOP


def find(claims: Sequence[Claim]) -> tuple[Tension, ...]:
    """Denials, tolls that exclude each other, known next to not known, over next to going on."""
    found = [*_denials(claims), *_tolls(claims), *_extent(claims)]
    seen: dict[tuple[str, str], Tension] = {}
    for tension in found:
        seen.setdefault((tension.a, tension.b), tension)
    return tuple(seen.values())


def _denials(claims: Sequence[Claim]) -> Iterator[Tension]:
    for c in claims:
        if c.denies is not None:
            yield Tension(kind="attribution", a=c.denies, b=c.id, why=f"{c.holder.name} denies it")


def _tolls(claims: Sequence[Claim]) -> Iterator[Tension]:
    counted = [c for c in claims if c.toll is not None]
    for a, b in combinations(counted, 2):
        if a.happening != b.happening:
            continue
        for key in Toll.__struct_fields__:
            why = _excludes(key, _count(a, key), _count(b, key))
            if why:
                yield Tension(kind="toll", a=a.id, b=b.id, why=why)
                break


def _count(claim: Claim, key: str) -> Count | None:
    found = getattr(claim.toll, key)
    return found if isinstance(found, Count) else None


def _excludes(key: str, a: Count | None, b: Count | None) -> str | None:
    """A sentence if no number fits both counts, or if one side says a number and the other that it is not known."""
    if a is None or b is None:
        return None
    if _is_open(a) != _is_open(b):
        known, unknown = (b, a) if _is_open(a) else (a, b)
        return f"{key}: {known.exact!r} is stated, {unknown.exact!r} leaves it open" if _asks(unknown) else None
    if not _comparable(a, b):
        return None
    low, high = max(a.min or 0, b.min or 0), min(_top(a), _top(b))
    return f"{key}: {a.exact!r} and {b.exact!r} cannot both hold" if low > high else None


def _comparable(a: Count, b: Count) -> bool:
    """False if both say who was counted and in different words: three officers and two siblings exclude nothing."""
    mine, other = (_words(x.exact) - _COUNTED for x in (a, b))
    return not mine or not other or bool(mine & other)


def _is_open(count: Count) -> bool:
    return count.min is None and count.max is None


def _asks(count: Count) -> bool:
    return "how many" in count.exact.lower() or "number of" in count.exact.lower()


def _top(count: Count) -> float:
    return float("inf") if count.max is None else count.max


def _extent(claims: Sequence[Claim]) -> Iterator[Tension]:
    """One says that it is over, another that it goes on."""
    over = next((c for c in claims if _ENDED.search(c.exact) and c.kind == "event"), None)
    on = next((c for c in claims if _GOES_ON.search(c.exact) and c.kind == "event" and c.certainty != "possible"), None)
    if over is not None and on is not None and over.holder.ref != on.holder.ref:
        yield Tension(kind="extent", a=over.id, b=on.id, why="one says that it ended, the other that it goes on")
