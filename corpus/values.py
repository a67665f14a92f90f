"""When, where and toll: the short forms of an annotation line -> the objects of claims-dev. All raise ValueError."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

TOLL_KEYS = (
    "killed", "injured", "missing", "displaced", "captive", "abducted", "released", "exchanged", "escaped", "rescued",
)  # fmt: skip
POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?)?)?)?")
NUMBER = re.compile(r"(>=|>|<=|<|~)?(\d+)")


def when(value: str) -> dict[str, Any]:
    """`2024-03`, `2024-03-02`, `2024-03-02T22:00+01:00`, an interval `a/b`, an open one `../b` or `a/..`.

    Days and longer units count to their end, times of an interval are half-open.

    >>> when("2024-03-01/2024-03-02")["latest"]
    '2024-03-03'
    """
    first, slash, last = value.partition("/")
    a = None if first == ".." else _point(first)
    b = (None if last == ".." else _point(last)) if slash else a
    points = [p for p in (a, b) if p]
    if not points:
        raise ValueError(f"{value!r} is open at both ends")
    timed = points[0][2] in ("hour", "minute")
    if any((p[2] in ("hour", "minute")) != timed for p in points):
        raise ValueError(f"{value!r} mixes a day and a time")
    precision = points[0][2]
    if slash:
        precision = "open" if len(points) == 1 else "part-of-day" if timed else "day"
    end = None if b is None else b[0] if slash and timed else b[1]
    zone = next((p[3] for p in points if p[3]), None)
    if a and end and a[0] >= end:
        raise ValueError(f"{value!r} ends before it begins")
    return {"earliest": a and _iso(a[0], timed), "latest": end and _iso(end, timed),
            "precision": precision, "zone": zone, "as_annotated": value}  # fmt: skip


def _point(value: str) -> tuple[dt.datetime, dt.datetime, str, str | None]:
    """Start, end (not included), unit and zone of one date or time."""
    m = POINT.fullmatch(value)
    if not m:
        raise ValueError(f"{value!r} is no date or time")
    month, day, hour, minute = (int(x) if x else None for x in m.groups()[1:5])
    start = dt.datetime(int(m[1]), month or 1, day or 1, hour or 0, minute or 0)
    if month is None:
        return start, start.replace(year=start.year + 1), "year", None
    if day is None:
        return start, (start + dt.timedelta(days=31)).replace(day=1), "month", None
    if hour is None:
        return start, start + dt.timedelta(days=1), "day", None
    if minute:
        return start, start + dt.timedelta(minutes=1), "minute", m[6]
    return start, start + dt.timedelta(hours=1), "hour", m[6]


def _iso(moment: dt.datetime, timed: bool) -> str:
    return moment.isoformat(timespec="minutes") if timed else moment.date().isoformat()


def where(value: str, text: str) -> dict[str, str]:
    """`words of the text`, or `words of the text|usual name`."""
    written, _, name = value.partition("|")
    if written not in text:
        raise ValueError(f"the place {written!r} does not stand in the text")
    return {"as_written": written, "name": name or written}


def toll(value: str) -> dict[str, Any]:
    """`killed:>=4,injured:scores,missing:unclear`: keys and numbers as the text words them."""
    out: dict[str, Any] = {}
    for item in value.split(","):
        key, _, words = item.partition(":")
        if key not in TOLL_KEYS or not words or key in out:
            raise ValueError(f"{item!r} is no toll; use one of {', '.join(TOLL_KEYS)}, once each")
        out[key] = _number(words)
    return out


def _number(words: str) -> dict[str, Any]:
    if words == "unclear":
        return {"min": None, "max": None, "kind": "unclear"}
    m = NUMBER.fullmatch(words)
    if not m:
        return {"min": None, "max": None, "kind": "vague", "words": words}
    sign, n = m[1], int(m[2])
    if sign is None:
        return {"min": n, "max": n, "kind": "exact"}
    if sign == "~":
        return {"min": n, "max": n, "kind": "about", "words": words}
    low, high = (n + (sign == ">"), None) if sign[0] == ">" else (None, n - (sign == "<"))
    return {"min": low, "max": high, "kind": "bound", "words": words}
