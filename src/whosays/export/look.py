"""How text is put before a person: width, colour, and every quoted word made harmless first."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct


class Look(Struct, frozen=True, kw_only=True):
    """`width` in columns; `colour` only where the target is a terminal; `many` if several sources were named."""

    width: int = 80
    colour: bool = False
    many: bool = False

    def paint(self, words: str, style: str) -> str:
        """The words in a style (bold, dim, red, green, yellow), if colour is on."""
        code = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33}[style]
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour else words


# Characters that do something to a terminal or a reader's eye instead of standing for a letter: C0/C1 controls,
# bidirectional overrides and isolates, zero-width and tag characters.
_HOSTILE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def harmless(words: str) -> str:
    """Text from a report for one line of a terminal: control and formatting characters out, white space single."""
    spaced = re.sub(r"\s", " ", words)
    shown = "".join(ch for ch in spaced if unicodedata.category(ch) not in _HOSTILE)
    return re.sub(" +", " ", shown).strip()


def shorten(words: str, width: int) -> str:
    """At most `width` columns of the words, cut at a word, with an ellipsis where something is left out."""
    words = harmless(words)
    if columns(words) <= width:
        return words
    kept = ""
    for word in words.split(" "):
        if columns(kept) + columns(word) + 2 > width:
            break
        kept = f"{kept} {word}".strip()
    return (kept or _clip(words, width - 1)) + "…"


def _clip(words: str, width: int) -> str:
    out = ""
    for ch in words:
        if columns(out + ch) > width:
            break
        out += ch
    return out


def columns(words: str) -> int:
    """Columns on a terminal: wide characters take two, combining marks none."""
    return sum(0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in words)


def wrap(words: str, width: int) -> list[str]:
    """The words on lines of at most `width` columns; a word that is longer is cut."""
    lines: list[str] = [""]
    for word in harmless(words).split(" "):
        while columns(word) > width:
            head = _clip(word, width)
            lines.append(head)
            word = word[len(head) :]
        joined = f"{lines[-1]} {word}".strip()
        if columns(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return [line for line in lines if line]


def pad(words: str, width: int) -> str:
    """The words, shortened or filled with spaces to exactly `width` columns."""
    words = shorten(words, width)
    return words + " " * (width - columns(words))


def line_of(text: str, start: int) -> int:
    """The line of the text on which an offset stands, counted from 1."""
    return text.count("\n", 0, start) + 1
