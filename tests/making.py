"""What tests are made of: reports and readings built by hand, and texts that hypothesis mixes."""

import hashlib

from hypothesis import strategies as st

from whosays.extract.rules import extract
from whosays.model import Claim, Holder, Part, Reading, Report, Voice
from whosays.read import parts
from whosays.reading import text_id


def report_of(text, **known):
    """A report as the reader of plain text would make it."""
    known.setdefault("key", "note.txt")
    return Report(id=text_id(text), text=text, parts=parts.cut(text), **known)


def reading_of(text, **known):
    return extract(report_of(text, **known))


def report_with(*pieces, **known):
    """A report with its parts as given: a string is a paragraph, a pair is (kind, words)."""
    text, found = "", []
    for piece in pieces:
        kind, words = ("paragraph", piece) if isinstance(piece, str) else piece
        text += "\n\n" if text else ""
        found.append(Part(kind=kind, start=len(text), end=len(text) + len(words)))
        text += words
    known.setdefault("key", "note.txt")
    return Report(id=text_id(text), text=text, parts=tuple(found), **known)


def claims_in(*pieces, **known):
    """The claims of a report with these parts."""
    return extract(report_with(*pieces, **known)).claims


def told(*pieces, **known):
    """(who says it, the words) of every claim."""
    return [(c.holder.name, c.exact) for c in claims_in(*pieces, **known)]


def claim_with(text, words, *, holder="Ada Brenn", ref="v1", **fields):
    """A claim on the first place where the words stand."""
    start = text.index(words)
    name = hashlib.sha256(f"{words}{start}{ref}".encode()).hexdigest()[:16]
    fields.setdefault("id", "c_" + name)
    return Claim(start=start, end=start + len(words), exact=words, holder=Holder(ref=ref, name=holder), **fields)


def reading_with(text, *claims, **fields):
    """A reading of these claims, all by the voice v1."""
    voice = Voice(ref="v1", name="Ada Brenn", kind="person")
    report = fields.pop("report", None) or report_of(text)
    return Reading(report=report, claims=claims, voices=fields.pop("voices", (voice,)), **fields)


# What report text is made of, and what could break it: every kind of mark, reporting verbs, counts, glued labels, wide
# and combining letters, right-to-left text, controls.
PIECES = (
    *"“ ” \" ' ‘ ’ « » „ – — - , . : ; ? ! … ( ) [ ]".split(),
    "\n", "\n\n", "\r", "\t", "\u00a0", "\u2028", "\x00", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff",
    "said", "says", "told", "saying", "according to", "denied", "It is unclear how many", "was reported", "reportedly",
    "That’s what he claims", "is said to have", "purported to show", "did not", "claimed responsibility", "as saying",
    "Ada Brenn", "the ministry", "“Fox”", "she", "They", "LIND:", "— Brenn (@brenn)", "Photo: Vale / Tarn",
    "full screen", "Image copyright", "Published: Less than 20 min ago", "ORVA, May 3 —", "By Ada Brenn",
    "killed", "wounded", "at least four", "1,200", "3.", "20 000", "two dozen", "no one", "and", "but", "which", "that",
    "because", "killing", "the bridge", "a raid", "burned", "was", "have", "to", "of", "on Tuesday", "in an interview",
    "🙂", "👩‍👩‍👧", "表", "ｆ", "e\u0301", "שלום", "مرحبا", "İ", "ß", "ǆ", "x" * 90,
)  # fmt: skip

mixed = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda words: st.sampled_from([" ", "", "\n"]).map(lambda glue: glue.join(words))
)
texts = st.one_of(mixed, st.text(max_size=200))
