"""A learned tagger: which words are a cue ("said"), and for each cue who speaks and what is said.

Two small networks (ONNX, int8) run on one thread: the encoder reads a window of words and scores every word as part of
a cue; the head reads the same window once more for each cue found and scores every word as its content and its source.
The features, the windows and the decoding here are also what `training/` uses, so that what is trained is what runs.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from whosays.errors import WhosaysError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Encode = Callable[[Ints, Ints, Ints], tuple[Floats, Floats]]
    Attend = Callable[[Floats, Ints], tuple[Floats, Floats, Floats]]

__all__ = ["Chars", "Settings", "Tagged", "Tagger", "WeightsError", "load"]

Chars = tuple[int, int]

WEIGHTS = Path(__file__).parent / "weights"
MAX_PIECES = 254  # of a window, without the two marks at its ends; PolNeAR: 99 % of paragraphs are shorter
OVERLAP = 64  # pieces at most that a cut window repeats of the one before it
MAX_WORD = 8  # pieces read of one word: a long word is a web address or no word
MAX_CUES = 24  # of a window, the strongest: bounds the time on text that is no prose
EDGES = (1, 2, 3, 4, 5, 7, 10, 15, 23, 36)  # words from the cue at which a new distance bucket begins
LOWER, TITLE, UPPER, MIXED, NUMBER, MARK, INITIAL = range(1, 8)  # case of a word; 0 for the marks at the ends
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)  # where a word stands towards quotation marks

_WORD = re.compile(r"\w+|[^\w\s]")
_OPENING, _DOUBLE = "“«„", '“”«»„"'
_STOPS = frozenset(".!?…")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)([^'‘’\n]|['’](?=\w))+['’](?!\w)")


class WeightsError(WhosaysError):
    """The model cannot be loaded: a file is missing, or is not the one that was published."""


class Tagged(NamedTuple):
    """One attribution. Spans are code points into the text; `source` is empty where nobody is named, `cue` is None
    where the words stand without one. `score` is the chance in a thousand that content and source are right."""

    source: tuple[Chars, ...]
    cue: Chars | None
    contents: tuple[Chars, ...]
    score: int


class Settings(NamedTuple):
    """Thresholds, chosen on held-out articles; scores are hundredths of a logit. `weights` turn what the networks say
    of an attribution into its score: valid, cue, mean content, mean source, the best word if none is a source, whether
    none is, and a constant."""

    cue: int = -200
    content: int = 0
    content_switch: int = 200
    source: int = 0
    source_switch: int = 100
    keep: int = 400
    weights: tuple[float, ...] = (0.01, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


class Window(NamedTuple):
    """Words of one window as the networks read them; the arrays hold one row a piece, with a mark at either end."""

    spans: list[Chars]
    ids: Ints
    case: Ints
    quote: Ints
    word: Ints  # number of the piece's word from 1; 0 and len(spans) + 1 are the marks at the ends
    first: Ints  # the piece at which the mark at the start and each word begin


# ---- what a word looks like


def case_of(word: str) -> int:
    if word.isdigit():
        return NUMBER
    if not word[0].isalnum():
        return MARK
    if word.islower() or word == word.lower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED


def _opens(text: str, at: int, start: int, end: int, inside: bool) -> bool:
    """Whether the mark at `at` opens: it leans on the word that it belongs to (so that „a“, »a« and ”a” come out
    right); if it leans both ways or none, its form decides, and a straight one turns what was before it."""
    before = at > start and not text[at - 1].isspace() and text[at - 1] not in "([—–-"
    after = at + 1 < end and not text[at + 1].isspace() and text[at + 1] not in ")].,;:!?—–"
    if before != after:
        return after
    return not inside if text[at] == '"' else text[at] in _OPENING


def quotes_of(text: str, spans: Sequence[Chars]) -> list[int]:
    """OUTSIDE, INSIDE, OPENS or CLOSES for each word. All double marks count alike; single ones where they pair."""
    if not spans:
        return []
    start, end = spans[0][0], spans[-1][1]
    single = {}
    for found in _SINGLE.finditer(text, start, end):
        single[found.start()], single[found.end() - 1] = OPENS, CLOSES
    out, inside, single_inside = [], False, False
    for at, stop in spans:
        char, mark = text[at] if stop - at == 1 else "", OUTSIDE
        if char and char in _DOUBLE:
            mark = OPENS if _opens(text, at, start, end, inside) else CLOSES
        elif char and at in single and (not inside or single_inside):
            mark = single[at]
            single_inside = mark == OPENS
        if mark != OUTSIDE:
            inside = mark == OPENS
        out.append(mark or (INSIDE if inside else OUTSIDE))
    return out


def windows(tokenizer: Tokenizer, text: str, start: int, end: int) -> Iterator[Window]:
    """The stretch as one window, or as several that overlap if it has more than MAX_PIECES pieces."""
    spans = [(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    if not spans:
        return
    quotes = quotes_of(text, spans)
    marks = [q in (OPENS, CLOSES) for q in quotes]
    encoded = tokenizer.encode(
        ['"' if mark else text[s : min(e, s + 100)] for mark, (s, e) in zip(marks, spans, strict=True)],
        is_pretokenized=True,
        add_special_tokens=False,
    )
    pieces: list[list[int]] = [[] for _ in spans]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if word is not None and len(pieces[word]) < MAX_WORD:
            pieces[word].append(piece)
    read = [i for i, p in enumerate(pieces) if p]  # a word of control characters has no piece
    for lo, hi in _cuts([len(pieces[i]) for i in read], [text[slice(*spans[i])] in _STOPS for i in read]):
        yield _window(text, [(spans[i], pieces[i], quotes[i]) for i in read[lo:hi]])


def _cuts(sizes: Sequence[int], stops: Sequence[bool]) -> Iterator[Chars]:
    """Ranges of words that fit, each up to the last full stop that fits and from one shortly before the last cut."""
    lo = 0
    while lo < len(sizes):
        hi, room = lo, MAX_PIECES
        while hi < len(sizes) and sizes[hi] <= room:
            room -= sizes[hi]
            hi += 1
        if hi == len(sizes):
            yield lo, hi
            return
        middle = (lo + hi) // 2
        hi = next((i for i in range(hi, middle, -1) if stops[i - 1]), hi)
        yield lo, hi
        back, room, middle = hi, OVERLAP, (lo + hi) // 2
        while back > middle + 1 and sizes[back - 1] <= room:
            room -= sizes[back - 1]
            back -= 1
        lo = next((i for i in range(back, hi) if stops[i - 1]), back)


def _window(text: str, words: Sequence[tuple[Chars, list[int], int]]) -> Window:
    import numpy as np

    ids, case, quote, word, first = [101], [0], [0], [0], [0]
    for number, ((start, end), pieces, state) in enumerate(words, start=1):
        first.append(len(ids))
        ids += pieces
        case += [MARK if state in (OPENS, CLOSES) else case_of(text[start:end])] * len(pieces)
        quote += [state] * len(pieces)
        word += [number] * len(pieces)
    columns = [*ids, 102], [*case, 0], [*quote, 0], [*word, len(words) + 1], first
    return Window([span for span, _, _ in words], *(np.array(c, dtype=np.int64) for c in columns))


def distances(word: Ints, cue: Chars) -> list[int]:
    """For each piece how far its word stands from the cue (words from `cue[0]` to before `cue[1]`): 0 within it, odd
    before it, even after it."""
    low, high = cue
    return [
        0
        if low <= w < high
        else 2 * bisect_right(EDGES, low - w) - 1
        if w < low
        else 2 * bisect_right(EDGES, w - high + 1)
        for w in word.tolist()
    ]


# ---- from scores to spans


def cue_spans(scores: Ints, settings: Settings) -> list[tuple[int, Chars]]:
    """Candidate cues, in order, as (score, words). `scores` has a row a word: in a cue, begins one rather than goes on.
    Word 0 is the mark at the start: words that are quoted without any cue."""
    runs: list[list[int]] = []
    for i, (inside, begins) in enumerate(scores.tolist()):
        if inside < settings.cue:
            continue
        if runs and runs[-1][1] == i and begins <= 0 and i > 1:
            runs[-1][1], runs[-1][2] = i + 1, max(runs[-1][2], inside)
        else:
            runs.append([i, i + 1, inside])
    best = sorted(sorted(runs, key=lambda r: (-r[2], r[0]))[:MAX_CUES])
    return [(score, (low, high)) for low, high, score in best]


def segments(scores: Sequence[int], bias: int, switch: int) -> list[Chars]:
    """Stretches of words with the highest sum of `score - bias`, where each end of a stretch costs `switch`."""
    best_out, best_in, back = 0, -switch, []
    for score in scores:
        stay_out, stay_in = best_out >= best_in - switch, best_in >= best_out - switch
        back.append((stay_out, stay_in))
        best_out, best_in = max(best_out, best_in - switch), max(best_in, best_out - switch) + score - bias
    inside, end, found = best_in - switch > best_out, len(back), []
    for i in range(len(back) - 1, -1, -1):
        stay_out, stay_in = back[i]
        if inside and not stay_in:
            found.append((i, end))
            inside = False
        elif not inside and not stay_out:
            inside, end = True, i
    if inside:
        found.append((0, end))
    return found[::-1]


def _mean(scores: Sequence[int], spans: Sequence[Chars]) -> float:
    picked = [scores[i] for s, e in spans for i in range(s, e)]
    return sum(picked) / len(picked) if picked else 0.0


class Tagger:
    """Reads windows of text; holds its networks, and nothing of what it read."""

    def __init__(self, tokenizer: Tokenizer, encode: Encode, attend: Attend, settings: Settings) -> None:
        self.tokenizer, self.encode, self.attend, self.settings = tokenizer, encode, attend, settings

    def tag(self, text: str, windows: Sequence[Chars]) -> list[Tagged]:
        """The attributions of the windows (each read on its own), in the order of their words."""
        found = {t for t, _ in self.candidates(text, windows) if t.score >= self.settings.keep}
        return sorted(found, key=lambda t: (t.contents, t.cue or (-1, -1), t.source))

    def candidates(self, text: str, stretches: Sequence[Chars]) -> Iterator[tuple[Tagged, tuple[float, ...]]]:
        """Every attribution that was weighed, with what the networks say of it (see `Settings.weights`)."""
        for start, end in stretches:
            best: dict[Chars | int, tuple[Tagged, tuple[float, ...]]] = {}
            for part, window in enumerate(windows(self.tokenizer, text, start, end)):
                for tagged, traits in self._read(window):
                    key = tagged.cue or part
                    if key not in best or best[key][0].score < tagged.score:
                        best[key] = tagged, traits
            yield from best.values()

    def _read(self, window: Window) -> Iterator[tuple[Tagged, tuple[float, ...]]]:
        import numpy as np

        hidden, cue = self.encode(window.ids[None], window.case[None], window.quote[None])
        inside = np.logaddexp(cue[0, :, 1], cue[0, :, 2]) - cue[0, :, 0]
        both = np.stack([inside, cue[0, :, 1] - cue[0, :, 2]], axis=1)[window.first]
        cues = cue_spans(_hundredths(both), self.settings)
        if not cues:
            return
        near = np.array([distances(window.word, words) for _, words in cues], dtype=np.int64)
        content, source, valid = self.attend(hidden, near)
        by_word = (_hundredths(x[:, window.first[1:]]).tolist() for x in (content, source))
        for (score, words), c, s, v in zip(cues, *by_word, _hundredths(valid).tolist(), strict=True):
            tagged = self._decode(window, words, (v, score), c, s)
            if tagged:
                yield tagged

    def _decode(
        self, window: Window, cue: Chars, scores: tuple[int, int], content: list[int], source: list[int]
    ) -> tuple[Tagged, tuple[float, ...]] | None:
        rules = self.settings
        contents = segments(content, rules.content, rules.content_switch)
        if not contents:
            return None
        named = segments(source, rules.source, rules.source_switch)
        named = sorted(named, key=lambda p: (-sum(source[slice(*p)]), p))[:1]
        lack = 0.0 if named else max(source)
        traits = (*scores, _mean(content, contents), _mean(source, named), lack, float(not named))
        where = [_hull(window.spans, p) for p in contents]
        spoken = None if cue[0] == 0 else _hull(window.spans, (cue[0] - 1, cue[1] - 1))
        by = tuple(_hull(window.spans, p) for p in named)
        return Tagged(by, spoken, tuple(where), self._score(traits)), traits

    def _score(self, traits: Sequence[float]) -> int:
        import numpy as np

        *weights, constant = self.settings.weights
        total = constant + sum(w * t for w, t in zip(weights, traits, strict=False))
        return int(np.rint(1000 / (1 + np.exp(-max(-30.0, min(30.0, total))))))


def _hundredths(logits: Floats) -> Ints:
    import numpy as np

    return np.rint(logits * 100).astype(np.int64)


def _hull(spans: Sequence[Chars], words: Chars) -> Chars:
    return spans[words[0]][0], spans[words[1] - 1][1]


# ---- the published model


def load(path: Path | None = None) -> Tagger:
    """The tagger of the folder `path` (the packaged one if None). Raises WeightsError for a missing or changed file."""
    folder = path or WEIGHTS
    tokenizer, encoder, head, settings = (
        _verified(folder, name) for name in ("tokenizer.json", "encoder.onnx", "head.onnx", "settings.json")
    )
    from tokenizers import Tokenizer

    values = json.loads(settings)
    rules = Settings(**{**values, "weights": tuple(values["weights"])})
    run_encoder, run_head = _session(encoder), _session(head)
    return Tagger(
        Tokenizer.from_str(tokenizer.decode()),
        lambda ids, case, quote: run_encoder(ids=ids, case=case, quote=quote),
        lambda hidden, near: run_head(hidden=hidden, near=near),
        rules,
    )


def _verified(folder: Path, name: str) -> bytes:
    todo = "install whosays again, or give the folder of a whole model"
    try:
        sums = (folder / "SHA256SUMS").read_text(encoding="ascii")
        data = (folder / name).read_bytes()
    except OSError as error:
        raise WeightsError(str(error.filename), "the file of the tagger cannot be read", todo) from error
    if f"{hashlib.sha256(data).hexdigest()}  {name}" not in sums.splitlines():
        raise WeightsError(str(folder / name), "the checksum is not the one in SHA256SUMS", todo)
    return data


def _session(model: bytes) -> Callable[..., Any]:
    """One thread: the sum of a row may not depend on how many cores there are."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return lambda **inputs: session.run(None, inputs)
