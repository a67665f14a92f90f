"""Count what the corpus holds, by split: how much of each thing that is hard to read."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import compile as corpus
import markup

from whosays.errors import InputError

Claim = dict[str, Any]


def labelled(claim: Claim) -> bool:
    """The cue is the speaker's own label: a line of a transcript."""
    return claim["cue"] is not None and claim["cue"]["exact"] == claim["holder"]["name"]


COUNTS: dict[str, Callable[[Claim], bool]] = {
    "the outlet's own voice": lambda c: c["holder"]["name"] == "outlet",
    "a named or described voice": lambda c: c["holder"]["name"] not in ("outlet", "unnamed"),
    "unnamed": lambda c: c["holder"]["name"] == "unnamed",
    "holder carried over": lambda c: "carried over" in c.get("note", ""),
    "denials": lambda c: c["polarity"] == "deny",
    "unknown": lambda c: c["polarity"] == "unknown",
    "not verified, doubted": lambda c: c["stance"] == "doubts",
    "confirmed, admitted": lambda c: c["stance"] == "confirms",
    "hedged": lambda c: c["certainty"] in ("probable", "possible"),
    "with a carrier": lambda c: bool(c["via"]),
    "with two carriers or more": lambda c: len(c["via"]) > 1,
    "quotations without a cue": lambda c: c["form"] == "direct" and c["cue"] is None,
    "claims under a transcript label": labelled,
    "with a toll": lambda c: bool(c["toll"]),
    "with a time": lambda c: bool(c["when"]),
    "with a place": lambda c: bool(c["where"]),
    **{f"form {f}": lambda c, f=f: c["form"] == f for f in ("direct", "mixed", "indirect", "none")},  # type: ignore[misc]
}


def count(marked: markup.Marked, gold: dict[str, Any]) -> Counter[str]:
    """The figures of one report."""
    out = Counter({"reports": 1, "words": len(marked.text.split()), "claims": len(gold["claims"])})
    for claim in gold["claims"]:
        out.update(name for name, holds in COUNTS.items() if holds(claim))
        hearsay = claim["certainty"] == "probable" and claim["kind"] != "photo"
        out["translated hearsay forms"] += hearsay and marked.header["hand"] == "translated"
    out["pictures"] = len(gold["pictures"])
    out["tensions"] = len(gold["contradictions"])
    return out


def lines(totals: dict[str, Counter[str]]) -> list[str]:
    names = ["reports", "words", "claims", *COUNTS, "translated hearsay forms", "pictures", "tensions"]
    width = max(map(len, names))
    head = " " * width + "".join(f"{split:>8}" for split in totals)
    return [head, *(f"{name:<{width}}" + "".join(f"{t[name]:>8}" for t in totals.values()) for name in names)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, epilog="example: stats.py reports")
    parser.add_argument("folder", type=Path, help="folder of annotated reports (.txt, any depth)")
    args = parser.parse_args()
    try:
        loaded = corpus.load(args.folder)
    except InputError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    totals: dict[str, Counter[str]] = {split: Counter() for split in (*markup.SPLITS, "all")}
    for marked, gold in loaded:
        for split in (marked.header["split"], "all"):
            totals[split] += count(marked, gold)
    sys.stdout.write("\n".join(lines(totals)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
