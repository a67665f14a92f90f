#!/usr/bin/env python3
"""Train the tagger: train.py --polnear DIR --base DIR -o OUT.pt [--own DIR]… [--start OUT0.pt]

One step: the encoder scores cues; the head is shown the cues of the gold (sometimes as the encoder would cut them) and
the encoder's own false alarms, so that it learns to refuse those."""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from pathlib import Path
from typing import Any

import corpora
import numpy as np
import torch
from examples import Example, batches, bio, build, runs, varied
from network import Model, from_minilm
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from whosays.extract.tagger import Settings, cue_spans, distances

HELD_OUT = 21  # every so many train articles (40) are kept for the thresholds
LOOSE = Settings(cue=-150)  # false alarms this weak are shown to the head in training


def held_out(docs: list[corpora.Doc]) -> tuple[list[corpora.Doc], list[corpora.Doc]]:
    return [d for i, d in enumerate(docs) if i % HELD_OUT], [d for i, d in enumerate(docs) if not i % HELD_OUT]


def tokenizer_of(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def padded(rows: list[Any], fill: int) -> Tensor:
    out = torch.full((len(rows), max(len(r) for r in rows)), fill, dtype=torch.long)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.as_tensor(row)
    return out


def attention(rows: list[Any], width: int) -> Tensor:
    lengths = torch.tensor([len(r) for r in rows])
    return (torch.arange(width)[None] < lengths[:, None])[:, None, None, :]


def on_pieces(example: Example, labels: Any, fill: int = -100) -> Any:
    """Labels of words as labels of pieces: the first piece of a word carries it, the others none."""
    out = np.full(len(example.window.ids), fill, dtype=np.int64)
    out[example.window.first] = labels
    return out


def shown(example: Example, scores: Any, rng: random.Random) -> list[tuple[tuple[int, int], int | None]]:
    """Cues for the head: (words, number of the target or None for a false alarm)."""
    out: list[tuple[tuple[int, int], int | None]] = [(t.cue, i) for i, t in enumerate(example.targets)]
    wrong = []
    for _, (low, high) in cue_spans(np.rint(scores * 100).astype(np.int64), LOOSE):
        touched = [i for i, t in enumerate(example.targets) if t.cue[0] < high and low < t.cue[1]]
        if not touched:
            wrong.append(((low, high), None))
        elif len(touched) == 1 and rng.random() < 0.5:
            out[touched[0]] = ((low, high), touched[0])
    return out + rng.sample(wrong, min(2, len(wrong)))


def losses(model: Model, batch: list[Example], rng: random.Random) -> dict[str, Tensor]:
    ids, case, quote = (padded([getattr(e.window, n) for e in batch], 0) for n in ("ids", "case", "quote"))
    mask = attention([e.window.ids for e in batch], ids.shape[1])
    hidden, cue = model.encoder(ids, case, quote, mask)
    out = {}
    for name, logits in (("cue", cue), ("content", model.content(hidden)), ("source", model.source(hidden))):
        gold = padded([on_pieces(e, _bio(e, name)) for e in batch], -100)
        out[name] = F.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=-100)
    rows, near, content, source, valid = [], [], [], [], []
    logits = cue.detach().float()
    inside = torch.logaddexp(logits[..., 1], logits[..., 2]) - logits[..., 0]
    scores = torch.stack([inside, logits[..., 1] - logits[..., 2]], -1).numpy()
    for i, e in enumerate(batch):
        for words, target in shown(e, scores[i][e.window.first], rng):
            rows.append(i)
            near.append(distances(e.window.word, words))
            valid.append(float(target is not None))
            blank = np.full(len(e.window.first), -100)
            content.append(on_pieces(e, blank if target is None else e.targets[target].content))
            source.append(on_pieces(e, blank if target is None else e.targets[target].source))
    if rows:
        pick = torch.tensor(rows)
        c, s, v = model.head(hidden[pick], _wide(near, ids.shape[1], 1), mask[pick])
        out["valid"] = F.binary_cross_entropy_with_logits(v.float(), torch.tensor(valid))
        out["its content"], out["its source"] = (_binary(x, _wide(y, ids.shape[1], -100)) for x, y in
                                                 ((c, content), (s, source)))  # fmt: skip
    return out


def _bio(e: Example, name: str) -> Any:
    if name == "cue":
        return bio(len(e.window.first), [t.cue for t in e.targets])
    return bio(len(e.window.first), [r for t in e.targets for r in runs(getattr(t, name))])


def _wide(rows: list[Any], width: int, fill: int) -> Tensor:
    out = torch.full((len(rows), width), fill, dtype=torch.long)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.as_tensor(row)
    return out


def _binary(logits: Tensor, gold: Tensor) -> Tensor:
    known = gold >= 0
    if not known.any():
        return logits.sum() * 0
    return F.binary_cross_entropy_with_logits(logits.float()[known], gold[known].float())


WEIGHT = {"cue": 3.0, "content": 0.4, "source": 0.4, "valid": 0.7, "its content": 1.0, "its source": 2.0}


def groups(model: Model, rate: float) -> list[dict[str, Any]]:
    """New parts learn four times as fast as those that MiniLM has learned already."""
    old, new = [], []
    for name, p in model.named_parameters():
        if p.requires_grad:
            known = name.startswith(("encoder.layers", "encoder.positions", "encoder.norm", "head.layer"))
            (old if known else new).append(p)
    return [{"params": old, "top": rate}, {"params": new, "top": 4 * rate}]


def train(args: argparse.Namespace) -> None:
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    tokenizer = tokenizer_of(args.base)
    docs, _ = held_out(corpora.polnear(args.polnear))
    docs += [d for folder in args.own for _ in range(args.own_weight) for d in corpora.own(folder)]
    plain = build(docs, tokenizer)
    model = from_minilm(args.base / "model.safetensors")
    if args.start:
        model.load_state_dict(torch.load(args.start))
    optimizer = torch.optim.AdamW(groups(model, args.rate), weight_decay=0.01)
    total = int(args.epochs * len(batches(plain, args.pieces, rng)) * (1 + args.varied))
    begun, step, ran = time.time(), 0, {}
    model.train()
    while step < total:
        for batch in batches(plain + varied(docs, tokenizer, rng, 3 * args.varied), args.pieces, rng):
            if step >= total:
                break
            pace = min(1.0, (step + 1) / (0.06 * total), (total - step) / (0.94 * total))
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * pace
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = losses(model, batch, rng)
            loss = sum(WEIGHT[k] * v for k, v in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            for k, v in parts.items():
                ran[k] = ran.get(k, v.item()) * 0.98 + 0.02 * v.item()
            if step % 50 == 0 or step == total:
                done = " ".join(f"{k} {v:.3f}" for k, v in ran.items())
                sys.stdout.write(f"{step}/{total} {time.time() - begun:.0f}s {done}\n")
                sys.stdout.flush()
            if math.isnan(loss.item()):
                raise SystemExit("the loss is not a number; lower --rate")
            if step % 500 == 0:
                torch.save(model.state_dict(), args.out)
    torch.save(model.state_dict(), args.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--own", type=Path, action="append", default=[], help="folder of reports.jsonl + gold.jsonl")
    parser.add_argument("--own-weight", type=int, default=2, help="how often a text of ours stands for each of PolNeAR")
    parser.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from these weights")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--pieces", type=int, default=1600, help="of a batch")
    parser.add_argument("--varied", type=float, default=0.04, help="share of paragraphs shown in other dress as well")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
