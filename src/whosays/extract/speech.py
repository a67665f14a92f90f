"""Every stretch of a report that says something, with the words that show who says it.

Parts in reading order; in each, the frames of its sentences, then the quotations that no frame covers, then what is
left, which is the outlet's own voice. The result is in text order, and no two stretches of one sentence share a word
unless one reports inside the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from whosays.extract import frames, sentence
from whosays.extract.frames import Frame
from whosays.extract.lexicon import CONJUNCTIONS, Reporting
from whosays.extract.nouns import QUOTATION
from whosays.extract.quotes import Quote
from whosays.extract.sentence import Sentence
from whosays.extract.tokens import Chars, trim
from whosays.extract.verbs import has_finite
from whosays.model import Part, Report

# What can never be a claim of anybody: page furniture, and lines that name rather than say (GUIDE.md, Completeness).
_SILENT = frozenset({"furniture", "credit", "byline", "dateline"})


class Said(Struct, frozen=True, kw_only=True):
    """[start, end) is content, before it is cut into claims.

    `source` is where the words name who says it (None: the outlet, or somebody carried over), `direct` true inside
    quotation marks or dash dialogue, `carried` true if source and cue stand with another stretch, `outer` the frame
    that this one is reported in, `unsure` if the carry-over is a guess.
    """

    start: int
    end: int
    part: Part
    sentence: Chars
    source: Chars | None = None
    cue: Chars | None = None
    verb: Reporting | None = None
    direct: bool = False
    carried: bool = False
    unsure: bool = False
    outer: Chars | None = None
    question: bool = False
    hearsay: Chars | None = None  # somebody says so, and a finder found that nobody is named


Finder = Callable[[Sequence[Sentence]], list[list[Frame]]]


def by_rules(lines: Sequence[Sentence]) -> list[list[Frame]]:
    """The frames that the rules find, sentence by sentence."""
    return [frames.find(s) for s in lines]


def utterances(report: Report, find: Finder = by_rules) -> list[Said]:
    """All stretches of a report that say something. `find` gives the frames of the sentences of one part."""
    out: list[Said] = []
    last: Said | None = None
    for part in report.parts:
        if part.kind not in _SILENT:
            found = _part(report.text, part, out, last, find)
            last = _introduced(report.text, part) or _last_speaker(found) or last
            out += found
    return out


def _part(text: str, part: Part, before: list[Said], last: Said | None, find: Finder) -> list[Said]:
    signed = _post(text, part)
    if signed is not None:
        return signed
    lines = sentence.split(text, part)
    label = _transcript(text, part)
    if label is not None:
        return [said for s in lines if s.end > label[1] + 1 for said in _labelled(s, label)]
    found: list[Said] = []
    by_sentence = find(lines)
    spoken = _quotation_frames(lines, by_sentence)
    for s, own in zip(lines, by_sentence, strict=True):
        found += list(_sentence(s, own, spoken))
        for frame in own:
            if frame.back:
                _reassign(before, found, frame, s)
    return _carry(part, found, last)


def _quotation_frames(lines: list[Sentence], by_sentence: list[list[Frame]]) -> dict[Quote, Frame]:
    """Which frame each quotation of the part belongs to: one that touches it, else the last one before it."""
    out: dict[Quote, Frame] = {}
    last: Frame | None = None
    for s, own in zip(lines, by_sentence, strict=True):
        for quote in s.quotes:
            touching = [f for f in own for c in f.contents if c[0] < quote.outer_end and quote.outer_start < c[1]]
            if touching:
                out[quote] = touching[0]
        last = next((f for f in reversed(own) if f.source is not None and not f.back), last)
        for quote in s.quotes:
            if quote not in out and last is not None:
                out[quote] = last
    return out


def _sentence(s: Sentence, own: list[Frame], spoken: dict[Quote, Frame]) -> Iterator[Said]:
    base = Said(start=s.start, end=s.end, part=s.part, sentence=(s.start, s.end))
    covered: list[Chars] = []
    for frame in own:
        for content in frame.contents:
            yield replace(
                _framed(base, frame, *content),
                direct=s.part.kind == "speech" or (frame.source is not None and _inside_quote(s, content)),
                outer=_outer(own, frame),
                question=s.text[content[0] : content[1]].rstrip().endswith("?"),
            )
        covered += [frame.cue, *frame.contents, *([frame.source] if frame.source else [])]
    for quote in s.quotes:
        a, b = max(quote.start, s.start), min(quote.end, s.end)
        if a >= b or any(c[0] < b and a < c[1] for c in covered):
            continue
        frame_of = spoken.get(quote)
        yield replace(base, start=a, end=b, direct=True) if frame_of is None else _framed(base, frame_of, a, b)
        covered.append((max(quote.outer_start, s.start), min(quote.outer_end, s.end)))
    yield from _rest(s, base, covered)


def _framed(base: Said, frame: Frame, start: int, end: int) -> Said:
    if frame.source is None:
        return replace(base, start=start, end=end, hearsay=frame.cue)
    return replace(
        base,
        start=start,
        end=end,
        source=frame.source,
        cue=frame.cue,
        verb=frame.verb,
        direct=True,
        unsure=frame.unsure,
    )


def _inside_quote(s: Sentence, content: Chars) -> bool:
    a, b = trim(s.text, *content, "“”\"„«»‘’' \t\n,.")
    return any(q.outer_start <= a and b <= q.outer_end for q in s.quotes)


def _outer(own: list[Frame], frame: Frame) -> Chars | None:
    """The source of the frame inside whose content this frame stands."""
    for other in own:
        if other is not frame and other.source and any(c[0] <= frame.cue[0] < c[1] for c in other.contents):
            return other.source
    return None


def _rest(s: Sentence, base: Said, covered: list[Chars]) -> Iterator[Said]:
    """What no frame covers: the whole sentence, or a clause before or between what is covered."""
    if not covered:
        yield replace(base, direct=s.part.kind == "speech", question=_is_question(s))
        return
    first = min(a for a, _ in covered)
    before = [t for t in s.tokens if t.end <= first and t.lower != QUOTATION]
    while before and (before[-1].lower in CONJUNCTIONS or not before[-1].text[0].isalnum()):
        before.pop()
    if len(before) > 2 and has_finite(before, 0, len(before)) and s.part.kind != "speech":
        yield replace(base, end=before[-1].end)


def _is_question(s: Sentence) -> bool:
    return s.words.rstrip(" ”\"’'»").endswith("?")


def _reassign(before: list[Said], found: list[Said], frame: Frame, s: Sentence) -> None:
    """ "That's what X claims": the sentence before belongs to X."""
    if frame.source is None:
        return
    where = ([x for x in found if x.end <= s.start] and found) or before
    said = [x for x in where if x.end <= s.start]
    if not said:
        return
    last = said[-1].sentence
    for k, x in enumerate(where):
        if x.sentence == last and x.source is None:
            where[k] = replace(x, source=frame.source, cue=frame.cue, verb=frame.verb)


def _carry(part: Part, found: list[Said], last: Said | None) -> list[Said]:
    """Give speech without a frame the speaker of the speech around it."""
    owner = (
        next((x for x in reversed(found) if x.direct and x.source is not None), None) if part.kind == "speech" else None
    )
    at_start = owner is None
    owner = owner or last
    out = []
    for x in found:
        if x.direct and x.source is None and not x.question and owner is not None:
            x = replace(
                x, source=owner.source, cue=owner.cue, verb=owner.verb, carried=at_start,
                unsure=at_start and owner.part.kind != part.kind and not owner.direct,
            )  # fmt: skip
        out.append(x)
    return out


def _introduced(text: str, part: Part) -> Said | None:
    """The speaker whom the last sentence of a part announces with a colon, for the speech that follows."""
    if not text[part.start : part.end].endswith(":"):
        return None
    s = sentence.split(text, part)[-1]
    frame = frames.introducer(s)
    base = Said(start=s.start, end=s.end, part=part, sentence=(s.start, s.end))
    return None if frame is None else _framed(base, frame, s.start, s.end)


def _last_speaker(found: Sequence[Said]) -> Said | None:
    """The last attributed stretch of a part that is no question."""
    return next((x for x in reversed(found) if x.source is not None and not x.question), None)


_CAPITAL = "A-ZÀ-ÖØ-Þ"
_LABEL = re.compile(
    rf"([{_CAPITAL}][{_CAPITAL} .'’-]{{2,40}}"
    rf"|[{_CAPITAL}][\w.'’-]+(?: [{_CAPITAL}][\w.'’-]+){{1,3}}(?: \([^)]{{2,60}}\))?)"
    rf":\s+(?=[“\"{_CAPITAL}])"
)


def _transcript(text: str, part: Part) -> Chars | None:
    """ "LIND: We saw smoke": the label of a transcript line at the head of a part."""
    match = _LABEL.match(text, part.start, part.end)
    if match is None or part.kind not in {"paragraph", "speech"}:
        return None
    if not match[1].isupper() and text[match.end()] not in '“"':
        return None
    return match.start(1), match.end(1)


_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^()\n—–]{2,60}?)\s*\((?P<handle>@\w{2,30})\)[^\n]{0,40}$")


def _labelled(s: Sentence, label: Chars) -> list[Said]:
    """The words of one sentence under a label, and what they report of others, hearsay inside the speech."""
    base = _label_base(s, label)
    if base.question:
        return []
    inner = [
        replace(_framed(base, frame, *content), outer=label)
        for frame in frames.find(s)
        if frame.source is not None and frame.source[0] >= base.start
        for content in frame.contents
    ]
    return inner or [base]


def _label_base(s: Sentence, label: Chars) -> Said:
    start = max(s.start, label[1] + 1)
    return Said(
        start=start, end=s.end, part=s.part, sentence=(s.start, s.end), source=label, cue=label, direct=True,
        question=_is_question(s),
    )  # fmt: skip


def _post(text: str, part: Part) -> list[Said] | None:
    """An embedded post: its words, then "— Name (@handle) date"."""
    match = _SIGNATURE.search(text, part.start, part.end)
    if match is None or part.kind in {"caption", "headline"}:
        return None
    source, cue = match.span("name"), (match.start("name"), trim(text, match.start(), match.end())[1])
    verb = Reporting("post", True)
    return [
        Said(start=s.start, end=min(s.end, match.start()), part=part, sentence=(s.start, s.end), source=source, cue=cue,
             verb=verb, direct=True)
        for s in sentence.split(text, part) if s.start < match.start()
    ]  # fmt: skip
