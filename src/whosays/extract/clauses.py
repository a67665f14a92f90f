"""A content cut into claims: the smallest stretches that could be denied on their own (GUIDE.md, Splitting).

A new claim begins at a clause with a subject and a finite verb of its own, at a participle that tells a new result
("killing four"), at a motive ("because", "in retaliation for") and at a relative clause with a happening of its own.
Two verbs under one subject, appositions and plain adverbials stay together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from whosays.extract import lexicon
from whosays.extract.tokens import Chars, Token, sentences, tokenize, trim
from whosays.extract.verbs import has_finite, is_finite, is_gerund, is_verb_form


class Clause(NamedTuple):
    """Offsets of one claim's words. `relative`: background in a relative clause, not part of what was reported."""

    start: int
    end: int
    relative: bool = False


_COORDINATORS = frozenset("and but while whereas although though yet as or".split())
_SUBORDINATORS = frozenset("while although though despite".split())
_RESULTS = frozenset(
    "killing wounding injuring leaving destroying damaging displacing forcing capturing burning trapping burying "
    "sinking prompting setting cutting knocking flattening blocking".split()
)
_MOTIVES = (
    ("because",), ("in", "retaliation", "for"), ("in", "response", "to"), ("in", "revenge", "for"),
    ("in", "order", "to"), ("in", "protest", "against"), ("in", "protest", "at"), ("so", "that"),
)  # fmt: skip
_RELATIVES = frozenset("which where".split())
_CONNECTORS = frozenset("and but or while whereas although though yet as that also so then however".split())
_EDGE = " \t\r\n,;:.–—-“”\"„«»‘’'()[]"
# A new subject stands at most this many words before its verb; farther away the "and" joins something else. Not
# tuned: claim F1 on claims-dev is 92.1 with 10, 91.3 with 15 and with 20 (bench/claims.py), within its noise.
_SUBJECT_WORDS = 15


def cut(text: str, start: int, end: int) -> list[Clause]:
    """The claims of text[start:end], in order, each without connectors and marks at its ends."""
    out: list[Clause] = []
    for a, b in sentences(text, start, end):
        tokens = tokenize(text, a, b)
        marks = [0, *_boundaries(tokens), len(tokens)]
        for i, j in pairwise(marks):
            clause = _tidy(text, tokens, i, j)
            if clause is not None:
                out.append(clause)
    return out


def _boundaries(tokens: Sequence[Token]) -> list[int]:
    marks: list[int] = []
    last = 0
    for k in range(1, len(tokens)):
        if _begins(tokens, last, k):
            marks.append(k)
            last = k
    return marks


def _begins(tokens: Sequence[Token], last: int, k: int) -> bool:
    """True if a new claim begins at token k, given that the current one began at `last`."""
    word = tokens[k].lower
    if word == ";":
        return True
    if word in {"—", "–", ":"}:
        return has_finite(tokens, last, k) and has_finite(tokens, k, len(tokens))
    return (
        _motive(tokens, last, k)
        or _result(tokens, k)
        or _relative(tokens, last, k)
        or _coordinate(tokens, last, k)
        or _main_after_subordinate(tokens, last, k)
    )


def _motive(tokens: Sequence[Token], last: int, k: int) -> bool:
    if k + 3 > len(tokens) or k - last < 3 or tokens[k - 1].lower in lexicon.BE:
        return False
    return any(tuple(t.lower for t in tokens[k : k + len(m)]) == m for m in _MOTIVES)


def _result(tokens: Sequence[Token], k: int) -> bool:
    """ ", killing at least four", "thus reducing", ", followed by gunfire"."""
    word, before = tokens[k].lower, tokens[k - 1].lower
    if word == "thus" and k + 1 < len(tokens):
        return is_gerund(tokens[k + 1].lower)
    if word == "followed" and before == ",":
        return True
    return word in _RESULTS and before == ","


def _relative(tokens: Sequence[Token], last: int, k: int) -> bool:
    """A trailing relative clause: ", which …" or "in which …", with a verb, to the end of the sentence."""
    word, before = tokens[k].lower, tokens[k - 1].lower
    led = word in _RELATIVES and before == ","
    led = led or (word in {"in", "during"} and k + 1 < len(tokens) and tokens[k + 1].lower == "which")
    if not led or not has_finite(tokens, last, k):
        return False
    rest = [t.lower for t in tokens[k + 1 :]]
    return has_finite(tokens, k, len(tokens)) and "," not in rest and len(rest) > 5


