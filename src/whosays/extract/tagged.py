"""Frames from the learned tagger, with the rules beside it.

The tagger finds which words are a cue, who speaks and what is said, a paragraph at a time; it knows far more ways to
say "said" than any list. The rules know what it was never shown: a sentence that points back, a claim of
responsibility, an agency that quotes somebody "as saying". Where both see one cue, the tagger's reading stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from whosays.extract import frames, lexicon, tagger
from whosays.extract.frames import Frame
from whosays.extract.lexicon import Reporting
from whosays.extract.sentence import Sentence
from whosays.extract.tagger import Tagged, Tagger
from whosays.extract.tokens import Chars, tokenize, trim

# Below this score the source is a guess and `decided` is false: on PolNeAR dev, attributions from 700 up are right in
# 73 of 100 or more, those from 600 to 700 in 55 (training/tune.py --check).
SURE = 700
# PolNeAR also annotates what people want, plan or feel; GUIDE.md does not. An attribution whose cue holds no reporting
# verb must be surer. 600 against 375 (all that the tagger keeps): claims-dev claim F1 87.5 against 86.6, PolNeAR dev
# joint 75.8 against 76.3, both before captions and lone words were left out. Re-run bench/claims.py and
# bench/attribution.py if it moves.
OTHER_CUE = 600
MIN_WORDS = 2  # a lone word such as "to" or "it" is what a cut at a sentence's end leaves over
_OTHER = Reporting("", True)
_EDGE = " \t\r\n,;:–—-"


@cache
def _tagger() -> Tagger:
    """The packaged model, loaded with the first report."""
    return tagger.load()


def find(lines: Sequence[Sentence]) -> list[list[Frame]]:
    """The frames of the sentences of one part, sentence by sentence.

    Captions are left to the rules: PolNeAR has none, and the tagger takes "a still from a video purported to show" for
    a speaker.
    """
    if not lines:
        return []
    if lines[0].part.kind == "caption":
        return [frames.find(s) for s in lines]
    window = lines[0].part.start, lines[0].part.end
    tagged = _tagger().tag(lines[0].text, [window])
    return [_merged(s, [f for t in tagged for f in _frames(s, t)]) for s in lines]


def _merged(s: Sentence, learned: list[Frame]) -> list[Frame]:
    """The tagger's frames, and those rule frames whose cue the tagger does not touch and whose words it leaves free."""
    kept = [f for f in frames.find(s) if f.back or not any(_touch(f.cue, other.cue) for other in learned)]
    extra = [f for f in kept if f.back or not _covered(f, learned)]
    return sorted([*learned, *extra], key=lambda f: f.cue)


def _touch(a: Chars, b: Chars) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _covered(frame: Frame, learned: Sequence[Frame]) -> bool:
    return any(_touch(c, other) for c in frame.contents for f in learned for other in f.contents)


def _frames(s: Sentence, tagged: Tagged) -> Iterator[Frame]:
    """The part of one attribution that stands in this sentence."""
    contents = [_within(s, c) for c in tagged.contents]
    kept = tuple(c for c in contents if c is not None)
    if not kept:
        return
    source = tagged.source[0] if tagged.source else None
    cue = tagged.cue or source or kept[0]
    verb = _verb(s.text, cue)
    if verb is not _OTHER or tagged.score >= OTHER_CUE:
        yield Frame(source, cue, kept, verb, unsure=tagged.score < SURE)


def _within(s: Sentence, content: Chars) -> Chars | None:
    if not _touch(content, (s.start, s.end)):
        return None
    start, end = trim(s.text, max(content[0], s.start), min(content[1], s.end), _EDGE)
    words = [t for t in tokenize(s.text, start, end) if t.text[0].isalnum()]
    return (start, end) if len(words) >= MIN_WORDS else None


def _verb(text: str, cue: Chars) -> Reporting:
    """The reporting verb in the words of a cue, or one that says no more than that somebody speaks."""
    forms = lexicon.reporting_forms()
    words = [t.lower for t in tokenize(text, *cue)]
    if "according" in words:
        return frames.ACCORDING
    return next((forms[w].verb for w in reversed(words) if w in forms), _OTHER)
