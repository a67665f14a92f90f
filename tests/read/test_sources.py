"""What a user names, and which reader takes it."""

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from whosays.errors import InputError
from whosays.model import Report
from whosays.read import fetch, sources
from whosays.read.blob import Blob

PAGE = (
    b"<!DOCTYPE html><html><body><h1>Quay closed</h1><p>The quay in Lomvik was closed on Monday after a crane had "
    b"fallen, the harbour office said in a statement.</p></body></html>"
)
RECORD = b'{"key": "k", "text": "The quay was closed."}'
WORDS = b"The quay was closed."


def read(source: str) -> list[Report | InputError]:
    found: list[Report | InputError] = []
    for blob in sources.blobs(source, retrieved="2031-05-14"):
        found += [blob] if isinstance(blob, InputError) else sources.reports(blob)
    return found


def keys(found: list[Report | InputError]) -> list[str]:
    return [item.key if isinstance(item, Report) else f"error {Path(item.where).name}" for item in found]


def kinds(data: bytes, **fields: str) -> list[str]:
    """The keys and text of what is read, by which the readers can be told apart."""
    name = fields.pop("name", "words")
    blob = Blob(name=name, open=lambda: io.BytesIO(data), **fields)  # type: ignore[arg-type]
    return [item.text if isinstance(item, Report) else item.seen for item in sources.reports(blob)]


def test_the_key_of_a_file_is_its_name(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(WORDS)
    (report,) = read(str(tmp_path / "a.txt"))
    assert isinstance(report, Report)
    assert (report.key, report.retrieved) == ("a.txt", "2031-05-14")


def test_a_folder_is_read_in_order_and_deep(tmp_path: Path):
    for name in ("b.txt", "a.html", "sub/c.json", "sub/.d.txt", ".hidden/e.txt", "f.png", "G.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PAGE if name.endswith("html") else b'{"text": "Words."}' if name.endswith("json") else WORDS)
    assert keys(read(str(tmp_path))) == ["G.TXT", "a.html", "b.txt", "sub/c.json"]


def test_a_folder_without_reports_is_an_error(tmp_path: Path):
    (tmp_path / "a.png").write_bytes(b"x")
    (error,) = read(str(tmp_path))
    assert isinstance(error, InputError)
    assert ".jsonl" in error.seen


def test_links_in_a_folder_do_not_loop_and_a_broken_one_is_an_error(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(WORDS)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "a.txt")
    assert keys(read(str(tmp_path))) == ["a.txt", "error b.txt", "error c.txt", "d.txt"]


def test_a_pipe_in_a_folder_is_left_alone(tmp_path: Path):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(WORDS)
    assert keys(read(str(tmp_path))) == ["b.txt"]


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_bytes(WORDS)
    (tmp_path / "sub").mkdir()
    scandir = os.scandir

    def refusing(path: str):
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = read(str(tmp_path))
    assert keys(found) == ["a.txt", "error sub"]
    assert "Permission denied" in str(found[1])


def test_a_file_that_may_not_be_read_is_an_error():
    def refuse() -> io.BytesIO:
        raise PermissionError(13, "Permission denied", "a.txt")

    (error,) = sources.reports(Blob(name="a.txt", open=refuse))
    assert isinstance(error, InputError)
    assert "Permission denied" in error.seen


@pytest.mark.parametrize("name", ["gone.txt", "no/such/folder", "a\0b", "x" * 5000])
def test_what_is_not_there_is_an_error(tmp_path: Path, name: str):
    (error,) = read(str(tmp_path / name))
    assert isinstance(error, InputError)


@pytest.mark.parametrize("source", ["ftp://host.example/a.txt", "file:///etc/hosts", "data://x"])
def test_other_schemes_are_refused(source: str):
    (error,) = read(source)
    assert isinstance(error, InputError)
    assert "http" in error.seen


def test_an_address_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def answer(url: str, *, retrieved: str | None, allow_private: bool) -> Blob:
        return Blob(name=url, open=lambda: io.BytesIO(PAGE), media_type="text/html", url=url, retrieved=retrieved)

    monkeypatch.setattr(fetch, "fetch", answer)
    (report,) = read("https://bay.example/1")
    assert isinstance(report, Report)
    assert (report.key, report.url, report.outlet, report.retrieved) == (
        "https://bay.example/1",
        "https://bay.example/1",
        "bay.example",
        "2031-05-14",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [(WORDS, ["stdin"]), (RECORD + b"\n" + RECORD.replace(b'"k"', b'"l"'), ["k", "l"]), (PAGE, ["stdin"])],
)
def test_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert keys(read("-")) == expected
    assert not sys.stdin.closed


def test_a_pipe_that_is_named_is_read(tmp_path: Path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(RECORD,))
    writer.start()
    (blob,) = sources.blobs(str(path), retrieved=None)
    assert isinstance(blob, Blob)
    assert keys(list(sources.reports(blob))) == ["k"]
    writer.join()
    blob.open().raw.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "fields", "reader"),
    [
        (PAGE, {"media_type": "text/html", "name": "a.txt"}, "html"),
        (PAGE, {"media_type": "application/xhtml+xml"}, "html"),
        (PAGE, {"media_type": "text/plain"}, "text"),
        (PAGE, {"media_type": "application/octet-stream"}, "html"),
        (PAGE, {"name": "a.txt"}, "text"),
        (PAGE, {"name": "a.HTM"}, "html"),
        (PAGE, {}, "html"),
        (b"\xef\xbb\xbf <!-- x -->\n" + PAGE, {}, "html"),
        (PAGE.decode().encode("utf-16"), {}, "html"),
        (RECORD, {"media_type": "text/plain", "name": "a.json"}, "json"),
        (RECORD, {"url": "https://bay.example/a.jsonl?x=1", "media_type": "text/plain"}, "json"),
        (RECORD, {}, "json"),
        (b"[\n " + RECORD + b"]", {}, "json"),
        (RECORD, {"media_type": "application/json"}, "json"),
        (b"[Photo: Bay Post] The quay.", {}, "text"),
        (WORDS, {"media_type": "text/csv"}, "text"),
        (WORDS, {}, "text"),
        (b"", {}, "text"),
    ],
)
def test_the_reader_is_found_by_type_then_suffix_then_first_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, fields: dict[str, str], reader: str
):
    taken: list[str] = []

    class Spy:
        def __init__(self, name: str) -> None:
            module = sources.plugins.load("readers", name)
            self.name, self.media_types, self.suffixes = name, module.media_types, module.suffixes

        def read(self, blob: Blob):
            taken.append(self.name)
            return iter(())

    spies = [Spy(name) for name in ("html", "json", "text")]
    monkeypatch.setattr(sources, "_readers", lambda: spies)
    kinds(data, **fields)
    assert taken == [reader]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(b"<?xml version='1.0'?><rss/>", None), (b"<rss version='2.0'>", None), (b"x", "application/pdf")],
)
def test_what_no_reader_takes_is_an_error(data: bytes, media_type: str | None):
    (error,) = sources.reports(Blob(name="feed", open=lambda: io.BytesIO(data), media_type=media_type))
    assert isinstance(error, InputError)
    assert error.where == "feed"
