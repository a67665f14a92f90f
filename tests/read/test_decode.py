"""Bytes to text: what an encoding is taken for, and what is refused."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.errors import InputError
from whosays.read import decode


def text_of(data: bytes, declared: str | None = None) -> str:
    return decode.decode(data, declared=declared, where="a.txt")


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (b"\xef\xbb\xbfThe bridge", None, "The bridge"),
        ("The bridge".encode("utf-16"), None, "The bridge"),
        (b"\xfe\xff" + "Bron föll".encode("utf-16-be"), "utf-8", "Bron föll"),
        ("Bron föll".encode("utf-32"), None, "Bron föll"),
        (b"\xff\xfe" + "橋が落ちた".encode("utf-16-le"), None, "橋が落ちた"),
        ("Мост упал".encode("cp1251"), "windows-1251", "Мост упал"),
        ("Bron föll".encode("latin-1"), " ISO-8859-1 ", "Bron föll"),
        ("橋が落ちた".encode("iso-2022-jp"), "iso-2022-jp", "橋が落ちた"),
        ("The bridge".encode("utf-16-le"), "utf-16-le", "The bridge"),
    ],
)
def test_the_right_label_and_the_mark_are_believed(data: bytes, declared: str | None, text: str):
    assert text_of(data, declared) == text


@pytest.mark.parametrize(
    "declared", ["ascii", "latin-1", "utf-16", "utf-7", "U7", "unicode_escape", "hex", "no-such", "a\0b", "é", ""]
)
def test_a_wrong_label_does_not_spoil_utf_8(declared: str):
    assert text_of("“Bron” föll".encode(), declared) == "“Bron” föll"


def test_a_wide_label_on_ascii_is_not_believed():
    assert text_of(b"abcd", "utf-16") == "abcd"


def test_a_codec_that_makes_half_characters_is_not_used():
    assert text_of(b"+2AA-", "utf-7") == "+2AA-"


def test_western_text_without_a_label_is_not_taken_for_central_european():
    text = "Åsa sade att två män skadades på bron i går – “det gick fort”. " * 3
    assert text_of(text.encode("cp1252")) == text


def test_one_broken_byte_does_not_spoil_a_page():
    text = "“Bron” föll – två män skadades på ön, sade någon. "
    assert text_of(text.encode() + b"\xe2\x80") == text + "\ufffd"


def test_crlf_becomes_lf_and_nothing_else_changes():
    assert text_of(b"a\r\n b\t\r\r\nc \n") == "a\n b\t\r\nc \n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_an_input_error(data: bytes):
    with pytest.raises(InputError, match=r"a\.txt: empty"):
        text_of(data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 words", "PDF"),
        (b"PK\x03\x04words", "ZIP"),
        (b"\x89PNG\r\n\x1a\nwords", "PNG"),
        (b"\xff\xd8\xff\xe0words", "JPEG"),
        (b"\x1f\x8b\x08words", "GZIP"),
        (b"words\0words", "binary"),
        (b"\x01\x02\x03\x04words", "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, name: str):
    with pytest.raises(InputError, match=name):
        text_of(data)


def test_a_mark_that_does_not_fit_is_an_input_error():
    with pytest.raises(InputError, match="UTF-16"):
        text_of(b"\xff\xfeabc")


def test_length_is_checked_in_characters():
    assert decode.check_length("ö" * decode.MAX_CHARS, "a.txt")
    with pytest.raises(InputError, match="1,000,001 characters"):
        decode.check_length("ö" * (decode.MAX_CHARS + 1), "a.txt")


def test_no_more_is_read_than_the_limit_and_one_byte():
    stream = io.BytesIO(b"x" * 100)
    with pytest.raises(InputError, match="more than 10 bytes"):
        decode.read_limited(stream, 10, where="a.txt")
    assert stream.tell() == 11
    assert decode.read_limited(io.BytesIO(b"x" * 10), 10, where="a.txt") == b"x" * 10


@given(st.binary(), st.one_of(st.none(), st.sampled_from(["utf-7", "utf-16", "cp1252", "punycode", "idna"])))
def test_any_bytes_are_a_text_or_an_input_error(data: bytes, declared: str | None):
    try:
        text = text_of(data, declared)
    except InputError:
        return
    assert text.encode().decode() == text
    assert text.strip()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\r\t"), min_size=1))
def test_utf_8_is_unchanged_but_for_the_mark_and_crlf(text: str):
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not expected.strip():
        return
    assert text_of(text.encode()) == expected
