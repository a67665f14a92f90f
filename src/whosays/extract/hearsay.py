"""Marks inside a clause: hearsay without a source, what is left open, and how far the words commit.

Each finder looks at the tokens of one clause and gives the range of its cue, or None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from whosays.extract import lexicon
from whosays.extract.tokens import Chars, Token
from whosays.model import Certainty


class Marks(NamedTuple):
    """What the words of one clause show, apart from who is named as its source."""

    hearsay: Chars | None = None  # somebody says so, nobody is named
    open: Chars | None = None  # the clause says that something is not known
    certainty: Certainty = "certain"
    hedges: tuple[Chars, ...] = ()
    alleged: bool = False  # a hedge sits on a noun: "the alleged swap"


_OPEN_HEADS = frozenset("unclear unknown uncertain unconfirmed undetermined unverified unsure".split())
_NOT_KNOWN = frozenset("known clear confirmed established determined decided verified certain sure aware".split())
_OPEN_ALONE = frozenset("known clear confirmed established determined decided verified aware".split())
_RULED_OUT = re.compile(
    r"\b(?:cannot|can ?not|not|could not|n[’']t) (?:yet )?(?:be |been )?(?:ruled|rule|ruling) out\b"
)
_FIRST_PERSON = re.compile(
    r"\b(?:as far as (?:we|i) know|(?:i|we)(?: do not| don[’']t)? (?:think|guess|suppose|believe|suspect)|my guess)\b"
)

_INQUIRY = frozenset("investigating examining probing checking asked asking wondering determine establish".split())
_WHETHER = frozenset("whether if how who what why where when".split())


def read(tokens: Sequence[Token], *, translated: bool = False) -> Marks:
    """The marks of one clause. `translated`: the report looks translated, so a conditional can be a hearsay form."""
    words = [t.lower for t in tokens]
    hearsay = _passive(tokens, words) or _adverb(tokens, words) or _rumour(tokens, words)
    if hearsay is None and translated:
        hearsay = _reportive(tokens, words)
    left_open = _left_open(tokens, words)
    hedges = _hedges(tokens, words)
    if hearsay is not None and hearsay not in hedges:
        hedges = (hearsay, *hedges)
    certainty: Certainty = "certain"
    if hedges:
        certainty = "probable"
    if any(
        w in lexicon.MODALS_POSSIBLE or w in {"perhaps", "possibly", "potentially", "maybe"} for w in _modals(tokens)
    ):
        certainty = "possible"
    flat = " ".join(words)
    if _FIRST_PERSON.search(flat) and certainty == "certain":
        certainty = "probable"
    if "if true" in flat or _RULED_OUT.search(flat):
        certainty = "possible"
    if left_open is not None:
        certainty = "unknown"
    alleged = any(w in lexicon.HEDGE_ADJECTIVES for w in words)
    return Marks(hearsay, left_open, certainty, hedges, alleged)


def _at(tokens: Sequence[Token], i: int, j: int) -> Chars:
    return tokens[i].start, tokens[j - 1].end


def _passive(tokens: Sequence[Token], words: list[str]) -> Chars | None:
    """ "are said to have", "was believed to be", "were reported", "it was reported that", "purported to show"."""
    for i, word in enumerate(words):
        if word not in lexicon.HEARSAY_PARTICIPLES:
            continue
        after = words[i + 1] if i + 1 < len(words) else "."
        aux = _be_before(words, i)
        if aux is None:
            if (
                word in {"purported", "said", "alleged", "believed", "reported", "thought", "rumoured"}
                and after == "to"
            ):
                return _at(tokens, i, min(i + (3 if word == "purported" else 2), len(tokens)))
            continue
        if after == "by" or (word in {"expected", "supposed", "told", "considered"} and after != "that"):
            continue
        if after == "to" or (word == "suspected" and after == "of"):
            return _at(tokens, aux, i + 2)
        impersonal = aux > 0 and words[aux - 1] == "it" and after != "to"
        if impersonal or word in {"reported", "feared", "rumoured", "believed", "presumed", "thought", "alleged"}:
            return _at(tokens, aux, i + 1)
    return None


def _be_before(words: list[str], i: int) -> int | None:
    """Index of the form of "be" that makes the participle at i a passive."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if words[j] in lexicon.BE:
            back = j
            while back > 0 and words[back - 1] in lexicon.HAVE | lexicon.MODALS:
                back -= 1
            return back
        if not (words[j].endswith("ly") or words[j] in {"also", "now", "widely", "not", "all", "still", "since"}):
            return None
    return None


