"""What a user names (a file, a folder, `-`, an address) to blobs, and a blob to its reports."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from whosays import plugins
from whosays.errors import InputError
from whosays.model import Report
from whosays.read.blob import Blob

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_VAGUE = frozenset({"", "text/plain", "application/octet-stream"})  # what a server says of any file
_HEAD = 2048  # bytes that show what a source without a name or type is
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|title|meta|body|main|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<(?:\?xml|rss|feed)\b")
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\]{])')
_FOLDER_TODO = "name a folder with reports in it, or the files themselves"


class _Once(io.BufferedReader):
    """A stream that cannot be opened twice (standard input, a pipe): it stays open after a look at its head."""

    def close(self) -> None:
        pass


class Reader(Protocol):
    """What a plug-in of the group `readers` is: a module, or an object, with these."""

    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]

    def read(self, blob: Blob) -> Iterator[Report | InputError]:
        """The reports of a blob, in order."""


def blobs(source: str, *, retrieved: str | None, allow_private: bool = False) -> Iterator[Blob | InputError]:
    """The blobs of one source: a file, the readable files of a folder in sorted order, `-`, an http(s) address.

    What cannot be read is an InputError in its place. `allow_private` lets addresses of the own network through.
    """
    if source == "-":
        yield _once("stdin", sys.stdin.buffer, retrieved)
    elif _SCHEME.match(source):
        yield _fetched(source, retrieved, allow_private)
    else:
        yield from _local(Path(source), retrieved)


def reports(blob: Blob) -> Iterator[Report | InputError]:
    """The reports of one blob, by the reader that its media type, its suffix or its first bytes call for."""
    try:
        yield from _reader(blob).read(blob)
    except InputError as error:
        yield error
    except OSError as error:
        yield _unreadable(blob.name, error)


def _fetched(url: str, retrieved: str | None, allow_private: bool) -> Blob | InputError:
    from whosays.read import fetch

    try:
        return fetch.fetch(url, retrieved=retrieved, allow_private=allow_private)
    except InputError as error:
        return error


def _local(path: Path, retrieved: str | None) -> Iterator[Blob | InputError]:
    try:
        is_folder = path.is_dir()
    except OSError as error:  # a name that is too long, a folder above it that may not be entered
        yield _unreadable(str(path), error)
        return
    yield from _folder(path, retrieved) if is_folder else [_file(path, retrieved)]


def _once(name: str, stream: BinaryIO, retrieved: str | None) -> Blob:
    buffered = _Once(cast(io.RawIOBase, stream))
    return Blob(name=name, open=lambda: buffered, retrieved=retrieved)


def _file(path: Path, retrieved: str | None, *, name: str | None = None) -> Blob | InputError:
    name = name or path.name
    try:
        if not path.exists():
            return InputError(str(path), "there is no such file or folder", "check the name")
        if not path.is_file():
            return _once(name, path.open("rb"), retrieved)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return _unreadable(str(path), error)
    return Blob(name=name, open=lambda: path.open("rb"), retrieved=retrieved)


def _folder(folder: Path, retrieved: str | None) -> Iterator[Blob | InputError]:
    """Links to folders are not followed, so that a loop ends; hidden files and folders are left out."""
    errors: list[OSError] = []
    suffixes = tuple(suffix for reader in _readers() for suffix in reader.suffixes)
    found = False
    for at, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(at, name)
            if not name.startswith(".") and name.lower().endswith(suffixes) and (path.is_file() or not path.exists()):
                found = True
                yield _file(path, retrieved, name=path.relative_to(folder).as_posix())
    yield from (_unreadable(str(error.filename), error) for error in errors)
    if not found and not errors:
        yield InputError(str(folder), f"the folder holds no file that ends in {', '.join(suffixes)}", _FOLDER_TODO)


def _unreadable(where: str, error: OSError | ValueError) -> InputError:
    why = getattr(error, "strerror", None) or str(error)
    return InputError(where, f"it cannot be read ({why})", "check the name and who may read it")


def _readers() -> list[Reader]:
    return [plugins.load("readers", name) for name in plugins.names("readers")]


def _reader(blob: Blob) -> Reader:
    """A type that says something, then the suffix, then plain text as declared, then what the first bytes look like."""
    declared = (blob.media_type or "").lower()
    if declared not in _VAGUE:
        if found := _taking(declared):
            return found
        if not declared.startswith("text/"):
            raise InputError(blob.name, f"no reader takes {declared}", "give a page, plain text, JSON or JSON Lines")
    suffix = Path(blob.url.partition("?")[0] if blob.url else blob.name).suffix.lower()
    for reader in _readers():
        if suffix and suffix in reader.suffixes:
            return reader
    kind = "text/plain" if declared == "text/plain" else _looks_like(blob)
    if found := _taking(kind):
        return found
    raise InputError(blob.name, f"no reader takes {kind}", "install whosays again; it brings one")


def _taking(media_type: str) -> Reader | None:
    return next((reader for reader in _readers() if media_type in reader.media_types), None)


def _looks_like(blob: Blob) -> str:
    with blob.open() as stream:
        head = stream.peek(_HEAD)[:_HEAD] if isinstance(stream, io.BufferedReader) else stream.read(_HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "ignore").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    if _HTML.match(head):
        return "text/html"
    if _XML.match(head):
        raise InputError(blob.name, "an XML document that is no page", "give a page, plain text, JSON or JSON Lines")
    return "application/json" if _JSON.match(head) else "text/plain"
