"""Who speaks: the noun phrase on either side of a reporting verb.

Works on the tokens of one sentence in which every quotation is one token (see `sentence.Sentence`). Ranges are token
indices, half-open.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.extract import lexicon
from whosays.extract.tokens import Token
from whosays.extract.verbs import has_finite, is_finite, is_gerund, is_verb_form

Range = tuple[int, int]

_BREAKS = frozenset({"-", "•", "*", "|", ",", ";", ":", "—", "–", "(", ")", "[", "]", "?", "!", "…", "."})
_LINKS = frozenset(
    "and but or while whereas although though because since when if as that so where yet what how than".split()
)
_RELATIVES = frozenset("who which whose whom that".split())
_ADVERBS = frozenset(
    "also since later earlier then now still already repeatedly previously once even only just first".split()
)
_CALLED = frozenset("codenamed code-named nicknamed named called as name".split())
# Phrases before the subject that set a time or scene: they are no part of the source.
_OPENERS = lexicon.PREPOSITIONS | frozenset("late early earlier later meanwhile however also then again".split())
# A longer source phrase is a clause that was misread (PolNeAR train: 10 of 18,347 sources have more words, 2 % have
# more than 15).
MAX_SOURCE = 30
# "X, 42, a resident of Y, said" has two; a third comma pair before a verb is nearly always a list.
MAX_APPOSITIONS = 3


def is_adverb(word: str) -> bool:
    """An adverb that may stand between a subject and its verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in {"family", "italy", "ally"})


def segment_start(tokens: Sequence[Token], i: int) -> int:
    """Index of the first token of the stretch before i that holds no punctuation and no quotation."""
    while i > 0 and not is_break(tokens[i - 1]):
        i -= 1
    return i


def is_break(token: Token) -> bool:
    """Punctuation that ends a phrase, or a whole quotation."""
    return token.text in _BREAKS or token.lower == QUOTATION


QUOTATION = "\0quotation"


def verb_start(tokens: Sequence[Token], i: int, floor: int) -> int:
    """Index of the first auxiliary or adverb that belongs to the verb at i."""
    while i > floor and (tokens[i - 1].lower in lexicon.AUXILIARIES or is_adverb(tokens[i - 1].lower)):
        i -= 1
    return i


def subject(tokens: Sequence[Token], verb: int) -> Range | None:
    """The noun phrase whose verb group begins at `verb`, without its appositions; None if there is none."""
    if verb > 0 and tokens[verb - 1].text in {",", ")", "—", "–"}:
        return _before_apposition(tokens, verb - 1)
    start = segment_start(tokens, verb)
    if start == verb:
        return None
    return _within(tokens, start, verb)


def _before_apposition(tokens: Sequence[Token], mark: int) -> Range | None:
    """`X, head of Y, said`: the mark before "said" closes an apposition; X is before the mark that opens it."""
    stop = mark
    for _ in range(MAX_APPOSITIONS):
        start = segment_start(tokens, stop)
        if start == stop or start == 0 or tokens[start - 1].lower == QUOTATION:
            break
        before = segment_start(tokens, start - 1)
        if before == start - 1 or not _nominal(tokens, before, start - 1):
            break
        if not _is_apposition(tokens, start, stop) or (stop < mark and _is_scene(tokens, before, start - 1)):
            break
        stop = start - 1
    if stop == mark:
        return None
    start = segment_start(tokens, stop)
    head = _within(tokens, start, stop)
    named = _name_in(tokens, stop + 1, mark)
    return named if named is not None and head is not None and not _is_name(tokens, *head) else head


def phrase_start(tokens: Sequence[Token], source: Range) -> int:
    """Where the whole phrase of a source begins: "the mayor, Anna Lind" begins at "the"."""
    k = source[0]
    if k < 2 or tokens[k - 1].text != "," or not _is_name(tokens, *source):
        return k
    start = segment_start(tokens, k - 1)
    head = _within(tokens, start, k - 1)
    if head is None or head[1] != k - 1 or has_finite(tokens, start, k - 1):
        return k
    return head[0] if any(t.lower in lexicon.ROLES for t in tokens[head[0] : head[1]]) else k


