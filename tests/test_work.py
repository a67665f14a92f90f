"""Sources to readings: order, errors in their place, nothing stops the rest."""

import json

import pytest

from whosays import work
from whosays.errors import InputError, PluginError
from whosays.model import Reading

TEXT = "Ada Brenn said the mill in Orva burned on Friday."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text("The army said nobody was hurt.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    lines = [json.dumps({"key": f"k{n}", "text": TEXT}) for n in range(9)]
    lines[6] = '{"key": "k6", "text": '
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def keys(found):
    return [item.report.key if isinstance(item, Reading) else type(item).__name__ for item in found]


def test_one_file(folder):
    (reading,) = work.read([str(folder / "b.txt")])
    assert reading.report.key == "b.txt"
    assert [(c.holder.name, c.exact) for c in reading.claims] == [
        ("Ada Brenn", "the mill in Orva burned on Friday"),
    ]


def test_sources_in_the_order_given(folder):
    found = work.read([str(folder / "b.txt"), str(folder / "a.txt")])
    assert keys(found) == ["b.txt", "a.txt"]


def test_an_error_stands_in_its_place_and_the_rest_is_read(folder):
    found = work.read([str(folder / name) for name in ("a.txt", "none.txt", "empty.txt", "b.txt")])
    assert keys(found) == ["a.txt", "InputError", "InputError", "b.txt"]


def test_a_broken_record_is_named_and_the_others_are_read(folder):
    found = list(work.read([str(folder / "many.jsonl")]))
    assert keys(found) == ["k0", "k1", "k2", "k3", "k4", "k5", "InputError", "k7", "k8"]
    assert isinstance(found[6], InputError)
    assert "line 7" in found[6].where


def test_a_folder_in_sorted_order(folder):
    found = keys(work.read([str(folder)]))
    assert found[:3] == ["a.txt", "b.txt", "InputError"]
    assert len(found) == 12


def test_retrieved_is_passed_in(folder):
    (reading,) = work.read([str(folder / "b.txt")], retrieved="2031-05-14")
    assert reading.report.retrieved == "2031-05-14"
    (reading,) = work.read([str(folder / "b.txt")])
    assert reading.report.retrieved is None


def test_the_same_text_under_two_names_is_one_text_and_two_keys(folder):
    (folder / "c.txt").write_text(TEXT, encoding="utf-8")
    one, two = work.read([str(folder / "b.txt"), str(folder / "c.txt")])
    assert one.report.id == two.report.id
    assert one.report.key != two.report.key
    assert [c.id for c in one.claims] == [c.id for c in two.claims]


def test_readings_come_one_at_a_time(folder):
    found = work.read([str(folder / "b.txt"), str(folder / "a.txt")])
    (folder / "a.txt").unlink()
    assert next(found).report.key == "b.txt"
    assert isinstance(next(found), InputError)


def test_an_unknown_extractor(folder):
    with pytest.raises(PluginError, match="rules"):
        list(work.read([str(folder / "b.txt")], extractor="parrot"))


def test_private_addresses_are_refused_unless_allowed():
    (error,) = work.read(["http://127.0.0.1:9/report.html"])
    assert isinstance(error, InputError)
    assert "127.0.0.1" in str(error)