def _coordinate(tokens: Sequence[Token], last: int, k: int) -> bool:
    word = tokens[k].lower
    if word not in _COORDINATORS or not has_finite(tokens, last, k) or k + 2 >= len(tokens):
        return False
    after = tokens[k + 1].lower
    if word == "yet" and tokens[k - 1].text != ",":
        return False
    if word in {"and", "but"} and (after == "that" or after in lexicon.HEARSAY_ADVERBS):
        return True
    if word == "as" and (after in {"well", "if", "though", "of", "a", "an"} or tokens[k - 1].lower in {"such", "as"}):
        return False
    return _own_subject(tokens, k + 1)


def _own_subject(tokens: Sequence[Token], k: int) -> bool:
    """A noun phrase and then its finite verb, with nothing in between that belongs elsewhere."""
    after = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if tokens[k].lower in lexicon.PREPOSITIONS or is_verb_form(tokens[k].lower, after):
        return False
    for j in range(k + 1, min(k + _SUBJECT_WORDS, len(tokens))):
        if is_finite(tokens, j):
            return tokens[j - 1].lower not in {"and", "or", ",", "to"}
        if tokens[j].text in {";", ":", "—", "–"} or tokens[j].lower in _NOT_IN_A_SUBJECT:
            return False
    return False


_NOT_IN_A_SUBJECT = frozenset("which who whom that because to".split())


def _main_after_subordinate(tokens: Sequence[Token], last: int, k: int) -> bool:
    """ "While A was so, B": the main clause begins after the comma."""
    if tokens[k - 1].text != "," or tokens[last].lower not in _SUBORDINATORS:
        return False
    return has_finite(tokens, last, k) and _own_subject(tokens, k)


def _tidy(text: str, tokens: Sequence[Token], i: int, j: int) -> Clause | None:
    relative = i > 0 and _is_relative(tokens, i)
    if j - i > 2 and tokens[i].text.isdigit() and tokens[i + 1].text in {".", ")"}:
        i += 2
    while i < j and (tokens[i].lower in _CONNECTORS or not tokens[i].text[0].isalnum()):
        if tokens[i].lower in {"that", "so"} and i + 1 < j and tokens[i + 1].lower in lexicon.BE | {"that"}:
            break
        if tokens[i].text[0] in "“\"„«‘'@#$€£" and tokens[i].text[0] not in _EDGE:
            break
        i += 1
    i = _past_opener(tokens, i, j)
    if i >= j:
        return None
    start, end = trim(text, tokens[i].start, tokens[j - 1].end, _EDGE)
    start, end = _with_open_mark(text, tokens, start, end)
    return Clause(start, end, relative) if start < end else None


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower in _RELATIVES or (tokens[i].lower in {"in", "during"} and tokens[i + 1].lower == "which")


def _past_opener(tokens: Sequence[Token], i: int, j: int) -> int:
    """Past "On Tuesday," and "Meanwhile,": the claim runs from its subject (GUIDE.md, Quote boundary)."""
    if i >= j or not (tokens[i].lower in lexicon.PREPOSITIONS or tokens[i].lower in _SCENE):
        return i
    for k in range(i + 1, min(i + 9, j)):
        if tokens[k].text == ",":
            return k + 1 if has_finite(tokens, k + 1, j) else i
        if is_finite(tokens, k) or is_gerund(tokens[k].lower):
            return i
    return i


_SCENE = frozenset("meanwhile earlier later however moreover still now today yesterday also afterwards yes no".split())


def _with_open_mark(text: str, tokens: Sequence[Token], start: int, end: int) -> Chars:
    """Keep a quotation mark at an end if its partner stands inside: `an “operation”`."""
    inside = text[start:end]
    if (
        end < tokens[-1].end
        and text[end] in '”»"’'
        and (inside.count("“") > inside.count("”") or inside.count('"') % 2)
    ):
        end += 1
    inside = text[start:end]
    if (
        start > tokens[0].start
        and text[start - 1] in '“«"'
        and (inside.count("”") > inside.count("“") or inside.count('"') % 2)
    ):
        start -= 1
    return start, end
