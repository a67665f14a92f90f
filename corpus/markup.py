"""One file of the corpus: header lines, a text with marked stretches, `===`, annotation lines (see FORMAT.md)."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from whosays.errors import InputError

HEADER = ("key", "incident", "split", "hand", "kind", "title", "outlet", "url", "published")
SPLITS = ("train", "dev", "test")
HANDS = (
    "agency", "tabloid", "broadcaster", "liveblog", "communique", "translated", "transcript", "local", "thread",
    "analysis",
)  # fmt: skip
TOKEN = re.compile(r"⟦([a-z]\d+)\||[⟦⟧]")


@dataclass(frozen=True)
class Line:
    """An annotation line, cut into words as a shell would; `number` is its line in the file."""

    number: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Marked:
    """A parsed file: the plain text, the marked stretches by their id, and the annotation still as lines."""

    path: Path
    header: dict[str, str]
    text: str
    marks: dict[str, tuple[int, int]]
    lines: tuple[Line, ...]

    def exact(self, mark: str) -> str:
        start, end = self.marks[mark]
        return self.text[start:end]


def read(path: Path) -> Marked:
    """The file at `path`. Raises InputError that names the line."""
    try:
        raw = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not UTF-8 ({error.reason})", "save the file as UTF-8") from error
    head, blank, rest = raw.partition("\n\n")
    body, ruler, notes = rest.partition("\n===\n")
    if not blank or not ruler:
        raise InputError(str(path), "no blank line after the header, or no line `===`", "see FORMAT.md for the layout")
    header = _header(path, head)
    first = head.count("\n") + 3
    text, marks = _unmark(path, first, body)
    start = first + body.count("\n") + 2
    return Marked(path, header, text, marks, tuple(_lines(path, start, notes)))


def _header(path: Path, head: str) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), 1):
        name, colon, value = line.partition(":")
        if not colon or name not in HEADER or name in header:
            raise InputError(f"{path}:{number}", f"header line {line!r}", f"write one `name: value` of {HEADER}")
        header[name] = value.strip()
    for name in HEADER:
        if not header.get(name):
            raise InputError(str(path), f"no header {name!r}", "add it; `-` stands for none")
    for name, allowed in (("split", SPLITS), ("hand", HANDS)):
        if header[name] not in allowed:
            raise InputError(str(path), f"{name} {header[name]!r}", f"use one of {', '.join(allowed)}")
    return header


def _unmark(path: Path, first: int, body: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks, and where each mark stood."""
    out: list[str] = []
    length = done = 0
    opened: list[tuple[str, int]] = []
    marks: dict[str, tuple[int, int]] = {}
    for token in TOKEN.finditer(body):
        out.append(body[done : token.start()])
        length += token.start() - done
        done = token.end()
        where = f"{path}:{first + body.count(chr(10), 0, token.start())}"
        if name := token[1]:
            if name in marks or any(name == other for other, _ in opened):
                raise InputError(where, f"the mark {name} stands twice", "give each mark an id of its own")
            opened.append((name, length))
        elif token[0] == "⟧" and opened:
            name, start = opened.pop()
            marks[name] = (start, length)
        else:
            raise InputError(where, f"a stray {token[0]}", "write marks as ⟦c1|words⟧")
    if opened:
        raise InputError(str(path), f"the mark {opened[-1][0]} is not closed", "close it with ⟧")
    out.append(body[done:])
    return _trimmed(path, "".join(out), marks)


def _trimmed(path: Path, text: str, marks: dict[str, tuple[int, int]]) -> tuple[str, dict[str, tuple[int, int]]]:
    for name, (start, end) in marks.items():
        words = text[start:end]
        if not words or words != words.strip():
            raise InputError(str(path), f"the mark {name} holds {words!r}", "mark words without space around them")
    if text != text.strip("\n"):
        raise InputError(str(path), "blank lines around the text", "leave one after the header, none at the end")
    return text, marks


def _lines(path: Path, start: int, notes: str) -> list[Line]:
    out = []
    for number, line in enumerate(notes.split("\n"), start):
        try:
            words = shlex.split(line)
        except ValueError as error:
            raise InputError(f"{path}:{number}", str(error).lower(), "close the quotation mark") from error
        if words:
            out.append(Line(number, tuple(words)))
    return out
