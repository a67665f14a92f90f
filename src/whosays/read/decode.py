"""Bytes to text: which encoding the words are in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from whosays.errors import InputError

MAX_CHARS = 1_000_000  # READING.md: one report is at most that long
MAX_BYTES = 16 * 2**20  # of one file, page or record: MAX_CHARS characters at up to 12 bytes (JSON escapes), and markup

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a GZIP archive"),
    (b"BZh91AY&SY", "a BZIP2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document of the old format"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"OggS\x00", "a sound or film file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
)
# Codecs of Python that no page or file is written in; UTF-7 and the escapes can also decode to lone surrogates.
_NO_CHARSET = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 20  # one control character in that many: no text has it, and random bytes have one in nine
_MOST_BROKEN = 10  # one broken byte in that many characters beyond ASCII: damaged UTF-8, not another encoding
_TEXT_TODO = "give a file with the text of a report"


def decode(data: bytes, *, declared: str | None, where: str) -> str:
    """The text of some bytes, without its byte order mark and with LF for CRLF; nothing else is changed.

    `declared` is the encoding that a server, page or user names. It is often wrong, so bytes that are valid UTF-8 are
    read as that first. Raises InputError for nothing at all, for what is no text, and for an encoding nobody knows.
    """
    refuse_binary(data, where)
    text = _text(data, declared, where).replace("\r\n", "\n")
    if not text.strip():
        raise InputError(where, "empty: there is no text in it", _TEXT_TODO)
    if "\0" in text or len(_CONTROL.findall(text)) * _MOST_CONTROL > len(text):
        raise InputError(where, "this looks like a binary file, not text", _TEXT_TODO)
    return text


def refuse_binary(head: bytes, where: str) -> None:
    """Raises InputError that names the kind of file, if the first bytes are those of a known kind that is no text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise InputError(where, f"this looks like {name}, not text", _TEXT_TODO)


def check_length(text: str, where: str) -> str:
    """The text itself, if one report may be that long; else InputError."""
    if len(text) > MAX_CHARS:
        seen = f"the text has {len(text):,} characters, more than {MAX_CHARS:,}"
        raise InputError(where, seen, "cut it into single reports")
    return text


def read_limited(stream: BinaryIO, limit: int, *, where: str) -> bytes:
    """All bytes of a stream. Raises InputError if there are more than `limit`; at most one more is read."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(where, f"more than {limit:,} bytes", "cut it into single reports, or give JSON Lines")
    return data


def _text(data: bytes, declared: str | None, where: str) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            text = _try(data[len(bom) :], name)
            if text is None and name != "utf-8":
                raise InputError(where, f"marked as {name.upper()}, but it does not decode as that", "save it as UTF-8")
            return text or _guess(data[len(bom) :], declared, where)
    return _guess(data, declared, where)


def _guess(data: bytes, declared: str | None, where: str) -> str:
    for text in _candidates(data, declared):
        if text is not None:
            return text
    raise InputError(where, "a binary file, or an unknown encoding: none fits these bytes", "save it as UTF-8 text")


def _candidates(data: bytes, declared: str | None) -> Iterator[str | None]:
    """UTF-8 comes first: a wrong label is far more frequent than other text that happens to be valid UTF-8.

    Bytes that are all ASCII, or hold NULs, say nothing yet: a declared ISO-2022 or UTF-16 may be meant.
    """
    if not data.isascii() and b"\0" not in data:
        yield _try(data, "utf-8")
    wide = (declared or "").strip().lower().startswith(("utf-16", "utf16", "utf_16", "utf-32", "utf32", "utf_32"))
    if declared and (b"\0" in data or not wide):  # ASCII bytes of even number are valid UTF-16, too
        yield _try(data, declared)
    yield _try(data, "utf-8")
    yield _mended(data)
    yield _recognised(data)


def _try(data: bytes, name: str) -> str | None:
    """The text if the bytes are that encoding throughout."""
    try:
        known = codecs.lookup(name.strip()).name
        text = None if known in _NO_CHARSET else data.decode(known)
    except (LookupError, ValueError):  # an unknown name, no text codec, bytes that do not fit
        return None
    return None if text is None or _SURROGATE.search(text) else text


def _mended(data: bytes) -> str | None:
    """Damaged UTF-8, with U+FFFD where a byte does not fit: one broken byte does not make a page Latin-1."""
    text = data.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if text.count("\ufffd") * _MOST_BROKEN <= beyond_ascii else None


def _recognised(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    name = best.encoding if best else "cp1252"
    # It names the first code page that fits, and Central European comes before Western in the alphabet: Western text
    # (an e with an accent, curly quotation marks) is always named cp1250. Without a label HTML means cp1252, too.
    western = _try(data, "cp1252") if name == "cp1250" else None
    return western if western is not None else _try(data, name)
