"""Claims of one report that do not go together."""

from making import claim_with

from whosays.extract import tensions
from whosays.model import Count, Toll

TEXT = (
    "Ada Brenn said the army attacked the bridge. The army denied the attack on the bridge. "
    "Four people were killed. Nine people were killed. It is unclear how many were killed. "
    "At least three people were killed. The raid is over. Fighting continues in Orva. "
    "The army did not attack the bridge."
)


def killed(words, low, high, **fields):
    start = TEXT.index(words)
    count = Count(start=start, end=start + len(words), exact=words, min=low, max=high)
    return claim_with(TEXT, words, kind="toll", toll=Toll(killed=count), happening="h_1", **fields)


FOUR = killed("Four people were killed", 4, 4)
NINE = killed("Nine people were killed", 9, 9)
THREE = killed("At least three people were killed", 3, None)
OPEN = killed("how many were killed", None, None)
CLAIM = claim_with(TEXT, "the army attacked the bridge")
DENIAL = claim_with(TEXT, "the attack on the bridge", holder="The army", ref="v2", polarity="deny")


def kinds(*claims):
    return [(t.kind, t.a, t.b) for t in tensions.find(claims)]


def test_a_denial_finds_what_it_denies():
    claim, denial = tensions.with_denials((CLAIM, DENIAL))
    assert denial.denies == claim.id
    assert claim.denies is None
    assert kinds(claim, denial) == [("attribution", claim.id, denial.id)]


def test_a_denial_of_something_that_nobody_says():
    fire = claim_with(TEXT, "Fighting continues in Orva")
    assert [c.denies for c in tensions.with_denials((fire, DENIAL))] == [None, None]


def test_nobody_denies_himself():
    own = claim_with(TEXT, "the army attacked the bridge", holder="The army", ref="v2")
    assert [c.denies for c in tensions.with_denials((own, DENIAL))] == [None, None]


def test_a_negation_of_what_another_says_is_a_denial():
    said = claim_with(TEXT, "The army did not attack the bridge", holder="The army", ref="v2")
    _, denial = tensions.with_denials((CLAIM, said))
    assert (denial.polarity, denial.denies) == ("deny", CLAIM.id)


def test_two_counts_that_cannot_both_hold():
    assert kinds(FOUR, NINE) == [("toll", FOUR.id, NINE.id)]


def test_counts_that_can_both_hold():
    assert kinds(FOUR, THREE) == []
    assert kinds(NINE, THREE) == []


def test_counts_of_two_happenings():
    other = killed("Nine people were killed", 9, 9)
    other = type(other)(**{f: getattr(other, f) for f in other.__struct_fields__} | {"happening": "h_2"})
    assert kinds(FOUR, other) == []


def test_one_knows_and_one_does_not():
    assert kinds(FOUR, OPEN) == [("toll", FOUR.id, OPEN.id)]


def test_over_or_going_on():
    over = claim_with(TEXT, "The raid is over")
    on = claim_with(TEXT, "Fighting continues in Orva", holder="The army", ref="v2")
    assert kinds(over, on) == [("extent", over.id, on.id)]
    assert kinds(over, claim_with(TEXT, "Fighting continues in Orva")) == []


def test_a_pair_is_named_once():
    found = kinds(FOUR, NINE, OPEN, THREE)
    assert len({frozenset(pair[1:]) for pair in found}) == len(found)
