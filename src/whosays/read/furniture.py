"""What a news page says about itself: buttons, stamps, links to other articles, sign-up lines, record ids."""

from __future__ import annotations

import re

from whosays.read.blocks import ends_sentence

_LONGEST = 1500  # characters; sign-up blocks with their terms run to about 1,000
_LINE = 200  # characters of a line that is a button, a stamp or a link
_SHORT_PLEA = 40  # words


def _either(*wordings: str) -> str:
    return "(?:" + "|".join(wordings) + ")"


# Whole lines that are buttons, headings of link lists, or labels.
_BUTTON = re.compile(
    "(?:"
    + _either(
        r"advertisements?|ad|sponsored(?: content)?|promoted|paid post",
        r"(?:story|article) continues (?:below|after)(?: this)?(?: advertisement| ad)?",
        r"continue reading(?: the main story)?|read more|more|load more|show more|view (?:all|more)",
        r"photos?|images?|videos?|gallery|slideshow|live|breaking(?: news)?|full ?screen",
        r"play(?: video)?|watch(?: now| live)?|listen(?: now)?|loading",
        r"share(?: this(?: article| story| page)?)?|tweet|e?-?mail|print|save|copy link|link copied",
        r"facebook|twitter|whatsapp|linkedin|telegram|reddit",
        r"comments?|\d{1,6} comments?|view comments|(?:post|leave) a comment",
        r"\d{1,3} of \d{1,3}|next|previous|back to top|close|menu|search|home|skip to (?:main )?content",
        r"sign in|log in|register|subscribe",
        r"related(?: (?:articles?|stories|content|topics|links))?|more on this story|most (?:read|popular|viewed)",
        r"recommended|you (?:may|might) also like|editor'?s'? picks?|topics|tags",
    )
    + r"(?:[\s.:…>»|]+|$))+",
    re.IGNORECASE,
)
# Short lines that begin so and are no sentence: stamps and links to other articles.
_OPENING = re.compile(
    _either(
        r"(?:first |last )?(?:published|posted|updated|modified)(?: (?:on|at))?\b|last update\b",
        r"\d{1,2} ?(?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?) ago\b|\d{1,3}[ -]min(?:ute)?s? read\b|reading time\b",
        r"(?:read|see|watch|listen|also|related|more|explainer|recommended|don.t miss|in pictures)"
        r"(?: (?:more|also|read|too|this|now|articles?|stories|content|topics|(?:on|from)(?: [\w’'-]{1,20}){1,4}))?"
        r"\s?[:|>»]",
        r"share (?:on|via)\b|(?:tags?|topics?|categor(?:y|ies))\s?:|filed under\b",
        r"https?://\S+$|www\.\S+$|\S+@\S+\.\w+$",
    ),
    re.IGNORECASE,
)
# Lines that begin so, sentence or not.
_ASKING = re.compile(
    _either(
        r"sign up (?:to|for|here|now|and)\b|newsletter sign up|subscribe (?:to|now|here|for)\b",
        r"click (?:here|on|to)\b|tap here|share this\b",
        r"follow (?:us\b|@\w|[\w ]{1,40} on (?:twitter|facebook|instagram|x|telegram)\b)|(?:like|find|join) us on\b",
        r"get (?:the|our|all the) [\w ]{0,40}(?:newsletter|app|alerts|inbox)\b|download (?:the|our) [\w ]{0,20}app\b",
        r"support (?:our|independent) journalism|become a (?:member|subscriber)|got a (?:story|tip)\b|have your say\b",
        r"(?:this|our) (?:article|story|page|post|site|website) (?:contains?|may contain|includes?|uses)"
        r" (?:affiliate|cookies)|we (?:may )?(?:earn|receive) (?:an? )?(?:small )?(?:affiliate )?commission",
        r"we (?:and our partners )?use cookies|(?:accept|manage)(?: all)? cookies",
        r"by (?:continuing|clicking|using|signing)\b.{0,80}\b(?:agree|accept|consent)",
        r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:19|20)\d\d|(?:this|the) (?:material|content) may not be published",
        r"comments (?:are|have been) (?:closed|disabled|turned off)",
        r"(?:the )?\S+ is not responsible for the content of external",
        r"(?:to )?(?:view|watch|play) this video\b|your browser does not|(?:please )?enable javascript",
    ),
    re.IGNORECASE,
)
# Asking for an address or for consent: two such words in a short block or three in a longer one are no report.
_PLEA = re.compile(
    _either(
        r"newsletters?\b|sign(?:ing)? up\b|inbox\b|subscrib(?:e|ing)\b|unsubscribe|e-?mail address|push notifications",
        r"privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|all rights reserved|cookies\b|opt out",
        r"affiliate|special offers|free trial|not a robot|try again later|log ?in\b|continue reading|ad blocker",
    ),
    re.IGNORECASE,
)
_RECORD = re.compile(r"(?=\S*[^\W\d_])(?=\S*\d)\w+(?:[-_.]\w+){2,}(?: +\([A-Z ]+\))?")


_NOTE = re.compile(r"\[[^\[\]]+\]")  # a whole block in square brackets is an editor's note about the text


def is_furniture(words: str) -> bool:
    """Whether a block belongs to the page and not to the report."""
    if len(words) > _LONGEST:
        return False
    if not any(map(str.isalnum, words)):
        return True
    if len(words) <= _LINE and (_BUTTON.fullmatch(words) or _RECORD.fullmatch(words)):
        return True
    if _NOTE.fullmatch(words):
        return True
    return bool(_ASKING.match(words)) or _is_link(words) or _is_plea(words)


def _is_link(words: str) -> bool:
    return len(words) <= _LINE and bool(_OPENING.match(words)) and not ends_sentence(words.replace("ago.", "ago"))


def _is_plea(words: str) -> bool:
    said = {match.group().lower() for match in _PLEA.finditer(words)}
    return len(said) > 2 or (len(said) == 2 and len(words.split()) <= _SHORT_PLEA)
