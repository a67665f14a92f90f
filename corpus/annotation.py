"""The annotation lines of one file -> one record of gold.jsonl, in the shape of claims-dev, with every check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_args

import values
from markup import Line, Marked

from whosays.errors import InputError
from whosays.model import Certainty, ClaimKind, Form, Polarity, Stance, TensionKind

COLUMNS = ("id", "holder", "cue", "form", "polarity", "certainty", "stance", "kind", "happening")
ALLOWED: dict[str, tuple[str, ...]] = {
    "form": get_args(Form),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "stance": get_args(Stance),
    "kind": get_args(ClaimKind),
}
OPTIONS = {
    "claim": {"via", "when", "where", "toll", "scope", "note", "carried"},
    "ev": {"label", "when", "where"},
    "picture": {"caption", "credit", "hedge", "name", "when", "ev"},
    "tension": {"why"},
    "voice": set(),
}
SPECIAL = ("outlet", "unnamed")
T = TypeVar("T")


class Annotator:
    """Reads the lines of one file in order; `gold` is the record. Raises InputError with file and line."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.used: set[str] = set()
        self.voices: list[dict[str, Any]] = []
        self.voice_of: dict[str, str] = {}
        self.happenings: dict[str, dict[str, Any]] = {}

    def gold(self) -> dict[str, Any]:
        """The record: key, claims, happenings, pictures, contradictions, voices."""
        by_kind: dict[str, list[Line]] = {kind: [] for kind in OPTIONS}
        for line in self.marked.lines:
            kind = line.words[0] if line.words[0] in OPTIONS else "claim"
            by_kind[kind].append(line)
        for line in by_kind["voice"]:
            self._voice(line)
        for line in by_kind["ev"]:
            self._happening(line)
        claims = sorted((self._claim(line) for line in by_kind["claim"]), key=lambda c: (c["start"], -c["end"]))
        record = {
            "key": self.marked.header["key"],
            "claims": claims,
            "happenings": list(self.happenings.values()),
            "pictures": [self._picture(line) for line in by_kind["picture"]],
            "contradictions": [self._tension(line) for line in by_kind["tension"]],
            "voices": self.voices,
        }
        self._whole(claims)
        return record

    def _claim(self, line: Line) -> dict[str, Any]:
        plain, options = self._words(line, "claim")
        if len(plain) != len(COLUMNS):
            raise self._error(line, f"{len(plain)} columns", f"write {' '.join(COLUMNS)}, then options")
        row = dict(zip(COLUMNS, plain, strict=True))
        for column, allowed in ALLOWED.items():
            if row[column] not in allowed:
                raise self._error(line, f"{column} {row[column]!r}", f"use one of {', '.join(allowed)}")
        self._agree(line, row)
        claim = {"id": row["id"], **self._span(line, row["id"]), "holder": self._holder(line, row["holder"])}
        claim["via"] = [{"name": self._carrier(line, v)} for v in options["via"].split(",")] if "via" in options else []
        claim["cue"] = None if row["cue"] == "-" else self._span(line, row["cue"])
        claim |= {column: row[column] for column in ALLOWED}
        claim["happening"] = self._happens(line, row["happening"], row["id"])
        claim["when"] = self._value(line, values.when, options.get("when"))
        claim["where"] = self._value(line, self._where, options.get("where"))
        claim["toll"] = self._value(line, values.toll, options.get("toll"))
        if "scope" in options and claim["toll"]:
            claim["toll"]["scope"] = options["scope"]
        note = "; ".join(n for n in ("holder carried over" if "carried" in options else "", options.get("note")) if n)
        return claim | ({"note": note} if note else {})

    def _agree(self, line: Line, row: dict[str, str]) -> None:
        """Columns that cannot stand together by GUIDE.md."""
        if (row["polarity"] == "unknown") != (row["certainty"] == "unknown"):
            raise self._error(line, "polarity or certainty unknown, not both", "they go together")
        if row["holder"] == "outlet" and row["form"] not in ("none", "mixed"):
            raise self._error(line, f"the outlet's own voice is {row['form']}", "use none, or mixed for scare quotes")
        spoken = row["holder"] not in SPECIAL and row["kind"] != "photo"
        if spoken and row["form"] == "none":
            raise self._error(line, "a named holder without a form", "use direct, mixed or indirect")

    def _holder(self, line: Line, name: str) -> dict[str, str]:
        if name in SPECIAL:
            return {"ref": name, "name": name}
        words = self._span(line, name)["exact"]
        return {"ref": self._ref(name, words), "name": words}

    def _carrier(self, line: Line, name: str) -> str:
        """A mark, or a literal that stands in the text ("interview", "Telegram")."""
        if name in self.marked.marks:
            words: str = self._span(line, name)["exact"]
            self._ref(name, words)
            return words
        if name not in self.marked.text:
            raise self._error(
                line, f"the carrier {name!r} does not stand in the text", "name it as written, or by mark"
            )
        return name

    def _ref(self, mark: str, words: str) -> str:
        """The voice of a mark; one that no voice line names is found by its words, or is a new voice."""
        if mark in self.voice_of:
            return self.voice_of[mark]
        known = next((v for v in self.voices if words in v["aliases"]), None)
        voice = known or self._new_voice([words])
        self.voice_of[mark] = voice["ref"]
        return str(voice["ref"])

    def _new_voice(self, aliases: list[str]) -> dict[str, Any]:
        voice = {"ref": f"v{len(self.voices) + 1}", "name": aliases[0], "aliases": list(dict.fromkeys(aliases))}
        self.voices.append(voice)
        return voice

    def _voice(self, line: Line) -> None:
        names, _ = self._words(line, "voice")
        aliases = [self._carrier_words(line, name) for name in names]
        if not aliases:
            raise self._error(line, "a voice without a name", "list its marks, or other names in quotation marks")
        voice = self._new_voice(aliases)
        for name in names:
            if name in self.voice_of:
                raise self._error(line, f"{name} belongs to two voices", "keep it in one")
            if name in self.marked.marks:
                self.voice_of[name] = voice["ref"]

    def _carrier_words(self, line: Line, name: str) -> str:
        if name in self.marked.marks:
            return str(self._span(line, name)["exact"])
        if name not in self.marked.text:
            raise self._error(line, f"the alias {name!r} does not stand in the text", "write it as the text does")
        return name

    def _happening(self, line: Line) -> None:
        names, options = self._words(line, "ev")
        if len(names) != 1 or names[0] in self.happenings or "label" not in options:
            raise self._error(line, f"happening {names}", 'write ev NAME label="what", each name once')
        self.happenings[names[0]] = {
            "id": names[0],
            "label": options["label"],
            "when": self._value(line, values.when, options.get("when")),
            "where": self._value(line, self._where, options.get("where")),
            "claims": [],
        }

    def _happens(self, line: Line, name: str, claim: str) -> str | None:
        if name == "-":
            return None
        if name not in self.happenings:
            raise self._error(line, f"no happening {name!r}", "add an ev line, or write `-`")
        self.happenings[name]["claims"].append(claim)
        return name

    def _picture(self, line: Line) -> dict[str, Any]:
        _, options = self._words(line, "picture")
        spans = {k: self._span(line, options[k]) if k in options else None for k in ("caption", "credit", "hedge")}
        if spans["caption"] is None and spans["credit"] is None:
            raise self._error(line, "a picture without caption and credit", "mark one of them, or leave the line out")
        if options.get("ev", "-") != "-" and options["ev"] not in self.happenings:
            raise self._error(line, f"no happening {options['ev']!r}", "add an ev line")
        return {
            "caption": spans["caption"],
            "credit": spans["credit"],
            "credit_name": options.get("name"),
            "hedge": spans["hedge"],
            "when": self._value(line, values.when, options.get("when")),
            "happening": options.get("ev"),
        }

    def _tension(self, line: Line) -> dict[str, Any]:
        words, options = self._words(line, "tension")
        if len(words) != 3 or words[0] not in get_args(TensionKind) or "why" not in options:
            raise self._error(line, f"tension {words}", 'write tension KIND MARK MARK why="…"')
        a, b = (self._span(line, mark) for mark in words[1:])
        return {"kind": words[0], "a": a, "b": b, "why": options["why"]}

    def _words(self, line: Line, kind: str) -> tuple[list[str], dict[str, str]]:
        """The plain words of a line (without its keyword) and its options."""
        plain: list[str] = []
        options: dict[str, str] = {}
        for word in line.words[kind != "claim" :]:
            name, equals, value = word.partition("=")
            if name not in OPTIONS[kind] or not (equals or name == "carried"):
                plain.append(word)
            elif name in options:
                raise self._error(line, f"a second {name}", "write each option once")
            else:
                options[name] = value
        return plain, options

    def _span(self, line: Line, mark: str) -> dict[str, Any]:
        if mark not in self.marked.marks:
            raise self._error(line, f"no mark {mark!r} in the text", "mark the words as ⟦id|words⟧")
        self.used.add(mark)
        start, end = self.marked.marks[mark]
        return {"start": start, "end": end, "exact": self.marked.text[start:end]}

    def _value(self, line: Line, read: Callable[[str], T], value: str | None) -> T | None:
        try:
            return None if value is None else read(value)
        except ValueError as error:
            raise self._error(line, str(error), "see FORMAT.md") from error

    def _where(self, value: str) -> dict[str, str]:
        return values.where(value, self.marked.text)

    def _whole(self, claims: list[dict[str, Any]]) -> None:
        """What only the whole file shows: unused marks, empty happenings, two claims on one stretch."""
        for problem, todo in self._leftovers(claims):
            raise InputError(str(self.marked.path), problem, todo)

    def _leftovers(self, claims: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
        for mark in self.marked.marks.keys() - self.used:
            yield f"no line uses the mark {mark}", "annotate it or take it out"
        for name, happening in self.happenings.items():
            if not happening["claims"]:
                yield f"no claim is about the happening {name}", "take the ev line out"
        seen: dict[tuple[int, int], str] = {}
        for claim in claims:
            place = (claim["start"], claim["end"])
            if place in seen or claim["id"] in seen.values():
                yield f"{claim['id']} repeats {seen.get(place, 'an id')}", "one line a claim, one claim a stretch"
            seen[place] = claim["id"]

    def _error(self, line: Line, seen: str, todo: str) -> InputError:
        return InputError(f"{self.marked.path}:{line.number}", f"{line.words[0]}: {seen}", todo)
