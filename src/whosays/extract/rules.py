"""The extractor by rules: `extract(report) -> Reading`.

1 speech.utterances   every stretch that says something, with the words that show who says it
2 clauses.cut         each stretch cut into claims
3 hearsay, stance     what the words of a claim commit to
4 voices, chains      who that is, and through whom
5 kinds, toll         what it is about, how many
6 happenings          which claims are about one thing
7 tensions            which do not go together

No clock, no randomness, no file: the same report gives the same reading, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from whosays.extract import (
    chains,
    clauses,
    happenings,
    hearsay,
    kinds,
    language,
    quotes,
    speech,
    stance,
    tensions,
    toll,
)
from whosays.extract.clauses import Clause
from whosays.extract.hearsay import Marks
from whosays.extract.pictures import pictures
from whosays.extract.speech import Said
from whosays.extract.tokens import tokenize
from whosays.extract.verbs import is_finite, is_verb_form
from whosays.extract.voices import Voices
from whosays.model import OUTLET, UNNAMED, Carrier, Claim, Form, Holder, Picture, Reading, Report
from whosays.reading import claim_id, span


def extract(report: Report) -> Reading:
    """Who says what in one report, by rules alone."""
    return read(report, speech.by_rules)


def read(report: Report, find: speech.Finder) -> Reading:
    """Who says what in one report; `find` gives the reporting frames of one part."""
    report = language.flag(report)
    shown = pictures(report)
    engine = _Engine(report, shown, find)
    drafts = tensions.with_denials(engine.with_lasting(list(engine.claims())))
    claims, told = happenings.group(report.text, report.id, drafts)
    return Reading(
        report=report,
        voices=engine.voices.all(),
        claims=claims,
        happenings=told,
        pictures=shown,
        tensions=tensions.find(claims),
    )


class _Engine:
    """The claims of one report. Holds what grows while the text is read: the voices and their carriers."""

    def __init__(self, report: Report, shown: tuple[Picture, ...], find: speech.Finder) -> None:
        self.report = report
        self.text = report.text
        self._find = find
        self.voices = Voices(report.text)
        self._shown = {p.caption.start: p for p in shown if p.caption is not None and p.caption.start is not None}
        self._shared = chains.for_voices(report.text)
        self._lasting: dict[str, tuple[Carrier, ...]] = {}

    def claims(self) -> Iterator[Claim]:
        """The claims in reading order, without pure repetitions (GUIDE.md, Completeness)."""
        seen: set[str] = set()
        told: set[tuple[str, str]] = set()
        before: Said | None = None
        for said in speech.utterances(self.report, self._find):
            for clause in self._clauses(said):
                claim = self._claim(said, clause, before)
                words = _plain(claim.exact)
                # A pull quote repeats somebody's words, whoever the page puts beside it.
                again = (ANYBODY if said.part.kind == "quote" else claim.holder.ref, words)
                if claim.id not in seen and again not in told:
                    seen.add(claim.id)
                    yield claim
                told |= {(claim.holder.ref, words), (ANYBODY, words)}
            before = said

    def _clauses(self, said: Said) -> list[Clause]:
        if said.source is None and (said.question or self._says_nothing(said)):
            return []
        found = clauses.cut(self.text, said.start, said.end)
        if said.direct:
            return [c._replace(relative=False) for c in found]
        return found

    def _says_nothing(self, said: Said) -> bool:
        """A line without a verb that is neither headline nor caption: it names, it does not say."""
        if said.part.kind not in {"paragraph", "subheading", "quote"} or said.direct:
            return False
        words = tokenize(self.text, said.start, said.end)
        verbal = any(is_verb_form(t.lower) or is_finite(words, i) for i, t in enumerate(words))
        return not verbal or (
            said.part.kind == "subheading" and words[0].lower in {"who", "what", "why", "how", "where"}
        )

    def _claim(self, said: Said, clause: Clause, before: Said | None) -> Claim:
        words = self.text[clause.start : clause.end]
        if clause.relative and said.source is not None:
            said = _as_own_voice(said)
        said, vague = self._without_vague_source(said)
        translated = self.report.translated_from is not None
        marks = hearsay.read(tokenize(self.text, clause.start, clause.end), translated=translated)
        vague = vague or said.hearsay
        if vague is not None:
            marks = marks._replace(hearsay=vague, certainty=max(marks.certainty, "probable", key=stance.ORDER.index))
        scare = said.source is None and self._scare(clause)
        judged = stance.judge(words, said, marks, scare=scare)
        holder, via = self._holder(said, marks, before)
        count = toll.find(self.text, clause.start, clause.end)
        return Claim(
            id=claim_id(self.report.id, clause.start, clause.end, holder.name, judged.polarity),
            start=clause.start,
            end=clause.end,
            exact=words,
            holder=holder,
            via=via,
            cue=span(self.text, *judged.cue) if judged.cue is not None else None,
            hedges=tuple(span(self.text, *h) for h in marks.hedges),
            form=self._form(said, clause, scare),
            polarity=judged.polarity,
            certainty=judged.certainty,
            stance=judged.stance,
            kind=kinds.kind(words, said.part.kind, count, attributed=said.source is not None, direct=said.direct),
            toll=count,
        )

    def _without_vague_source(self, said: Said) -> tuple[Said, tuple[int, int] | None]:
        """ "according to reports", "according to information": a cue of hearsay, and nobody named."""
        if said.source is None or said.cue is None or not _VAGUE.fullmatch(self.text, *said.source):
            return said, None
        return _as_own_voice(said), said.cue

    # -- who ---------------------------------------------------------------------

    def _holder(self, said: Said, marks: Marks, before: Said | None) -> tuple[Holder, tuple[Carrier, ...]]:
        if said.source is not None:
            return self._named(said, said.source, marks)
        shown = self._shown.get(said.part.start) if said.part.kind == "caption" else None
        if shown is not None and shown.owner and marks.hearsay is not None:
            return self._credited(shown, shown.owner)
        if marks.hearsay is not None:
            return self._hearsay(said, marks, before)
        name = UNNAMED if said.direct else OUTLET
        return Holder(ref=self.voices.special(name).ref, name=name, decided=not said.direct), ()

    def _named(self, said: Said, source: tuple[int, int], marks: Marks) -> tuple[Holder, tuple[Carrier, ...]]:
        voice, sure, others = self.voices.refer(source)
        via = self._via(said, voice.ref)
        self._learn(said, voice.ref, via)
        if said.direct and marks.hearsay is not None:
            inner = Carrier(ref=voice.ref, name=voice.name, start=source[0], end=source[1])
            return Holder(ref=self.voices.special(UNNAMED).ref, name=UNNAMED), (inner, *via)
        holder = Holder(
            ref=voice.ref, name=voice.name, start=source[0], end=source[1], carried=said.carried,
            decided=sure and not said.unsure, candidates=others,
        )  # fmt: skip
        return holder, via

    def _hearsay(self, said: Said, marks: Marks, before: Said | None) -> tuple[Holder, tuple[Carrier, ...]]:
        """Nobody named; or, right after what somebody said, perhaps still that one ("no one is said to be hurt")."""
        unnamed = self.voices.special(UNNAMED).ref
        if before is None or before.source is None or before.direct or not self._weak(marks):
            return Holder(ref=unnamed, name=UNNAMED), ()
        voice, _, _ = self.voices.refer(before.source)
        start, end = before.source
        holder = Holder(
            ref=voice.ref, name=voice.name, start=start, end=end, carried=True, decided=False, candidates=(unnamed,)
        )
        return holder, ()

    def _weak(self, marks: Marks) -> bool:
        """ "is said to", "must have": hearsay forms that translated text also uses for a source just named."""
        return marks.hearsay is not None and self.text[slice(*marks.hearsay)].endswith(("said to", "must have"))

    def _credited(self, picture: Picture, owner: str) -> tuple[Holder, tuple[Carrier, ...]]:
        """ "purported to show": the holder is who gave the picture (GUIDE.md)."""
        at = self._in_credit(picture, owner)
        voice = self.voices.named(owner, "organisation", at)
        holder = Holder(ref=voice.ref, name=owner, start=at[0] if at else None, end=at[1] if at else None)
        if not picture.distributor:
            return holder, ()
        at = self._in_credit(picture, picture.distributor)
        carrier = self.voices.named(picture.distributor, "agency", at)
        link = Carrier(
            ref=carrier.ref, name=picture.distributor, start=at[0] if at else None, end=at[1] if at else None
        )
        return holder, (link,)

    def _in_credit(self, picture: Picture, name: str) -> tuple[int, int] | None:
        credit = picture.credit
        if credit is None or credit.start is None:
            return None
        k = credit.exact.find(name)
        return (credit.start + k, credit.start + k + len(name)) if k >= 0 else None

    # -- through whom ------------------------------------------------------------

    def _via(self, said: Said, ref: str) -> tuple[Carrier, ...]:
        links = [self._carrier(link) for link in chains.in_clause(self.text, said, self.report.outlet)]
        if said.outer is not None:
            outer, _, _ = self.voices.refer(said.outer)
            if outer.ref != ref:
                links.append(Carrier(ref=outer.ref, name=outer.name, start=said.outer[0], end=said.outer[1]))
        return tuple(links)

    def with_lasting(self, claims: list[Claim]) -> list[Claim]:
        """The claims with the carriers that the report names once for all that a voice says."""
        return [replace(c, via=self._lasting[c.holder.ref]) if _lacks(c, self._lasting) else c for c in claims]

    def _learn(self, said: Said, ref: str, via: tuple[Carrier, ...]) -> None:
        """Keep carriers that hold for everything a voice says: an interview, a telephone call, a shared video."""
        if said.source is None or ref in self._lasting:
            return
        if via and via[0].name in {"interview", "telephone"}:
            self._lasting[ref] = via
        for at, links in self._shared:
            if at < said.source[0] < at + _NEAR and not said.carried:
                self._lasting[ref] = tuple(self._carrier(link) for link in links)
                self._shared.remove((at, links))
                return

    def _carrier(self, link: chains.Link) -> Carrier:
        voice = self.voices.named(link.name, link.kind, link.at)
        return Carrier(ref=voice.ref, name=link.name, start=link.at[0], end=link.at[1])

    # -- how ---------------------------------------------------------------------

    def _scare(self, clause: Clause) -> bool:
        """Words in quotation marks without a source, in lower case: somebody else's wording, not a nickname."""
        found = quotes.find(self.text, max(0, clause.start - 1), min(len(self.text), clause.end + 1))
        return any(self.text[q.start].islower() and q.words(self.text) > 0 for q in found)

    def _form(self, said: Said, clause: Clause, scare: bool) -> Form:
        if said.source is None and not said.direct:
            return "mixed" if scare else "none"
        if said.direct:
            return "direct"
        inside = quotes.find(self.text, said.start, said.end)
        if any(q.start <= clause.start and clause.end <= q.end for q in inside):
            return "direct"
        return "mixed" if any(q.start < clause.end and clause.start < q.end for q in inside) else "indirect"


def _as_own_voice(said: Said) -> Said:
    return Said(start=said.start, end=said.end, part=said.part, sentence=said.sentence)


ANYBODY = ""  # stands for every holder where only the words count
_VAGUE = re.compile(
    r"(?:(?:some|several|our|the|early|initial|first|unconfirmed|local|media|press|available) )*(?:reports?|"
    r"information|rumou?rs)"
    r"(?: (?:available|received|obtained))?",
    re.IGNORECASE,
)
# The voice of a shared interview is named at once: within about two sentences of the one that says who shared it.
_NEAR = 300


def _lacks(claim: Claim, lasting: dict[str, tuple[Carrier, ...]]) -> bool:
    """True if the carriers that hold for this voice say more than the claim's own sentence does."""
    whole = {carrier.name for carrier in lasting.get(claim.holder.ref, ())}
    return {carrier.name for carrier in claim.via} < whole


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).strip()
