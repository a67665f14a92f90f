"""The form of READING.md: an object, a list, a line."""

import io
import json

from hypothesis import given
from making import reading_of, texts

from whosays.export import json as json_export
from whosays.export import jsonl
from whosays.export.look import Look
from whosays.reading import from_json

ONE = reading_of("“The mill\u2028burned”, said Zoë Brenn.")
TWO = reading_of("The army said nobody was hurt.")


def written(exporter, *readings, many=False):
    target = io.StringIO()
    exporter.write(iter(readings), target, Look(many=many))
    return target.getvalue()


def test_a_lone_reading_is_an_object():
    assert from_json(written(json_export, ONE)) == ONE


def test_a_lone_reading_of_several_sources_is_a_list():
    (item,) = json.loads(written(json_export, ONE, many=True))
    assert from_json(json.dumps(item)) == ONE


def test_several_readings_are_a_list():
    items = json.loads(written(json_export, ONE, TWO, ONE))
    assert [from_json(json.dumps(item)) for item in items] == [ONE, TWO, ONE]


def test_no_readings_are_an_empty_list():
    assert json.loads(written(json_export, many=True)) == []


def test_a_line_a_reading():
    lines = written(jsonl, ONE, TWO).split("\n")
    assert lines.pop() == ""
    assert [from_json(line) for line in lines] == [ONE, TWO]


@given(texts)
def test_any_reading_comes_back_from_both(text):
    reading = reading_of(text)
    assert from_json(written(json_export, reading)) == reading
    assert from_json(written(jsonl, reading)) == reading


def test_each_reading_is_written_before_the_next_is_asked_for():
    target = io.StringIO()

    def readings():
        yield ONE
        assert target.getvalue().count("\n") == 1
        yield TWO

    jsonl.write(readings(), target, Look())
