"""What a claim is about, in the order of GUIDE.md."""

import pytest

from whosays.extract.kinds import kind
from whosays.model import Count, Toll

COUNT = Toll(killed=Count(start=0, end=4, exact="Four", min=4, max=4))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("because the owner had sold the mill", "motive"),
        ("the raid was in retaliation for the fire", "motive"),
        ("the army will leave on Friday", "forecast"),
        ("talks are expected to resume", "forecast"),
        ("the Fox group was behind the raid", "identity"),
        ("it had claimed responsibility for the raid", "identity"),
        ("Osk is a member of the Fox group", "identity"),
        ("the raid was cowardly and shameful", "opinion"),
        ("the men burned the mill", "event"),
    ],
)
def test_kind_of_reported_words(words, expected):
    assert kind(words, "paragraph", None, attributed=True, direct=False) == expected


def test_a_count_of_people_comes_first():
    assert kind("four will die because of it", "paragraph", COUNT, attributed=True, direct=False) == "toll"


def test_a_caption_shows_a_picture():
    assert kind("Smoke over the mill", "caption", None, attributed=False, direct=False) == "photo"
    assert kind("A still from a video of the mill", "caption", None, attributed=False, direct=False) == "photo"
    assert kind("Smoke over the mill", "paragraph", None, attributed=False, direct=False) == "event"


def test_the_outlet_has_no_opinion():
    assert kind("the best mill in Orva burned", "paragraph", None, attributed=False, direct=False) == "event"
