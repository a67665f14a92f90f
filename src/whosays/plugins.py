"""How a named reader, extractor or exporter is found: one entry-point line each, our own included.

Groups: `whosays.readers`, `whosays.extractors`, `whosays.exporters`. The entry point's name is the name a user types;
its object is a function or a module with the attributes named in docs/plugins.md.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal

from whosays.errors import PluginError

Group = Literal["readers", "extractors", "exporters"]


def names(group: Group) -> list[str]:
    """The names on offer, sorted."""
    return sorted(point.name for point in _points(group))


def load(group: Group, name: str) -> Any:
    """The plug-in of that name. Raises PluginError if there is none, or if its package cannot be loaded."""
    for point in _points(group):
        if point.name == name:
            return _load(group, point)
    known = ", ".join(names(group)) or "none"
    raise PluginError(f"{group}: {name}", f"unknown; there is {known}", "name one of these, or install its package")


def _points(group: Group) -> list[EntryPoint]:
    return list(entry_points(group=f"whosays.{group}"))


def _load(group: Group, point: EntryPoint) -> Any:
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(
            f"{group}: {point.name}", f"{point.value} cannot be loaded ({error})", "reinstall the package it is from"
        ) from error
