"""Picture lines: the words of a caption, the credit, and the buttons that a page glues to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.model import Part, PartKind

_Piece = tuple[PartKind, int, int]

# Who hands pictures to newsrooms: agencies, archives and platforms. A closed class of the trade, so a list is fair.
AGENCY = "|".join(
    (
        r"(?:AAP|AA|Abaca(?:press)?|AFP(?: PHOTO)?|Agence France-Presse|Alamy(?: Stock Photo)?|Al Jazeera",
        r"Anadolu(?: Agency)?|ANI|ANP|ANSA|APA|AP(?: Photo| PHOTO)?|(?:The )?Associated Press|Belga|Bloomberg",
        r"(?:The )?Canadian Press|Corbis|CTK|[Dd]pa|DPA|EFE|EPA(?:-EFE)?|epa(?:-efe)?|Facebook|Flickr",
        r"G(?:etty(?: Images)?|ETTY(?: IMAGES)?)|Google (?:Earth|Maps)|IANS|[Ii]mago|Instagram|Interfax|IRNA|iStock",
        r"ITAR-TASS|Keystone|Kyodo(?: News)?|Lehtikuva|Magnum(?: Photos)?|Maxar(?: Technologies)?|MTI|NTB(?: Scanpix)?",
        r"NurPhoto|PA(?: Wire| Media| Archive| Images)?|PAP|Planet Labs|Press Association|PTI|Redux|R(?:euters|EUTERS)",
        r"R(?:ex(?: Features)?|EX)|RIA(?: Novosti)?|Ritzau(?: Scanpix)?|SANA|Scanpix|S(?:ipa|IPA)(?: USA)?",
        r"Shutterstock|Sputnik|TASS|Telegram|TT(?: Nyhetsbyrån)?|Twitter|Ukrinform|UPI|Wikimedia(?: Commons)?|Xinhua",
        r"Yonhap|YouTube|Z(?:uma|UMA)(?: Press)?)(?![\w-])",
    )
)
_NAME = r"(?:[A-ZÀ-Þ](?:[\w'’-]+|\.)(?: (?:d[aeo]s?|v[ao]n|der|la|bin|al|el))?)"
_BY_SLASH = rf"(?:{_NAME} ){{0,3}}{_NAME}\s?[/|]\s?{AGENCY}"
_MEDIUM = (
    r"(?:P(?:hoto(?:graph(?:er|y|s)?|s)?|ictures?|ics?|HOTOS?)|I(?:mages?|MAGE|llustration)|Fotos?|FOTO|Bild|Graphics?|Video"
    r"|Screen(?:shot|grab))"
)
# What may stand before a credit that no label announces: nothing, the end of a sentence, a bracket, a rule.
_FREE = r"""(?:^|(?<=[.!?…”"'’)|/–—-]\s)|(?<=[(\[]))"""
_MEDIUM_LABEL = (
    rf"(?:(?:File|FILE|Handout|Cover|Main|Top) )?{_MEDIUM}(?: (?:[Cc]redits?|[Cc]ourtesy|[Cc]opyright))?\s?:"
)
_LABEL = rf"(?P<label>(?<!\w)(?:{_MEDIUM_LABEL}|(?:Credits?|CREDIT|Copyright|Source)\s?:))"
_NAMED = "|".join(
    (
        rf"{_FREE}(?:Image|Media|Photo|Picture) (?:source|copyright)\b[,:]?",
        rf"{_FREE}(?:{_MEDIUM} (?:[Cc]ourtesy(?: of)?|by|via|provided by)|Courtesy(?: of)?) (?=[A-Z@])",
        rf"{_FREE}Credit (?={_NAME} (?:{_NAME} ){{0,3}}for The )",
        r"\bCredit(?:\.\.\.|…)|(?<=[.!?”])Credit(?=[A-Z])",
        rf"{_FREE}{AGENCY}\s?/\s?(?=[A-Z])",
        rf"\[(?=(?:{_NAME} ){{1,3}}{_NAME}\s?/\s?[^\[\],]{{2,40}}\]\W*$)",
    )
)
_OPENER = re.compile(rf"{_LABEL}|©|{_NAMED}|(?P<whole>{_FREE}{_BY_SLASH}|(?<=\w )/ {AGENCY}\W*$)")
# An agency's name alone at the end: enough on a line of its own or in a figure, not after the last words of an article.
_SIGNED = re.compile(
    rf"(?:{_FREE}(?:[A-Z][\w ]{{1,40}} via )?|(?<!\w)(?:{_NAME} {_NAME}\s?[/|]\s?|{_NAME}[/|])){AGENCY}[\])]?\W*$"
)
_BUTTON = re.compile(
    r"(?:^|(?<=\s))(?:[Vv]iew image in )?[Ff]ull ?screen(?=\s?[“”„\"'‘«A-ZÀ-Þ\d]|\s*$)"
    r"|(?:[Tt]oggle|[Hh]ide) [Cc]aption\b|(?:Click to )?[Ee]nlarge (?:this )?image\b"
    r"|Open image in (?:gallery|new window)|(?:Image|Media|Photo|Picture) caption\b[,:]?|^Caption\s?:"
)
_MORE = re.compile(r"\s?[/|]\s?|\s(?:via|for|through)\s")
_WITHIN = re.compile(
    r"\b(?:obtained|released|provided|supplied|published|distributed|posted|shared|taken|made available)"
    r" (?P<source>(?:via|by|from|through|on) (?:the )?[A-ZÀ-Þ][\w.’'-]*"
    r"(?: (?:of|the|and) (?:the )?(?=[A-ZÀ-Þ])| [A-ZÀ-Þ][\w.’'-]*)*(?: (?:footage|television|TV|video|channel))?)"
)
_CLOSED = re.compile(r"[)\]][.,;]*")
_LINK = re.compile(
    r"of|the|via|for|and|&|by|from|in|on|d[aeou]|l[ae]|v[ao]n|de[rn]|bin|al|el|through|courtesy|handout|pool|file|[/|–—-]"
)
_NAMELIKE = re.compile(r"[(\[“\"@#]*[A-ZÀ-Þ0-9@]")
_ABBREVIATED = re.compile(r"\W*(?:[A-ZÀ-Þ]|St|Dr|Jr|Sr|Sgt|Cpl|Lt|Capt|Gen|Col)\.$")
_AGENCIES = re.compile(rf"(?<!\w){AGENCY}")
_LONGEST = 1500  # characters; a figure's text beyond that is a paragraph that a page put there
_REACH = 200  # characters of a credit that are looked at
_PICTURED = ("P", "Image", "Foto", "Bild", "Credit")  # a label that opens with these names no film and no document
_FEW = 4  # words: a credit in lower case ("Photo: still from a video") is that short


def split(text: str, start: int, end: int) -> tuple[Part, ...]:
    """The parts of one picture stretch: caption, credit, and furniture for the buttons, in order, nothing left out."""
    pieces = _pieces(text[start:end], known=True)
    return tuple(Part(kind=kind, start=start + a, end=start + b) for kind, a, b in pieces)


def marked(words: str) -> bool:
    """Whether a block shows by itself that it is a picture's: a button, a label, a credit at one of its ends."""
    if len(words) > _LONGEST or not (_BUTTON.search(words) or _OPENER.search(words) or _SIGNED.match(words)):
        return False
    pieces = list(_pieces(words, known=False))
    return bool(_BUTTON.match(words)) or any(kind == "credit" for kind, _, _ in (*pieces[:1], *pieces[-1:]))


def credit_names(credit: str) -> tuple[str | None, str | None]:
    """Owner and distributor of a credit; an agency named first ("AP Photo/…") is the distributor.

    >>> credit_names("Photo: Lena Osk / AP")
    ('Lena Osk', 'AP')
    >>> credit_names("(Photo by Ministry of Works via REUTERS)")
    ('Ministry of Works', 'REUTERS')
    """
    names = credit.strip(" ()[].,|/")
    opener = _OPENER.match(names)
    if opener and not opener["whole"] and not _AGENCIES.match(names):
        names = names[opener.end() :].strip(" .:,")
    seam = _MORE.search(names)
    if not seam:
        return names or None, None
    owner, distributor = names[: seam.start()].strip(), names[seam.end() :].strip()
    if _AGENCIES.fullmatch(owner) and not _AGENCIES.match(distributor):
        owner, distributor = distributor, owner
    return owner or None, distributor or None


def source_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a caption itself says who the picture is from ("a video obtained via …"), or None.

    The words lie inside the caption, so they are no part of their own.
    """
    found = _WITHIN.search(text, start, end) if end - start <= _LONGEST else None
    return found.span("source") if found else None


def _pieces(words: str, *, known: bool) -> Iterator[_Piece]:
    """`known`: the stretch is a picture's, so that weaker signs of a credit count."""
    at = 0
    if len(words) <= _LONGEST:
        for button in _BUTTON.finditer(words):
            yield from _stretch(words, at, button.start(), known)
            yield from _piece("furniture", words, button.start(), button.end())
            at = button.end()
        yield from _stretch(words, at, len(words), known)
    else:
        yield from _piece("caption", words, 0, len(words))


def _stretch(words: str, at: int, end: int, known: bool) -> Iterator[_Piece]:
    """Captions and credits in turn. A credit said twice, for the small picture and for the large one, counts once."""
    said: set[str] = set()
    while (at := at + _margin(words[at:end])) < end and (found := _next(words[at:end], known)):
        kind, start, stop = found
        yield from _piece("caption", words, at, at + start)
        credit = words[at + start : at + stop].strip()
        yield from _piece("furniture" if credit in said else kind, words, at + start, at + stop)
        said.add(credit)
        at += stop
    yield from _piece("caption", words, at, end)


def _margin(words: str) -> int:
    return len(words) - len(words.lstrip())


def _piece(kind: PartKind, words: str, start: int, end: int) -> Iterator[_Piece]:
    inner = words[start:end]
    if inner.strip():
        spoken = any(map(str.isalnum, inner))
        yield kind if spoken else "furniture", start + _margin(inner), start + len(inner.rstrip())


def _next(words: str, known: bool) -> _Piece | None:
    """The next credit, or a label that opens a caption instead ("Photo: Police guard the bridge.")."""
    signed = _SIGNED.search(words)
    for opener in _OPENER.finditer(words):
        if signed and known and signed.start() < opener.start():
            break
        if end := _credit_end(words, opener):
            return "credit", _credit_start(words, opener.start()), end
        if opener["label"] and not opener.start() and not opener["label"].lower().startswith("file"):
            return "furniture", 0, opener.end()
    if signed and (known or not signed.start()):
        return "credit", _credit_start(words, signed.start()), len(words)
    return None


def _credit_start(words: str, start: int) -> int:
    """Back over the bracket or the rule that stands before the credit."""
    return len(words[:start].rstrip(" ([/|–—-")) if words[:start].rstrip()[-1:] in tuple("([/|–—-") else start


def _credit_end(words: str, opener: re.Match[str]) -> int | None:
    """Where the credit ends that begins with `opener`, or None if it is not the opening of a credit."""
    start, after = opener.span()
    bracket = words[max(start - 1, 0) : start + 1].lstrip(" ")[:1]
    if bracket in ("(", "["):
        closed = _CLOSED.search(words, after, after + _REACH)
        return closed.end() if closed else None
    if opener["whole"] and not _MORE.match(words, after):
        return after
    loose = not opener["label"] or opener["label"].startswith(_PICTURED)
    return _name_end(words, after, opening=not start, loose=loose)


def _name_end(words: str, after: int, *, opening: bool, loose: bool) -> int | None:
    """The end of the names after a label. What follows may be the next caption, without a mark between.

    `loose`: a few words that are no names will do.
    """
    tokens = [(after + t.start(), after + t.end()) for t in re.finditer(r"\S+", words[after : after + _REACH])]
    reach = _names(words, tokens)
    if reach == len(tokens) or (loose and len(tokens) <= _FEW and not words.endswith(".")):
        return tokens[-1][1] if tokens else None
    if agencies := list(_AGENCIES.finditer(words, after, tokens[reach][0])):
        return agencies[-1].end()
    if reach and words[tokens[reach - 1][1] - 1] == ".":
        return tokens[reach - 1][1]
    return None if opening or reach < 2 else tokens[reach - 2][1]


def _names(words: str, tokens: list[tuple[int, int]]) -> int:
    """How many of the words can belong to names; a full stop that is not an initial's ends them."""
    for n, (start, end) in enumerate(tokens):
        word = words[start:end]
        if not _LINK.fullmatch(word) and (word.endswith(":") or not _NAMELIKE.match(word)):
            return n
        if word.endswith(".") and not _ABBREVIATED.match(word):
            return n + 1
    return len(tokens)
