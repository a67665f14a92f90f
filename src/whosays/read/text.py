"""Plain text: the text as it is, so that offsets stay those of the file."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.errors import InputError
from whosays.model import Report
from whosays.read import decode, parts
from whosays.read.blob import Blob
from whosays.read.report import lone, make_report, sha256

media_types: tuple[str, ...] = ("text/plain", "text/markdown")
suffixes: tuple[str, ...] = (".txt", ".text", ".md")


def read(blob: Blob) -> Iterator[Report | InputError]:
    """The one report of a text file. Its text is the file's, but for a byte order mark and CRLF."""
    return lone(blob, _report)


def _report(blob: Blob) -> Report:
    with blob.open() as stream:
        data = decode.read_limited(stream, decode.MAX_BYTES, where=blob.name)
    text = decode.check_length(decode.decode(data, declared=blob.charset, where=blob.name), blob.name)
    return make_report(
        key=blob.name,
        text=text,
        parts=parts.cut(text),
        sha256=sha256(data),
        url=blob.url,
        retrieved=blob.retrieved,
    )
