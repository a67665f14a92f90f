"""Is this word a finite verb? The question behind every clause boundary, answered without a tagger.

Closed classes (auxiliaries, irregular pasts) are sure. For regular forms the neighbours decide: "-ed" after a noun is
a verb, after a determiner or before "by" a participle. COMPONENTS.md: a parser costs 330 MB and 100 ms a report; this
costs a table. The learned tagger of a later version replaces it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from whosays.extract import lexicon
from whosays.extract.tokens import Token

# Past tenses that are no participle, or that news uses mostly as a past: sure signs of a clause.
_STRONG_PAST = frozenset(
    "ate heard became began bit blew broke came chose did drew drank drove fell fled flew forbade forgot froze gave "
    "got "
    "grew hid knew lay met ran rang rode rose sang sank saw shook shot shrank slew slid spoke sprang stole stood "
    "struck swam swore swept threw took tore went withdrew woke wore wove wrote lost left found made paid sent kept "
    "held told thought brought bought caught fought sought taught built burnt dealt felt fed led learnt meant read "
    "said sat sold shone spent stuck won wounded was were had has is are used put cut hit hurt let set shut split "
    "spread burst cost cast quit bled bred clung crept dug flung hung slept slung spun stung strode strove swung "
    "undertook overtook overthrew underwent withstood arose awoke befell foresaw forgave mistook oversaw".split()
)
# Regular news verbs, by lemma; their -s form counts as finite after a noun.
_LEMMAS = (
    "accept ache act add affect agree aim allow appear appoint approach approve arm arrest arrive ask assassinate "
    "attack attempt attend ban battle begin belong block board bomb breach break bring build burn bury call cancel "
    "capture carry cause cease celebrate change charge chase choose claim clash clear close collapse collect collide "
    "combat come commit compete complete conduct confront connect consist contain continue control cost cover crash "
    "create cross damage deal decide defeat defend demand deploy derail destroy detain detonate develop die disappear "
    "discuss disrupt divide drive drop drown emerge employ enable end enter erupt escape establish evacuate exceed "
    "exchange exist expand expel experience explode expose express extend face fail fall fear feature fight fill find "
    "fire flee float flood fly follow force form free gain gather get give go govern grow guard halt handle happen "
    "help hide highlight hit hold host hurl hurt identify ignite impose improve include increase infect injure "
    "inspect intend intercept interrogate introduce invade invest investigate invite involve join jump keep kidnap "
    "kill know lack land last launch lay lead leak learn leave lie lift like limit live load lose maintain make march "
    "mark marry mean meet mine miss move need negotiate number obtain occupy occur offer open operate oppose order "
    "organise organize own participate pass pay permit persuade plan play point poison pose possess post prepare "
    "present prevent proceed produce prompt protect prove provide pull pursue push raid raise ram rank reach read "
    "receive recover reduce refuse release remain remove repel replace represent require rescue resign resist resume "
    "retain retreat return reveal rip rise risk run save say search secure see seek seem seize sell send serve set "
    "settle share shell shift shoot show shut sign sink sit smash spark spend spill split spread stage stand start "
    "starve stay steal stop storm strike struggle study suffer suppress surround survive suspend swap sweep take talk "
    "target tend throw topple torch touch track transfer treat trigger try turn unite use vanish visit vote wait walk "
    "want warn wash watch win withdraw witness work worsen wound"
)


@cache
def _forms() -> dict[str, str]:
    """Inflected form -> third | past | gerund, for the regular verbs above and the reporting verbs."""
    forms: dict[str, str] = {}
    for lemma in _LEMMAS.split():
        third, past, _, gerund = lexicon.inflect(lemma)
        forms.update({third: "third", past: "past", gerund: "gerund"})
    for word, form in lexicon.reporting_forms().items():
        if form.tense in {"present", "past", "gerund"}:
            forms.setdefault(word, {"present": "third"}.get(form.tense, form.tense))
    return forms


_NOT_A_SUBJECT_BEFORE = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.BE | lexicon.HAVE | {"and", "or", ","}
_NOT_BEFORE_A_PAST = lexicon.DETERMINERS | lexicon.BE | lexicon.HAVE | {"to"}
_PARTICIPLE_BEFORE = frozenset("by in at from on near with during for to".split())
_ED_ADJECTIVES = frozenset("united armed hundred wicked sacred red indeed".split())


def is_finite(tokens: Sequence[Token], i: int) -> bool:
    """True if token i is a finite verb, as far as its form and its neighbours tell."""
    word = tokens[i].lower
    before = tokens[i - 1].lower if i else ""
    if word in lexicon.AUXILIARIES:
        return word not in {"be", "been", "being", "having"} and (word != "may" or not tokens[i].text[0].isupper())
    if word in _STRONG_PAST:
        return before not in _NOT_BEFORE_A_PAST
    if i and tokens[i].text[0].isupper() and not _title_case(tokens):
        return False
    kind = _forms().get(word)
    if kind == "third":
        return _after_subject(before) and not _plural_noun(tokens, i)
    if kind == "past" or (len(word) > 4 and word.endswith("ed") and word not in _ED_ADJECTIVES):
        return _after_subject(before) and not _is_participle(tokens, i)
    return False


def _title_case(tokens: Sequence[Token]) -> bool:
    """A headline in capitals: there a capital says nothing about names."""
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) > 2 and all(w[0].isupper() for w in words)


def is_verb_form(word: str, after: str = "") -> bool:
    """True if the word alone can be a verb: "displaced", "fled", "kill" before an object."""
    if word in _STRONG_PAST or word in lexicon.AUXILIARIES or _forms().get(word) in {"past", "third"}:
        return True
    return word in _bases() and after in _OBJECT_SIGNS | {"whoever", "whatever", "people"}


@cache
def _bases() -> frozenset[str]:
    return frozenset(_LEMMAS.split())


def is_gerund(word: str) -> bool:
    """True for the -ing form of a verb ("killing"), not for nouns such as "building" used alone."""
    return word.endswith("ing") and len(word) > 5


def has_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True if one of tokens[start:end] is a finite verb."""
    return any(is_finite(tokens, i) for i in range(start, min(end, len(tokens))))


