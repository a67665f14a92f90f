"""Through whom: the carriers between a holder and the outlet."""

import pytest
from making import claims_in


def via(*pieces, **known):
    """The carriers of every claim that has some, from the holder outwards."""
    return [[v.name for v in c.via] for c in claims_in(*pieces, **known) if c.via]


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        ("Ada Brenn told the Tarn Post that the mill had burned.", ["the Tarn Post"]),
        ("Ada Brenn said on Telegram that the mill had burned.", ["Telegram"]),
        ("Ada Brenn said by telephone that the mill had burned.", ["telephone"]),
        ("Ada Brenn said in a video that the mill had burned.", ["video"]),
        ("– They ran to the river, says Ada Brenn to the news agency Tarn.", ["the news agency Tarn"]),
    ],
)
def test_one_carrier(text, carriers):
    piece = ("speech", text) if text.startswith("–") else text
    assert via(piece) == [carriers]


def test_nobody_carries_what_is_told_to_everybody():
    assert via("Ada Brenn told reporters that the mill had burned.") == []


def test_the_outlet_is_no_carrier_of_its_own_report():
    assert via("Ada Brenn told the Tarn Post that the mill had burned.", outlet="The Tarn Post") == []


def test_a_speaker_inside_a_speech_is_carried_by_the_other():
    claims = claims_in("Ada Brenn said the mayor told her that the mill burned.")
    inner = [c for c in claims if "mayor" in c.holder.name]
    assert [[v.name for v in c.via] for c in inner] == [["Ada Brenn"]]


def test_an_interview_that_somebody_shared():
    claims = claims_in(
        "Karl Osk has shared a long interview with one of the men on Telegram.",
        "The man, who goes by the code name Bor, says that four boats took part.",
    )
    told = [c for c in claims if c.exact.startswith("four boats")]
    assert [[v.name for v in c.via] for c in told] == [["interview", "Karl Osk", "Telegram"]]


def test_carriers_stand_in_the_text():
    text = "Ada Brenn told the Tarn Post on Telegram that the mill had burned."
    for claim in claims_in(text):
        assert claim.via
        assert all(text[v.start : v.end] == v.name for v in claim.via)
