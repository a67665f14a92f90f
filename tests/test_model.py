"""The nouns against READING.md: every field that the contract names is there, under its name."""

import json

import msgspec
import pytest
from making import report_with

from whosays import model
from whosays.model import (
    NOTICE,
    Actor,
    Carrier,
    Claim,
    Count,
    Happening,
    Holder,
    Participant,
    Picture,
    Quantity,
    Reading,
    Span,
    Tension,
    Toll,
    Voice,
    When,
    Where,
)
from whosays.reading import to_json

SPAN = {"start", "end", "exact"}
WHEN = SPAN | {"earliest", "latest", "precision", "zone", "basis", "candidates", "duration", "anchor"}
WHERE = SPAN | {
    *("name", "country", "admin1", "geonameid", "lat", "lon", "precision", "radius_km", "use", "candidates"),
}
FATES = {
    *("killed", "injured", "missing", "displaced", "captive"),
    *("abducted", "released", "exchanged", "escaped", "rescued"),
}


def full_reading():
    """A reading in which no field is empty."""
    words = Span(start=0, end=3, exact="Ada")
    when = When(start=0, end=3, exact="Ada", candidates=(When(start=None, end=None, exact="May"),), anchor=words)
    where = Where(start=0, end=3, exact="Ada", candidates=(Where(start=None, end=None, exact="Orva"),))
    count = Count(start=0, end=3, exact="Ada", min=4, max=None)
    claim = Claim(
        id="c_1", start=0, end=3, exact="Ada", holder=Holder(ref="v1", name="Ada", candidates=("v1",)),
        via=(Carrier(ref="v1", name="Ada"),), cue=words, hedges=(words,), denies="c_1", happening="h_1",
        when=when, where=where, toll=Toll(**dict.fromkeys(FATES, count)),
        quantities=(Quantity(start=0, end=3, exact="Ada", min=180, max=220, unit="people"),), sensitive=("victim",),
    )  # fmt: skip
    return Reading(
        report=report_with("Ada said so.", published=when),
        voices=(Voice(ref="v1", name="Ada", kind="person", mentions=((0, 3),)),),
        actors=(Actor(ref="a1", name="Ada", aliases=("A.",), mentions=((0, 3),)),),
        claims=(claim,),
        happenings=(
            Happening(
                id="h_1", label="raid", type="raid", when=when, where=where, claims=("c_1",),
                participants=(Participant(role="actor", name="Ada", start=0, end=3),),
            ),
        ),
        times=(when,),
        places=(where,),
        pictures=(Picture(caption=words, credit=words, owner="Vale", distributor="Tarn", hedge=words, when=when),),
        tensions=(Tension(kind="toll", a="c_1", b="c_1", why="twice"),),
    )  # fmt: skip


DATA = json.loads(to_json(full_reading()))
CLAIM = DATA["claims"][0]


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        (DATA, {"report", "voices", "actors", "claims", "happenings", "times", "places", "pictures", "tensions"}),
        (
            DATA["report"],
            {
                *("key", "id", "title", "outlet", "url", "author", "language", "published", "retrieved", "sha256"),
                *("archive_url", "translated_from", "profile", "text", "parts"),
            },
        ),
        (DATA["report"]["parts"][0], {"kind", "start", "end"}),
        (DATA["report"]["published"], WHEN),
        (DATA["voices"][0], {"ref", "name", "kind", "standing", "mentions"}),
        (DATA["actors"][0], {"ref", "name", "aliases", "kind", "mentions"}),
        (
            CLAIM,
            {
                *("id", "start", "end", "exact", "holder", "via", "cue", "hedges", "form", "polarity", "denies"),
                *("certainty", "stance", "kind", "happening", "when", "where", "toll", "quantities", "sensitive"),
            },
        ),
        (CLAIM["holder"], {"ref", "name", "start", "end", "carried", "decided", "candidates"}),
        (CLAIM["via"][0], {"ref", "name", "start", "end"}),
        (CLAIM["cue"], SPAN),
        (CLAIM["hedges"][0], SPAN),
        (CLAIM["when"], WHEN),
        (CLAIM["where"], WHERE),
        (CLAIM["toll"], FATES),
        (CLAIM["toll"]["killed"], {"min", "max", "start", "end", "exact"}),
        (CLAIM["quantities"][0], {"start", "end", "exact", "min", "max", "unit"}),
        (DATA["happenings"][0], {"id", "label", "type", "when", "where", "participants", "claims"}),
        (DATA["happenings"][0]["participants"][0], {"role", "name", "start", "end"}),
        (DATA["times"][0], WHEN),
        (DATA["places"][0], WHERE),
        (DATA["pictures"][0], {"caption", "credit", "owner", "distributor", "hedge", "when"}),
        (DATA["tensions"][0], {"kind", "a", "b", "why"}),
    ],
)
def test_every_field_of_the_contract(value, fields):
    assert fields <= set(value)


def test_every_kind_of_the_contract():
    assert set(model.ClaimKind.__args__) == {"event", "toll", "identity", "motive", "opinion", "forecast", "photo"}
    assert set(model.Form.__args__) == {"direct", "mixed", "indirect", "none"}
    assert set(model.Polarity.__args__) == {"affirm", "deny", "unknown"}
    assert set(model.Certainty.__args__) == {"certain", "probable", "possible", "unknown"}
    assert set(model.Stance.__args__) == {"asserts", "neutral", "distances", "doubts", "confirms"}
    assert set(model.PartKind.__args__) >= {
        *("headline", "standfirst", "subheading", "paragraph", "speech", "caption", "credit", "byline", "furniture"),
    }
    assert set(model.VoiceKind.__args__) == {
        *("outlet", "person", "role", "organisation", "agency", "document", "channel", "unnamed"),
    }


def test_a_toll_holds_only_what_the_words_touch():
    count = Count(start=None, end=None, exact="4", min=4, max=4)
    assert set(msgspec.to_builtins(Toll(killed=count))) == {"killed"}


def test_an_unclear_count_and_zero_are_two_things():
    unclear = Count(start=None, end=None, exact="unclear how many", min=None, max=None)
    none = Count(start=None, end=None, exact="nobody", min=0, max=0)
    assert msgspec.to_builtins(unclear)["min"] is None
    assert msgspec.to_builtins(none)["min"] == 0


def test_a_place_without_coordinates_is_not_at_zero():
    where = msgspec.to_builtins(Where(start=None, end=None, exact="Orva"))
    assert (where["lat"], where["lon"], where["precision"]) == (None, None, "unplaced")


def test_a_reading_is_marked_not_for_publication():
    assert NOTICE == "internal, not for publication"
    assert DATA["notice"] == NOTICE
    assert DATA["report"]["profile"] == "internal"


def test_nouns_cannot_be_changed():
    reading = full_reading()
    with pytest.raises(AttributeError):
        reading.claims[0].exact = "other words"
    with pytest.raises(AttributeError):
        reading.notice = "for publication"
