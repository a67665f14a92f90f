"""The counts of the corpus."""

from pathlib import Path

import markup
import stats

MARKED = markup.Marked(Path("x.txt"), {"hand": "translated", "split": "dev"}, "one two three", {}, ())


def claim(**fields):
    plain = {
        "holder": {"ref": "outlet", "name": "outlet"}, "via": [], "cue": None, "form": "none", "polarity": "affirm",
        "certainty": "certain", "stance": "asserts", "kind": "event", "when": None, "where": None, "toll": None,
    }  # fmt: skip
    return plain | fields


def count(*claims):
    return stats.count(MARKED, {"claims": list(claims), "pictures": [], "contradictions": []})


def test_own_voice_and_words():
    got = count(claim(), claim())
    assert (got["reports"], got["words"], got["claims"], got["the outlet's own voice"]) == (1, 3, 2, 2)


def test_a_chain_is_two_carriers():
    got = count(claim(via=[{"name": "video"}]), claim(via=[{"name": "video"}, {"name": "Telegram"}]))
    assert (got["with a carrier"], got["with two carriers or more"]) == (2, 1)


def test_a_label_is_a_cue_that_names_the_speaker():
    voice = {"ref": "v1", "name": "LIND"}
    label = {"start": 0, "end": 4, "exact": "LIND"}
    got = count(claim(holder=voice, cue=label, form="direct"), claim(holder=voice, form="direct"))
    assert (got["claims under a transcript label"], got["quotations without a cue"]) == (1, 1)


def test_hearsay_forms_count_in_translations_only():
    hedged = claim(certainty="probable")
    assert count(hedged)["translated hearsay forms"] == 1
    agency = markup.Marked(Path("x.txt"), {"hand": "agency", "split": "dev"}, "one", {}, ())
    got = stats.count(agency, {"claims": [hedged], "pictures": [], "contradictions": []})
    assert got["translated hearsay forms"] == 0


def test_every_split_has_its_column():
    rows = stats.lines({"dev": count(claim()), "test": count()})
    assert rows[0].split() == ["dev", "test"]
    assert rows[3].split() == ["claims", "1", "0"]
