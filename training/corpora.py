"""Corpora as texts with attributions: PolNeAR, and our own form (reports.jsonl, gold.jsonl)."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Chars = tuple[int, int]
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n[ \t]*\n|\s*\Z)", re.S)


class Attribution(NamedTuple):
    source: tuple[Chars, ...]
    cue: tuple[Chars, ...]
    content: tuple[Chars, ...]


class Doc(NamedTuple):
    key: str
    text: str
    attributions: list[Attribution]


def paragraphs(text: str) -> list[Chars]:
    return [m.span() for m in _PARAGRAPH.finditer(text)]


def polnear(folder: Path) -> list[Doc]:
    """The texts of a split, read by ../shared/score/_corpora.py, so that offsets are those of the scorer."""
    sys.path.insert(0, str(score_folder()))
    reader = importlib.import_module("_corpora")
    return [Doc(d["key"], d["text"], [Attribution(*(_spans(a[r]) for r in Attribution._fields)) for a in
                                      d["attributions"]]) for d in reader.polnear(str(folder))]  # fmt: skip


def score_folder() -> Path:
    return Path(__file__).parents[2] / "shared" / "score"


def own(folder: Path) -> list[Doc]:
    """Claims with the same cue and holder are one attribution; what the outlet says itself is none."""
    reports = {r["key"]: r["text"] for r in _lines(folder / "reports.jsonl")}
    return [Doc(g["key"], reports[g["key"]], list(_attributions(reports[g["key"]], g))) for g in
            _lines(folder / "gold.jsonl")]  # fmt: skip


def _attributions(text: str, gold: dict[str, Any]) -> Iterator[Attribution]:
    together: dict[tuple[Any, ...], list[Chars]] = {}
    for claim in gold["claims"]:
        if claim["holder"]["name"] == "outlet":
            continue
        cue = (claim["cue"]["start"], claim["cue"]["end"]) if claim["cue"] else None
        source = _holder(text, claim["holder"], claim)
        cue = _without(text, cue, source)
        key = (cue, source) if cue else (cue, source, claim["id"])
        together.setdefault(key, []).append((claim["start"], claim["end"]))
    for (cue, source, *_), contents in together.items():
        yield Attribution((source,) if source else (), (cue,) if cue else (), tuple(contents))


def _holder(text: str, holder: dict[str, Any], claim: dict[str, Any]) -> Chars | None:
    """The span of the holder, or the mention of its name that stands nearest to the cue in the same paragraph."""
    if holder.get("start") is not None:
        return holder["start"], holder["end"]
    if holder["name"] == "unnamed":
        return None
    at = (claim["cue"] or claim)["start"]
    low, high = next(((s, e) for s, e in paragraphs(text) if s <= at < e), (0, len(text)))
    found = [m.span() for m in re.finditer(re.escape(holder["name"]), text[low:high])]
    return min(((low + s, low + e) for s, e in found), key=lambda p: abs(p[0] - at), default=None)


def _without(text: str, cue: Chars | None, source: Chars | None) -> Chars | None:
    """Our own cues may take the speaker in ("officials said"); PolNeAR's do not: cut it off at either end."""
    if not cue or not source or source[1] <= cue[0] or cue[1] <= source[0]:
        return cue
    rest = [(cue[0], source[0]), (source[1], cue[1])]
    low, high = max(rest, key=lambda p: p[1] - p[0])
    words = [m.span() for m in re.finditer(r"\w+", text[max(low, 0) : max(high, 0)])]
    return (low + words[0][0], low + words[-1][1]) if words else None


def _spans(pieces: list[Chars]) -> tuple[Chars, ...]:
    return tuple(sorted((s, e) for s, e in pieces if e > s))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
