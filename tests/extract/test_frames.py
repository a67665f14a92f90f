"""Reporting frames, one rule after the other."""

import pytest
from making import report_with

from whosays.extract import frames, sentence


def found(text, kind="paragraph"):
    """(source, cue, contents) of each frame of one sentence."""
    (part,) = report_with((kind, text)).parts
    (line,) = sentence.split(text, part)
    return [
        (f.source and text[slice(*f.source)], text[slice(*f.cue)], [text[a:b] for a, b in f.contents])
        for f in frames.find(line)
    ]


def who_and_what(text, kind="paragraph"):
    return [(source, contents) for source, _, contents in found(text, kind)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to Ada Brenn, the mill burned.", "Ada Brenn", "the mill burned"),
        ("The mill burned, according to the mayor of Orva.", "the mayor of Orva", "The mill burned"),
        ("The mill burned, said Ada Brenn.", "Ada Brenn", "The mill burned"),
        ("The mill burned, Ada Brenn said.", "Ada Brenn", "The mill burned"),
        ("The mill burned, says the mayor of Orva.", "the mayor of Orva", "The mill burned"),
        ("Ada Brenn said the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn said that the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn said on Friday that the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn told reporters that the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn told the Tarn Post the mill had burned.", "Ada Brenn", "the mill had burned"),
        ("The report states that the mill burned.", "The report", "the mill burned"),
        ("The Tarn Post writes that the mill burned.", "The Tarn Post", "the mill burned"),
        ("The mill burned, writes the Tarn Post.", "the Tarn Post", "The mill burned"),
        ("The ministry condemned the raid.", "The ministry", "the raid"),
        ("The army denied any part in the raid.", "The army", "any part in the raid"),
        ("The army denied that it burned the mill.", "The army", "it burned the mill"),
        ("The agency quoted Ada Brenn as saying the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn was quoted as saying the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn, the mayor of Orva, said the mill burned.", "Ada Brenn", "the mill burned"),
        ("Ada Brenn warned that the dam could break.", "Ada Brenn", "the dam could break"),
    ],
)
def test_one_frame(text, source, content):
    assert who_and_what(text) == [(source, [content])]


def test_a_quotation_before_its_speaker():
    assert who_and_what("“The mill by the river burned,” said Ada Brenn.") == [
        ("Ada Brenn", ["“The mill by the river burned,”"]),
    ]


def test_a_speaker_before_the_quotation():
    ((source, contents),) = who_and_what("Ada Brenn said: “The mill by the river burned.”")
    assert source == "Ada Brenn"
    assert "The mill by the river burned" in contents[0]


def test_the_reporting_clause_inside():
    ((source, contents),) = who_and_what("“The mill,” Ada Brenn said, “had burned down long before we came.”")
    assert source == "Ada Brenn"
    assert len(contents) == 2


def test_the_reporting_clause_between_two_quotations():
    ((source, contents),) = who_and_what("“The mill burned down,” Ada Brenn said, “and then we all left.”")
    assert source == "Ada Brenn"
    assert len(contents) == 2


def test_a_participle_takes_the_subject_of_the_clause_before():
    pairs = who_and_what("Ada Brenn said the mill burned, adding that nobody was hurt.")
    assert ("Ada Brenn", ["nobody was hurt"]) in pairs
    assert pairs[0] == ("Ada Brenn", ["the mill burned"])


def test_a_second_verb_shares_the_subject():
    pairs = who_and_what("Ada Brenn said the mill burned and told reporters that nobody was hurt.")
    assert [source for source, _ in pairs] == ["Ada Brenn", "Ada Brenn"]


def test_what_points_back_has_no_content_of_its_own():
    (frame,) = found("That’s what Ada Brenn claims.")
    assert frame[0] == "Ada Brenn"
    assert frame[2] == []


def test_claiming_responsibility_keeps_its_subject():
    ((source, contents),) = who_and_what("The Fox group claimed responsibility for the raid.")
    assert source == "The Fox group"
    assert contents == ["The Fox group claimed responsibility for the raid"]


def test_dash_dialogue():
    assert who_and_what("– They ran to the river, says “Bor”.", "speech")[0][0] in {"“Bor”", "Bor"}


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned.",
        "The report was long.",
        "The army showed its new guns.",
        "The Fox group posted a video on Friday.",
        "The call was answered by the police.",
        "A statement was read in the square.",
        "The said mill burned.",
    ],
)
def test_no_frame(text):
    assert found(text) == []


def test_frames_in_reading_order():
    text = "Ada Brenn said the mill burned, but the army denied it burned the mill."
    assert [source for source, _ in who_and_what(text)] == ["Ada Brenn", "the army"]


def test_the_cue_is_the_verb():
    assert found("Ada Brenn said the mill burned.")[0][1] == "said"
    assert found("The mill burned, said Ada Brenn.")[0][1] == "said Ada Brenn"
    assert found("According to Ada Brenn, the mill burned.")[0][1] == "According to Ada Brenn"
