"""Check the annotated reports of a folder and write them as reports.jsonl and gold.jsonl (the shape of claims-dev)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import markup
from annotation import Annotator

from whosays.errors import InputError


def report(marked: markup.Marked) -> dict[str, Any]:
    """One record of reports.jsonl; `-` in the header is null."""
    head = {name: None if value == "-" else value for name, value in marked.header.items()}
    return {**{name: head[name] for name in ("key", "title", "outlet", "url", "published")}, "text": marked.text}


def load(folder: Path, split: str | None = None) -> list[tuple[markup.Marked, dict[str, Any]]]:
    """Every file under `folder` (of one split) with its gold, by key. Raises InputError at the first fault."""
    files = sorted(folder.rglob("*.txt"))
    if not files:
        raise InputError(str(folder), "no .txt file", "name the folder of the annotated reports")
    parsed = sorted((markup.read(path) for path in files), key=lambda marked: marked.header["key"])
    check_folder(parsed)
    return [(marked, Annotator(marked).gold()) for marked in parsed if split in (None, marked.header["split"])]


def check_folder(parsed: Iterable[markup.Marked]) -> None:
    """Keys and texts stand once; an incident stays in one split, or measuring on test would meet what train taught."""
    keys: dict[str, Path] = {}
    texts: dict[str, Path] = {}
    splits: dict[str, str] = {}
    for marked in parsed:
        head = marked.header
        for seen, value, what in ((keys, head["key"], "key"), (texts, marked.text, "text")):
            if value in seen:
                raise InputError(str(marked.path), f"the same {what} as {seen[value]}", "keep one of them")
            seen[value] = marked.path
        if splits.setdefault(head["incident"], head["split"]) != head["split"]:
            raise InputError(str(marked.path), f"incident {head['incident']} in two splits", "move it to one")


def write(rows: Iterable[dict[str, Any]], target: Path) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    target.write_text("".join(lines), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, epilog="example: compile.py reports -o /tmp/own --split dev")
    parser.add_argument("folder", type=Path, help="folder of annotated reports (.txt, any depth)")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for reports.jsonl and gold.jsonl")
    parser.add_argument("--split", choices=markup.SPLITS, help="only this split")
    args = parser.parse_args()
    try:
        loaded = load(args.folder, args.split)
    except InputError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    write((report(marked) for marked, _ in loaded), args.out / "reports.jsonl")
    write((gold for _, gold in loaded), args.out / "gold.jsonl")
    sys.stdout.write(f"{len(loaded)} reports, {sum(len(gold['claims']) for _, gold in loaded)} claims\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
