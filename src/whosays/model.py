"""The nouns, once: what a report is, and what a reading of it says.

`sources -> Report -> Reading -> case -> views`. Every noun is immutable and has the form of READING.md (the outside
contract), so that what a scorer, a page or a colleague sees is what the program works on. Offsets are Unicode code
points into `Report.text`, half-open. `text[start:end] == exact` for every span; `reading.check` enforces it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PartKind = Literal[
    "headline", "standfirst", "subheading", "paragraph", "speech", "quote", "caption", "credit", "byline", "dateline",
    "furniture",
]  # fmt: skip
VoiceKind = Literal["outlet", "person", "role", "organisation", "agency", "document", "channel", "unnamed"]
Standing = Literal["party", "official", "witness", "expert", "media", "unknown"]
ActorKind = Literal["group", "state", "office", "person", "other"]
Form = Literal["direct", "mixed", "indirect", "none"]
Polarity = Literal["affirm", "deny", "unknown"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Stance = Literal["asserts", "neutral", "distances", "doubts", "confirms"]
ClaimKind = Literal["event", "toll", "identity", "motive", "opinion", "forecast", "photo"]
TensionKind = Literal["identity", "toll", "date", "place", "attribution", "extent", "other"]
Precision = Literal["minute", "hour", "part-of-day", "day", "week", "month", "season", "year", "open"]
PlacePrecision = Literal["exact", "locality", "district", "region", "country", "area", "unplaced"]
Sensitive = Literal["private-person", "victim", "minor", "captive", "source-at-risk", "force-position"]

OUTLET = "outlet"  # holder name of what a report says in its own voice
UNNAMED = "unnamed"  # holder name of hearsay without a source
NOTICE = "internal, not for publication"  # on every output of the default profile


class Span(Struct, frozen=True, kw_only=True):
    """Words of the text. A value that comes from metadata has null offsets and its wording in `exact`."""

    start: int | None
    end: int | None
    exact: str


class When(Span, frozen=True, kw_only=True):
    """A time as an interval, `earliest <= t < latest`, ISO 8601, local. A null end is open; nothing is invented."""

    earliest: str | None = None
    latest: str | None = None
    precision: Precision = "open"
    zone: str | None = None
    basis: str | None = None
    candidates: tuple[When, ...] = ()
    duration: str | None = None
    anchor: Span | None = None


class Where(Span, frozen=True, kw_only=True):
    """A place as an area. An unplaced mention has null coordinates, never 0,0."""

    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unplaced"
    radius_km: float | None = None
    use: Literal["location", "demonym", "office", "name"] = "location"
    candidates: tuple[Where, ...] = ()


class Count(Span, frozen=True, kw_only=True):
    """A number of people as a range. Both ends null: the words say that it is unclear; zero is 0."""

    min: int | None
    max: int | None


class Toll(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Counts of people by what became of them; a field that the words do not touch is absent."""

    killed: Count | None = None
    injured: Count | None = None
    missing: Count | None = None
    displaced: Count | None = None
    captive: Count | None = None
    abducted: Count | None = None
    released: Count | None = None
    exchanged: Count | None = None
    escaped: Count | None = None
    rescued: Count | None = None


class Quantity(Span, frozen=True, kw_only=True):
    """Any other number with its unit: people, km, hours …"""

    min: float | None
    max: float | None
    unit: str


class Part(Struct, frozen=True, kw_only=True):
    """A stretch of the text with one use on the page. Parts are in order and do not overlap."""

    kind: PartKind
    start: int
    end: int


class Report(Struct, frozen=True, kw_only=True):
    """One text as received, with what is known about where it comes from.

    `id` names the text (its hash), `key` the input record: the same text in two outlets is one id and two keys.
    `sha256` is the hash of the bytes the text was read from; `retrieved` is passed in, never read from a clock here.
    """

    key: str
    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str = "en"
    published: When | None = None
    retrieved: str | None = None
    sha256: str | None = None
    archive_url: str | None = None
    translated_from: str | None = None
    profile: str = "internal"
    text: str
    parts: tuple[Part, ...] = ()


class Voice(Struct, frozen=True, kw_only=True):
    """Someone or something that speaks or carries words in the report, once each."""

    ref: str
    name: str
    kind: VoiceKind
    standing: Standing = "unknown"
    mentions: tuple[tuple[int, int], ...] = ()


class Actor(Struct, frozen=True, kw_only=True):
    """Someone who acts in what is told."""

    ref: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind = "other"
    mentions: tuple[tuple[int, int], ...] = ()


class Holder(Struct, frozen=True, kw_only=True):
    """The immediate source of a claim as the text words it; `outlet` and `unnamed` are the two special names.

    `carried`: the words that name it stand with an earlier claim. `decided` false: a best guess, with the other
    voices it could be in `candidates`.
    """

    ref: str
    name: str
    start: int | None = None
    end: int | None = None
    carried: bool = False
    decided: bool = True
    candidates: tuple[str, ...] = ()


class Carrier(Struct, frozen=True, kw_only=True):
    """One link between the holder and the outlet."""

    ref: str
    name: str
    start: int | None = None
    end: int | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """The smallest stretch that says one thing and could be denied on its own, with who says it and how."""

    id: str
    start: int
    end: int
    exact: str
    holder: Holder
    via: tuple[Carrier, ...] = ()
    cue: Span | None = None
    hedges: tuple[Span, ...] = ()
    form: Form = "none"
    polarity: Polarity = "affirm"
    denies: str | None = None
    certainty: Certainty = "certain"
    stance: Stance = "asserts"
    kind: ClaimKind = "event"
    happening: str | None = None
    when: When | None = None
    where: Where | None = None
    toll: Toll | None = None
    quantities: tuple[Quantity, ...] = ()
    sensitive: tuple[Sensitive, ...] = ()


class Participant(Struct, frozen=True, kw_only=True):
    """Who has which part in a happening, in the words of the text."""

    role: Literal["actor", "target", "other"]
    name: str
    start: int | None = None
    end: int | None = None


class Happening(Struct, frozen=True, kw_only=True):
    """What is talked about, whoever says it: the claims that are about one thing."""

    id: str
    label: str
    type: str
    when: When | None = None
    where: Where | None = None
    participants: tuple[Participant, ...] = ()
    claims: tuple[str, ...] = ()


class Picture(Struct, frozen=True, kw_only=True):
    """A picture mark of the text. `owner` and `distributor` are read from the credit line."""

    caption: Span | None = None
    credit: Span | None = None
    owner: str | None = None
    distributor: str | None = None
    hedge: Span | None = None
    when: When | None = None


class Tension(Struct, frozen=True, kw_only=True):
    """Two claims of one report that cannot both be fully right, or that a reader must notice."""

    kind: TensionKind
    a: str
    b: str
    why: str


class Reading(Struct, frozen=True, kw_only=True):
    """What one report says, and who says it. The central noun: everything after it works on readings."""

    notice: str = NOTICE
    report: Report
    voices: tuple[Voice, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    happenings: tuple[Happening, ...] = ()
    times: tuple[When, ...] = ()
    places: tuple[Where, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tensions: tuple[Tension, ...] = ()
