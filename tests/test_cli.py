"""The command: what it prints, what it names on standard error, how it ends."""

import csv
import io
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from whosays.cli import main
from whosays.model import NOTICE
from whosays.reading import from_json

EXAMPLES = Path(__file__).parent.parent / "examples"
FORMATS = ("brief", "table", "json", "jsonl", "csv")
TEXT = "Ada Brenn said the mill in Orva burned on Friday. The army denied the attack on the mill."
DAY = ("--retrieved", "2031-05-14")
MEMORY = 2 * 2**30  # bytes of address space: lxml and trafilatura map 0.5 GiB


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def whosays(*args, given=None):
    """Run the command in this process; (exit code, standard output, standard error)."""
    result = CliRunner().invoke(main, ["read", *map(str, args)], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def process(*args, given=b"", **env):
    """Run the command in a process of its own, with bounded memory."""
    limit = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))"
    code = f"{limit}; sys.argv[0] = 'whosays'; runpy.run_module('whosays', run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", code, "read", *map(str, args)],
        input=given,
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )


def assert_refused(code, out, err, expected, *seen):
    """One line on standard error that says what was seen; nothing else."""
    lines = err.splitlines()
    assert code == expected
    assert out == ""
    assert "Traceback" not in err
    assert len(lines) == 1
    assert lines[0].startswith("error: ")
    assert all(words in lines[0] for words in seen)


# -- formats ---------------------------------------------------------------------------


def test_brief_is_the_default(note):
    assert whosays(note, *DAY) == whosays(note, *DAY, "--format", "brief")


def test_claims_is_the_table(note):
    assert whosays(note, *DAY, "--claims") == whosays(note, *DAY, "--format", "table")
    assert whosays(note, "--claims", "--format", "table")[0] == 0


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("source", ["note.txt", "."])
def test_every_format_says_that_it_is_not_for_publication(note, form, source):
    code, out, err = whosays(note.parent / source, "--format", form)
    assert (code, err) == (0, "")
    assert NOTICE in out


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_source_gives_the_same_output(note, form):
    assert whosays(note, *DAY, "--format", form) == whosays(note, *DAY, "--format", form)


def test_json_of_one_source_is_one_reading(note):
    code, out, _ = whosays(note, *DAY, "--format", "json")
    reading = from_json(out)
    assert code == 0
    assert reading.report.key == "note.txt"
    assert reading.report.retrieved == "2031-05-14"


def test_json_of_several_sources_is_a_list(note):
    code, out, _ = whosays(note, note, "--format", "json")
    assert code == 0
    assert [item["report"]["key"] for item in json.loads(out)] == ["note.txt", "note.txt"]


@pytest.mark.parametrize("count", [0, 1])
def test_json_of_a_folder_is_a_list_however_many_it_holds(tmp_path, count):
    for n in range(count):
        (tmp_path / f"{n}.txt").write_text(TEXT, encoding="utf-8")
    code, out, _ = whosays(tmp_path, "--format", "json")
    assert (code, len(json.loads(out))) == (0 if count else 1, count)


def test_json_of_several_sources_of_which_one_fails_is_still_a_list(note):
    code, out, _ = whosays(note, note.parent / "none.txt", "--format", "json")
    assert (code, len(json.loads(out))) == (1, 1)


def test_jsonl_is_one_line_a_report_with_its_key(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps({"key": k, "text": TEXT}) + "\n" for k in ("x-1", "ü 2")), encoding="utf-8")
    code, out, _ = whosays(path, "--format", "jsonl")
    assert code == 0
    assert [from_json(line).report.key for line in out.splitlines()] == ["x-1", "ü 2"]


