"""Who the sources are: one voice for all the words that name it."""

import pytest

from whosays.extract.voices import Voices, kind_of, standing_of


def met(text, *words):
    """The voices for these words, each looked for after the one before; (Voices, [(ref, sure, others)])."""
    voices, at, out = Voices(text), 0, []
    for phrase in words:
        start = text.index(phrase, at)
        at = start + len(phrase)
        voice, sure, others = voices.refer((start, at))
        out.append((voice.ref, sure, others))
    return voices, out


def refs(text, *words):
    return [ref for ref, _, _ in met(text, *words)[1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Brenn said so. Brenn said more.", ("Ada Brenn", "Brenn")),
        ("Mayor Ada Brenn said so. Ada Brenn said more.", ("Mayor Ada Brenn", "Ada Brenn")),
        ("The ministry said so. the ministry said more.", ("The ministry", "the ministry")),
        ("Ada Brenn said so. She said more.", ("Ada Brenn", "She")),
        ("The army said so. It said more.", ("The army", "It")),
        ("A spokesman said so. The spokesman said more.", ("A spokesman", "The spokesman")),
        ("“Fox” said so. Fox said more.", ("“Fox”", "Fox")),
    ],
)
def test_one_voice(text, words):
    one, two = refs(text, *words)
    assert one == two


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Brenn said so. Karl Osk said more.", ("Ada Brenn", "Karl Osk")),
        ("Ada Brenn said so. Karl Brenn said more.", ("Ada Brenn", "Karl Brenn")),
        ("“Fox” said so. Ada Brenn said more.", ("“Fox”", "Ada Brenn")),
        ("The army said so. The police said more.", ("The army", "The police")),
        ("The army said so. She said more.", ("The army", "She")),
    ],
)
def test_two_voices(text, words):
    one, two = refs(text, *words)
    assert one != two


def test_a_pronoun_without_anybody_is_not_sure():
    _, ((_, sure, _),) = met("She said so.", "She")
    assert not sure


def test_a_person_named_after_the_last_speaker_makes_a_pronoun_unsure():
    text = "Ada Brenn said so. Karl Osk had left the town by then. He said more."
    _, found = met(text, "Ada Brenn", "He")
    _, sure, others = found[1]
    assert not sure
    assert others == (found[0][0],)


def test_mentions_are_kept():
    voices, _ = met("Ada Brenn said so. Brenn said more.", "Ada Brenn", "Brenn")
    (voice,) = voices.all()
    assert voice.name == "Ada Brenn"
    assert voice.mentions == ((0, 9), (19, 24))


def test_the_outlet_and_the_unnamed_once_each():
    voices = Voices("x")
    assert voices.special("outlet") == voices.special("outlet")
    assert voices.special("unnamed").kind == "unnamed"
    assert [v.kind for v in voices.all()] == ["outlet", "unnamed"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ada Brenn", "person"),
        ("the mayor’s spokeswoman Ada Brenn", "person"),
        ("“Fox”", "person"),
        ("the mayor", "role"),
        ("residents", "role"),
        ("a witness", "role"),
        ("the interior ministry", "organisation"),
        ("Orva police department", "organisation"),
        ("the news agency Tarn", "agency"),
        ("a report", "document"),
        ("the Tarn Post", "organisation"),
    ],
)
def test_kinds(words, kind):
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    ("name", "kind", "standing"),
    [
        ("a witness", "role", "witness"),
        ("an analyst", "role", "expert"),
        ("the interior ministry", "organisation", "official"),
        ("the rebels", "role", "party"),
        ("Tarn", "agency", "media"),
        ("Ada Brenn", "person", "unknown"),
    ],
)
def test_standing(name, kind, standing):
    assert standing_of(name, kind) == standing
