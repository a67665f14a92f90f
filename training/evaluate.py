#!/usr/bin/env python3
"""Score a model folder with ../shared/score/attribution.py: evaluate.py FOLDER --polnear DEV_DIR [--own DIR]

With --own also on texts of our own (reports.jsonl + gold.jsonl), whose gold counts carried-over holders and cueless
quotations that no window shows: a figure to compare models by. The readings hold what the tagger alone says: one
claim a content span, cue and holder repeated for each."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import corpora
from tune import Bench

from whosays.extract.tagger import Tagged, Tagger, load


def reading(doc: corpora.Doc, tagged: list[Tagged]) -> dict[str, Any]:
    span = lambda s, e: {"start": s, "end": e, "exact": doc.text[s:e]}  # noqa: E731
    claims = []
    for t in tagged:
        name = doc.text[slice(*t.source[0])] if t.source else "unnamed"
        low, high = t.source[0] if t.source else (None, None)
        holder = {"ref": "v", "name": name, "start": low, "end": high}
        claims += [{**span(*c), "holder": holder, "cue": span(*t.cue) if t.cue else None, "via": [], "form": "none",
                    "id": f"c{len(claims) + i}"} for i, c in enumerate(t.contents)]  # fmt: skip
    return {"report": {"key": doc.key, "text": doc.text}, "claims": claims, "voices": []}


def read_all(tagger: Tagger, docs: list[corpora.Doc]) -> tuple[list[dict[str, Any]], float]:
    """The readings, and the seconds of one core that a report takes."""
    begun = time.process_time()
    out = [reading(d, tagger.tag(d.text, corpora.paragraphs(d.text))) for d in docs]
    return out, (time.process_time() - begun) / len(docs)


def on_own(tagger: Tagger, docs: list[corpora.Doc]) -> None:
    bench = Bench(docs)
    for name, empty in (("all", (True, False)), ("without a source", (True,))):
        hits = said = meant = 0
        for (doc, stretches, tokens), gold in zip(bench.docs, bench.gold, strict=True):
            tagged = [bench._sets(tokens, t.source, t.contents) for t in tagger.tag(doc.text, stretches)]
            right = bench.right(gold, tagged)
            hits += sum(r for r, t in zip(right, tagged, strict=True) if (not t[0]) in empty)
            said += sum((not t[0]) in empty for t in tagged)
            meant += sum((not g[0]) in empty for g in gold)
        f1 = 200 * hits / max(said + meant, 1)
        sys.stdout.write(f"own texts, {name}: {meant} gold, {said} tagged, joint F1 {f1:.1f}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path, required=True, help="a folder of PolNeAR, dev in general")
    parser.add_argument("--own", type=Path, help="folder of reports.jsonl + gold.jsonl")
    args = parser.parse_args()
    docs, tagger = corpora.polnear(args.polnear), load(args.folder)
    readings, seconds = read_all(tagger, docs)
    words = sum(len(d.text.split()) for d in docs) / len(docs)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in readings)
        file.flush()
        subprocess.run([sys.executable, corpora.score_folder() / "attribution.py", args.polnear, file.name], check=True)
    sys.stdout.write(f"{1 / seconds:.1f} reports of {words:.0f} words a second of one core, "
                     f"{1000 * seconds * 500 / words:.0f} ms for 500 words\n")  # fmt: skip
    if args.own:
        on_own(tagger, corpora.own(args.own))


if __name__ == "__main__":
    main()
