"""Who the sources are: one voice for all the words that name it.

"Anna Lind, the mayor", "Lind", "she", "the mayor" are one voice. Names are joined by surname or by containment,
definite roles and pronouns by what was last named and fits. A codename is never joined to a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from whosays.extract import lexicon
from whosays.extract.tokens import Chars
from whosays.model import OUTLET, Standing, Voice, VoiceKind

_QUOTES = "“”\"„«»‘’'"
_ARTICLE = re.compile(r"^(?:the|a|an|another|one of the|some|several|its|his|her|their|our)\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w’'.-]*")
_HE = frozenset("he she him her".split())
_THEY = frozenset("they them".split())
_ORG_WORDS = frozenset(
    "ministry department office agency service force forces army military navy police court council commission "
    "committee party union group movement militia organisation organization company firm hospital university station "
    "network authorities authority administration government regime leadership cabinet presidency parliament embassy "
    "consulate state embassy bank board federation association council corps brigade legion front embassy headquarters "
    "command research studies security interior foreign defence defense directorate bureau centre center institute "
    "society cross nations house kremlin pentagon".split()
)
_DOCUMENTS = frozenset(
    "report statement document letter study survey poll investigation inquiry filing transcript".split()
)
_WITNESS = frozenset(
    "witness witnesses resident residents survivor survivors villager villagers neighbour neighbours neighbor "
    "neighbors passenger passengers".split()
)
_EXPERT = frozenset(
    "analyst analysts expert experts professor historian economist researcher researchers scientist scientists".split()
)
_PARTY = frozenset(
    "rebel rebels militant militants insurgents fighters group militia movement legion corps army".split()
)
_OFFICIAL = frozenset(
    "official officials minister ministers president governor mayor police spokesman spokeswoman spokesperson chief "
    "ministry government authorities prosecutor prosecutors judge court ambassador secretary senator lawmaker "
    "presidency kremlin administration department agency".split()
)  # fmt: skip


class Voices:
    """The voices of one report, in the order in which they are met. `refer` is the only way in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._voices: list[Voice] = []
        self._aliases: dict[str, list[str]] = {}
        self._recent: list[str] = []
        self._people = _people(text)

    def all(self) -> tuple[Voice, ...]:
        """Every voice met so far."""
        return tuple(self._voices)

    def special(self, name: str) -> Voice:
        """The outlet, or the unnamed source of hearsay."""
        kind: VoiceKind = "outlet" if name == OUTLET else "unnamed"
        found = self._find(lambda v: v.kind == kind)
        return found or self._add(name, kind, None)

    def refer(self, at: Chars) -> tuple[Voice, bool, tuple[str, ...]]:
        """(the voice that text[at] names, whether that is sure, refs of the others it could be)."""
        words = self._text[at[0] : at[1]]
        low = words.strip(_QUOTES).lower()
        if low in _HE | _THEY | {"it"}:
            return self._pronoun(at, low)
        found = self._by_name(words) or self._by_role(words)
        if found is None:
            found = self._add(_clean(words), kind_of(words), at)
            full = self._full_name(words)
            if full is not None:
                found = self._alias(found, full)
        voice = self._mention(found, at, words)
        return voice, True, ()

    def named(self, name: str, kind: VoiceKind, at: Chars | None) -> Voice:
        """The voice of that name, new if there is none: for carriers and credits."""
        found = self._find(lambda v: _key(v.name) == _key(name) or _key(name) in self._aliases[v.ref])
        found = found or self._add(name, kind, at)
        return found if at is None else self._mention(found, at, None, speaks=False)

    # -- finding ----------------------------------------------------------------

    def _find(self, test: Callable[[Voice], bool]) -> Voice | None:
        return next((v for v in self._voices if test(v)), None)

    def _by_name(self, words: str) -> Voice | None:
        key = _key(words)
        exact = self._find(lambda v: key in self._aliases[v.ref])
        if exact is not None:
            return exact
        name = _proper(words)
        if not name:
            return None
        for voice in reversed(self._voices):
            for alias in self._aliases[voice.ref]:
                if _same_name(name, alias, voice.kind):
                    return voice
        return None

    def _by_role(self, words: str) -> Voice | None:
        """ "the spokesman", "the man": the last voice that was called so; a person, if it is a man or a woman."""
        low = words.lower().strip(_QUOTES)
        if not low.startswith(("the ", "this ", "that ", "his ", "her ")) or _proper(words):
            return None
        head = _head(low)
        for ref in reversed(self._recent):
            voice = self._voice(ref)
            if any(head in alias.split() for alias in self._aliases[ref]) and not head.endswith("s"):
                return voice
        if head not in {"man", "woman"}:
            return None
        people = (self._voice(ref) for ref in reversed(self._recent))
        return next((voice for voice in people if voice.kind in {"person", "role"}), None)

    def _pronoun(self, at: Chars, low: str) -> tuple[Voice, bool, tuple[str, ...]]:
        kinds = {"person", "role"} if low in _HE else {"organisation", "role", "agency"}
        fitting = [r for r in reversed(self._recent) if self._voice(r).kind in kinds]
        named = self._named_before(at[0]) if low in _HE else None
        if named is not None and (not fitting or self._last_mention(fitting[0]) < named[0]):
            voice = self._by_name(self._text[slice(*named)]) or self._add(
                _clean(self._text[slice(*named)]), "person", named
            )
            others = tuple(r for r in fitting[:1] if r != voice.ref)
            return self._mention(voice, at, None), not others, others
        if not fitting:
            voice = self._add(self._text[slice(*at)], "unnamed" if low == "it" else "role", at)
            return voice, False, ()
        voice = self._mention(self._voice(fitting[0]), at, None)
        return voice, True, ()

    def _named_before(self, at: int) -> Chars | None:
        """The last full personal name that is the subject of its sentence, in the paragraphs just before `at`."""
        near = [p for p in self._people if at - _NEAR < p[0] < at and self._begins_sentence(p[0])]
        return near[-1] if near else None

    def _begins_sentence(self, at: int) -> bool:
        """True if only titles and words of a name stand between the start of the sentence and `at`."""
        start = max(self._text.rfind(mark, 0, at) for mark in (". ", "\n", "” ", '" ')) + 1
        before = re.findall(r"[\w’'-]+", self._text[start:at])
        return len(before) <= _TITLE_WORDS and all(w[0].isupper() or w.lower() in _LEADS for w in before)

    def _full_name(self, words: str) -> str | None:
        """The full name elsewhere in the text that ends with this lone surname."""
        if " " in words.strip() or not words[:1].isupper():
            return None
        for a, b in self._people:
            if self._text[a:b].split()[-1] == words.strip(_QUOTES):
                return self._text[a:b]
        return None

    # -- keeping ----------------------------------------------------------------

    def _voice(self, ref: str) -> Voice:
        return self._voices[int(ref[1:]) - 1]

    def _add(self, name: str, kind: VoiceKind, at: Chars | None) -> Voice:
        voice = Voice(ref=f"v{len(self._voices) + 1}", name=name, kind=kind, standing=standing_of(name, kind))
        self._voices.append(voice)
        self._aliases[voice.ref] = [_key(name)]
        return voice

    def _alias(self, voice: Voice, name: str) -> Voice:
        self._aliases[voice.ref].append(_key(name))
        return self._put(replace(voice, name=name, kind="person"))

    def _mention(self, voice: Voice, at: Chars, words: str | None, *, speaks: bool = True) -> Voice:
        if words is not None and _key(words) not in self._aliases[voice.ref]:
            self._aliases[voice.ref].append(_key(words))
        if speaks and voice.kind not in {"outlet", "unnamed"}:
            self._recent = [r for r in self._recent if r != voice.ref] + [voice.ref]
        if at in voice.mentions:
            return voice
        return self._put(replace(voice, mentions=tuple(sorted({*voice.mentions, at}))))

    def _put(self, voice: Voice) -> Voice:
        self._voices[int(voice.ref[1:]) - 1] = voice
        return voice

    def _last_mention(self, ref: str) -> int:
        return max((a for a, _ in self._voice(ref).mentions), default=-1)


