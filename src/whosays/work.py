"""The only place that composes the rooms: sources -> reports -> readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from whosays import plugins
from whosays.errors import InputError, WhosaysError
from whosays.model import Reading, Report
from whosays.read import sources
from whosays.reading import check


def read(
    names: Iterable[str], *, extractor: str = "rules", retrieved: str | None = None, allow_private: bool = False
) -> Iterator[Reading | WhosaysError]:
    """A reading of every report in the sources (files, folders, addresses, "-"), or the error in its place.

    `retrieved` is the moment at which the sources were got, ISO 8601. One bad source or record never stops the others.
    """
    extract: Callable[[Report], Reading] = plugins.load("extractors", extractor)
    for name in names:
        for blob in sources.blobs(name, retrieved=retrieved, allow_private=allow_private):
            if isinstance(blob, InputError):
                yield blob
                continue
            for report in sources.reports(blob):
                yield report if isinstance(report, InputError) else _reading(extract, report)


def _reading(extract: Callable[[Report], Reading], report: Report) -> Reading | WhosaysError:
    try:
        return check(extract(report))
    except WhosaysError as error:
        return error
