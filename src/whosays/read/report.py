"""The report itself: a text, its parts, and what its record or page says about where it is from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from whosays.errors import InputError
from whosays.model import Part, Precision, Report, When
from whosays.read.blob import Blob
from whosays.reading import text_id

_ZONE = r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?|[A-Z]{3,4}|)"
_CLOCK = r"(?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d+)?)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?:[-/]?(?P<month>\d\d)(?:[-/]?(?P<day>\d\d)(?:[T ]{_CLOCK} ?{_ZONE})?)?)?", re.ASCII
)
_RFC2822 = re.compile(
    r"(?:[A-Z][a-z]{2}, ?)?(?P<day>\d\d?) (?P<name>[A-Z][a-z]{2}) (?P<year>\d{4})" rf"(?: {_CLOCK} ?{_ZONE})?", re.ASCII
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def lone(blob: Blob, make: Callable[[Blob], Report]) -> Iterator[Report | InputError]:
    """The one report that `make` reads from a blob, or its InputError in its place."""
    try:
        yield make(blob)
    except InputError as error:
        yield error


def make_report(
    *,
    key: str,
    text: str,
    parts: tuple[Part, ...],
    sha256: str,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    author: str | None = None,
    published: When | None = None,
    retrieved: str | None = None,
    archive_url: str | None = None,
    language: str | None = None,
) -> Report:
    """A report whose id names its text. Words of metadata that are empty count as not given."""
    return Report(
        key=key,
        id=text_id(text),
        title=title or None,
        outlet=outlet or None,
        url=url or None,
        author=author or None,
        language=language or "en",
        published=published,
        retrieved=retrieved or None,
        sha256=sha256,
        archive_url=archive_url or None,
        text=text,
        parts=parts,
    )


def sha256(data: bytes) -> str:
    """The hash of the bytes that a text was read from."""
    return hashlib.sha256(data).hexdigest()


def published(given: str | None, *, basis: str) -> When | None:
    """When a report says that it was published, as an interval of local time; the zone stays as given, unshifted.

    A time that is not ISO 8601 or RFC 2822 keeps its words and both ends open. `basis` names where it stands.

    >>> published("2031-05-14T09:30:12+02:00", basis="json").latest
    '2031-05-14T09:31'
    """
    if not given or not given.strip():
        return None
    words = given.strip()
    match = _ISO.fullmatch(words) or _RFC2822.fullmatch(words)
    earliest, latest, precision = _interval(match.groupdict()) if match else (None, None, "open")
    zone = match["zone"] or None if match and earliest else None
    return When(
        start=None, end=None, exact=given, earliest=earliest, latest=latest, precision=precision, zone=zone, basis=basis
    )


def _interval(field: dict[str, str | None]) -> tuple[str | None, str | None, Precision]:
    """Both ends and the precision; open where the fields name no moment that there is (31 June, 25 o'clock)."""
    try:
        return _ends(field)
    except (ValueError, OverflowError):
        return None, None, "open"


def _ends(field: dict[str, str | None]) -> tuple[str, str, Precision]:
    name = field.get("name")
    year = int(field["year"] or 0)
    month = _MONTHS.index(name) + 1 if name else int(field["month"] or 0)
    day = int(field["day"] or 0)
    if field["hour"]:
        moment = datetime(year, month, day, int(field["hour"]), int(field["minute"] or 0))
        return _minute(moment), _minute(moment + timedelta(minutes=1)), "minute"
    if day:
        first = date(year, month, day)
        return str(first), str(first + timedelta(days=1)), "day"
    if month:
        return str(date(year, month, 1)), str(date(year + month // 12, month % 12 + 1, 1)), "month"
    return str(date(year, 1, 1)), str(date(year + 1, 1, 1)), "year"


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
