"""The words that report, hedge and deny: closed classes of English, grouped by what they do to a claim.

Grouped by GUIDE.md ("Stance by verb", certainty, polarity), filled from general knowledge of news English, never
from a corpus. Inflected forms are made here, once, from the lemmas.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from whosays.model import Certainty, Polarity, Stance


class Reporting(NamedTuple):
    """What a reporting verb does to its content. `clause`: it takes a clause or a quotation as its object;
    otherwise a noun phrase, a gerund or an infinitive ("condemned the raid", "vowed to return")."""

    lemma: str
    clause: bool
    stance: Stance = "neutral"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirm"


# lemmas by (takes a clause, stance, certainty, polarity)
_GROUPS: tuple[tuple[str, Reporting], ...] = (
    (
        "say tell state claim indicate add explain announce report declare insist maintain argue assert write tweet "
        "post "
        "describe comment remark reply respond answer continue conclude observe contend allege testify recount "
        "relate quip joke shout cry whisper ask inform brief advise assure stress emphasise emphasize underline "
        "underscore reiterate repeat proclaim affirm disclose broadcast narrate clarify caution warn signal hint "
        "imply suggest propose stipulate specify elaborate interject exclaim promise swear complain "
        "lament predict forecast foresee protest object counter retort concur agree",
        Reporting("", True),
    ),
    (
        "believe think suspect fear estimate expect hope assume presume suppose consider feel reckon guess worry "
        "doubt anticipate understand speculate",
        Reporting("", True, certainty="probable"),
    ),
    ("note point mention reveal recall remember show find learn know realise realize "
     "discover", Reporting("", True, "asserts")),
    ("confirm admit acknowledge concede recognise recognize verify", Reporting("", True, "confirms")),
    ("deny refute", Reporting("", True, polarity="deny")),
    (
        "reject dismiss dispute rebut disavow",
        Reporting("", False, polarity="deny"),
    ),
    (
        "condemn criticise criticize welcome praise denounce blame accuse urge demand call pledge vow threaten "
        "applaud slam blast hail deplore offer refuse decline order request defend endorse mourn apologise "
        "apologize commend salute mock thank encourage invite appeal advocate oppose support question label brand",
        Reporting("", False),
    ),
)  # fmt: skip

_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "show": "shows showed shown showing",
    "find": "finds found found finding",
    "know": "knows knew known knowing",
    "understand": "understands understood understood understanding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecast forecast forecasting",
    "broadcast": "broadcasts broadcast broadcast broadcasting",
    "swear": "swears swore sworn swearing",
    "rebut": "rebuts rebutted rebutted rebutting",
    "admit": "admits admitted admitted admitting",
    "quip": "quips quipped quipped quipping",
    "learn": "learns learned learned learning",
    "slam": "slams slammed slammed slamming",
    "refer": "refers referred referred referring",
}


class Form(NamedTuple):
    """One inflected form: of which verb, and whether it can be finite ("says", "said") or only a participle."""

    verb: Reporting
    tense: str  # base | present | past | participle | gerund


def _regular(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies {lemma[:-1]}ied {lemma[:-1]}ied {lemma}ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    past = stem + "ed"
    return f"{third} {past} {past} {stem}ing"


def inflect(lemma: str) -> list[str]:
    """Third person, past, participle, gerund of a verb.

    >>> inflect("deny")
    ['denies', 'denied', 'denied', 'denying']
    """
    return (_IRREGULAR.get(lemma) or _regular(lemma)).split()


@cache
def reporting_forms() -> dict[str, Form]:
    """Every inflected form of the reporting verbs, in lower case; British doubled consonants included."""
    forms: dict[str, Form] = {}
    for lemmas, like in _GROUPS:
        for lemma in lemmas.split():
            verb = like._replace(lemma=lemma)
            third, past, participle, gerund = inflect(lemma)
            for word, tense in (
                (lemma, "base"), (third, "present"), (past, "past"), (participle, "participle"), (gerund, "gerund"),
            ):  # fmt: skip
                forms.setdefault(word, Form(verb, tense))
    for word, lemma in (("labelled", "label"), ("labelling", "label"), ("signalled", "signal"), ("quips", "quip")):
        tense = "gerund" if word.endswith("ing") else "present" if word.endswith("s") else "past"
        forms[word] = Form(forms[lemma].verb, tense)
    return forms


# Passive and adverbial hearsay: somebody says so, nobody is named (GUIDE.md, holder `unnamed`).
HEARSAY_PARTICIPLES = frozenset(
    "said believed thought reported understood alleged rumoured rumored feared suspected presumed claimed stated "
    "supposed assumed purported considered estimated expected told".split()
)
HEARSAY_ADVERBS = frozenset("reportedly allegedly purportedly supposedly".split())
HEDGE_ADVERBS = frozenset("apparently probably likely presumably seemingly perhaps possibly potentially maybe".split())
HEDGE_ADJECTIVES = frozenset("alleged purported suspected presumed apparent supposed so-called would-be".split())
MODALS_POSSIBLE = frozenset("may might could can".split())
MODALS = MODALS_POSSIBLE | frozenset("will would shall should must cannot".split())
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split())
HAVE = frozenset("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t".split())
DO = frozenset("do does did don't doesn't didn't don’t doesn’t didn’t".split())
NEGATED_MODALS = frozenset(
    "won't wouldn't can't couldn't shouldn't mustn't won’t wouldn’t can’t couldn’t shouldn’t mustn’t".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS | NEGATED_MODALS
NEGATIONS = frozenset("not no never none neither nor nobody nothing cannot".split()) | frozenset(
    word for word in AUXILIARIES if word.endswith(("n't", "n’t"))
)

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each both all another one "
    "many several few most more other such either neither".split()
)
PRONOUNS = frozenset("he she they it we i you who him her them us me".split())
PREPOSITIONS = frozenset(
    "of for in on at by with from to into about over under after before during since until between among against "
    "near around through across behind beyond within without via despite amid alongside outside inside as than "
    "per like toward towards upon off following including regarding".split()
)
CONJUNCTIONS = frozenset(
    "and but or yet so while whereas although though because since when if as after before".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon "
    "evening night noon midnight week month year weekend january february march april may june july august "
    "september october november december early late earlier later last this next same day overnight ago hours "
    "minutes days weeks months years recently previously".split()
)
# A person spoken of by function rather than by name: heads of a source phrase.
ROLES = frozenset(
    "official officials spokesman spokeswoman spokesperson spokespeople minister ministers president "
    "governor mayor police chief commander general colonel major captain sheriff prosecutor prosecutors judge lawyer "
    "attorney doctor doctors nurse witness witnesses resident residents survivor survivors analyst analysts expert "
    "experts activist activists leader leaders member members adviser advisor aide diplomat diplomats ambassador "
    "secretary senator lawmaker lawmakers head director manager owner worker workers villager villagers neighbour "
    "neighbor neighbours neighbors relative relatives mother father brother sister son daughter wife husband man woman "
    "student students teacher officer officers soldier soldiers rebel rebels militant militants source sources "
    "correspondent reporter reporters journalist journalists observer observers monitor monitors investigator "
    "investigators rescuer rescuers medic medics envoy chairman chairwoman coordinator priest imam bishop pastor "
    "fisherman fishermen farmer farmers driver pilot passenger passengers protester protesters organiser organizer "
    "organisers organizers candidate vice-president premier chancellor king queen prince economist professor "
    "scientist scientists researcher researchers historian author coach player founder boss executive banker "
    "interviewer host presenter anchor victim victims hostage captive prisoner detainee refugee refugees "
    "authorities authority administration government regime leadership cabinet presidency parliament army military "
    "navy ministry department office agency service services force forces court tribunal embassy consulate council "
    "commission committee party union group movement militia organisation organization company firm hospital "
    "university station network newspaper paper magazine channel website outlet report statement document letter "
    "study survey poll investigation inquiry".split()
)
MEDIA_WORDS = frozenset(
    "reporters journalists newspaper paper agency news radio television tv channel magazine broadcaster network "
    "website site press media outlet daily weekly times post tribune herald gazette courier".split()
)
AGENCIES = frozenset(
    "reuters ap afp epa dpa upi tass ria interfax xinhua kyodo ansa efe pti ani anadolu bloomberg getty "
    "ukrinform belta apa irna mehr yonhap".split()
)
MEDIA = MEDIA_WORDS | AGENCIES | frozenset({"bbc", "cnn", "npr"})  # words of the names of media and agencies
CHANNELS = {
    "twitter": "Twitter", "x": "X", "telegram": "Telegram", "facebook": "Facebook", "instagram": "Instagram",
    "youtube": "YouTube", "whatsapp": "WhatsApp", "tiktok": "TikTok", "telephone": "telephone", "phone": "telephone",
    "interview": "interview", "statement": "statement", "video": "video", "television": "television", "tv": "TV",
    "radio": "radio", "post": "post", "tweet": "tweet", "email": "email", "e-mail": "e-mail", "letter": "letter",
    "communique": "communique", "communiqué": "communique", "broadcast": "broadcast", "podcast": "podcast",
    "press release": "press release", "livestream": "livestream", "audio": "audio", "message": "message",
}  # fmt: skip
