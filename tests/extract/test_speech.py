"""Every stretch of a report that says something, with the words that show who says it."""

import pytest
from making import report_with

from whosays.extract import speech


def said(*pieces):
    """(who, the words, whether they are direct) of every stretch."""
    report = report_with(*pieces)
    return [
        (s.source and report.text[slice(*s.source)], report.text[s.start : s.end], s.direct)
        for s in speech.utterances(report)
    ]


def speakers(*pieces):
    return [who for who, _, _ in said(*pieces)]


def test_the_outlets_own_voice():
    assert said("The mill burned.") == [(None, "The mill burned.", False)]


def test_indirect_speech():
    assert said("Ada Brenn said the mill burned.") == [("Ada Brenn", "the mill burned", False)]


def test_direct_speech():
    ((who, words, direct),) = said("“The mill by the river burned,” said Ada Brenn.")
    assert (who, direct) == ("Ada Brenn", True)
    assert "The mill by the river burned" in words


def test_a_quotation_over_two_sentences_has_one_speaker():
    assert speakers("“The mill burned down,” said Ada Brenn. “Then we all ran to the river.”") == [
        *("Ada Brenn", "Ada Brenn"),
    ]


def test_a_quotation_over_two_paragraphs_has_one_speaker():
    found = said("“The mill burned down at night,” said Ada Brenn. “We ran.", "“Nobody came to help us.”")
    assert {who for who, _, _ in found} == {"Ada Brenn"}
    assert len(found) == 3


@pytest.mark.parametrize("kind", ["furniture", "credit", "byline", "dateline"])
def test_silent_parts(kind):
    assert said((kind, "Ada Brenn said the mill burned.")) == []


def test_a_transcript_label():
    found = said("BRENN: The mill burned and we ran.")
    assert [(who, direct) for who, _, direct in found] == [("BRENN", True)]
    assert found[0][1].strip() == "The mill burned and we ran."


def test_a_post_and_its_signature():
    found = said("The mill is burning tonight. — Ada Brenn (@adabrenn) May 3, 2031")
    assert {(who, direct) for who, _, direct in found} == {("Ada Brenn", True)}
    assert "@adabrenn" not in found[0][1]


def test_dash_dialogue_names_its_speaker():
    found = said(("speech", "– They ran to the river, says Ada Brenn."))
    assert [(who, direct) for who, _, direct in found] == [("Ada Brenn", True)]
    assert "says" not in found[0][1]


def test_dash_dialogue_goes_on_without_naming_the_speaker():
    assert speakers(
        ("speech", "– They ran to the river, says Ada Brenn."),
        ("speech", "– Nobody was there to help us."),
    ) == ["Ada Brenn", "Ada Brenn"]


def test_that_is_what_he_claims():
    assert speakers("Four men drowned in the river.", "That’s what Ada Brenn claims.")[0] == "Ada Brenn"


def test_a_nickname_in_quotation_marks_says_nothing():
    assert said("The alleged “Fox” came over the river.") == [(None, "The alleged “Fox” came over the river.", False)]


def test_a_frame_inside_a_frame_keeps_the_outer_speaker():
    report = report_with("Ada Brenn said the mayor told her that the mill burned.")
    inner = [s for s in speech.utterances(report) if s.outer is not None]
    assert [report.text[slice(*s.outer)] for s in inner] == ["Ada Brenn"]


def test_a_question_is_marked():
    report = report_with("Who burned the mill?")
    assert [s.question for s in speech.utterances(report)] == [True]


def test_stretches_stand_inside_their_part():
    report = report_with("“The mill burned", "down,” said Ada Brenn.", ("caption", "“Smoke over the mill”"))
    for s in speech.utterances(report):
        assert s.part.start <= s.start < s.end <= s.part.end