def _adverb(tokens: Sequence[Token], words: list[str]) -> Chars | None:
    for i, word in enumerate(words):
        if word in lexicon.HEARSAY_ADVERBS:
            return _at(tokens, i, i + 1)
    return None


def _reportive(tokens: Sequence[Token], words: list[str]) -> Chars | None:
    """ "would have been exchanged", "must have fled", "should have": how other languages mark hearsay, translated."""
    for i, word in enumerate(words[:-1]):
        if word in {"would", "must", "should"} and words[i + 1] == "have" and "if" not in words:
            return _at(tokens, i, i + 2)
    return None


def _rumour(tokens: Sequence[Token], words: list[str]) -> Chars | None:
    """ "there were reports of", "rumours spread that", "reports suggest", "it emerged that"."""
    for i, word in enumerate(words[:-1]):
        if word in _TALK:
            there = next((j for j in range(max(0, i - 5), i) if words[j] in _THERE), None)
            if there is not None:
                return _at(tokens, there, i + 1)
            if i < 2 and words[i + 1] in {"say", "said", "suggest", "suggested", "spread", "circulated", "claim"}:
                return _at(tokens, i, i + 2)
        if word == "it" and words[i + 1] in {"emerged", "transpired", "appears", "appeared", "seems", "seemed"}:
            return _at(tokens, i, i + 2)
    return None


_TALK = frozenset("reports rumours rumors rumour rumor allegations claims speculation talk".split())
_THERE = frozenset("there there's there’s".split())


def _left_open(tokens: Sequence[Token], words: list[str]) -> Chars | None:
    """ "it is unclear how many", "was not immediately known", "are investigating whether", "has not been verified"."""
    for i, word in enumerate(words):
        if word in _OPEN_HEADS and any(
            w in lexicon.BE | {"remains", "remained", "it"} for w in words[max(0, i - 4) : i]
        ):
            begin = next((j for j in range(max(0, i - 4), i) if words[j] in {"it"}), i - 1)
            return _at(tokens, begin, i + 1)
        negated = [j for j in range(max(0, i - 5), i) if words[j] in lexicon.NEGATIONS]
        if word in _NOT_KNOWN and negated and (_asks(words, i + 1) or word in _OPEN_ALONE):
            begin = next((j for j in range(max(0, negated[-1] - 3), negated[-1]) if words[j] == "it"), negated[-1])
            return _at(tokens, begin, i + 1)
        if word in _INQUIRY and i + 1 < len(words) and words[i + 1] in {"whether", "if", "how", "who", "what", "why"}:
            return _at(tokens, i, i + 2)
        if word in {"could", "cannot", "can"} and "verified" in words[i : i + 6] and "not" in words[i : i + 3]:
            return _at(tokens, i, words.index("verified", i) + 1)
        if word in {"verify", "confirm"} and _unable(words, i):
            return _at(tokens, max(0, i - 3), i + 1)
    return None


def _unable(words: list[str], i: int) -> bool:
    """ "could not independently verify", "was unable to confirm"."""
    return any(w in {"not", "cannot", "unable", "couldn't", "couldn’t"} for w in words[max(0, i - 5) : i])


def _asks(words: list[str], i: int) -> bool:
    return any(w in _WHETHER for w in words[i : i + 3])


def _modals(tokens: Sequence[Token]) -> list[str]:
    """Words that could be modals, without "May" the month and "can" the vessel."""
    out = []
    for i, token in enumerate(tokens):
        if token.lower == "may" and i and token.text[0].isupper():
            continue
        if token.lower == "could" and i + 1 < len(tokens) and tokens[i + 1].lower == "not":
            continue
        out.append(token.lower)
    return out


def _hedges(tokens: Sequence[Token], words: list[str]) -> tuple[Chars, ...]:
    out = []
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        if (
            word in lexicon.HEDGE_ADVERBS
            or word in lexicon.HEARSAY_ADVERBS
            or (word in lexicon.HEDGE_ADJECTIVES and after)
        ):
            out.append(_at(tokens, i, i + 1))
        elif (word, after) in _HEDGE_PAIRS:
            out.append(_at(tokens, i, i + 2))
    return tuple(out)


_SEEM = "appears appear appeared seems seem seemed expected".split()
_HEDGE_PAIRS = frozenset([(word, "to") for word in _SEEM] + [("must", "have")])
