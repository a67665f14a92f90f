"""The extractor as a whole: who says what in small reports."""

import pytest
from making import claims_in, reading_of, told

from whosays.reading import check


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned.", [("outlet", "The mill burned")]),
        ("Ada Brenn said the mill burned.", [("Ada Brenn", "the mill burned")]),
        ("The mill burned, according to Ada Brenn.", [("Ada Brenn", "The mill burned")]),
        ("Four men are said to have fled.", [("unnamed", "Four men are said to have fled")]),
        ("The mill reportedly burned.", [("unnamed", "The mill reportedly burned")]),
        (
            "Ada Brenn said the mill burned and the army left the town.",
            [("Ada Brenn", "the mill burned"), ("Ada Brenn", "the army left the town")],
        ),
        ("It is unclear who burned the mill.", [("outlet", "It is unclear who burned the mill")]),
    ],
)
def test_who_says_what(text, expected):
    assert told(text) == expected


def test_the_two_claims_of_one_speech_repeat_its_cue_and_holder():
    one, two = claims_in("Ada Brenn said the mill burned and the army left the town.")
    assert one.cue == two.cue
    assert one.holder == two.holder


def test_both_sentences_of_one_quotation_repeat_its_cue_and_holder():
    claims = claims_in("“The mill burned down. Nobody came to help us,” said Ada Brenn.")
    assert len(claims) == 2
    assert claims[0].cue == claims[1].cue
    assert (claims[0].holder.start, claims[0].holder.end) == (claims[1].holder.start, claims[1].holder.end)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The mill burned.", "none"),
        ("Ada Brenn said the mill burned.", "indirect"),
        ("“The mill by the river burned,” said Ada Brenn.", "direct"),
        ("Ada Brenn said the mill burned “like a dry leaf”.", "mixed"),
    ],
)
def test_form(text, form):
    assert [c.form for c in claims_in(text)] == [form]


def test_a_picture_purported_to_show_is_held_by_its_owner_through_the_agency():
    (claim,) = claims_in(
        ("caption", "A still from a video purported to show men near the mill."),
        ("credit", "Photo: Interior Ministry via TARN"),
    )
    assert claim.holder.name == "Interior Ministry"
    assert [v.name for v in claim.via] == ["TARN"]
    assert (claim.kind, claim.stance) == ("photo", "distances")


def test_a_quotation_without_anybody_is_not_decided():
    claims = claims_in("“The mill burned and we ran to the river.”")
    assert all(not c.holder.decided for c in claims)
    assert {c.holder.name for c in claims} == {"unnamed"}


def test_an_alleged_name_in_quotation_marks_is_no_quotation():
    assert told("The alleged “Fox” came over the river.") == [("outlet", "The alleged “Fox” came over the river")]


def test_a_label_in_a_transcript_speaks():
    assert told("BRENN: The mill burned at night.") == [("BRENN", "The mill burned at night")]


def test_that_is_what_he_claims():
    assert told("Four men drowned in the river.", "That’s what Ada Brenn claims.")[0] == (
        "Ada Brenn",
        "Four men drowned in the river",
    )


def test_furniture_says_nothing():
    assert told(("furniture", "Ada Brenn said the mill burned."), ("byline", "By Karl Osk")) == []


def test_a_lone_question_of_the_outlet_says_nothing():
    assert told("Who burned the mill?") == []


def test_a_pull_quote_repeats_nothing():
    words = "We ran to the river when the mill burned"
    claims = told(f"“{words},” said Ada Brenn.", ("quote", words))
    assert [holder for holder, _ in claims] == ["Ada Brenn"]


def test_a_denial_points_at_what_it_denies():
    claims = claims_in(
        "Ada Brenn said the army attacked the bridge in Orva.", "The army denied the attack on the bridge in Orva."
    )
    affirmed, denied = claims
    assert denied.polarity == "deny"
    assert denied.denies == affirmed.id


def test_counts_are_of_people():
    (claim,) = claims_in("Ada Brenn said four people were killed.")
    assert claim.kind == "toll"
    assert claim.toll.killed.min == claim.toll.killed.max == 4


def test_no_text_no_claims():
    reading = reading_of("")
    assert check(reading).claims == ()


def test_ids_do_not_depend_on_the_key():
    one, two = reading_of("Ada Brenn said the mill burned.", key="a"), reading_of("Ada Brenn said the mill burned.")
    assert [c.id for c in one.claims] == [c.id for c in two.claims]
