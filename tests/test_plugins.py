"""How a plug-in is found, and what is said when it is not. The names on offer stand in registry.json."""

import json
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest
from making import reading_of
from msgspec.structs import replace

from whosays import plugins, work
from whosays.errors import ContractError, PluginError
from whosays.model import Holder
from whosays.plugins import load, names

REGISTRY = json.loads((Path(__file__).parent / "registry.json").read_text(encoding="utf-8"))
GROUPS = ("readers", "extractors", "exporters")


@pytest.fixture
def offer(monkeypatch):
    """Put other entry points in place of the installed ones."""

    def put(*points):
        found = [EntryPoint(name=name, value=value, group=f"whosays.{group}") for group, name, value in points]
        monkeypatch.setattr(plugins, "entry_points", lambda *, group: [p for p in found if p.group == group])

    return put


@pytest.mark.parametrize("group", GROUPS)
def test_names_on_offer(group):
    assert names(group) == REGISTRY[group]


@pytest.mark.parametrize(("group", "name"), [(group, name) for group in GROUPS for name in REGISTRY[group]])
def test_every_plug_in_has_the_form_of_its_group(group, name):
    found = load(group, name)
    if group == "extractors":
        assert found(reading_of("Ada Brenn said the mill burned.").report).claims
    elif group == "exporters":
        assert callable(found.write)
    else:
        assert callable(found.read)
        assert all("/" in media_type for media_type in found.media_types)
        assert all(suffix.startswith(".") for suffix in found.suffixes)


@pytest.mark.parametrize("group", GROUPS)
def test_an_unknown_name_lists_the_known(group):
    with pytest.raises(PluginError) as caught:
        load(group, "parrot")
    assert "parrot" in str(caught.value)
    assert all(name in str(caught.value) for name in REGISTRY[group])
    assert "\n" not in str(caught.value)


def test_an_unknown_name_where_nothing_is_installed(offer):
    offer()
    with pytest.raises(PluginError, match="there is none"):
        load("exporters", "brief")


@pytest.mark.parametrize("value", ["no_such_package_of_ours", "whosays.export.brief:no_such_thing"])
def test_a_broken_entry_point_is_named(offer, value):
    offer(("exporters", "notes", value))
    with pytest.raises(PluginError, match=r"exporters: notes: .*cannot be loaded"):
        load("exporters", "notes")


def test_a_plug_in_of_another_package_is_found_by_its_name(offer, monkeypatch):
    monkeypatch.setitem(sys.modules, "notes_of_others", SimpleNamespace(write=print))
    offer(("exporters", "notes", "notes_of_others"))
    assert names("exporters") == ["notes"]
    assert load("exporters", "notes").write is print


def misquoting(report):
    reading = reading_of(report.text)
    claim = reading.claims[0]
    return replace(reading, claims=(replace(claim, exact=claim.exact + "!"),))


def crediting_nobody(report):
    reading = reading_of(report.text)
    claim = reading.claims[0]
    return replace(reading, claims=(replace(claim, holder=Holder(ref="v99", name="Eve")),))


@pytest.mark.parametrize("extract", [misquoting, crediting_nobody])
def test_a_reading_whose_words_do_not_stand_is_refused(offer, monkeypatch, tmp_path, extract):
    monkeypatch.setitem(sys.modules, "loose", SimpleNamespace(extract=extract))
    offer(("extractors", "loose", "loose:extract"), ("readers", "text", "whosays.read.text"))
    good, other = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (good, other):
        path.write_text("Ada Brenn said the mill burned.", encoding="utf-8")
    found = list(work.read([str(good), str(other)], extractor="loose"))
    assert [type(item) for item in found] == [ContractError, ContractError]
