"""Pictures: caption and credit parts joined, owner and distributor read from the credit."""

from __future__ import annotations

import re

from whosays.credits import credit_names, source_within
from whosays.model import Part, Picture, Report
from whosays.reading import span

_HEDGE = re.compile(
    r"purport(?:ed|edly|ing)(?: to show)?|allegedly|reportedly|said to (?:show|be)|appears? to show|believed to",
    re.IGNORECASE,
)


def pictures(report: Report) -> tuple[Picture, ...]:
    """The pictures of a report in reading order: a caption with the credit next to it, or either alone."""
    out: list[Picture] = []
    parts = list(report.parts)
    i = 0
    while i < len(parts):
        caption, credit, used = _pair(report.text, parts, i)
        if used:
            out.append(_picture(report.text, caption, credit))
        i += used or 1
    return tuple(out)


def _pair(text: str, parts: list[Part], i: int) -> tuple[Part | None, Part | None, int]:
    """(caption, credit, how many parts they take) at index i; a credit may stand before its caption."""
    kinds = [p.kind for p in parts[i : i + 3]] + ["", "", ""]
    if kinds[:2] == ["caption", "credit"]:
        return parts[i], parts[i + 1], 2
    if (
        kinds[:2] == ["credit", "caption"]
        and kinds[2] != "credit"
        and "\n\n" not in text[parts[i].end : parts[i + 1].start]
    ):
        return parts[i + 1], parts[i], 2
    if kinds[0] == "caption":
        return parts[i], None, 1
    return (None, parts[i], 1) if kinds[0] == "credit" else (None, None, 0)


def _picture(text: str, caption: Part | None, credit: Part | None) -> Picture:
    credited = (credit.start, credit.end) if credit else None
    if credited is None and caption is not None:
        credited = source_within(text, caption.start, caption.end)
    owner, distributor = credit_names(text[slice(*credited)]) if credited else (None, None)
    hedge = _HEDGE.search(text, caption.start, caption.end) if caption else None
    return Picture(
        caption=span(text, caption.start, caption.end) if caption else None,
        credit=span(text, *credited) if credited else None,
        owner=owner,
        distributor=distributor,
        hedge=span(text, *hedge.span()) if hedge else None,
    )
