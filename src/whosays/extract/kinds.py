"""What a claim is about: GUIDE.md's order, numbers of people first."""

from __future__ import annotations

import re

from whosays.model import ClaimKind, PartKind, Toll

_MOTIVE = re.compile(
    r"^(?:because|in (?:retaliation|response|revenge|order|protest)|so that)\b|\b(?:in retaliation for|motive|reprisal|"
    r"the (?:reason|background|aim|purpose|goal)\b|aimed at|in order to|because of)",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will|would|could|might|may|shall|can)(?! have\b)(?: \w+ly| also| still| soon)? (?!not\b|be "
    r"(?:independently )?verified)\w+|\b(?:expected|likely|set|due|plans?) to\b|\bthreat",
)
_IDENTITY = re.compile(
    r"\bclaimed responsibility|\bcarried out the\b|"
    r"\bresponsib|\bbehind the\b|\bidentified as\b|\bmember of\b|\brepresentative of\b|"
    r"\bconsists? of\b|\bled by\b|"
    r"\bknown as\b|\b(?:was|were) (?:founded|created|formed|established|named)\b|\bbased in\b|\blocated\b|\b(?:is|"
    r"are) an? \w+|"
    r"\bacted on (?:its|their|his) own\b|\bnothing to do with\b|\bon the side of\b|\bin charge of\b|\bleader of\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:important|significant|unacceptable|cowardly|barbaric|heinous|terrible|tragic|brutal|shameful|criminal|"
    r"illegal|"
    r"excit\w+|disgrace|outrag\w+|welcome|encouraging|wrong|right thing|should|must|ought|need to|needs to|believe|"
    r"think|"
    r"hope|worr\w+|afraid|proud|sorry|best|worst|most|bad|good|great|strong|weak|difficult|hard time|tired of)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"\b(?:image|picture|photo|photograph|video|footage|grab|screengrab)\b", re.IGNORECASE)
# Captions that tell an event rather than describe what is seen hold a finite past tense or a reporting verb.
_TELLS = re.compile(r"\b(?:said|says|told|was|were|had|has)\b")


def kind(words: str, part: PartKind, toll: Toll | None, *, attributed: bool, direct: bool) -> ClaimKind:
    """The kind of a claim, in the order toll, photo, identity, motive, forecast, opinion, event."""
    if toll is not None:
        return "toll"
    if part == "caption" and not attributed and (_SHOWS.search(words) or not _TELLS.search(words) or len(words) < 90):
        return "photo"
    if _MOTIVE.search(words):
        return "motive"
    if _FORECAST.search(words):
        return "forecast"
    if _IDENTITY.search(words):
        return "identity"
    return "opinion" if (direct or attributed) and _OPINION.search(words) else "event"
