#!/usr/bin/env python3
"""Choose the thresholds of an exported model on the held-out train articles: tune.py FOLDER --polnear TRAIN_DIR

For each setting of the decoding a logistic regression learns, from what the networks say of a candidate, the chance
that its content and its source are right; the setting and the least score with the best joint F1 are written into
FOLDER/settings.json, and the checksums anew."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpora
import numpy as np
from export import write_settings, write_sums
from scipy.optimize import linear_sum_assignment
from train import held_out

from whosays.extract.tagger import Settings, Tagged, Tagger, load

GRID = {
    "content": (-100, -60, -30, 0, 30, 60),
    "content_switch": (0, 100, 200, 300, 500, 800),
    "source": (-100, -50, 0, 50),
    "source_switch": (0, 50, 100, 200),
}


def remembered(run: Callable[..., Any]) -> Callable[..., Any]:
    """A network gives the same for the same; the settings only change what is read from it."""
    kept: dict[bytes, Any] = {}

    def ask(*inputs: Any) -> Any:
        key = b"".join(np.ascontiguousarray(x).tobytes() for x in inputs)
        if key not in kept:
            kept[key] = run(*inputs)
        return kept[key]

    return ask


class Bench:
    """The gold of some texts, and how far the candidates of a tagger agree with it."""

    def __init__(self, docs: list[corpora.Doc]) -> None:
        sys.path.insert(0, str(corpora.score_folder()))
        self.scorer = importlib.import_module("attribution")
        common = importlib.import_module("_common")
        self.dice = common.dice
        self.docs = [(d, corpora.paragraphs(d.text), common.Tokens(d.text)) for d in docs]
        self.gold = [[self._sets(tokens, a.source, a.content) for a in d.attributions] for d, _, tokens in self.docs]
        self.gold = [[g for g in gold if g[1]] for gold in self.gold]
        self.size = sum(map(len, self.gold))

    @staticmethod
    def _sets(tokens: Any, source: Any, content: Any) -> tuple[Any, Any]:
        return tokens.of(*source), tokens.of(*content)

    def candidates(self, tagger: Tagger) -> list[list[tuple[Any, Any, tuple[float, ...]]]]:
        out = []
        for doc, stretches, tokens in self.docs:
            found = tagger.candidates(doc.text, stretches)
            out.append([(*self._sets(tokens, t.source, t.contents), traits) for t, traits in found])
        return out

    def right(self, gold: list[Any], found: list[Any]) -> list[bool]:
        out = [False] * len(found)
        if gold and found:
            overlap = np.array([[self.dice(g[1], f[1]) for f in found] for g in gold])
            for i, j in zip(*linear_sum_assignment(-overlap), strict=True):
                same = bool(gold[i][0] & found[j][0]) or (not gold[i][0] and not found[j][0])
                out[j] = bool(overlap[i, j] >= 0.5 and same)
        return out

    def f1(self, scored: list[list[tuple[Any, Any, float]]], least: float) -> float:
        kept = [[f for f in found if f[2] >= least] for found in scored]
        hits = sum(sum(self.right(g, f)) for g, f in zip(self.gold, kept, strict=True))
        return 2 * hits / (self.size + sum(map(len, kept)))


def fit(traits: Any, right: Any) -> Any:
    """Logistic regression by Newton's method, with a little weight decay; traits end in a column of ones."""
    scale = np.abs(traits).mean(0) + 1e-9
    x, w = traits / scale, np.zeros(traits.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - right) + 0.1 * w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(len(w)), slope)
    return w / scale


def calibrated(bench: Bench, tagger: Tagger) -> tuple[float, Settings]:
    found = bench.candidates(tagger)
    traits = np.array([[*f[2], 1.0] for doc in found for f in doc])
    right = np.array([r for g, f in zip(bench.gold, found, strict=True) for r in bench.right(g, f)], dtype=float)
    weights = fit(traits, right)
    chance = lambda t: 1000 / (1 + np.exp(-np.array([*t, 1.0]) @ weights))  # noqa: E731
    scored = [[(f[0], f[1], chance(f[2])) for f in doc] for doc in found]
    best = max((bench.f1(scored, least), least) for least in range(250, 601, 25))
    rounded = tuple(round(float(w), 6) for w in weights)
    return best[0], tagger.settings._replace(keep=best[1], weights=rounded)


def search(bench: Bench, tagger: Tagger) -> tuple[float, Settings]:
    best = calibrated(bench, tagger)
    for _ in range(2):
        for name, values in GRID.items():
            for value in values:
                if value != getattr(best[1], name):
                    tagger.settings = best[1]._replace(**{name: value})
                    best = max(best, calibrated(bench, tagger), key=lambda b: b[0])
            sys.stdout.write(f"{name} {getattr(best[1], name)}: held-out joint F1 {100 * best[0]:.2f}\n")
    return best


def reliability(bench: Bench, tagger: Tagger) -> None:
    """How often a score is right, in bands of a hundred."""
    pairs = []
    for (doc, stretches, tokens), gold in zip(bench.docs, bench.gold, strict=True):
        found: list[tuple[Tagged, Any]] = list(tagger.candidates(doc.text, stretches))
        right = bench.right(gold, [bench._sets(tokens, t.source, t.contents) for t, _ in found])
        pairs += [(t.score, r) for (t, _), r in zip(found, right, strict=True)]
    for low in range(0, 1000, 100):
        band = [r for s, r in pairs if low <= s < low + 100 + (low == 900)]
        if band:
            right = f"{100 * sum(band) / len(band):.0f} % right"
            sys.stdout.write(f"score {low}-{low + 100}: {len(band)} candidates, {right}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--check", type=Path, help="only show how often scores are right, on this folder of PolNeAR")
    args = parser.parse_args()
    tagger = load(args.folder)
    if args.check:
        reliability(Bench(corpora.polnear(args.check)), tagger)
        return
    tagger.encode, tagger.attend = remembered(tagger.encode), remembered(tagger.attend)
    bench = Bench(held_out(corpora.polnear(args.polnear))[1])
    _, settings = search(bench, tagger)
    write_settings(args.folder, settings)
    write_sums(args.folder)
    tagger.settings = settings
    reliability(bench, tagger)


if __name__ == "__main__":
    main()
