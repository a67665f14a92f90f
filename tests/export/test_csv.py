"""Rows for a spreadsheet that runs nothing."""

import csv
import io

import pytest
from hypothesis import given
from making import claim_with, reading_of, reading_with, report_of, texts

from whosays.export.csv import COLUMNS, cell, write
from whosays.export.look import Look
from whosays.model import NOTICE

TEXT = "Ada Brenn said the mill burned. The army denied it."
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def rows(*readings):
    target = io.StringIO()
    write(iter(readings), target, Look())
    return list(csv.reader(io.StringIO(target.getvalue())))


@pytest.mark.parametrize("start", STARTS)
def test_a_formula_becomes_text(start):
    assert not cell(f'{start}HYPERLINK("http://x")').startswith(STARTS)


@pytest.mark.parametrize("words", ["\x00=1+1", "\x1b=1+1", "\x07@SUM(A1)"])
def test_a_formula_behind_a_control_character_becomes_text(words):
    assert not cell(words).startswith(STARTS)


def test_plain_cells_stay():
    assert [cell(x) for x in ("the mill", 7, 0, None, "a-b", "1+1", "ü ☂")] == [
        *("the mill", "7", "0", "", "a-b", "1+1", "ü ☂"),
    ]


@given(texts)
def test_no_cell_runs(words):
    out = cell(words)
    assert not out.startswith(STARTS)
    assert not any(ord(ch) < 32 and ch not in "\n\t" for ch in out)


@given(texts)
def test_every_row_of_any_text_has_every_column_and_runs_nothing(text):
    reading = reading_of(text, title=text, outlet="=1+1", url="@x")
    header, *found = rows(reading)
    assert tuple(header) == COLUMNS
    assert len(found) == len(reading.claims)
    assert all(len(row) == len(COLUMNS) for row in found)
    assert not any(value.startswith(STARTS) for row in found for value in row)


def test_a_row():
    claim = claim_with(TEXT, "The army denied it", polarity="deny", form="indirect", stance="neutral")
    header, row = rows(reading_with(TEXT, claim))
    found = dict(zip(header, row, strict=True))
    assert found["notice"] == NOTICE
    assert (found["report"], found["words"], found["holder"]) == ("note.txt", "The army denied it", "Ada Brenn")
    assert (found["start"], found["end"], found["line"]) == ("32", "50", "1")
    assert (found["polarity"], found["decided"], found["toll"]) == ("deny", "yes", "")


def test_one_header_for_several_readings():
    claim = claim_with(TEXT, "the mill burned")
    found = rows(reading_with(TEXT, claim), reading_with(TEXT, claim, report=report_of(TEXT, key="b.txt")))
    assert [row[1] for row in found] == ["report", "note.txt", "b.txt"]


def test_no_readings_are_a_header():
    assert rows() == [list(COLUMNS)]
