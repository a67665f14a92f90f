"""A report in at most 25 lines: what it is, what is said to have happened, by whom, and what to check.

Every line about a claim ends with its exact words, shortened, and the line of the text they stand on. Of several
reports, one line each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple, TextIO

from whosays.export import words
from whosays.export.look import Look, columns, line_of, pad, shorten
from whosays.model import OUTLET, Claim, Reading

MAX_LINES = 25
_LABEL = 10
_SAID = 34  # columns for who says it and how; the rest of a line is the exact words


class Row(NamedTuple):
    """One line under a label: what is said of the words, the words, the style."""

    said: str
    claim: Claim
    style: str | None = None


def write(readings: Iterator[Reading], target: TextIO, look: Look) -> None:
    """Write the brief of a lone reading; of several, one line each under one banner."""
    first = list(islice(readings, 2))
    if not first:
        return
    if len(first) == 1 and not look.many:
        target.write("\n".join(lines(first[0], look)) + "\n")
        return
    target.write(look.paint(first[0].notice, "dim") + "\n")
    for reading in chain(first, readings):
        target.write(_one_line(reading, look) + "\n")


def lines(reading: Reading, look: Look) -> list[str]:
    """The brief of one reading, at most MAX_LINES lines."""
    title = reading.report.title
    out = [look.paint(reading.notice, "dim"), look.paint(shorten(_head(reading), look.width), "bold")]
    out.append(_labelled("text", shorten(_kind_of_text(reading), look.width - _LABEL), look))
    for label, rows in _sections(reading):
        for n, row in enumerate(rows):
            out.append(_line(reading, label if n == 0 else "", row, look))
    if title:
        out.insert(2, _labelled("title", shorten(title, look.width - _LABEL), look))
    if not reading.claims:
        out.append(_labelled("claims", "none: nothing in this text says that something happened", look))
    return [*out[: MAX_LINES - 1], _labelled("all", f"--claims shows all {len(reading.claims)} claims", look)]


def _sections(reading: Reading) -> list[tuple[str, list[Row]]]:
    """The questions a newcomer has, with at most so many rows that all of them fit into a brief."""
    used: set[str] = set()
    return [
        ("happened?", _take(_happened(reading), 5, used)),
        ("who?", _take(_who(reading), 4, used)),
        ("hurt?", _take(_hurt(reading), 5, used)),
        ("also said", _take(_also(reading), 3, used)),
        ("check", _check(reading)[:3]),
        ("open", _take(_open(reading), 2, used)),
    ]


def _take(rows: Iterable[Row], most: int, used: set[str]) -> list[Row]:
    """The first rows whose claims no section has shown yet."""
    kept: list[Row] = []
    for row in rows:
        if len(kept) < most and row.claim.id not in used:
            used.add(row.claim.id)
            kept.append(row)
    return kept


def _happened(reading: Reading) -> Iterator[Row]:
    """The main happenings: who says so, each voice once."""
    for happening, claims in words.by_happening(reading)[:3]:
        seen: set[str] = set()
        for claim in sorted(claims, key=lambda c: _in_headline(reading, c)):
            if claim.kind in {"event", "photo"} and claim.polarity == "affirm" and claim.holder.ref not in seen:
                seen.add(claim.holder.ref)
                if len(seen) <= 2:
                    yield Row(_said(claim) + (f": {happening.label}" if happening else ""), claim)


def _in_headline(reading: Reading, claim: Claim) -> bool:
    return any(p.kind in {"headline", "subheading"} and p.start <= claim.start < p.end for p in reading.report.parts)


def _who(reading: Reading) -> Iterator[Row]:
    """Denials first, then who claims it or is said to be behind it."""
    for claim in reading.claims:
        if claim.polarity == "deny":
            yield Row(_said(claim), claim, "red")
    for claim in reading.claims:
        if claim.kind == "identity" and "responsib" in claim.exact and claim.polarity == "affirm":
            yield Row(_said(claim), claim)
    for claim in reading.claims:
        if claim.kind == "identity" and claim.polarity == "affirm":
            yield Row(_said(claim), claim)


def _hurt(reading: Reading) -> Iterator[Row]:
    labels = {h.id: h.label for h in reading.happenings}
    tolls = [c for c in reading.claims if c.toll is not None]
    for claim in sorted(
        tolls, key=lambda c: [h.id for h in reading.happenings].index(c.happening) if c.happening else 99
    ):
        told = f"{words.toll_words(claim.toll)}: {_said(claim)}, {labels.get(claim.happening or '', 'no event')}"
        yield Row(told, claim)


def _also(reading: Reading) -> Iterator[Row]:
    for kind, label in (("motive", "why"), ("forecast", "to come"), ("opinion", "view")):
        for claim in [c for c in reading.claims if c.kind == kind and c.holder.name != OUTLET][:2]:
            yield Row(f"{label}: {_said(claim)}", claim)


def _check(reading: Reading) -> list[Row]:
    claims = {c.id: c for c in reading.claims}
    return [
        Row(f"{t.why} (line {line_of(reading.report.text, claims[t.a].start)})", claims[t.b], "yellow")
        for t in reading.tensions
    ]


def _open(reading: Reading) -> Iterator[Row]:
    for claim in reading.claims:
        if claim.polarity == "unknown":
            yield Row(_said(claim), claim)
    for claim in reading.claims:
        if not claim.holder.decided:
            yield Row("who says this?", claim)


def _said(claim: Claim) -> str:
    how = words.how(claim)
    marks = [m for m in (how if how != "plain" else "", f"via {words.through(claim)}" if claim.via else "") if m]
    return words.who(claim) + (f" ({', '.join(marks)})" if marks else "")


def _head(reading: Reading) -> str:
    report = reading.report
    return " · ".join(x for x in (report.key, report.outlet) if x)


def _kind_of_text(reading: Reading) -> str:
    report = reading.report
    published = report.published.earliest or report.published.exact if report.published else None
    named = [v for v in reading.voices if v.kind not in {"outlet", "unnamed", "channel"}]
    facts = [
        f"{_some(len(reading.claims), 'claim')} by {_some(len(named), 'named voice')}",
        _some(len(reading.pictures), "picture"),
        f"dated {published[:16]}" if published else "no date",
    ]
    if report.translated_from:
        source = "" if report.translated_from == "unknown" else f" from {report.translated_from}"
        facts.insert(0, f"looks machine-translated{source}")
    return "; ".join(facts)


def _some(n: int, noun: str) -> str:
    return f"{n or 'no'} {noun}{'' if n == 1 else 's'}"


def _labelled(label: str, rest: str, look: Look) -> str:
    return look.paint(pad(label, _LABEL), "bold") + rest


def _line(reading: Reading, label: str, row: Row, look: Look) -> str:
    where = f"{line_of(reading.report.text, row.claim.start):>4}"
    said = pad(row.said, _SAID)
    room = look.width - _LABEL - _SAID - len(where) - 3
    quoted = f" “{shorten(row.claim.exact, room)}”"
    line = (look.paint(said, row.style) if row.style else said) + quoted
    return _labelled(label, line + " " * (room + 3 - columns(quoted)) + where, look)


def _one_line(reading: Reading, look: Look) -> str:
    """Name, size and what stands out, on one line."""
    denials = sum(c.polarity == "deny" for c in reading.claims)
    unnamed = sum(c.holder.name == "unnamed" for c in reading.claims)
    facts = (
        f"{len(reading.claims):>4} claims {denials:>3} denied {unnamed:>3} unnamed {len(reading.tensions):>3} to check"
    )
    return pad(_head(reading), look.width - len(facts) - 1) + " " + facts
