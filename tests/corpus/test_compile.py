"""The annotated corpus: what is written, what is refused, and that the scorer accepts it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import compile as corpus
import pytest

from whosays.errors import InputError

ROOT = Path(__file__).parents[2]
SCORER = ROOT.parent / "shared" / "score" / "claims.py"

HEAD = """key: {key}
incident: {incident}
split: {split}
hand: agency
kind: collision
title: -
outlet: Nordlys Wire
url: -
published: 2024-03-02
"""
TEXT = (
    "⟦c1|The ferry struck a barge⟧, ⟦c2|killing four⟧, ⟦h1|port officials⟧ ⟦q1|said⟧.\n"
    "The owner, ⟦h2|Anna Lind⟧, ⟦q2|denied⟧ on ⟦x1|Telegram⟧ that ⟦c3|the radar was off⟧."
)
NOTES = """ev collision label="ferry strikes a barge" when=2024-03-02
voice h2 "The owner"
c1 h1 q1 indirect affirm certain neutral event collision when=2024-03-02
c2 h1 q1 indirect affirm certain neutral toll collision toll=killed:4
c3 h2 q2 indirect deny certain neutral event collision via=x1
"""


def put(folder, name="ferry", text=TEXT, notes=NOTES, incident="ferry", split="dev"):
    path = folder / f"{name}.txt"
    head = HEAD.format(key=name, incident=incident, split=split)
    path.write_text(f"{head}\n{text}\n===\n{notes}", encoding="utf-8")
    return path


def gold(folder):
    return corpus.load(folder)[0][1]


def test_marks_leave_the_text_and_become_spans(tmp_path):
    put(tmp_path)
    marked, record = corpus.load(tmp_path)[0]
    assert marked.text.startswith("The ferry struck a barge, killing four, port officials said.\nThe owner,")
    for claim in record["claims"]:
        assert marked.text[claim["start"] : claim["end"]] == claim["exact"]
    assert [c["exact"] for c in record["claims"]] == ["The ferry struck a barge", "killing four", "the radar was off"]


def test_marks_may_lie_inside_one_another(tmp_path):
    put(tmp_path, text=TEXT.replace("⟦c1|The ferry struck", "⟦c1|⟦h3|The ferry⟧ struck"), notes=NOTES + "voice h3\n")
    record = gold(tmp_path)
    assert record["claims"][0]["exact"] == "The ferry struck a barge"
    assert {"ref": "v2", "name": "The ferry", "aliases": ["The ferry"]} in record["voices"]


def test_a_claim_has_the_fields_of_claims_dev(tmp_path):
    put(tmp_path)
    claim = gold(tmp_path)["claims"][2]
    assert list(claim) == [
        "id", "start", "end", "exact", "holder", "via", "cue", "form", "polarity", "certainty", "stance", "kind",
        "happening", "when", "where", "toll",
    ]  # fmt: skip
    assert claim["holder"] == {"ref": "v1", "name": "Anna Lind"}
    assert claim["via"] == [{"name": "Telegram"}]
    assert claim["cue"]["exact"] == "denied"


def test_voices_join_their_names_and_happenings_their_claims(tmp_path):
    put(tmp_path)
    record = gold(tmp_path)
    assert record["voices"][0] == {"ref": "v1", "name": "Anna Lind", "aliases": ["Anna Lind", "The owner"]}
    assert record["happenings"][0]["claims"] == ["c1", "c2", "c3"]
    assert record["happenings"][0]["when"]["latest"] == "2024-03-03"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("c3 h2 q2 indirect deny", "c3 h2 q2 indirekt deny", 18, "form 'indirekt'"),
        ("c3 h2 q2 indirect deny certain", "c3 h2 q2 indirect deny", 18, "8 columns"),
        ("c3 h2 q2", "c3 h9 q2", 18, "no mark 'h9'"),
        ("via=x1", "via=radio", 18, "'radio' does not stand in the text"),
        ("event collision via", "event fire via", 18, "no happening 'fire'"),
        ("toll=killed:4", "toll=dead:4", 17, "'dead:4' is no toll"),
        ("when=2024-03-02\nc2", "when=2024-13-02\nc2", 16, "month must be"),
        ("deny certain", "unknown certain", 18, "not both"),
        ("c1 h1 q1 indirect", "c1 outlet - indirect", 16, "own voice is indirect"),
        ("c1 h1 q1 indirect", "c1 h1 q1 none", 16, "named holder without a form"),
    ],
)
def test_a_slip_in_a_line_is_named_with_file_and_line(tmp_path, old, new, line, words):
    assert old in NOTES
    path = put(tmp_path, notes=NOTES.replace(old, new))
    with pytest.raises(InputError) as error:
        gold(tmp_path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("text", "notes", "words"),
    [
        (TEXT + " ⟦c1|Again⟧", NOTES, "c1 stands twice"),
        (TEXT + " ⟧", NOTES, "a stray ⟧"),
        (TEXT + " ⟦k1|open", NOTES, "k1 is not closed"),
        (TEXT.replace("⟦q1|said⟧", "⟦q1| said⟧"), NOTES, "q1 holds ' said'"),
        (TEXT + " ⟦k1|Photo: Lind⟧", NOTES, "no line uses the mark k1"),
        (TEXT.replace("⟦c1|The ferry", "⟦c1|⟦c9|The ferry").replace("barge⟧", "barge⟧⟧"),
         NOTES + "c9 outlet - none affirm certain asserts event -\n", "repeats"),
        (TEXT, NOTES + 'ev fire label="a fire"\n', "no claim is about the happening fire"),
        (TEXT, NOTES + 'c4 "open\n', "no closing quotation"),
    ],
)  # fmt: skip
def test_a_slip_in_the_file_is_refused(tmp_path, text, notes, words):
    put(tmp_path, text=text, notes=notes)
    with pytest.raises(InputError, match=words):
        gold(tmp_path)


def test_an_incident_stays_in_one_split(tmp_path):
    put(tmp_path, "one", split="dev")
    put(tmp_path, "two", split="test", text=TEXT + " Later.")
    with pytest.raises(InputError, match="in two splits"):
        corpus.load(tmp_path)


def test_a_text_stands_once(tmp_path):
    put(tmp_path, "one")
    put(tmp_path, "two")
    with pytest.raises(InputError, match="the same text as"):
        corpus.load(tmp_path)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(InputError, match=r"no \.txt file"):
        corpus.load(tmp_path)


def test_the_command_writes_both_files(tmp_path):
    (tmp_path / "in").mkdir()
    put(tmp_path / "in")
    run = subprocess.run(
        [sys.executable, ROOT / "corpus" / "compile.py", tmp_path / "in", "-o", tmp_path / "out", "--split", "dev"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout == "1 reports, 3 claims\n"
    report = json.loads((tmp_path / "out" / "reports.jsonl").read_text(encoding="utf-8"))
    assert list(report) == ["key", "title", "outlet", "url", "published", "text"]
    assert report["title"] is None
    assert report["outlet"] == "Nordlys Wire"


def test_the_command_says_what_is_wrong_in_one_line(tmp_path):
    run = subprocess.run(
        [sys.executable, ROOT / "corpus" / "compile.py", tmp_path, "-o", tmp_path / "out"],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("error: ")
    assert run.stderr.count("\n") == 1


def reading(marked, record):
    """The reading that says exactly what the gold says."""
    spans = {"pictures": [dict(p) for p in record["pictures"]], "tensions": []}
    claims = [dict(c) for c in record["claims"]]
    for t in record["contradictions"]:
        ends = [next(c["id"] for c in claims if c["start"] == t[side]["start"] and c["end"] == t[side]["end"])
                for side in ("a", "b")]  # fmt: skip
        spans["tensions"].append({"kind": t["kind"], "a": ends[0], "b": ends[1], "why": t["why"]})
    return {
        "report": {"key": record["key"], "text": marked.text},
        "voices": [{**v, "mentions": []} for v in record["voices"]],
        "claims": claims, "happenings": record["happenings"], "times": [], "places": [], **spans,
    }  # fmt: skip


def test_every_report_of_the_corpus_compiles():
    loaded = corpus.load(ROOT / "corpus" / "reports")
    assert len(loaded) >= 24
    for marked, record in loaded:
        assert record["claims"], marked.path
        for claim in record["claims"]:
            assert marked.text[claim["start"] : claim["end"]] == claim["exact"]


def python_with_scipy():
    """The scorer needs scipy, which the project does not; the system's Python may have it."""
    for python in (sys.executable, shutil.which("python3")):
        if python and not subprocess.run([python, "-c", "import scipy"], capture_output=True).returncode:
            return python
    return None


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer lies beside the checkout, not in it")
def test_the_scorer_gives_gold_against_itself_a_hundred(tmp_path):
    python = python_with_scipy() or pytest.skip("the scorer needs scipy")
    loaded = corpus.load(ROOT / "corpus" / "reports")
    corpus.write((record for _, record in loaded), tmp_path / "gold.jsonl")
    corpus.write((reading(marked, record) for marked, record in loaded), tmp_path / "readings.jsonl")
    run = subprocess.run(
        [python, SCORER, tmp_path / "gold.jsonl", tmp_path / "readings.jsonl", "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    result = json.loads(run.stdout.splitlines()[-1])
    for figure in ("claim_f1", "who_f1", "attr_f1", "holder", "polarity", "form_acc", "kind_acc", "certainty_f1",
                   "stance_f1", "cue", "no_cue", "via", "toll", "when", "where", "grouping_f1", "pictures_f1",
                   "tensions_recall"):  # fmt: skip
        assert result[figure] == 1, figure
    for harm in ("wrong_voice", "as_fact", "denial_lost", "hedge_lost"):
        assert result[harm] == 0, harm


def test_the_example_of_the_format_compiles(tmp_path):
    blocks = (ROOT / "corpus" / "FORMAT.md").read_text(encoding="utf-8").split("## A file\n\n")[1]
    example = blocks.split("\n\n**Header.**")[0]
    lines = [line.removeprefix("    ") for line in example.split("\n")]
    (tmp_path / "ferry-agency.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [c["polarity"] for c in gold(tmp_path)["claims"]] == ["affirm", "affirm", "deny"]
