"""What is reported: where the content of a reporting verb begins and ends.

Between verb and content stand an addressee ("told reporters"), adverbials ("on Tuesday", "in a statement") and "that".
"""

from __future__ import annotations

from whosays.extract import lexicon, nouns
from whosays.extract.lexicon import Form
from whosays.extract.nouns import QUOTATION
from whosays.extract.sentence import Sentence
from whosays.extract.tokens import Chars, Token, trim
from whosays.extract.verbs import has_finite, is_finite, is_verb_form

_QUESTION_WORDS = frozenset("whether if how why what who where when".split())
TOLD = frozenset("told tells tell telling informed informs asked asks asking assured assures briefed".split())


def after_verb(s: Sentence, i: int, form: Form) -> tuple[Chars | None, str, bool]:
    """(content after the verb, "aside" if it follows a comma, whether "that" or a quotation opens it)."""
    tokens, k = s.tokens, i + 1 + (form.verb.lemma == "point")
    if k < len(tokens) and tokens[i].lower in TOLD:
        k = _past_addressee(tokens, k)
    k, comma = _past_adverbials(tokens, k)
    if k >= len(tokens):
        return None, "", False
    word = tokens[k].lower
    opened = word in {"that", QUOTATION, ":"} or word in _QUESTION_WORDS
    if word in {"that", ":"}:
        k += 1
    content = stretch(s, tokens[k].start, s.end) if k < len(tokens) else None
    if content is None:
        return None, "", False
    if comma and word in lexicon.CONJUNCTIONS and not _goes_on(tokens, k):
        return None, "", False
    if comma and word not in {"that", QUOTATION, ":"}:
        verbal = has_finite(tokens, k, len(tokens)) or is_verb_form(word)
        return (content, "aside", False) if verbal else (None, "", False)
    clause = has_finite(tokens, k, len(tokens)) or has_quotation(tokens, k, len(tokens))
    if form.verb.clause and not opened and not clause and tokens[i].lower in {"said", "says", "say"}:
        return None, "", False
    return (
        content,
        "",
        opened or (clause and form.verb.lemma != "ask" and tokens[i].lower in TOLD) or _small_clause(tokens, k),
    )


def _goes_on(tokens: list[Token], k: int) -> bool:
    """ "…, she said, and nobody was hurt": the content goes on with a subject of its own; "and left" does not."""
    if tokens[k].lower not in {"and", "but"} or k + 2 >= len(tokens):
        return False
    return not is_verb_form(tokens[k + 1].lower, tokens[k + 2].lower) and has_finite(tokens, k + 2, len(tokens))


def _small_clause(tokens: list[Token], k: int) -> bool:
    """A subject and its finite verb right after the reporting verb: "hope the talks will", "insists it was"."""
    for j in range(k, min(k + 8, len(tokens))):
        if nouns.is_break(tokens[j]) or tokens[j].lower in {"and", "but", "or", "to", "which", "who", "as"}:
            return False
        if j > k and is_finite(tokens, j):
            return True
    return False


def _past_addressee(tokens: list[Token], k: int) -> int:
    """Past "reporters", "the Norrland Post", "a news conference": up to "that", a quotation or the next clause."""
    if tokens[k].lower in lexicon.PRONOUNS:
        return k + 1
    found = nouns.following(tokens, k)
    if found is None:
        return k
    for j in range(k, found[1]):
        if (
            j > k
            and (tokens[j].lower in lexicon.DETERMINERS | lexicon.PRONOUNS)
            and has_finite(tokens, j, found[1] + 4)
        ):
            return j
    return found[1]


_ADVERBIAL_OPENERS = frozenset("in on at by during after before late early earlier over from via through with".split())


def _past_adverbials(tokens: list[Token], k: int) -> tuple[int, bool]:
    """Past "on Tuesday", "in a statement", "by telephone", "to reporters"; whether a comma stood there."""
    comma = False
    while k < len(tokens):
        word = tokens[k].lower
        if tokens[k].text == ",":
            comma = True
            k += 1
        elif word in lexicon.TIME_WORDS or nouns.is_adverb(word):
            k += 1
        elif word == "at" and next_word(tokens, k) in {"least", "most"}:
            break
        elif word in _ADVERBIAL_OPENERS or word == "to":
            end = _phrase_end(tokens, k + 1)
            if end == k + 1:
                break
            k = end
        else:
            break
    if k < len(tokens) and tokens[k].text in {".", "!", "?", ";"}:
        k = len(tokens)
    return k, comma


def _phrase_end(tokens: list[Token], k: int) -> int:
    """End of the object of a preposition: short, and before "that", a comma, a quotation or a new subject."""
    start = k
    while k < len(tokens) and k - start < 8:
        word = tokens[k].lower
        if nouns.is_break(tokens[k]) or word in {"that", "it", "he", "she", "they", "there"} or word in _QUESTION_WORDS:
            break
        if k > start and word in lexicon.DETERMINERS and tokens[k - 1].lower not in lexicon.PREPOSITIONS:
            break
        k += 1
    return k


def has_quotation(tokens: list[Token], start: int, stop: int) -> bool:
    return any(t.lower == QUOTATION for t in tokens[start:stop])


def next_word(tokens: list[Token], i: int) -> str:
    return tokens[i + 1].lower if i + 1 < len(tokens) else ""


_OUTER = " \t\n\r,;:.–—-"


def stretch(s: Sentence, start: int, end: int) -> Chars | None:
    """[start, end) without punctuation at its ends; None if no word is left."""
    start, end = trim(s.text, max(start, s.start), min(end, s.end), _OUTER)
    return (start, end) if any(ch.isalnum() for ch in s.text[start:end]) else None
