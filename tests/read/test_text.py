"""Plain text: the text as it is."""

import io

from hypothesis import given
from hypothesis import strategies as st

from whosays.errors import InputError
from whosays.model import Report
from whosays.read import text
from whosays.read.blob import Blob


def read(data: bytes, **fields: str | None) -> Report | InputError:
    (found,) = text.read(Blob(name="notes.txt", open=lambda: io.BytesIO(data), **fields))  # type: ignore[arg-type]
    return found


def test_the_text_is_the_file_and_the_key_is_its_name():
    report = read(b"Quay closed\r\n\r\nThe quay was closed, the harbour office said.", retrieved="2031-05-14T10:00")
    assert isinstance(report, Report)
    assert report.text == "Quay closed\n\nThe quay was closed, the harbour office said."
    assert (report.key, report.title, report.retrieved) == ("notes.txt", None, "2031-05-14T10:00")
    assert [part.kind for part in report.parts] == ["headline", "paragraph"]


def test_the_hash_is_of_the_bytes_not_of_the_text():
    one, other = read(b"Words here.\n"), read(b"\xef\xbb\xbfWords here.\r\n")
    assert isinstance(one, Report)
    assert isinstance(other, Report)
    assert one.id == other.id
    assert one.sha256 != other.sha256


def test_a_text_that_is_too_long_says_how_long():
    error = read(b"word " * 200_001)
    assert isinstance(error, InputError)
    assert error.seen == "the text has 1,000,005 characters, more than 1,000,000"


def test_of_one_endless_line_only_the_limit_is_read():
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            Endless.asked += size
            return b"x" * size

    (error,) = text.read(Blob(name="line.txt", open=Endless))  # type: ignore[arg-type]
    assert isinstance(error, InputError)
    assert Endless.asked == 16 * 2**20 + 1


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\r\t"), min_size=1))
def test_any_text_is_unchanged_but_for_the_mark_and_crlf(words: str):
    expected = words.removeprefix("\ufeff").replace("\r\n", "\n")
    found = read(words.encode())
    if expected.strip():
        assert isinstance(found, Report)
        assert found.text == expected
        assert all(0 <= part.start < part.end <= len(expected) for part in found.parts)
    else:
        assert isinstance(found, InputError)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_report_or_an_input_error(data: bytes):
    assert isinstance(read(data), Report | InputError)
