"""Every claim of a reading, grouped by what it is about: who, through whom, how sure, denied or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from whosays.export import words
from whosays.export.look import Look, line_of, shorten, wrap
from whosays.model import Claim, Reading

_INDENT = " " * 7


def write(readings: Iterator[Reading], target: TextIO, look: Look) -> None:
    """Write the claims of each reading, `look.width` columns wide."""
    for reading in readings:
        target.write("\n".join(_lines(reading, look)) + "\n")


def _lines(reading: Reading, look: Look) -> Iterator[str]:
    yield look.paint(reading.notice, "dim")
    yield look.paint(shorten(f"{reading.report.key}: {len(reading.claims)} claims", look.width), "bold")
    for happening, claims in words.by_happening(reading):
        label = happening.label if happening is not None else "about nothing else told here"
        yield ""
        yield look.paint(f"{label} ({len(claims)})", "bold")
        for claim in claims:
            yield from _claim(reading, claim, look)


def _claim(reading: Reading, claim: Claim, look: Look) -> Iterator[str]:
    via = words.through(claim)
    head = words.who(claim) + (f", via {via}" if via else "") + f" [{claim.kind}; {words.how(claim)}]"
    lines = wrap(head, look.width - len(_INDENT)) or [""]
    number = f"{line_of(reading.report.text, claim.start):>5}  "
    colour = {"deny": "red", "unknown": "yellow"}.get(claim.polarity)
    for n, line in enumerate(lines):
        yield (number if n == 0 else _INDENT) + (look.paint(line, colour) if colour else line)
    for line in wrap(f"“{claim.exact}”", look.width - len(_INDENT)):
        yield _INDENT + line
