"""A content cut into the smallest stretches that could be denied on their own."""

import itertools

import pytest
from hypothesis import given
from making import texts

from whosays.extract import clauses


def cut(text):
    return [text[c.start : c.end] for c in clauses.cut(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The mill burned.", ["The mill burned"]),
        ("The mill burned and the army left the town.", ["The mill burned", "the army left the town"]),
        ("The mill burned, but the house was spared.", ["The mill burned", "the house was spared"]),
        ("The mill burned; the house was spared.", ["The mill burned", "the house was spared"]),
        ("While the mill burned, the army left.", ["the mill burned", "the army left"]),
        ("A bomb hit the mill, killing four workers.", ["A bomb hit the mill", "killing four workers"]),
        (
            "The men attacked the mill because the owner had sold it.",
            ["The men attacked the mill", "because the owner had sold it"],
        ),
        (
            "The men burned the mill in retaliation for the raid.",
            ["The men burned the mill", "in retaliation for the raid"],
        ),
        (
            "The men burned the mill, which had stood empty for many years.",
            ["The men burned the mill", "which had stood empty for many years"],
        ),
        ("It burned. Nobody came.", ["It burned", "Nobody came"]),
    ],
)
def test_cut(text, pieces):
    assert cut(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "The men entered the mill and burned it",
        "Ada Brenn and Karl Osk left the town",
        "The army shelled the mill and the bridge",
        "The mill, a landmark of Orva, burned",
    ],
)
def test_what_stays_together(text):
    assert cut(text) == [text]


def test_a_relative_clause_is_marked():
    text = "The men burned the mill, which had stood empty for many years."
    assert [c.relative for c in clauses.cut(text, 0, len(text))] == [False, True]


@pytest.mark.parametrize("opener", ["On Friday, ", "Meanwhile, ", "and ", "that ", "– "])
def test_a_claim_runs_from_its_subject(opener):
    assert cut(f"{opener}the mill in Orva burned.") == ["the mill in Orva burned"]


def test_a_mark_stays_if_its_partner_stands_inside():
    assert cut("They called it an “operation”.") == ["They called it an “operation”"]


@given(texts)
def test_clauses_are_in_order_and_hold_words(text):
    found = clauses.cut(text, 0, len(text))
    assert all(0 <= c.start < c.end <= len(text) and text[c.start : c.end].strip() for c in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
