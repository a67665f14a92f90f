"""A reading's values in a few plain words, the same on every page and in every table."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.model import OUTLET, UNNAMED, Claim, Count, Happening, Reading, Toll


def who(claim: Claim) -> str:
    """Who says it: "the outlet", "nobody named", or the holder, with a mark where that is not decided."""
    name = {OUTLET: "the outlet", UNNAMED: "nobody named"}.get(claim.holder.name, _bare(claim.holder.name))
    return name if claim.holder.decided else f"{name} (?)"


def _bare(name: str) -> str:
    """The name without the article that opens it and without quotation marks around all of it."""
    first, _, rest = name.partition(" ")
    bare = rest if first.lower() in {"the", "a", "an"} and rest else name
    return bare.strip('“”"„«»')


def through(claim: Claim) -> str:
    """Through whom, from the holder outwards; empty if nobody carried it."""
    return " > ".join(v.name for v in claim.via)


def how(claim: Claim) -> str:
    """How sure, and the outlet's own attitude, where either is more than plain."""
    marks = [{"deny": "DENIES", "unknown": "leaves open"}.get(claim.polarity, "")]
    if claim.certainty in {"probable", "possible"}:
        marks.append(claim.certainty)
    if claim.stance in {"distances", "doubts", "confirms"}:
        marks.append({"distances": "distanced", "doubts": "doubted", "confirms": "confirms"}[claim.stance])
    return ", ".join(m for m in marks if m) or "plain"


def count_words(key: str, count: Count) -> str:
    """A count as words: "4 killed", "4 or more killed", "unclear how many injured".

    >>> count_words("killed", Count(start=0, end=1, exact="4", min=4, max=None))
    '4 or more killed'
    """
    low, high = count.min, count.max
    if low is None and high is None:
        unclear = "how many" in count.exact.lower() or "number of" in count.exact.lower()
        return f"unclear how many {key}" if unclear else f"“{count.exact}”"
    if low == high:
        return f"{low:,} {key}" if low else f"nobody {key}"
    if high is None:
        return f"{low:,} or more {key}"
    return f"up to {high:,} {key}" if low is None else f"{low:,} to {high:,} {key}"


def toll_words(toll: Toll | None) -> str:
    """All counts of a toll, in words."""
    if toll is None:
        return ""
    counts = [(key, getattr(toll, key)) for key in Toll.__struct_fields__]
    return ", ".join(count_words(key, count) for key, count in counts if count is not None)


def by_happening(reading: Reading) -> list[tuple[Happening | None, list[Claim]]]:
    """The claims under the happening they are about, most claims first; last the claims about none."""
    claims = {c.id: c for c in reading.claims}
    groups: list[tuple[Happening | None, list[Claim]]] = [
        (h, [claims[i] for i in h.claims]) for h in reading.happenings
    ]
    groups.sort(key=lambda group: -len(group[1]))
    rest = [c for c in reading.claims if c.happening is None]
    return [*groups, (None, rest)] if rest else groups


def names(claims: Iterable[Claim]) -> list[str]:
    """Who says these claims, once each, in order."""
    return list(dict.fromkeys(who(c) for c in claims))
