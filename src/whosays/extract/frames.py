"""Reporting frames: who reports (source), with which words (cue), what (contents).

`find` lists the frames of one sentence, left to right. The rules, in order:
1 according to X, C / C, according to X
2 C, said X (inverted)          3 C, X said
4 X said (that) C               5 C, X said, C
6 X did so, saying C            7 X condemned / denied / claimed N
8 That's what X claims (the content is the sentence before)
Hearsay without a source is found by `hearsay.py`, quotations without a frame by `speech.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whosays.extract import lexicon, nouns
from whosays.extract.content import TOLD, after_verb, has_quotation, next_word, stretch
from whosays.extract.lexicon import Form, Reporting
from whosays.extract.nouns import QUOTATION, Range
from whosays.extract.sentence import Sentence
from whosays.extract.tokens import Chars, Token
from whosays.extract.verbs import has_finite, is_finite, is_verb_form


class Frame(NamedTuple):
    """Offsets into the text. `source` is None for hearsay; `back`: what is reported is the sentence before."""

    source: Chars | None
    cue: Chars
    contents: tuple[Chars, ...]
    verb: Reporting
    back: bool = False
    unsure: bool = False


ACCORDING = Reporting("according to", True)
# Verbs that often take a plain object or an infinitive: without "that" or a quotation they report nothing.
_NEED_THAT = frozenset(
    "show find know learn remember realise realize discover understand expect consider feel signal suggest imply hint "
    "propose offer continue conclude observe object counter respond reply answer point protest broadcast post write "
    "read agree concur forecast predict hope ask tell inform assure brief swear promise worry doubt guess think see "
    "maintain stress underline proclaim insist claim".split()
)
_NOUN_SIGNS = lexicon.DETERMINERS | frozenset("united official first new false".split()) | lexicon.PREPOSITIONS
_OPENING = frozenset({":", QUOTATION, "“", '"', "‘", "«"})
# Verbs of making public whose participle follows a noun: "a statement posted on".
_POSTED = frozenset("post write broadcast publish quote cite report announce disclose reveal describe request".split())


def find(sentence: Sentence) -> list[Frame]:
    """The frames of one sentence in reading order."""
    frames = sorted([*_according(sentence), *_quoted_as(sentence), *_spoken(sentence)], key=lambda f: f.cue)
    return [_without_later(sentence, frame, frames) for frame in frames]


def introducer(s: Sentence) -> Frame | None:
    """Who speaks next, where a sentence ends in a colon: "In reply, the spokeswoman of the port stated:"."""
    if not s.words.rstrip().endswith(":"):
        return None
    forms = lexicon.reporting_forms()
    for i in range(len(s.tokens) - 1, -1, -1):
        form = forms.get(s.tokens[i].lower)
        source = nouns.subject(s.tokens, nouns.verb_start(s.tokens, i, 0)) if form is not None else None
        if form is not None and source is not None and form.verb.clause:
            return Frame(chars(s.tokens, source), (s.tokens[i].start, s.tokens[i].end), (), form.verb)
    return None


def _without_later(s: Sentence, frame: Frame, frames: list[Frame]) -> Frame:
    """The frame with its contents cut where a coordinate or participle frame begins: "said A, adding B"."""
    contents = list(frame.contents)
    for later in frames if contents else ():
        if later.cue <= frame.cue or later.source is None or frame.cue[0] > contents[-1][0]:
            continue
        begins = later.cue[0] if later.source == frame.source else min(later.source[0], later.cue[0])
        cut = _connector(s, begins)
        if cut is not None and contents[-1][0] < cut < contents[-1][1]:
            shorter = stretch(s, contents[-1][0], cut)
            contents[-1:] = [shorter] if shorter is not None else contents[-1:]
    return frame._replace(contents=tuple(contents))


def _connector(s: Sentence, at: int) -> int | None:
    """Where the connector right before offset `at` begins (", but", "and", ","); None if nothing connects there."""
    before = [t for t in s.tokens if t.end <= at]
    while before and (nouns.is_adverb(before[-1].lower) or before[-1].lower in lexicon.AUXILIARIES):
        before.pop()
    found = None
    while before and before[-1].lower in {"and", "but", "while", "whereas", "although", "though", ",", ";", "yet", "—"}:
        found = before.pop().start
    return found


def chars(tokens: list[Token], span: Range) -> Chars:
    """Token range to offsets."""
    return tokens[span[0]].start, tokens[span[1] - 1].end


def _according(s: Sentence) -> Iterator[Frame]:
    tokens = s.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].lower != "according" or tokens[i + 1].lower != "to":
            continue
        source = nouns.following(tokens, i + 2)
        if source is None:
            continue
        before = stretch(s, s.start, tokens[i].start)
        after = stretch(s, tokens[source[1] - 1].end, s.end)
        follows = before is None or not (has_finite(tokens, 0, i) or has_quotation(tokens, 0, i))
        content = after if follows else before
        if content is not None:
            whole = (tokens[i].start, tokens[source[1] - 1].end)
            yield Frame(chars(tokens, source), whole, (content,), ACCORDING)


def _quoted_as(s: Sentence) -> Iterator[Frame]:
    """ "the agency quoted Lind as saying C", "Lind was quoted as saying C": the holder is who is quoted."""
    tokens = s.tokens
    for i, token in enumerate(tokens):
        if token.lower not in {"quoted", "quotes", "cited", "cites"}:
            continue
        k = next((j for j in range(i + 1, min(i + 14, len(tokens) - 1)) if tokens[j].lower == "as"), None)
        if k is None or tokens[k + 1].lower not in {"saying", "telling", "writing"}:
            continue
        head = nouns.verb_start(tokens, i, 0)
        passive = tokens[i - 1].lower in lexicon.BE
        source = nouns.subject(tokens, head) if passive else nouns.following(tokens, i + 1)
        found = stretch(s, tokens[k + 1].end, s.end)
        if source is not None and source[1] <= k and found is not None:
            yield Frame(chars(tokens, source), chars(tokens, (i, k + 2)), (found,), ACCORDING)


def _spoken(s: Sentence) -> Iterator[Frame]:
    forms = lexicon.reporting_forms()
    last: Range | None = None
    for i, token in enumerate(s.tokens):
        form = forms.get(token.lower)
        if form is None:
            continue
        frame = _frame(s, i, form, last)
        if frame is not None and not _aside(s, frame):
            yield frame
            if frame.source is not None:
                last = _tokens_of(s.tokens, frame.source)


def _aside(s: Sentence, frame: Frame) -> bool:
    """In dash dialogue the outlet's words are the reporting clause at the end; the rest is the speaker's own."""
    return s.part.kind == "speech" and all(frame.cue[0] < c[0] for c in frame.contents)


def _tokens_of(tokens: list[Token], span: Chars) -> Range:
    inside = [k for k, t in enumerate(tokens) if span[0] <= t.start < span[1]]
    return inside[0], inside[-1] + 1


def _frame(s: Sentence, i: int, form: Form, last: Range | None) -> Frame | None:
    tokens = s.tokens
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    if (form.verb.lemma == "point" and after != "out") or before in lexicon.BE | {"that"}:
        return None
    if form.tense == "past" and form.verb.lemma in _POSTED and not _reports(tokens, i):
        return None
    if form.tense == "gerund":
        return _participle(s, i, form, last)
    if after == "to" and form.tense != "base" and form.verb.clause and before not in {"he", "she", "they", "it"}:
        return _spoken_to(s, i, form)
    group = {t.lower for t in tokens[nouns.verb_start(tokens, i, 0) : i]}
    if group & lexicon.BE:
        return None
    if after == "by" and form.verb.lemma not in {"say", "tell"}:
        return None
    if form.tense == "base" and not (_plural_subject(tokens, i) and (after[0].isalnum() or after in _OPENING)):
        return None
    if _inverts(s, i):
        return _inverted(s, i, form)
    if before in _NOUN_SIGNS and before not in {"that", "this", "these", "those", "another", "others"}:
        return None
    return _plain(s, i, form, last)


def _reports(tokens: list[Token], i: int) -> bool:
    """False for a participle that describes the noun before it: "a statement posted on Telegram said"."""
    if is_finite(tokens, i):
        return True
    for k in range(i + 1, min(i + 8, len(tokens))):
        if tokens[k].lower == "that":
            return True
        if is_finite(tokens, k):
            return False
    return False


def _spoken_to(s: Sentence, i: int, form: Form) -> Frame | None:
    """ "“…”, Lind said to the paper": the addressee stands after "to"."""
    if form.verb.lemma in {"say", "explain", "complain", "admit", "reveal", "confirm"}:
        return _inverted(s, i, form) if _inverts(s, i) else _plain(s, i, form, None)
    return None


def _plural_subject(tokens: list[Token], i: int) -> bool:
    before = tokens[i - 1].lower if i else ""
    return before in {"they", "we", "people", "police", "some", "many", "others"} or (
        before.endswith("s") and before not in lexicon.BE | lexicon.HAVE | {"this", "his", "its", "as", "us"}
    )


def _inverts(s: Sentence, i: int) -> bool:
    """Verb right after a comma, dash or quotation, and a noun phrase right after the verb."""
    if i == 0 or not (
        s.tokens[i - 1].text in {",", "–", "—", "?", "!", "”", '"'} or s.tokens[i - 1].lower == QUOTATION
    ):
        return False
    source = nouns.following(s.tokens, i + 1)
    if source is None or next_word(s.tokens, i) == "that" or s.tokens[i].lower in TOLD:
        return False
    if _verb_at(s.tokens, source[1]):
        return False
    return has_finite(s.tokens, 0, i) or has_quotation(s.tokens, 0, i) or s.part.kind in {"speech", "quote"}


def _verb_at(tokens: list[Token], k: int) -> bool:
    return k < len(tokens) and is_finite(tokens, k)


def _inverted(s: Sentence, i: int, form: Form) -> Frame | None:
    source = nouns.following(s.tokens, i + 1)
    if source is None:
        return None
    before = stretch(s, _clause_floor(s, i), s.tokens[i].start)
    contents = [c for c in (before, _rest(s, source[1])) if c is not None]
    return _made(s, source, i, form.verb, contents)


def _rest(s: Sentence, k: int) -> Chars | None:
    """The other half of a content that the reporting clause interrupts: after a comma, or a second quotation."""
    for j in range(k, len(s.tokens)):
        if s.tokens[j].lower == QUOTATION:
            return stretch(s, s.tokens[j].start, s.tokens[j].end)
        if s.tokens[j].text in {":", ";"}:
            return None
    return None


def _plain(s: Sentence, i: int, form: Form, last: Range | None) -> Frame | None:
    tokens = s.tokens
    head = nouns.verb_start(tokens, i, 0)
    source = _shared_subject(tokens, head, last, nouns.subject(tokens, head))
    if source is None or tokens[source[0]].lower in {"i", "we", "you", "who", "which", "there", "what"}:
        return None
    if _points_back(tokens, source):
        return _backward(s, source, i, form)
    if _names(tokens, source, i, form):
        return None
    after, spoken, that = after_verb(s, i, form)
    before = _before(s, source)
    if before is None and spoken == "aside":
        before = _first_half(s, source, after)
    if form.verb.lemma == "claim" and next_word(tokens, i) == "to":
        after, that = stretch(s, tokens[i + 1].start, s.end), True
    elif _needs_its_subject(tokens, i, form):
        after, that = stretch(s, tokens[source[0]].start, s.end), True
    if after is not None and not (before is not None and spoken == "aside"):
        if form.verb.lemma in _NEED_THAT and not that:
            return None
        both = before is not None and has_quotation(tokens, max(0, source[0] - 2), source[0])
        return _made(s, source, i, form.verb, [before, after] if both else [after])
    if before is None or not form.verb.clause:
        return None
    contents = [before] if after is None else [before, after]
    return _made(s, source, i, form.verb, contents)


def _shared_subject(tokens: list[Token], head: int, last: Range | None, found: Range | None) -> Range | None:
    """ "X said A and told B", "the list, which shows that C": the subject stands with an earlier verb."""
    before = tokens[head - 1].lower if head else ""
    if before in {"and", "but", "or"}:
        return last or _clause_subject(tokens, head - 1)
    return _clause_subject(tokens, head - 1) if before == "which" else found


def _names(tokens: list[Token], source: Range, i: int, form: Form) -> bool:
    """ "what it calls a “cleansing”", "a man called “Fox”": a name for something, not a report."""
    if form.verb.lemma not in {"call", "describe", "label", "brand"}:
        return False
    what = source[0] > 0 and tokens[source[0] - 1].lower == "what"
    return what or (next_word(tokens, i)[:1] or "x") in "“\"‘«„'"


def _needs_its_subject(tokens: list[Token], i: int, form: Form) -> bool:
    """ "X claimed responsibility", "X denies this": without its subject the object says nothing."""
    word = next_word(tokens, i)
    if form.verb.lemma == "claim":
        return word in {"responsibility", "credit"}
    return (
        form.verb.polarity == "deny"
        and word in {"this", "that", "it", "them", "involvement"}
        and not _clause_after(tokens, i)
    )


def _clause_after(tokens: list[Token], i: int) -> bool:
    return has_finite(tokens, i + 2, min(i + 6, len(tokens)))


def _points_back(tokens: list[Token], source: Range) -> bool:
    """ "That's what X claims": the subject stands after a word that points back."""
    start = source[0]
    return start >= 1 and tokens[start - 1].lower == "what" and tokens[0].lower[:4] in {"that", "this"}


def _backward(s: Sentence, source: Range, i: int, form: Form) -> Frame:
    return Frame(chars(s.tokens, source), (s.start, s.tokens[i].end), (), form.verb, back=True)


def _before(s: Sentence, source: Range) -> Chars | None:
    """The content that ends with the comma or quotation right before the source."""
    k = nouns.phrase_start(s.tokens, source)
    if k == 0 or not (s.tokens[k - 1].text in {",", "–", "—", "?", "!"} or s.tokens[k - 1].lower == QUOTATION):
        return None
    if not has_finite(s.tokens, 0, k) and not has_quotation(s.tokens, 0, k):
        return None
    return stretch(s, _clause_floor(s, k), s.tokens[k - 1].end)


def _first_half(s: Sentence, source: Range, after: Chars | None) -> Chars | None:
    """ "The mill, Lind said, had burned": the subject of the content stands before the reporting clause."""
    k = nouns.phrase_start(s.tokens, source)
    if after is None or k == 0 or s.tokens[k - 1].text not in {",", "–", "—"}:
        return None
    verb = next((j for j, t in enumerate(s.tokens) if t.start >= after[0]), None)
    if verb is None or not (is_verb_form(s.tokens[verb].lower) or s.tokens[k - 2].lower in lexicon.AUXILIARIES):
        return None
    return stretch(s, _clause_floor(s, k), s.tokens[k - 1].end)


def _clause_floor(s: Sentence, k: int) -> int:
    """Where the clause before token k begins: after a semicolon, else with the sentence."""
    for j in range(k - 1, 0, -1):
        if s.tokens[j].text == ";":
            return s.tokens[j].end
    return s.start


def _participle(s: Sentence, i: int, form: Form, last: Range | None) -> Frame | None:
    """ "…, saying (that) C", "a statement saying C": the source is the subject of the clause before."""
    tokens = s.tokens
    before = tokens[i - 1] if i else None
    if before is None or not (
        before.text in {",", "–", "—"} or before.lower in lexicon.CHANNELS or before.lower == QUOTATION
    ):
        return None
    after, _, that = after_verb(s, i, form)
    if after is None or (form.verb.lemma in _NEED_THAT and not that):
        return None
    source = last or _clause_subject(tokens, i)
    return None if source is None else _made(s, source, i, form.verb, [after])


def _clause_subject(tokens: list[Token], i: int) -> Range | None:
    """Subject of the first finite verb before i."""
    for k in range(i):
        if is_finite(tokens, k):
            return nouns.subject(tokens, nouns.verb_start(tokens, k, 0))
    return None


def _made(s: Sentence, source: Range, i: int, verb: Reporting, contents: Sequence[Chars | None]) -> Frame | None:
    kept = tuple(c for c in contents if c is not None)
    if not kept:
        return None
    inverted = source[0] > i
    cue = chars(s.tokens, (i, source[1])) if inverted else (s.tokens[i].start, s.tokens[i].end)
    return Frame(chars(s.tokens, source), cue, kept, verb)