def _is_name(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """A person's or body's name: capitals from end to end."""
    return stop - start > 1 and all(t.text[0].isupper() for t in tokens[start:stop])


def _name_in(tokens: Sequence[Token], start: int, stop: int) -> Range | None:
    """The name at the end of an apposition: "the group's spokesman, Anna Lind, said"."""
    k = stop
    while k > start and tokens[k - 1].text[0].isupper():
        k -= 1
    if start < k < stop and tokens[k - 1].lower in _CALLED:
        return k, stop
    return (k, stop) if stop - k > 1 and not any(is_break(t) for t in tokens[start:stop]) else None


def _is_scene(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """A clause, or a phrase that sets the scene: no head for a second apposition."""
    return tokens[start].lower in _OPENERS or has_finite(tokens, start, stop)


def _is_apposition(tokens: Sequence[Token], start: int, stop: int) -> bool:
    first = tokens[start].lower
    relative = next((k for k in range(start, stop) if tokens[k].lower in _RELATIVES), stop)
    return first[0].isdigit() or not has_finite(tokens, start, relative)


def _nominal(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """A stretch that can end in a noun phrase: no bare scene-setter such as "On Tuesday"."""
    found = _within(tokens, start, stop)
    return found is not None and found[1] == stop


def _within(tokens: Sequence[Token], start: int, stop: int) -> Range | None:
    """The subject inside one stretch without punctuation."""
    while stop > start and is_adverb(tokens[stop - 1].lower):
        stop -= 1
    start = _after_link(tokens, start, stop)
    start = _after_opener(tokens, start, stop)
    if start >= stop:
        return None
    relative = next((k for k in range(start + 1, stop) if tokens[k].lower in _RELATIVES), None)
    if relative is not None:
        stop = relative
    elif has_finite(tokens, start, stop):
        first = next(k for k in range(start, stop) if is_finite(tokens, k))
        if tokens[stop - 1].lower in {"and", "but", "or"}:
            stop = verb_start(tokens, first, start)
        else:
            start = _last_phrase(tokens, first + 1, stop)
    return (start, stop) if start < stop <= start + MAX_SOURCE else None


def _after_link(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Past the last conjunction that opens the clause of this subject; "X and Y" stays together."""
    for k in range(stop - 2, start - 1, -1):
        word = tokens[k].lower
        if word not in _LINKS or (word == "that" and k > start and not is_verb_form(tokens[k - 1].lower)):
            continue
        if word in {"and", "or"} and not (k == start or has_finite(tokens, start, k)):
            continue
        if word == "as" and k > start and not has_finite(tokens, start, k):
            continue
        return k + 1
    return start


def _after_opener(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Past "On Tuesday", "In a statement", "Late on Monday" before the subject."""
    if start >= stop or tokens[start].lower not in _OPENERS:
        return start
    return _last_phrase(tokens, start + 1, stop)


def _last_phrase(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Start of the last noun phrase in the stretch that no preposition governs; `stop` if there is none."""
    k = stop - 1
    while k >= start:
        word = tokens[k].lower
        governed = k > start and tokens[k - 1].lower in lexicon.PREPOSITIONS
        begins = (
            word in lexicon.DETERMINERS
            or word in lexicon.PRONOUNS
            or (tokens[k].text[:1].isupper() and (k == start or not _capital(tokens[k - 1])))
            or (word in lexicon.ROLES and tokens[k - 1].lower in lexicon.TIME_WORDS)
        )
        if begins and not governed and word not in lexicon.TIME_WORDS:
            return k
        k -= 1
    return stop


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.lower not in lexicon.TIME_WORDS


def following(tokens: Sequence[Token], i: int) -> Range | None:
    """The noun phrase that begins at i ("says X", "according to X"); None if none does."""
    k = i
    while k < len(tokens) and k - i < MAX_SOURCE and _continues(tokens, i, k):
        k += 1
    while k > i and tokens[k - 1].lower in lexicon.PREPOSITIONS | {"and", "or", "’s", "'s"}:
        k -= 1
    return (i, k) if k > i and _is_phrase(tokens, i, k) else None


def _continues(tokens: Sequence[Token], first: int, k: int) -> bool:
    token = tokens[k]
    word = token.lower
    if is_break(token) or word in _RELATIVES or word in {"but", "while", "whereas", "because", "after", "as", "when"}:
        return False
    if word in lexicon.TIME_WORDS and k > first and token.text[0].isupper():
        return False
    if word in {"to", "on", "during", "before", "by", "about"} and k > first:
        return False
    if word == "in" and k > first:
        return tokens[k - 1].lower in lexicon.ROLES or _in_name(tokens, first, k)
    return not (k > first and (is_finite(tokens, k) or (is_gerund(word) and tokens[k - 1].lower not in {"the", "of"})))


def _in_name(tokens: Sequence[Token], first: int, k: int) -> bool:
    """ "the man in the interview": a common noun made definite by what follows."""
    return tokens[first].lower in {"the", "a", "an"} and not any(_capital(t) for t in tokens[first + 1 : k])


def _is_phrase(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """A phrase that can name a speaker: a name, a determiner with a noun, a role, a pronoun or a nickname."""
    first = tokens[start]
    if first.lower in lexicon.PRONOUNS:
        return stop == start + 1
    return (
        first.text[:1].isupper()
        or first.text[:1] in "“\"'‘”@"
        or first.lower in lexicon.DETERMINERS
        or any(t.lower in lexicon.ROLES or t.lower.endswith("s") for t in tokens[start:stop])
    )
