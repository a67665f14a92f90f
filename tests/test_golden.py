"""The readings of the examples, byte for byte. Wanted changes: `python tests/golden.py`, and read the difference."""

import os
import subprocess
import sys

import golden
import pytest


@pytest.mark.parametrize("name", golden.EXAMPLE_NAMES)
def test_the_reading_is_the_golden_one(name):
    assert golden.golden(name) == golden.path(name).read_bytes(), "python tests/golden.py, and read the difference"


def test_every_example_has_its_golden_reading():
    assert {p.name for p in golden.EXAMPLES.iterdir()} == set(golden.EXAMPLE_NAMES)
    assert {p.name for p in golden.GOLDEN.iterdir()} == {golden.path(name).name for name in golden.EXAMPLE_NAMES}


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_command_gives_the_same_bytes_in_any_process(seed):
    name = "tabloid-translated.txt"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "whosays", "read", str(golden.EXAMPLES / name)),
            *("--format", "jsonl", "--retrieved", golden.RETRIEVED),
        ],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Chatham", "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert done.stdout == golden.golden(name)
