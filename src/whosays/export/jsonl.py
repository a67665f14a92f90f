"""One reading a line, in the form of READING.md: what the scorers and other programs take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from whosays.export.look import Look
from whosays.model import Reading
from whosays.reading import to_json

ENCODING = "utf-8"  # whatever the terminal speaks: programs read this


def write(readings: Iterator[Reading], target: TextIO, look: Look) -> None:
    """Write each reading as soon as it is made."""
    for reading in readings:
        target.write(to_json(reading).decode("utf-8") + "\n")
