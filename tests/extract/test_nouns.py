"""Who speaks: the noun phrase before or after the verb."""

import pytest

from whosays.extract import nouns
from whosays.extract.tokens import tokenize


def words(text):
    return tokenize(text, 0, len(text))


def before(text, verb="said"):
    tokens = words(text)
    i = [t.lower for t in tokens].index(verb)
    found = nouns.subject(tokens, nouns.verb_start(tokens, i, 0))
    return found and text[tokens[found[0]].start : tokens[found[1] - 1].end]


def after(text, verb="said"):
    tokens = words(text)
    i = [t.lower for t in tokens].index(verb) + 1
    found = nouns.following(tokens, i)
    return found and text[tokens[found[0]].start : tokens[found[1] - 1].end]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Brenn said", "Ada Brenn"),
        ("The mill burned, Ada Brenn said", "Ada Brenn"),
        ("On Friday the governor of Orva said", "the governor of Orva"),
        ("In a short statement the ministry said", "the ministry"),
        ("Ada Brenn, the mayor of Orva, said", "Ada Brenn"),
        ("Ada Brenn, 42, a baker from Orva, said", "Ada Brenn"),
        ("The group’s spokesman, Karl Osk, said", "Karl Osk"),
        ("The mill burned and the army said", "the army"),
        ("Ada Brenn and Karl Osk said", "Ada Brenn and Karl Osk"),
        ("A man who lives beside the mill said", "A man"),
        ("Ada Brenn also repeatedly said", "Ada Brenn"),
        ("Ada Brenn has now said", "Ada Brenn"),
    ],
)
def test_the_subject_of_a_verb(text, source):
    assert before(text) == source


def test_no_subject():
    assert before("said") is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("said Ada Brenn.", "Ada Brenn"),
        ("said Ada Brenn, the mayor", "Ada Brenn"),
        ("said the mayor of Orva on Friday", "the mayor of Orva"),
        ("said “Fox”.", "“Fox”"),
        ("said she.", "she"),
        ("said residents who saw it", "residents"),
        ("said Ada Brenn to the paper", "Ada Brenn"),
    ],
)
def test_the_phrase_after_a_verb(text, source):
    assert after(text) == source


@pytest.mark.parametrize("text", ["said .", "said , that", "said"])
def test_no_phrase(text):
    assert after(text) is None
