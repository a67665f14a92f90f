"""The learned tagger beside the rules. The model itself is tested in test_tagger.py."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime", reason="the learned extractor needs the extra `learned`")

from whosays.extract import learned, sentence, tagged
from whosays.extract.tagger import Tagged
from whosays.model import Part, Report
from whosays.read import parts
from whosays.reading import check, text_id

TEXT = "The mill had burned, Ada Brenn said. “Nobody was in it,” she added."


def report(text: str) -> Report:
    return Report(key="k", id=text_id(text), text=text, parts=parts.cut(text))


def lines(text: str) -> list[sentence.Sentence]:
    return sentence.split(text, Part(kind="paragraph", start=0, end=len(text)))


class Fixed:
    """A tagger that says what it is told."""

    def __init__(self, *found: Tagged) -> None:
        self.found = list(found)

    def tag(self, text: str, windows: object) -> list[Tagged]:
        return self.found


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_the_model_finds_who_says_what():
    reading = check(learned.extract(report(TEXT)))
    assert [(c.exact, c.holder.name) for c in reading.claims] == [
        ("The mill had burned", "Ada Brenn"),
        ("Nobody was in it", "Ada Brenn"),
    ]


def test_the_same_report_gives_the_same_reading():
    assert learned.extract(report(TEXT)) == learned.extract(report(TEXT))


def test_a_cue_both_see_is_read_once(monkeypatch):
    found = Tagged((at("Ada Brenn"),), at("said"), (at("The mill had burned"),), 950)
    monkeypatch.setattr(tagged, "_tagger", lambda: Fixed(found))
    frames = tagged.find(lines(TEXT))
    assert [f.cue for f in frames[0]] == [at("said")]


def test_a_low_score_leaves_the_holder_undecided(monkeypatch):
    found = Tagged((at("Ada Brenn"),), at("said"), (at("The mill had burned"),), tagged.SURE - 1)
    monkeypatch.setattr(tagged, "_tagger", lambda: Fixed(found))
    assert not learned.extract(report(TEXT)).claims[0].holder.decided


def test_a_weak_attribution_without_a_reporting_verb_is_left_out(monkeypatch):
    text = "Ada Brenn wants a new mill."
    weak = Tagged((at("Ada Brenn", text),), at("wants", text), (at("a new mill", text),), tagged.OTHER_CUE - 1)
    monkeypatch.setattr(tagged, "_tagger", lambda: Fixed(weak))
    assert tagged.find(lines(text)) == [[]]


def test_an_attribution_without_a_source_is_hearsay(monkeypatch):
    text = "The mill burned, it is whispered."
    found = Tagged((), at("it is whispered", text), (at("The mill burned", text),), 900)
    monkeypatch.setattr(tagged, "_tagger", lambda: Fixed(found))
    claim = learned.extract(report(text)).claims[0]
    assert (claim.holder.name, claim.certainty, claim.stance) == ("unnamed", "probable", "distances")


def test_captions_are_left_to_the_rules(monkeypatch):
    text = "A still from a video purported to show the raid."
    wrong = Tagged((at("A still from a video", text),), at("purported to", text), (at("show the raid", text),), 990)
    monkeypatch.setattr(tagged, "_tagger", lambda: Fixed(wrong))
    caption = Part(kind="caption", start=0, end=len(text))
    assert tagged.find(sentence.split(text, caption)) == [[]]


def test_no_text_no_frames():
    assert tagged.find([]) == []