def test_csv_is_one_row_a_claim(note):
    _, out, _ = whosays(note, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    reading = from_json(whosays(note, "--format", "json")[1])
    assert [row["claim"] for row in rows] == [claim.id for claim in reading.claims]
    assert {row["notice"] for row in rows} == {NOTICE}


# -- sources ---------------------------------------------------------------------------


def test_several_sources_of_which_one_fails(note):
    missing = note.parent / "missing.txt"
    code, out, err = whosays(note, missing, note)
    assert code == 1
    assert out.count("note.txt") == 2
    assert err.count("missing.txt") == 1
    assert "2 read, 1 failed" in err


def test_several_sources_are_one_line_each_in_the_brief(note):
    _, out, _ = whosays(note, note, note)
    assert len(out.splitlines()) == 4
    assert all(len(line) <= 80 for line in out.splitlines())


def test_a_folder(note):
    (note.parent / "inner").mkdir()
    (note.parent / "inner" / "other.txt").write_text(TEXT, encoding="utf-8")
    (note.parent / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, out, _ = whosays(note.parent)
    assert code == 0
    assert "inner/other.txt" in out
    assert "note.txt" in out


@pytest.mark.parametrize("given", [TEXT, f"<!doctype html><html><body><article><p>{TEXT}</p></article></body></html>"])
def test_standard_input(given):
    code, out, err = whosays("-", "--format", "json", given=given)
    assert (code, err) == (0, "")
    reading = from_json(out)
    assert reading.report.key == "stdin"
    assert reading.claims


def test_standard_input_of_records():
    given = json.dumps({"key": "a", "text": TEXT}) + "\n" + json.dumps({"key": "b", "text": TEXT}) + "\n"
    _, out, _ = whosays("-", "--format", "jsonl", given=given)
    assert [json.loads(line)["report"]["key"] for line in out.splitlines()] == ["a", "b"]


def test_retrieved_without_the_option_is_now(note):
    _, out, _ = whosays(note, "--format", "json")
    assert from_json(out).report.retrieved[:2] == "20"


# -- wrong use -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "seen"),
    [
        ((), "SOURCE"),
        (("note.txt", "--claims", "--format", "json"), "--claims"),
        (("note.txt", "--format", "parchment"), "brief, csv, json, jsonl, table"),
        (("note.txt", "--extractor", "parrot"), "rules"),
        (("note.txt", "--retrieved", "yesterday"), "yesterday"),
        (("note.txt", "--retrieved", "2031-13-40"), "2031-13-40"),
        (("note.txt", "--colour"), "--colour"),
    ],
)
def test_wrong_use_ends_with_2(note, monkeypatch, args, seen):
    monkeypatch.chdir(note.parent)
    code, out, err = whosays(*args)
    assert (code, out) == (2, "")
    assert seen in err
    assert "Traceback" not in err


@pytest.mark.parametrize("args", [["--help"], ["read", "--help"]])
def test_help_shows_an_example(args):
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0
    assert "Example: whosays read" in result.stdout


def test_help_names_the_exit_codes():
    text = " ".join(CliRunner().invoke(main, ["read", "--help"]).stdout.split())
    assert "Exit code: 0 all read, 1 some inputs failed (named on standard error), 2 wrong use" in text


def test_version():
    assert CliRunner().invoke(main, ["--version"]).stdout.rstrip().endswith(version("whosays"))


# -- the terminal ----------------------------------------------------------------------


@pytest.mark.parametrize("form", ["brief", "table"])
def test_no_colour_where_there_is_no_terminal(form):
    done = process(EXAMPLES / "border-raid.html", "--format", form)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


def on_a_terminal(path, **env):
    """What the command writes to a terminal."""
    reading, writing = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "whosays", "read", str(path)],
        stdout=writing,
        stderr=subprocess.DEVNULL,
        env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **env},
    ):
        os.close(writing)
        out = b""
        while True:
            try:
                got = os.read(reading, 65536)
            except OSError:  # the other end is closed
                break
            if not got:
                break
            out += got
    os.close(reading)
    return out


def test_colour_on_a_terminal_unless_no_color_is_set(note):
    plain = on_a_terminal(note, NO_COLOR="1")
    assert b"\x1b[" in on_a_terminal(note)
    assert b"\x1b" not in plain
    assert NOTICE.encode() in plain