# Two short paragraphs: a pronoun that reaches back farther has nearly always another antecedent on the way.
_NEAR = 600
_TITLE_WORDS = 6
_LEADS = lexicon.ROLES | lexicon.DETERMINERS | frozenset("but and vice prime foreign interior defence of on".split())
_OWNER = re.compile(r"^[A-Z][\w.&-]*(?:’s|'s) (?=[A-Z])")


def kind_of(words: str) -> VoiceKind:
    """What kind of voice a noun phrase names."""
    words = _OWNER.sub("", words)
    low = words.strip(_QUOTES).lower()
    bare = _ARTICLE.sub("", low)
    parts = re.findall(r"[\w-]+", bare)
    if not parts:
        return "role"
    head = _head(bare)
    if head in lexicon.AGENCIES or "agency" in parts or parts[-1] in lexicon.AGENCIES:
        return "agency"
    if head in _DOCUMENTS:
        return "document"
    if _TITLED.search(words):
        return "person"
    if (
        _proper(words)
        and not low.startswith(("the ", "a ", "an "))
        and head not in _ORG_WORDS
        and not lexicon.MEDIA & set(parts)
    ):
        return (
            "person"
            if len(_proper(words).split()) > 1 or words.strip()[:1] in _QUOTES or len(parts) > 1
            else "organisation"
        )
    if head in lexicon.ROLES and head not in _ORG_WORDS:
        return "person" if len(_proper(words).split()) > 1 else "role"
    if head in _ORG_WORDS or lexicon.MEDIA & set(parts) or words[:1].isupper() or low.startswith("the "):
        return "organisation"
    return "role"


