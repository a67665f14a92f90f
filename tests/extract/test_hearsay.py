"""Hearsay without a source, what is left open, how far the words commit."""

import pytest

from whosays.extract import hearsay
from whosays.extract.tokens import tokenize


def read(text, **known):
    return hearsay.read(tokenize(text, 0, len(text)), **known)


def cue(text, **known):
    found = read(text, **known).hearsay
    return found and text[slice(*found)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four men are said to have fled", "are said to"),
        ("The mill was believed to be empty", "was believed to"),
        ("Shots were reported in Orva", "were reported"),
        ("It was reported that the mill burned", "was reported"),
        ("Men reportedly entered the mill", "reportedly"),
        ("The men allegedly burned it", "allegedly"),
        ("A still purported to show the mill", "purported to show"),
        ("There were reports of shots", "There were reports"),
        ("Rumours spread that the mill burned", "Rumours spread"),
        ("It emerged that the mill was sold", "It emerged"),
    ],
)
def test_nobody_is_named(text, words):
    assert cue(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned on Friday",
        "The men were told by the mayor",
        "The mill was reported by Ada Brenn",
        "The army is expected to leave",
        "She said the mill burned",
    ],
)
def test_no_hearsay(text):
    assert cue(text) is None


@pytest.mark.parametrize("text", ["The men must have fled over the river", "Four would have been killed"])
def test_the_reportive_form_only_in_translated_text(text):
    assert cue(text) is None
    assert cue(text, translated=True) is not None


def test_a_condition_is_no_reportive_form():
    assert cue("It would have burned if the men had come", translated=True) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is unclear how many were hurt", "It is unclear"),
        ("The number remains unknown", "unknown"),
        ("It was not immediately known who did it", "known"),
        ("Police are investigating whether it was arson", "investigating whether"),
        ("The claim could not be independently verified", "verified"),
        ("The paper was unable to confirm the report", "confirm"),
    ],
)
def test_left_open(text, words):
    marks = read(text)
    assert words in text[slice(*marks.open)]
    assert marks.certainty == "unknown"


def test_not_left_open():
    assert read("The mayor is known to the police").open is None
    assert read("It is clear who did it").open is None


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mill burned", "certain"),
        ("The mill probably burned", "probable"),
        ("The mill reportedly burned", "probable"),
        ("The mill might burn", "possible"),
        ("Perhaps the mill burned", "possible"),
        ("The fire was in May", "certain"),
        ("In May the mill burned", "certain"),
        ("Arson could not be ruled out", "possible"),
        ("I think the mill burned", "probable"),
    ],
)
def test_certainty(text, certainty):
    assert read(text).certainty == certainty


def test_a_hedge_on_a_noun():
    marks = read("The alleged raiders burned the mill")
    assert marks.alleged
    assert marks.hearsay is None


def test_a_hedge_stands_where_it_says():
    text = "The men apparently fled"
    assert [text[a:b] for a, b in read(text).hedges] == ["apparently"]
