"""JSON and JSON Lines: one report a record, its text exactly as given."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO, TypeVar

import msgspec

from whosays.errors import InputError
from whosays.model import Report
from whosays.read import decode, parts
from whosays.read.blob import Blob
from whosays.read.report import make_report, published, sha256

media_types: tuple[str, ...] = ("application/json", "application/x-ndjson", "application/ndjson", "application/jsonl")
suffixes: tuple[str, ...] = (".json", ".jsonl", ".ndjson")

_T = TypeVar("_T")
_LINES = media_types[1:]
_MAX_DOCUMENT = 4 * decode.MAX_BYTES  # a document is in memory as a whole, a file of lines is not
_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
_TODO = "mend the record; what is beside it is read"


class _Record(msgspec.Struct, frozen=True):
    text: str
    key: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    retrieved: str | None = None
    archive_url: str | None = None
    language: str | None = None


class _Document(msgspec.Struct, frozen=True):
    """What tells a list of records from one record."""

    reports: list[msgspec.Raw] | msgspec.UnsetType = msgspec.UNSET


class _Raw(msgspec.Struct, frozen=True):
    """The bytes of one record, where it stands, and the key that its report gets if the record brings none."""

    data: bytes
    sha256: str
    where: str
    key: str


def read(blob: Blob) -> Iterator[Report | InputError]:
    """The reports of a file of records, in order. A record that cannot be read is an InputError; the rest is read."""
    places: dict[str, str] = {}
    try:
        with blob.open() as stream:
            for raw in _records(blob, stream):
                yield raw if isinstance(raw, InputError) else _read_record(blob, raw, places)
    except InputError as error:
        yield error


def _read_record(blob: Blob, raw: _Raw, places: dict[str, str]) -> Report | InputError:
    """`places`: where each key so far stands."""
    try:
        report = _report(blob, raw)
    except InputError as error:
        return error
    if report.key in places:
        seen = f"the key {report.key!r} stands already at {places[report.key]}"
        return InputError(raw.where, seen, "give each record a key of its own")
    places[report.key] = raw.where
    return report


def _report(blob: Blob, raw: _Raw) -> Report:
    record = _decode(raw.data, _Record, raw.where)
    text = record.text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip():
        raise InputError(raw.where, "its text is empty", _TODO)
    decode.check_length(text, raw.where)
    return make_report(
        key=record.key or raw.key,
        text=text,
        parts=parts.cut(text, record.title),
        sha256=raw.sha256,
        title=record.title,
        outlet=record.outlet,
        url=record.url,
        author=record.author,
        published=published(record.published, basis="json"),
        retrieved=record.retrieved or blob.retrieved,
        archive_url=record.archive_url,
        language=record.language,
    )


def _records(blob: Blob, stream: BinaryIO) -> Iterator[_Raw | InputError]:
    """Lines if the blob is named or declared so, or if its first line is a whole record and more follow."""
    first = stream.readline(decode.MAX_BYTES + 1)
    decode.refuse_binary(first, blob.name)
    named = blob.media_type in _LINES or blob.name.lower().endswith(suffixes[1:])
    lines = _lines(blob, first, stream)
    head = list(islice(lines, 2)) if not named and _is_record(first) else []
    if named or len(head) > 1:
        yield from chain(head, lines)
    else:
        yield from _document(blob, first + stream.read(_MAX_DOCUMENT + 1 - len(first)))


def _is_record(line: bytes) -> bool:
    try:
        return _decode(line, _Document, "").reports is msgspec.UNSET
    except InputError:
        return False


def _lines(blob: Blob, first: bytes, stream: BinaryIO) -> Iterator[_Raw | InputError]:
    """One record a line, blank lines aside; at most one line is in memory."""
    if b"\0" in first or first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(blob.name, "this looks like UTF-16 or a binary file", "save it as UTF-8")
    line, number, found = first.removeprefix(codecs.BOM_UTF8), 1, False
    while line:
        where = f"{blob.name}, line {number}"
        if len(line) > decode.MAX_BYTES:
            found = True
            yield InputError(where, f"the line has more than {decode.MAX_BYTES:,} bytes", "cut it into single reports")
            while line and not line.endswith(b"\n"):
                line = stream.readline(decode.MAX_BYTES)
        elif not line.isspace():
            found = True
            line = line.rstrip(b"\r\n")
            yield _Raw(line, sha256(line), where, f"{blob.name}:{number}")
        line, number = stream.readline(decode.MAX_BYTES + 1), number + 1
    if not found:
        raise InputError(blob.name, "empty: there is no record in it", "give one JSON object a line")


def _document(blob: Blob, data: bytes) -> Iterator[_Raw | InputError]:
    """One JSON value: a record, a list of records, or an object with such a list as `reports`."""
    if len(data) > _MAX_DOCUMENT:
        seen = f"a JSON document of more than {_MAX_DOCUMENT:,} bytes"
        raise InputError(blob.name, seen, "give JSON Lines, which is read record by record")
    json = _utf8(data, blob.name)
    records = _listed(json, blob.name)
    if records is msgspec.UNSET:
        yield _Raw(json, sha256(data), blob.name, blob.name)
        return
    if not records:
        raise InputError(blob.name, "an empty list: there is no record in it", "give a list of JSON objects")
    for number, record in enumerate(records, 1):
        yield _Raw(bytes(record), sha256(record), f"{blob.name}, record {number}", f"{blob.name}:{number}")


def _listed(json: bytes, where: str) -> list[msgspec.Raw] | msgspec.UnsetType:
    if json.lstrip().startswith(b"["):
        return _decode(json, list[msgspec.Raw], where)
    return _decode(json, _Document, where).reports


def _utf8(data: bytes, where: str) -> bytes:
    """JSON is UTF-8; some shells write it as UTF-16 with a mark."""
    if not data.strip():
        raise InputError(where, "empty: there is no record in it", "give a JSON object, or a list of them")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode.decode(data, declared=None, where=where).encode()
    return data.removeprefix(codecs.BOM_UTF8)


def _decode(data: bytes, form: type[_T], where: str) -> _T:
    try:
        return msgspec.json.decode(data, type=form)
    except msgspec.ValidationError as error:
        raise InputError(where, f"not a report record ({error})", _TODO) from error
    except msgspec.DecodeError as error:
        half = " a half character such as \\ud800" if _HALF_CHARACTER.search(data) else ""
        raise InputError(where, f"broken JSON ({error}{half})", _TODO) from error
    except UnicodeDecodeError as error:
        raise InputError(where, f"not UTF-8 ({error.reason})", "save it as UTF-8") from error
    except RecursionError as error:
        raise InputError(where, "JSON nested too deep", _TODO) from error
