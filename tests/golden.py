"""The golden readings of the examples. `python tests/golden.py` writes them again; read the difference.

They are compared byte for byte, so that no change of what is read goes unseen. What must hold whatever else changes is
in test_examples.py.
"""

from collections.abc import Iterator
from pathlib import Path

from whosays import work
from whosays.model import Reading
from whosays.reading import to_json

RETRIEVED = "2024-10-16"
EXAMPLES = Path(__file__).parent.parent / "examples"
GOLDEN = Path(__file__).parent / "golden"
EXAMPLE_NAMES = ("border-raid.html", "live-blog.txt", "statement.txt", "tabloid-translated.txt")


def readings(name: str) -> Iterator[Reading]:
    """The readings of one example, as the command gives them with --retrieved."""
    for found in work.read([str(EXAMPLES / name)], retrieved=RETRIEVED):
        if not isinstance(found, Reading):
            raise found
        yield found


def golden(name: str) -> bytes:
    """What `whosays read NAME --format jsonl --retrieved 2024-10-16` prints."""
    return b"".join(to_json(reading) + b"\n" for reading in readings(name))


def path(name: str) -> Path:
    """Where the golden reading of an example stands."""
    return GOLDEN / f"{Path(name).stem}.jsonl"


def main() -> None:
    """Write every golden reading."""
    GOLDEN.mkdir(exist_ok=True)
    for name in EXAMPLE_NAMES:
        path(name).write_bytes(golden(name))


if __name__ == "__main__":
    main()
