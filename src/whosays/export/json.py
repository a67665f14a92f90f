"""One reading as indented JSON; several as a JSON list. The form is READING.md's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TextIO

import msgspec

from whosays.export.look import Look
from whosays.model import Reading
from whosays.reading import to_json

ENCODING = "utf-8"  # whatever the terminal speaks: programs read this


def write(readings: Iterator[Reading], target: TextIO, look: Look) -> None:
    """Write the object of a lone reading, or the list of all of them if several sources or records were read."""
    first = list(islice(readings, 2))
    if len(first) == 1 and not look.many:
        target.write(_indented(first[0]) + "\n")
        return
    target.write("[")
    for n, reading in enumerate(chain(first, readings)):
        target.write(("," if n else "") + "\n" + _indented(reading))
    target.write("\n]\n")


def _indented(reading: Reading) -> str:
    return msgspec.json.format(to_json(reading), indent=2).decode("utf-8")
