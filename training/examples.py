"""Windows with labels, and batches of them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from corpora import Attribution, Chars, Doc, paragraphs
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whosays.extract.tagger import Window, windows

Bits = NDArray[np.bool_]


class Target(NamedTuple):
    """One attribution in words of the window: the cue's range (word 0 if there is none), and who and what."""

    cue: Chars
    content: Bits
    source: Bits


class Example(NamedTuple):
    window: Window
    targets: list[Target]


def build(docs: Iterable[Doc], tokenizer: Tokenizer) -> list[Example]:
    return [e for d in docs for e in of_text(d.text, d.attributions, tokenizer)]


def of_text(text: str, attributions: Sequence[Attribution], tokenizer: Tokenizer) -> Iterator[Example]:
    for start, end in paragraphs(text):
        here = [a for a in attributions if any(start <= s < end for s, _ in (*a.cue, *a.content))]
        for window in windows(tokenizer, text, start, end):
            yield Example(window, [t for a in here if (t := _target(window, a))])


def _target(window: Window, a: Attribution) -> Target | None:
    cue, content, source = (_touched(window, spans) for spans in (a.cue, a.content, a.source))
    if not content.any() or (a.cue and not cue.any()):
        return None
    words = np.flatnonzero(cue)
    return Target((int(words[0]), int(words[-1]) + 1) if a.cue else (0, 1), content, source)


def _touched(window: Window, spans: Sequence[Chars]) -> Bits:
    """A bit for the mark at the start and each word."""
    out = np.zeros(len(window.spans) + 1, dtype=bool)
    for low, high in spans:
        for i, (s, e) in enumerate(window.spans, start=1):
            out[i] |= s < high and e > low
    return out


def bio(length: int, ranges: Iterable[Chars]) -> NDArray[np.int64]:
    """0 outside, 1 begins, 2 goes on."""
    out = np.zeros(length, dtype=np.int64)
    for low, high in ranges:
        out[low:high] = 2
    for low, _ in ranges:
        out[low] = 1
    return out


def runs(bits: Bits) -> list[Chars]:
    edge = np.flatnonzero(np.diff(np.concatenate([[0], bits.astype(np.int8), [0]])))
    return list(zip(edge[::2].tolist(), edge[1::2].tolist(), strict=True))


def varied(docs: Iterable[Doc], tokenizer: Tokenizer, rng: random.Random, share: float) -> list[Example]:
    """Paragraphs in other dress: no quotation marks, dash dialogue, upper case. Every change keeps the offsets."""
    out: list[Example] = []
    for doc in docs:
        for start, end in paragraphs(doc.text):
            if rng.random() >= share:
                continue
            text = rng.choice([bare, dashed, shouted])(doc.text, start, end)
            if text != doc.text:
                here = [a for a in doc.attributions if any(start <= s < end for s, _ in (*a.cue, *a.content))]
                out += [Example(w, [t for a in here if (t := _target(w, a))])
                        for w in windows(tokenizer, text, start, end)]  # fmt: skip
    return out


def bare(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub('[“”"]', " ", text[start:end]) + text[end:]


def dashed(text: str, start: int, end: int) -> str:
    plain = text[start:end]
    if plain[0] not in '“"' or len(re.findall('[“”"]', plain)) > 4:
        return text
    return text[:start] + "–" + re.sub('[“”"]', " ", plain[1:]) + text[end:]


def shouted(text: str, start: int, end: int) -> str:
    upper = text[start:end].upper()
    return text[:start] + upper + text[end:] if len(upper) == end - start else text


def batches(examples: Sequence[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, at most `pieces` with the padding; in random order."""
    order = sorted(examples, key=lambda e: len(e.window.ids) + rng.random() * 6)
    out: list[list[Example]] = [[]]
    for example in order:
        if (len(out[-1]) + 1) * len(example.window.ids) > pieces and out[-1]:
            out.append([])
        out[-1].append(example)
    rng.shuffle(out)
    return out
