"""A reading's values in plain words."""

import pytest
from making import claim_with, reading_with

from whosays.export import words
from whosays.model import Carrier, Count, Happening, Holder, Toll

TEXT = "Ada Brenn said the mill burned. The army denied it."


def said(**fields):
    return claim_with(TEXT, "the mill burned", **fields)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("outlet", "the outlet"),
        ("unnamed", "nobody named"),
        ("Ada Brenn", "Ada Brenn"),
        ("The army", "army"),
        ("a fighter", "fighter"),
        ("“Fox”", "Fox"),
        ("the", "the"),
    ],
)
def test_who(name, who):
    assert words.who(said(holder=name)) == who


def test_a_guess_is_marked():
    claim = said()
    guess = Holder(ref="v1", name="Ada Brenn", decided=False, candidates=("v2",))
    assert words.who(claim) == "Ada Brenn"
    assert words.who(type(claim)(**{f: getattr(claim, f) for f in claim.__struct_fields__} | {"holder": guess})) == (
        "Ada Brenn (?)"
    )


def test_through_whom_from_the_holder_outwards():
    via = (Carrier(ref="v2", name="interview"), Carrier(ref="v3", name="the Tarn Post"))
    assert words.through(said(via=via)) == "interview > the Tarn Post"
    assert words.through(said()) == ""


@pytest.mark.parametrize(
    ("fields", "how"),
    [
        ({}, "plain"),
        ({"polarity": "deny"}, "DENIES"),
        ({"polarity": "unknown", "certainty": "unknown"}, "leaves open"),
        ({"certainty": "possible", "stance": "neutral"}, "possible"),
        ({"certainty": "probable", "stance": "distances"}, "probable, distanced"),
        ({"polarity": "deny", "stance": "doubts"}, "DENIES, doubted"),
        ({"stance": "confirms"}, "confirms"),
    ],
)
def test_how(fields, how):
    assert words.how(said(**fields)) == how


@pytest.mark.parametrize(
    ("low", "high", "exact", "told"),
    [
        (4, 4, "four dead", "4 killed"),
        (4, None, "at least four", "4 or more killed"),
        (None, 12, "up to a dozen", "up to 12 killed"),
        (30, 40, "30 to 40", "30 to 40 killed"),
        (1200, 1200, "1,200", "1,200 killed"),
        (0, 0, "nobody was killed", "nobody killed"),
        (None, None, "how many were killed", "unclear how many killed"),
        (None, None, "dozens of dead", "“dozens of dead”"),
    ],
)
def test_counts(low, high, exact, told):
    count = Count(start=None, end=None, exact=exact, min=low, max=high)
    assert words.count_words("killed", count) == told


def test_a_toll_in_the_order_of_the_contract():
    one, two = (Count(start=None, end=None, exact=str(n), min=n, max=n) for n in (1, 2))
    assert words.toll_words(Toll(injured=two, killed=one)) == "1 killed, 2 injured"
    assert words.toll_words(None) == ""


def test_claims_under_what_they_are_about():
    fire = said(happening="h_1")
    denial = claim_with(TEXT, "it", happening="h_1")
    rest = claim_with(TEXT, "The army denied it")
    happening = Happening(id="h_1", label="fire", type="fire", claims=(fire.id, denial.id))
    groups = words.by_happening(reading_with(TEXT, fire, denial, rest, happenings=(happening,)))
    assert groups == [(happening, [fire, denial]), (None, [rest])]


def test_names_once_each():
    assert words.names([said(), said(), said(holder="The army")]) == ["Ada Brenn", "army"]
