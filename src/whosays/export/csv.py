"""One claim a row, for a spreadsheet. A cell that a spreadsheet would run as a formula is made text first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from whosays.export.look import Look, line_of
from whosays.export.words import toll_words
from whosays.model import Claim, Reading

COLUMNS = (
    "notice", "report", "title", "outlet", "url", "published", "claim", "line", "start", "end", "words", "holder",
    "decided", "via", "cue", "form", "polarity", "certainty", "stance", "kind", "happening", "toll", "denies",
)  # fmt: skip
# A cell that begins with one of these is a formula to Excel, LibreOffice or Sheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


ENCODING = "utf-8"  # whatever the terminal speaks: programs read this


def write(readings: Iterator[Reading], target: TextIO, look: Look) -> None:
    """Write a header and one row per claim."""
    rows = csv.writer(target, lineterminator="\n")
    rows.writerow(COLUMNS)
    for reading in readings:
        for claim in reading.claims:
            rows.writerow([cell(value) for value in _row(reading, claim)])


def cell(value: object) -> str:
    """A value as a harmless cell: control characters out, a formula made text by an apostrophe."""
    words = "" if value is None else str(value)
    words = "".join(ch for ch in words if ch in "\n\t" or ord(ch) >= 32)
    return "'" + words if words.startswith(_FORMULA) else words


def _row(reading: Reading, claim: Claim) -> list[object]:
    report, text = reading.report, reading.report.text
    labels = {h.id: h.label for h in reading.happenings}
    published = report.published.earliest or report.published.exact if report.published else None
    return [
        reading.notice, report.key, report.title, report.outlet, report.url, published, claim.id,
        line_of(text, claim.start), claim.start, claim.end, claim.exact, claim.holder.name,
        "yes" if claim.holder.decided else "no", " > ".join(v.name for v in claim.via),
        claim.cue.exact if claim.cue else None, claim.form, claim.polarity, claim.certainty, claim.stance, claim.kind,
        labels.get(claim.happening or ""), toll_words(claim.toll), claim.denies,
    ]  # fmt: skip
