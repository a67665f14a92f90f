"""Which claims are about one thing, whoever says it."""

from making import claims_in
from making import reading_of as read


def groups(text):
    reading = read(text)
    words = {c.id: c.exact for c in reading.claims}
    return {h.label: [words[i] for i in h.claims] for h in reading.happenings}


def test_two_who_speak_of_one_thing():
    found = groups("Ada Brenn said the men shelled the mill.\nThe army said nobody shelled the mill.")
    (claims,) = found.values()
    assert len(claims) == 2


def test_two_kinds_of_things_are_two():
    found = groups("An explosion shook the mill on Friday.\nProtesters marched through Orva on Friday.")
    assert len(found) == 2


def test_every_claim_of_a_happening_points_back():
    reading = read("Ada Brenn said the men shelled the mill.\nThe bridge was shelled too.")
    for happening in reading.happenings:
        for claim in reading.claims:
            assert (claim.id in happening.claims) == (claim.happening == happening.id)


def test_no_happening_where_nothing_happens():
    assert all(c.happening is None for c in claims_in("Ada Brenn is the mayor of Orva."))
