"""One sentence as the finders see it: its tokens, every utterance in quotation marks folded into one token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whosays.extract import quotes
from whosays.extract.nouns import QUOTATION
from whosays.extract.quotes import Quote
from whosays.extract.tokens import Token, sentences, tokenize
from whosays.model import Part


class Sentence(NamedTuple):
    """`tokens` cover the sentence outside of utterances; `quotes` are the utterances it touches."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    quotes: list[Quote]
    part: Part

    @property
    def words(self) -> str:
        """The sentence as written."""
        return self.text[self.start : self.end]


def split(text: str, part: Part) -> list[Sentence]:
    """The sentences of one part. A sentence may begin or end inside a quotation."""
    spoken = [q for q in quotes.find(text, part.start, part.end) if quotes.is_speech(text, q)]
    out = []
    for start, end in sentences(text, part.start, part.end):
        touched = [q for q in spoken if q.outer_start < end and start < q.outer_end]
        out.append(Sentence(text, start, end, _fold(text, start, end, touched), touched, part))
    return out


def _fold(text: str, start: int, end: int, touched: Sequence[Quote]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for quote in touched:
        tokens += tokenize(text, at, max(at, quote.outer_start))
        a, b = max(at, quote.outer_start), min(end, quote.outer_end)
        if a < b:
            tokens.append(Token(a, b, text[a:b], QUOTATION))
        at = max(at, b)
    return tokens + tokenize(text, at, end)
