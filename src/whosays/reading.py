"""Reading <-> JSON in the form of READING.md, and the check that every word stands where it is said to stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from whosays.errors import ContractError
from whosays.model import Reading, Span

_REMEDY = "report the text and the extractor that made this reading"


def text_id(text: str) -> str:
    """The id of a text: the same text has the same id, wherever and whenever it is read."""
    return "r_" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def claim_id(text_id: str, *said: object) -> str:
    """The id of a claim: a hash of where it stands and who says it, not of the run, the clock or the version."""
    what = "\x1f".join([text_id, *map(str, said)])
    return "c_" + hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def to_json(reading: Reading) -> bytes:
    """One reading as one line of UTF-8 JSON."""
    return msgspec.json.encode(reading)


def from_json(data: bytes | str) -> Reading:
    """The reading that `to_json` wrote. Raises ContractError for another form, or words that do not stand."""
    try:
        reading = msgspec.json.decode(data, type=Reading)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ContractError("reading", f"not a reading ({error})", "see docs/reading.schema.json") from error
    return check(reading)


def json_schema() -> dict[str, Any]:
    """READING.md as a JSON Schema, generated from the nouns."""
    return msgspec.json.schema(Reading)


def check(reading: Reading) -> Reading:
    """The reading itself, if every span quotes the text and every reference leads somewhere; else ContractError."""
    text = reading.report.text
    for where, start, end, exact in _spans(reading):
        _check_span(text, f"{reading.report.key}: {where}", start, end, exact)
    _check_references(reading)
    return reading


def _check_span(text: str, where: str, start: int | None, end: int | None, exact: str | None) -> None:
    if start is None and end is None:
        return
    if start is None or end is None or not 0 <= start <= end <= len(text):
        raise ContractError(where, f"[{start}, {end}) is not inside the text of {len(text)} characters", _REMEDY)
    if exact is not None and text[start:end] != exact:
        raise ContractError(where, f"[{start}, {end}) reads {text[start:end][:60]!r}, not {exact[:60]!r}", _REMEDY)


def _spans(reading: Reading) -> Iterator[tuple[str, int | None, int | None, str | None]]:
    """Every stretch of the reading as (where it stands in the reading, start, end, its words if it holds them)."""
    yield from _walk("", reading)
    for voice in reading.voices + reading.actors:
        for start, end in voice.mentions:
            yield f"mention of {voice.ref}", start, end, None


def _walk(where: str, node: object) -> Iterator[tuple[str, int | None, int | None, str | None]]:
    if isinstance(node, tuple):
        for i, item in enumerate(node):
            yield from _walk(f"{where}[{i}]", item)
    elif isinstance(node, msgspec.Struct):
        if hasattr(node, "start"):
            yield where, node.start, getattr(node, "end", None), getattr(node, "exact", None)
        for field in node.__struct_fields__:
            value = getattr(node, field)
            if isinstance(value, (tuple, msgspec.Struct)) and value:
                yield from _walk(f"{where}.{field}".lstrip("."), value)


def _check_references(reading: Reading) -> None:
    key = reading.report.key
    voices = {voice.ref for voice in reading.voices}
    claims = {claim.id for claim in reading.claims}
    happenings = {happening.id for happening in reading.happenings}
    if len(claims) < len(reading.claims):
        raise ContractError(key, "two claims have one id", _REMEDY)
    wanted = [(c.holder.ref, voices) for c in reading.claims]
    wanted += [(ref, voices) for c in reading.claims for ref in c.holder.candidates]
    wanted += [(v.ref, voices) for c in reading.claims for v in c.via]
    wanted += [(c.denies, claims) for c in reading.claims if c.denies]
    wanted += [(c.happening, happenings) for c in reading.claims if c.happening]
    wanted += [(ref, claims) for h in reading.happenings for ref in h.claims]
    wanted += [(ref, claims) for t in reading.tensions for ref in (t.a, t.b)]
    for ref, known in wanted:
        if ref not in known:
            raise ContractError(key, f"a reference to {ref!r}, which is not in the reading", _REMEDY)


def span(text: str, start: int, end: int) -> Span:
    """The span [start, end) of a text, with its words."""
    return Span(start=start, end=end, exact=text[start:end])