def _after_subject(before: str) -> bool:
    if before in {"who", "which", "that", "it", "he", "she", "they", "we", "i", "you"}:
        return True
    return bool(before) and before not in _NOT_A_SUBJECT_BEFORE


# Third-person forms that are plural nouns more often than verbs in news of conflict and disaster.
_PLURAL_NOUNS = frozenset(
    "forces attacks strikes reports claims plans works talks raids hits leads holds places burns fires floods fears "
    "states battles clashes shells bombs mines guards hosts limits marks needs orders plays points votes visits wounds "
    "tries wants demands charges changes costs covers deals faces falls fights falls marches matches moves numbers "
    "offers parts prisons protests ranks reaches risks rises runs searches shares shots spills stages stands starts "
    "stops storms studies targets tests tracks treats turns uses walks watches witnesses questions answers comments "
    "calls ambushes supports praises doubts hopes worries forecasts estimates quotes posts tweets requests".split()
)
_OBJECT_SIGNS = lexicon.DETERMINERS | frozenset("that him her them us me it to how why whether what".split())


def _plural_noun(tokens: Sequence[Token], i: int) -> bool:
    """A third-person form that is rather a plural noun: "joint forces command", "air strikes near"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    if tokens[i].lower in _PLURAL_NOUNS:
        return after not in _OBJECT_SIGNS or tokens[i - 1].lower in {"air", "armed", "security", "police"}
    return after in {".", ",", "of"}


def _is_participle(tokens: Sequence[Token], i: int) -> bool:
    """An -ed form that describes the noun before it: "schoolgirls abducted by", "the man arrested in"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    if after in {"by", "-"}:
        return True
    return after in _PARTICIPLE_BEFORE and any(is_finite_sure(t.lower) for t in tokens[i + 1 : i + 12])


def is_finite_sure(word: str) -> bool:
    """True for words that are finite verbs wherever they stand: auxiliaries and strong pasts."""
    return word in lexicon.AUXILIARIES or word in {"said", "says", "told", "came", "went", "took", "began"}
