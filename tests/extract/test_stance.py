"""How sure, and whose attitude."""

import pytest
from making import claims_in


def one(*pieces, **known):
    (claim,) = claims_in(*pieces, **known)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "The army denied any part in the raid.",
        "The army denied that it burned the mill.",
        "The ministry said it had nothing to do with the raid.",
        "Ada Brenn said the report was false.",
        "The ministry rejected the accusations.",
        "The army said it did not attack the mill.",
    ],
)
def test_denials(text):
    assert one(text).polarity == "deny"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brenn said nobody was hurt.",
        "The army said it burned the mill.",
        "The mill was not insured.",
        "Ada Brenn did not comment on it.",
    ],
)
def test_no_denials(text):
    assert all(c.polarity == "affirm" for c in claims_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear who burned the mill.",
        "It was not known how many men came.",
        "The video could not be verified.",
        "Police are investigating whether it was arson.",
    ],
)
def test_left_open(text):
    claim = one(text)
    assert (claim.polarity, claim.certainty) == ("unknown", "unknown")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mill burned.", "asserts"),
        ("Ada Brenn said the mill burned.", "neutral"),
        ("Ada Brenn claimed that the mill burned.", "neutral"),
        ("The army confirmed that the mill burned.", "confirms"),
        ("Ada Brenn pointed out that the mill burned.", "asserts"),
        ("The mill reportedly burned.", "distances"),
        ("The alleged raiders burned the mill.", "distances"),
        ("The army began an “anti-mill operation”.", "distances"),
        ("The video could not be verified.", "doubts"),
    ],
)
def test_stance(text, stance):
    assert one(text).stance == stance


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Ada Brenn said the mill burned.", "certain"),
        ("Ada Brenn believes that the mill burned.", "probable"),
        ("Ada Brenn said the mill might burn.", "possible"),
        ("Four men are said to have fled.", "probable"),
    ],
)
def test_certainty(text, certainty):
    assert one(text).certainty == certainty


def test_a_cue_of_its_own_where_no_verb_reports():
    assert one("Four men are said to have fled.").cue.exact == "are said to"
    assert one("The mill burned.").cue is None
