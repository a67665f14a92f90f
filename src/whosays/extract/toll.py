"""How many people, and what became of them: a range with its words. Nothing is added up or filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from whosays.model import Count, Toll

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: n for n, word in enumerate(_UNITS, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORDS |= {f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_UNITS[:9], 1)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_NUMBER = (
    r"(?:\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r"|an?(?= (?:hundred|thousand|million|dozen)))"
    r"(?: (?:hundred|thousand|million|dozen)\b)?"
)
_AMOUNT = re.compile(
    r"(?P<zero>\b(?:no one|nobody|no-one|none|no (?=\w)))|"
    r"(?P<mod>\b(?:at least|no fewer than|no less than|more than|over|up to|as many as|about|around|roughly|some|"
    r"nearly|almost|"
    r"approximately|an estimated|fewer than|less than|under|between|from) )?"
    rf"(?:(?P<number>\b{_NUMBER})(?:(?: to |-|–| and (?=\d))(?P<to>{_NUMBER}))?|(?P<vague>\b(?:scores|dozens|"
    rf"hundreds|thousands|several|many|some|all))\b)",
    re.IGNORECASE,
)
_FATES: dict[str, str] = {
    "killed": r"killed|killing|kills|kill|dead|died|dies|deaths?|fatalities|lives|bodies|slain|drowned|executed|"
    r"shot dead|massacred",
    "injured": r"injured|injuring|injures|wounded|wounding|wounds|hurt|hurting|uninjured|unharmed|injuries",
    "missing": r"missing|unaccounted for",
    "displaced": r"displaced|displacing|displaces|fled|flee|fleeing|evacuated|homeless",
    "captive": r"captive|captives|hostages?|captured|in captivity|held prisoner|prisoners of war",
    "abducted": r"abducted|abducting|kidnapped|kidnapping|kidnaps|seized|abducts|taken",
    "released": r"released|releasing|freed|freeing|frees|releases|set free",
    "exchanged": r"exchanged|swapped|handing over|handed over",
    "escaped": r"escaped|escape",
    "rescued": r"rescued|rescuing|rescues|pulled (?:alive )?from",
}
_FATE = re.compile("|".join(rf"(?P<{key}>\b(?:{words})\b)" for key, words in _FATES.items()), re.IGNORECASE)
# Counted, but no people: a number before one of these belongs to no toll.
_NOT_PEOPLE = re.compile(
    r"\s*(?:-|%|percent|per cent|km|kilomet|met(?:er|re)|miles?\b|years?|months?|weeks?|days?|hours?|minutes?|"
    r"times?\b|am\b|pm\b|"
    r"a\.m|p\.m|dollars?|euros?|tons?|tonnes?|rounds|drones?|missiles?|rockets?|vehicles?|cars?\b|houses?|homes|"
    r"buildings?|villages?|towns?|"
    r"cities|states|countries|points?|seats?|ships?|boats?|tanks?|o'clock|o’clock|million (?:dollars|euros)|[:/]\d|"
    r"(?:large |small |big |loud |new )?(?:explosions?|blasts?|attacks?|strikes?|bombs?|shots?|separate)|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(r"\bhow many\b", re.IGNORECASE)
# Between a number and its verb stand a noun phrase and at most one parenthesis; more than this is another statement.
_REACH = 90


# Next to nothing stands between an active verb and the number it counts: "killing at least four".
_OBJECT = re.compile(r"\s+(?:(?:another|the|all|of|as many as)\s+){0,2}", re.IGNORECASE)


class Amount(NamedTuple):
    """A range of people at [start, end); both ends None where the words say that it is not known."""

    start: int
    end: int
    low: int | None
    high: int | None


def find(text: str, start: int, end: int) -> Toll | None:
    """The toll that the clause text[start:end] states; None if it states none."""
    fates = [(m.lastgroup or "", m.start(), m.end()) for m in _FATE.finditer(text, start, end)]
    if not fates:
        return None
    unclear = _UNCLEAR.search(text, start, end)
    amounts = [] if unclear else list(_amounts(text, start, end))
    out: dict[str, Count] = {}
    for key, a, b in fates:
        amount = Amount(unclear.start(), b, None, None) if unclear else _nearest(text, amounts, a, b)
        if amount is not None and key not in out and not _idle(text, key, a, b):
            x, y = min(amount.start, a), max(amount.end, b)
            out[key] = Count(start=x, end=y, exact=text[x:y], min=amount.low, max=amount.high)
    return Toll(**out) if out else None


def _idle(text: str, key: str, a: int, b: int) -> bool:
    """A word of fate that only describes: "the injured", "lives in", "taken to hospital"."""
    word = text[a:b].lower()
    after = text[b : b + 12].lower()
    if word == "lives" and not re.search(
        r"(?:claim|lost|cost|took|taken|take)\w*[^.]*$", text[max(0, a - 60) : a].lower()
    ):
        return True
    return word == "taken" and not after.startswith((" hostage", " captive", " prisoner", " from their"))


def _amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text, start, end):
        if match["zero"]:
            yield Amount(match.start(), match.end(), 0, 0)
            continue
        if _NOT_PEOPLE.match(text, match.end()):
            continue
        if match["vague"]:
            if match["vague"].lower() != "all":
                yield Amount(match.start(), match.end(), None, None)
            continue
        low, high = _range((match["mod"] or "").strip().lower(), _value(match["number"]), match["to"])
        yield Amount(match.start(), match.end(), low, high)


def _value(words: str) -> int:
    parts = words.lower().replace(" ", " ").split()
    scale = _SCALES.get(parts[-1], 1) if len(parts) > 1 else 1
    first = parts[0].replace(",", "")
    if not first[0].isdigit():
        return _WORDS.get(first, 1) * scale
    if len(parts) > 1 and scale == 1:
        return int("".join(parts).replace(",", ""))
    return round(float(first) * scale)


def _range(mod: str, n: int, to: str | None) -> tuple[int | None, int | None]:
    """Bounds that the modifier sets; "about" is read as within ten per cent (READING.md's own example)."""
    if to is not None:
        return n, _value(to)
    if mod in {"at least", "no fewer than", "no less than"}:
        return n, None
    if mod in {"more than", "over"}:
        return n + 1, None
    if mod in {"up to", "as many as"}:
        return None, n
    if mod in {"fewer than", "less than", "under"}:
        return None, n - 1
    if mod in {"about", "around", "roughly", "nearly", "almost", "approximately", "an estimated"} or (
        mod == "some" and n >= 20
    ):
        return round(n * 0.9), round(n * 1.1)
    return n, n


def _nearest(text: str, amounts: list[Amount], a: int, b: int) -> Amount | None:
    """The amount that the word of fate at [a, b) counts: before a passive, after an active verb."""
    before = [x for x in amounts if x.end <= a and a - x.end <= _REACH and not _between(text, x.end, a)]
    after = [x for x in amounts if x.start >= b and _OBJECT.fullmatch(text, b, x.start)]
    active = text[a:b].lower().endswith(("ing", "s")) and text[a:b].lower() not in {
        "missing",
        "lives",
        "deaths",
        "bodies",
        "hostages",
        "captives",
    }
    if active or not before:
        return after[0] if after else (before[-1] if before and not active else None)
    return before[-1]


def _between(text: str, a: int, b: int) -> bool:
    """True if another statement ends between the number and the word."""
    return bool(
        re.search(r"[;:]|\b(?:and|but|while|when|after) (?:the|a|an|he|she|it|they)\b|\.\s|\bwhich\b", text[a:b])
    )
