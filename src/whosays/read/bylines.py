"""Who wrote a report, where and when: the lines that say so, and the dateline at the head of an agency paragraph."""

from __future__ import annotations

import re

from whosays.credits import AGENCY

_LINE = 200  # characters
_HANDS_LINE = 400  # characters; lists of contributors are longer than a byline
_PARTICLE = r"(?:d[aeiou]|del|l[ae]|v[ao]n|der|den|ter|bin|bint|al|el|abu)"
_WHO = rf"[A-ZÀ-Þ][\w.'’-]*(?: (?:{_PARTICLE} ){{0,2}}[A-ZÀ-Þ][\w.'’-]*){{1,3}}"
_BYLINE = re.compile(
    rf"(?:(?:Text|Words|Story|Report|Analysis|Written) )?(?:[Bb]y|BY|Text:|Words:) (?P<who>{_WHO})(?P<rest>.*)"
)
_REPORTS = re.compile(rf"{_WHO},? (?:reports? from|reporting from|in) [A-ZÀ-Þ][\w’']*(?:,? [A-ZÀ-Þ][\w’']*){{0,3}}\.?")
_HANDS = re.compile(
    r"\W*(?:(?:additional|further) )?(?:reporting|editing|writing|written|edited|compiled|translated|reported) by\b"
    r"|\W*with (?:files|reporting|inputs?|material|additional reporting) (?:from|by)\b"
    r"|.{3,200}\bcontributed (?:reporting\b|to this (?:report|story|article))",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|A|An|And|For|In|Of|On|That|The|This|To)\b"
)
_MONTH = (
    r"(?i:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?)"
)
_MONTHS = re.compile(_MONTH)
_DAY = r"(?i:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun)\b\.?)"
_STAMP = re.compile(
    rf"{_MONTH}|{_DAY}|\d{{1,2}}(?:[:.]\d\d){{1,2}}(?:[ap]m|z)?|\d{{1,2}}[ap]m|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    r"|\d{4}-\d\d-\d\d(?:t[\d:.]+(?:z|[+-][\d:]+)?)?",
    re.IGNORECASE,
)
_STAMP_REST = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|[AaPp]\.?[Mm]\.?|noon|midnight|at|on|of|local|time|h|hrs|[A-Z]{2,4}(?:[+-]\d[\d:]*)?"
)
_TOKENS = 14  # words of the longest stamp: place, country, weekday, date, time, zone

_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-][A-ZÀ-Þ][\w.'’-]*){0,3}"
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*)"
_DATE = rf"(?:{_MONTH} \d{{1,2}}\b|\d{{1,2}} {_MONTH}|{_DAY})(?:,? (?:\d{{4}}|\d\d)\b)?"
_NEWSROOM = (
    rf"(?:{AGENCY}|CNN|BBC(?: News)?|VOA|RFE/RL|NPR|(?:ABC|CBS|Fox|NBC) News|Thomson Reuters Foundation"
    r"|IRIN|KCNA|KUNA|WAFA|WAM|NAN|MENA|JTA)"
)
_WIRE = rf"\s?[(/\[]{_NEWSROOM}[)/\]]"
_SOURCE = r"\s?[(/\[][A-Z][\w.&'’/ -]{1,40}[)/\]]"
_RULE = r"\s?(?:—|–|―|--?|_)(?=\s|$|[“\"])"
_SLUG = r"FILE\b|BREAKING|EXCLUSIVE|UPDATE|LIVE|OPINION|ANALYSIS|WATCH|VIDEO"
_STOP = rf"(?:{_RULE}|\s?[.:](?=\s))"
# A place in capitals may carry any source; one in small letters needs a known agency, a date or a country.
_HEAD = re.compile(
    "|".join(
        (
            rf"{_UPPER}{{0,4}}(?:, {_PLACE})?(?:,? {_DATE})?\.?,?{_SOURCE}(?:,? {_DATE})?{_STOP}",
            rf"(?:{_PLACE}(?:, {_PLACE})?(?:,? {_DATE})?\.?,?)?{_WIRE}(?:,? {_DATE})?{_STOP}",
            rf"{_PLACE}(?:, {_PLACE})?,? {_DATE}{_RULE}",
            rf"(?!{_SLUG}){_UPPER}{{0,2}}(?:, {_PLACE})?{_RULE}(?=$|\s+\S*[A-ZÀ-Þ\d]\S*[\s\S]{{0,40}}[a-zà-ÿ])",
            rf"{_PLACE}, {_PLACE}\s?[—–]\s(?=[A-ZÀ-Þ“\"])",
            rf"\({_NEWSROOM}\)(?=\s?[A-ZÀ-Þ“\"])",
        )
    )
)
_HEAD_REACH = 120  # characters


def is_byline(words: str) -> bool:
    """Whether a line names who wrote, filed or edited the report."""
    if len(words) <= _HANDS_LINE and _HANDS.match(words):
        return True
    if len(words) > _LINE:
        return False
    if _REPORTS.fullmatch(words):
        return " in " not in words
    match = _BYLINE.fullmatch(words)
    return bool(match and not _NOT_A_NAME.search(match["who"]) and not words.endswith((".", "?", "!")))


def is_dateline(words: str) -> bool:
    """Whether a line is only a date or a time, with a place before it or not."""
    if len(words) > _LINE:
        return False
    if _HEAD.fullmatch(words):
        return True
    tokens = re.findall(r"[^\s,|()–—]+", words)
    if not tokens or len(tokens) > _TOKENS or words.endswith(("?", "!")):
        return False
    rest = [token for token in tokens[_place_length(words, tokens) :] if not _STAMP.fullmatch(token)]
    dated = any(map(str.isdigit, words))  # a month alone is a name or a verb as often as a date
    stamped = any(_STAMP.fullmatch(token) and (dated or not _MONTHS.fullmatch(token)) for token in tokens)
    return stamped and all(_STAMP_REST.fullmatch(token) for token in rest)


def dateline_end(words: str) -> int:
    """Where the agency dateline at the head of a paragraph ends, 0 if there is none.

    >>> dateline_end("DOLNA, Ostrava (AP) — Two men were held.")
    21
    """
    head = _HEAD.match(words[:_HEAD_REACH])
    return len(head.group().rstrip()) if head else 0


def _place_length(words: str, tokens: list[str]) -> int:
    """How many words name the place before the first comma or rule of a stamp."""
    place = re.match(rf"{_PLACE}(?:, {_PLACE})?(?=\s?[,–—|(])", words)
    return len(re.findall(r"[^\s,|()–—]+", place.group())) if place else 0