# A role and then a full name: "the ministry's spokeswoman Anna Lind".
_TITLED = re.compile(
    r"\b(?:" + "|".join(sorted(lexicon.ROLES - _ORG_WORDS - lexicon.MEDIA)) + r") [A-Z][\w’'-]+ [A-Z][\w’'-]+$"
)


def standing_of(name: str, kind: VoiceKind) -> Standing:
    """How the voice stands to what is told, as far as its own words say."""
    words = set(re.findall(r"[\w-]+", name.lower()))
    if kind == "agency" or words & lexicon.MEDIA:
        return "media"
    for standing, signs in (("witness", _WITNESS), ("expert", _EXPERT), ("official", _OFFICIAL), ("party", _PARTY)):
        if words & signs:
            return standing  # type: ignore[return-value]
    return "unknown"


def _clean(words: str) -> str:
    return " ".join(words.split()).strip()


def _key(words: str) -> str:
    low = " ".join(words.lower().split())
    low = "".join(ch for ch in low if ch not in _QUOTES)
    return _ARTICLE.sub("", low).strip(" ,.")


def _head(low: str) -> str:
    phrase = re.split(r",| of | for | in | from | on | at | with ", _ARTICLE.sub("", low))[0].split()
    return phrase[-1].strip(_QUOTES) if phrase else ""


def _proper(words: str) -> str:
    """The capitalised words of a phrase, without the article that opens it."""
    kept = [w for w in _NAME.findall(words) if w[0].isupper() and w.lower() not in {"the", "a", "an", "another"}]
    return " ".join(kept)


def _same_name(name: str, alias: str, kind: VoiceKind) -> bool:
    """A surname for a full name, a full name for a title and a name; whole words only."""
    mine, other = name.lower().split(), alias.split()
    if kind == "person" or len(mine) == 1:
        return bool(other) and mine[-1] == other[-1] and (len(mine) == 1 or len(other) == 1 or mine[-2:] == other[-2:])
    return False


_PERSON = re.compile(
    r"(?<![\w-])(?:[A-Z][a-zà-ÿ’'-]+|[A-Z]\.)(?: (?:[A-Z][a-zà-ÿ’'-]+|[A-Z]\.|al-[A-Z]\w+|de|van|von|bin|ben|al|"
    r"el)){1,3}(?![\w-])"
)
_TITLES = frozenset(
    "president minister mayor governor general colonel captain dr mr mrs ms professor chief commander judge senator "
    "secretary vice prime".split()
)


def _people(text: str) -> list[Chars]:
    """Likely names of persons: two to four capitalised words, the last no word of an institution or a place type."""
    out = []
    for match in _PERSON.finditer(text):
        words = match[0].split()
        lows = [w.lower().strip("’'.") for w in words]
        if (
            set(lows) & (_ORG_WORDS | lexicon.MEDIA | lexicon.TIME_WORDS | _PLACE_WORDS)
            or lows[0] in lexicon.DETERMINERS | lexicon.PREPOSITIONS
        ):
            continue
        skip = 0
        while skip < len(lows) - 2 and lows[skip] in _TITLES | lexicon.ROLES:
            skip += 1
        start = match.start() + sum(len(w) + 1 for w in words[:skip])
        out.append((start, match.end()))
    return out


_PLACE_WORDS = frozenset(
    "street road avenue river lake north south east west new san santa republic city province region county "
    "district island islands sea bay gulf mount photo image".split()
)
