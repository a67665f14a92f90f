"""Which language the text is in, and whether it reads like a machine translation.

Only what the words show: a page's own note ("translated from"), or the marks that translated news leaves, such as the
label of a picture button glued to a caption, or a reportive form rendered as "must have been".
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from whosays.model import Report

_SAID_SO = re.compile(
    r"\b(?:machine[- ]translated|automatically translated|translated (?:automatically )?from (?:the "
    r")?(?P<from>[A-Z][a-z]+))",
    re.I,
)
# Each is rare in edited English and common in translated tabloids; two different ones together are taken as a sign.
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^(?:full ?screen)\b",
        r"^[–—] \S.*, (?:says|writes|tells) ",
        r"\b(?:should|must) have been (?:saddened|informed|sent|used|at|in|on|about|shot|attacked|killed|injured|"
        r"taken)\b",
        r", (?:says|writes) [A-Z“‘\"]",
        r"\b(?:is|are) said to have\b",
        r"\bwould have (?:been )?\w+(?:ed|en|t)\b(?:.|\n)*\bwould have (?:been )?\w+(?:ed|en|t)\b",
        r"\b(?:According to (?:our )?information|This one|has (?:he|she) (?:said|told|declared)|lets? (?:it be "
        r")?know)\b",
    )
)
_ENOUGH = 3


def flag(report: Report) -> Report:
    """The report with `translated_from` set where the text says so ("Swedish") or looks so ("unknown")."""
    if report.translated_from is not None:
        return report
    said = _SAID_SO.search(report.text)
    if said is not None:
        return replace(report, translated_from=(said["from"] or "unknown").lower() if said["from"] else "unknown")
    signs = sum(1 for sign in _SIGNS if sign.search(report.text))
    return replace(report, translated_from="unknown") if signs >= _ENOUGH else report