@pytest.mark.parametrize("form", FORMATS)
def test_an_output_that_only_knows_ascii(form):
    done = process(EXAMPLES / "live-blog.txt", "--format", form, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    if form in {"json", "jsonl", "csv"}:  # programs read these: always UTF-8, whatever the terminal speaks
        assert "“They put a flag on the town hall".strip("“") in done.stdout.decode("utf-8")
        assert b"\\u201c" not in done.stdout
    else:
        assert done.stdout.isascii()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_a_reader_that_goes_away(form, tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_text((json.dumps({"text": f"{TEXT} " * 20}) + "\n") * 200, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "whosays", "read", str(path), "--format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        running.stdout.read(20)
        running.stdout.close()
        err = running.stderr.read()
    assert b"Traceback" not in err
    assert b"BrokenPipeError" not in err


# -- bad input -------------------------------------------------------------------------


BAD = {
    "empty.txt": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "empty.json": (b"", "empty"),
    "empty.jsonl": (b"", "empty"),
    "spaces.txt": (b" \n\t\r\n \xc2\xa0 ", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(500), "PNG"),
    "paper.html": (b"%PDF-1.7 \x00\x01\x02", "PDF"),
    "picture.json": (b"\xff\xd8\xff\xe0" + bytes(99), "JPEG"),
    "mark.txt": (b"\xff\xfe\x00\xd8a", "UTF-16"),
    "broken.json": (b'{"text": "The mill burned', "broken JSON"),
    "list.json": (b"[1]", "record"),
    "nothing.json": (b"[]", "empty list"),
    "deep.json": (b"[" * 100_000, "JSON"),
    "notext.json": (b'{"key": "a", "title": "The mill"}', "text"),
    "blank.json": (b'{"text": "  "}', "empty"),
    "nopage.html": (b"<!doctype html><html><head><title>Hi</title></head><body></body></html>", "article"),
    "menu.html": (b"<html><body><nav><a href=/a>News</a> <a href=/b>Sport</a></nav></body></html>", "article"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line(tmp_path, name):
    data, seen = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    code, out, err = whosays(path)
    assert_refused(code, out, err, 1, name)
    assert seen.lower() in err.lower()


def test_a_missing_file(tmp_path):
    assert_refused(*whosays(tmp_path / "missing.txt"), 1, "missing.txt", "no such file")


@pytest.mark.parametrize("length", [300, 5000])
def test_a_name_that_no_file_can_have(length):
    assert_refused(*whosays("a" * length), 1, "too long")


def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    assert_refused(*whosays(path), 1, "loop.txt")


def test_an_empty_folder(tmp_path):
    assert_refused(*whosays(tmp_path), 1, str(tmp_path), ".txt")


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("http://127.0.0.1:9/", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("http://localhost:9/report.html", "localhost"),
        ("http://no-such-host.invalid/", "no-such-host.invalid"),
        ("ftp://orva.example/a.txt", "ftp"),
        ("file:///etc/hostname", "file"),
        ("http:///nothing", "http"),
    ],
)
def test_an_address_that_cannot_be_read(address, seen):
    assert_refused(*whosays(address), 1, seen)


def test_a_private_address_that_nobody_answers():
    assert_refused(*whosays("--allow-private", "http://127.0.0.1:9/"), 1, "127.0.0.1")


def test_broken_json_on_line_7(tmp_path):
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"key": f"k{n}", "text": TEXT}) for n in range(1, 10)]
    lines[6] = lines[6][:20]
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, err = whosays(path, "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["report"]["key"] for line in out.splitlines()] == [f"k{n}" for n in range(1, 10) if n != 7]
    assert err.splitlines()[0].startswith("error: many.jsonl, line 7: broken JSON")
    assert err.splitlines()[1:] == ["8 read, 1 failed"]


def test_a_wrong_encoding_is_still_read(tmp_path):
    path = tmp_path / "western.txt"
    path.write_bytes("“The café burned”, said Zoë Brenn.".encode("cp1252"))
    code, out, _ = whosays(path, "--format", "json")
    assert code == 0
    assert from_json(out).report.text == "“The café burned”, said Zoë Brenn."


def test_a_wrong_declaration_is_not_believed(tmp_path):
    path = tmp_path / "page.html"
    body = "<p>“The café burned”, said Zoë Brenn, who lives beside it, on Friday evening in Orva.</p>" * 3
    path.write_bytes(f"<html><head><meta charset=iso-8859-1></head><body><article>{body}</article></body>".encode())
    code, out, _ = whosays(path, "--format", "json")
    assert code == 0
    assert "café" in from_json(out).report.text


@pytest.mark.parametrize("name", ["line.txt", "line.html", "line.json", "line.jsonl", "line"])
def test_50_megabytes_of_one_line(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"the mill burned " * (50 * 2**16))
    done = process(path)
    assert_refused(done.returncode, done.stdout.decode(), done.stderr.decode(), 1, name)


def test_a_report_of_more_than_a_million_characters(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("The mill burned. " * 60_000, encoding="utf-8")
    assert_refused(*whosays(path), 1, "1,000,000", "1,020,000")


def test_a_page_of_more_than_a_million_characters(tmp_path):
    path = tmp_path / "long.html"
    path.write_text(
        "<html><body><article>" + "<p>The mill in Orva burned on Friday.</p>" * 30_000 + "</article></body></html>",
        encoding="utf-8",
    )
    done = process(path)
    assert_refused(done.returncode, done.stdout.decode(), done.stderr.decode(), 1, "long.html")


@pytest.mark.parametrize("tag", ["div", "p", "b", "blockquote", "table", "figure"])
def test_a_page_nested_100_000_deep(tmp_path, tag):
    path = tmp_path / "deep.html"
    path.write_bytes(f"<html><body>{f'<{tag}>' * 100_000}The mill burned.".encode())
    done = process(path)
    assert b"Traceback" not in done.stderr
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.splitlines()) == 1


def test_bad_input_from_standard_input():
    assert_refused(*whosays("-", given=""), 1, "stdin", "empty")
    assert_refused(*whosays("-", given=b"\x89PNG\r\n\x1a\n\x00"), 1, "stdin", "PNG")


def test_hostile_names_reach_no_terminal(tmp_path):
    path = tmp_path / "no\x1b[31m\u202ebody\nerror: forged.txt"
    _, _, err = whosays(path)
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err
    assert "\u202e" not in err
