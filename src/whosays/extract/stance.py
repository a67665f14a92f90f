"""How sure, and whose attitude: polarity, certainty and stance of one clause (GUIDE.md)."""

from __future__ import annotations

import re
from typing import NamedTuple

from whosays.extract.hearsay import Marks
from whosays.extract.speech import Said
from whosays.extract.tokens import Chars
from whosays.model import Certainty, Polarity, Stance

# A holder who says this rejects something that is in play; "no one was hurt" is not of this form.
_DENIAL = re.compile(
    r"\b(?:nothing to do with|no (?:role|involvement|connection|part|link|links|knowledge|responsibility|plans?|"
    r"such|truth)\b"
    r"|not (?:been )?(?:involved|responsible|behind|true|an? |our )|never (?:asked|ordered|attacked|sent|agreed|been)"
    r"|did not (?:attack|carry|order|send|fire|take part|cross|happen|launch|shoot|bomb|strike|shell|target)"
    r"|(?:false|baseless|fabricated|untrue|a lie|lies|nonsense|fake|propaganda)\b)",
    re.IGNORECASE,
)
# In a report's own voice only these reject something (an official statement speaks in its own voice).
_REJECTION = re.compile(
    r"\b(?:nothing to do with|ha(?:s|d|ve) no (?:role|involvement|connection|part)\b|(?:categorically |firmly |"
    r"strongly )rejects)",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"not (?:been )?(?:independently )?(?:verified|confirmed)|could not (?:be |independently )?(?:verif|confirm)|"
    r"(?:neither|no) [^.]{0,60}(?:verified|confirmed)|exaggerat",
    re.I,
)
ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


class Judged(NamedTuple):
    """The three values, and the cue that shows them where no reporting verb does."""

    polarity: Polarity
    certainty: Certainty
    stance: Stance
    cue: Chars | None


def judge(words: str, said: Said, marks: Marks, *, scare: bool) -> Judged:
    """The commitment of one clause. `scare`: it borrows a few words in quotation marks."""
    attributed = said.source is not None
    polarity = _polarity(words, said, marks, attributed)
    certainty: Certainty = "unknown" if polarity == "unknown" else marks.certainty
    if said.verb is not None and polarity != "unknown":
        certainty = max(certainty, said.verb.certainty, key=ORDER.index)
    return Judged(polarity, certainty, _stance(words, said, marks, attributed, scare), said.cue or _own_cue(marks))


def _polarity(words: str, said: Said, marks: Marks, attributed: bool) -> Polarity:
    if marks.open is not None or said.question or (attributed and words.rstrip().endswith("?")):
        return "unknown"
    if said.verb is not None and said.verb.polarity == "deny":
        return "deny"
    return "deny" if (_DENIAL if attributed else _REJECTION).search(words) else "affirm"


def _stance(words: str, said: Said, marks: Marks, attributed: bool, scare: bool) -> Stance:
    if _DOUBT.search(words):
        return "doubts"
    if attributed:
        return said.verb.stance if said.verb is not None else "neutral"
    if marks.hearsay is not None or marks.alleged or scare:
        return "distances"
    return "asserts"


def _own_cue(marks: Marks) -> Chars | None:
    if marks.open is not None:
        return marks.open
    return marks.hearsay or (marks.hedges[0] if marks.hedges else None)
