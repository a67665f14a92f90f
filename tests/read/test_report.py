"""The report and the time at which it says it was published."""

import pytest

from whosays.read.report import make_report, published, sha256
from whosays.reading import text_id


@pytest.mark.parametrize(
    ("given", "earliest", "latest", "precision", "zone"),
    [
        ("2031-05-14", "2031-05-14", "2031-05-15", "day", None),
        ("2031-12-31", "2031-12-31", "2032-01-01", "day", None),
        ("2031/05/14", "2031-05-14", "2031-05-15", "day", None),
        ("20310514", "2031-05-14", "2031-05-15", "day", None),
        ("2031-12", "2031-12-01", "2032-01-01", "month", None),
        ("2031", "2031-01-01", "2032-01-01", "year", None),
        ("2031-05-14T09:30", "2031-05-14T09:30", "2031-05-14T09:31", "minute", None),
        ("2031-05-14T23:59:59.123Z", "2031-05-14T23:59", "2031-05-15T00:00", "minute", "Z"),
        ("2031-05-14T09:30:12+02:00", "2031-05-14T09:30", "2031-05-14T09:31", "minute", "+02:00"),
        ("2031-05-14 09:30 -0500", "2031-05-14T09:30", "2031-05-14T09:31", "minute", "-0500"),
        ("20310514T093012Z", "2031-05-14T09:30", "2031-05-14T09:31", "minute", "Z"),
        ("Wed, 14 May 2031 09:30:00 GMT", "2031-05-14T09:30", "2031-05-14T09:31", "minute", "GMT"),
        (" 14 May 2031 ", "2031-05-14", "2031-05-15", "day", None),
    ],
)
def test_a_time_is_an_interval_of_local_time(given, earliest, latest, precision, zone):
    when = published(given, basis="json")
    assert when is not None
    assert (when.earliest, when.latest, when.precision, when.zone) == (earliest, latest, precision, zone)
    assert (when.start, when.end, when.exact, when.basis) == (None, None, given, "json")


@pytest.mark.parametrize(
    "given",
    [
        "yesterday",
        "Less than 5 min ago",
        "2031-13-01",
        "2031-06-31",
        "2031-05-14T25:00",
        "9999-12-31",
        "0000",
        "14/5/2031",
    ],
)
def test_what_is_no_moment_stays_open_and_keeps_its_words(given):
    when = published(given, basis="meta")
    assert when is not None
    assert (when.earliest, when.latest, when.precision, when.zone, when.exact) == (None, None, "open", None, given)


@pytest.mark.parametrize("given", [None, "", "  "])
def test_no_time_is_no_when(given):
    assert published(given, basis="json") is None


def test_the_id_names_the_text_and_empty_metadata_is_none():
    report = make_report(key="k", text="Words.", parts=(), sha256=sha256(b"Words."), title="", outlet=None, language="")
    assert report.id == text_id("Words.")
    assert (report.title, report.language, report.published) == (None, "en", None)
    assert report.sha256 is not None
    assert len(report.sha256) == 64
