import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.read import parts

BODY = "Two men were held near the mill in Dolna, the governor of the district said on Friday."
MORE = "The mill had stood empty for years, and nobody was hurt in the fire, she said."
LAST = "The army denied that its soldiers had been in the town on that day."


def pieces(text, title=None):
    return [(part.kind, text[part.start : part.end]) for part in parts.cut(text, title)]


def kinds(text, title=None):
    return [kind for kind, _ in pieces(text, title)]


def kind_among(line, *, before=(BODY, MORE), after=(LAST, BODY)):
    """The kind of one line between paragraphs."""
    text = "\n".join([*before, line, *after])
    return next(kind for kind, words in pieces(text) if words == line)


def test_a_tabloid_page():
    text = "\n\n".join(
        [
            "They may have set the mill on fire, Dolna",
            "They may have set the mill on fire Dolna",
            "Published: Less than 20 min ago",
            "Masked men came over the river and burned a mill.",
            BODY,
            "– They are tired of waiting, says “Bor”.",
            "full screen Smoke over the mill. Photo: Twitter\nfull screen The gate. Photo: Lena Osk / AP",
            "“Sorry for the fire”",
            MORE,
            "– We know that they are no soldiers.",
            "Came by boat",
            LAST,
            "full screen Photo: Google Maps",
            "herald-district-07",
        ]
    )
    assert kinds(text) == [
        *("headline", "furniture", "furniture", "standfirst", "paragraph", "speech"),
        *("furniture", "caption", "credit", "furniture", "caption", "credit"),
        *("subheading", "paragraph", "speech", "subheading", "paragraph", "furniture", "credit", "furniture"),
    ]


def test_an_agency_text():
    text = "\n".join(
        [
            "Photo",
            f"DOLNA, Ostrava — {BODY}",
            MORE,
            "Advertisement Continue reading the main story",
            LAST,
            "Marek Toll contributed to this report.",
        ]
    )
    assert pieces(text) == [
        ("furniture", "Photo"),
        ("dateline", "DOLNA, Ostrava —"),
        ("paragraph", BODY),
        ("paragraph", MORE),
        ("furniture", "Advertisement Continue reading the main story"),
        ("paragraph", LAST),
        ("byline", "Marek Toll contributed to this report."),
    ]


def test_wrapped_lines_are_one_paragraph():
    text = (
        "Two men were held near the mill in Dolna on Friday after a fire that\n"
        "destroyed the roof and two store rooms, the governor of the district\n"
        "said.\n"
        "\n"
        "– We saw them come over the river in a boat, and they were no soldiers\n"
        "of ours, says Bor.\n"
    )
    assert pieces(text) == [
        ("paragraph", text.split("\n\n")[0]),
        ("speech", text.split("\n\n")[1].strip()),
    ]


def test_the_first_line_is_the_headline_when_a_report_follows():
    assert kinds(f"Mill burns in Dolna\n{BODY}\n{MORE}") == ["headline", "paragraph", "paragraph"]
    assert kinds(f"Who burned the mill?\n{BODY}\n{MORE}") == ["headline", "paragraph", "paragraph"]
    assert kinds("Mill burns in Dolna") == ["paragraph"]
    assert kinds(f"{BODY}\n{MORE}") == ["paragraph", "paragraph"]


def test_the_line_that_says_the_title_is_the_headline():
    text = f"12 May 2031\nMill burns in Dolna.\nBy Lena Osk\n{BODY}"
    assert kinds(text, "Mill Burns in Dolna") == ["dateline", "headline", "byline", "paragraph"]
    assert kinds(text, "Mill burns in Dolna | Dolna Herald") == ["dateline", "headline", "byline", "paragraph"]
    assert kinds(text, "Something else") == ["dateline", "paragraph", "byline", "paragraph"]


def test_a_first_line_without_full_stop_under_another_title_is_a_standfirst():
    line = "Masked men come over the river and burn a mill in Dolna after a week of talks"
    text = "\n".join([line, BODY, MORE, LAST])
    assert kinds(text, "Mill burns in Dolna")[0] == "standfirst"
    assert kinds(text)[0] == "headline"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Came by boat", "subheading"),
        ("“Came by boat”", "subheading"),
        ("- 'Came by boat' -", "subheading"),
        ("Who came by boat?", "paragraph"),
        ("Can you explain what you mean by “boat”?", "paragraph"),
        ("TOLL: We came by boat.", "paragraph"),
        ("Dead:", "paragraph"),
        ("“We came by boat.”", "paragraph"),
        ("“We came by boat,” he said", "paragraph"),
        ("It came as no surprise.", "paragraph"),
        ("14:32", "dateline"),
        ("7", "paragraph"),
        ("– We came by boat.", "speech"),
        ("— We came by boat.", "speech"),
        ("– which was no surprise", "paragraph"),
        ("— Lena Osk", "paragraph"),
        ("- We came by boat, says Bor.", "speech"),
        ("- We came by boat.", "paragraph"),
        ("Read more: Mill burns in Dolna", "furniture"),
    ],
)
def test_one_line_between_paragraphs(line, kind):
    assert kind_among(line) == kind


def test_a_question_in_an_interview_stays_a_paragraph():
    text = "\n".join([BODY, "– Yes, we did, says Bor.", "Can you explain that?", "– No."])
    assert kinds(text) == ["paragraph", "speech", "paragraph", "speech"]


def test_dashes_are_bullets_where_nobody_speaks():
    items = ["– Lower the tax on mills.", "– Build a bridge.", "– Clear the river."]
    assert kinds("\n".join([BODY, *items, LAST])) == ["paragraph"] * 5
    hyphens = ["- The mill is closed.", "- The bridge is open."]
    assert kinds("\n".join([BODY, *hyphens, LAST])) == ["paragraph"] * 4
    talk = ["- The mill is closed, says Bor.", "- The bridge is open."]
    assert kinds("\n".join([BODY, *talk, LAST])) == ["paragraph", "speech", "speech", "paragraph"]


def test_several_short_lines_are_a_table():
    lines = ["Dead: 5", "Wounded: 12", "Missing: 1"]
    assert kinds("\n".join([BODY, MORE, *lines, LAST])) == ["paragraph"] * 6


def test_a_pull_quote_repeats_words_of_the_text():
    pulled = "“We have waited for three years and nobody has come to help us with the mill.”"
    said = f"{pulled[:-2]},” Bor told reporters."
    assert kind_among(pulled, after=(LAST, said)) == "quote"
    assert kind_among(pulled) == "paragraph"


def test_kind_of_one_block():
    text = f"{BODY}\n“Came by boat”\nAdvertisement\n– We came by boat.\n{LAST}"
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    ends = [*(i for i, c in enumerate(text) if c == "\n"), len(text)]
    found = [parts.kind_of_block(text, *span) for span in zip(starts, ends, strict=True)]
    assert found == ["paragraph", "quote", "furniture", "speech", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Grab from a video released by the miners shows the gate of the mill in Dolna",
        "File photo of the gate of the mill",
        "The miners said in May that they would not give the mill back to its owner in Ostrava",
        "Marek Toll (L) and Lena Osk at the gate of the mill",
    ],
)
def test_a_caption_without_a_mark(line):
    assert kind_among(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "But the miners said in May that they would not give the mill back to its owner in",
        "We welcome the release of the two men who were held near the mill. — Marek Toll (@toll) May 12, 2031",
        "The governor said that the two men had been held near the mill for these reasons:",
        '"We came by boat because the bridge was closed and nobody would let us go over it',
    ],
)
def test_a_line_without_a_full_stop_is_not_always_a_caption(line):
    assert kind_among(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "FILE - Marek Toll speaks at the gate of the mill on May 12, 2031.",
        "FILE PHOTO: Marek Toll speaks at the gate of the mill.",
        "In this Friday, May 12, 2031 photo, men wait at the gate of the mill.",
    ],
)
def test_a_caption_that_opens_as_only_captions_do(line):
    assert kind_among(line) == "caption"


def test_a_line_without_a_full_stop_says_nothing_where_none_has_one():
    lines = [line.rstrip(".") for line in (BODY, MORE, LAST, BODY, MORE)]
    assert "caption" not in kinds("\n".join(lines))


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Police officers guard the gate of the mill.", "Lena Osk / AP"),
        ("The gate of the mill", "Photo: Lena Osk"),
        ("Marek Toll, left, at the gate of the mill in 2031.", "Lena Osk/Getty Images"),
    ],
)
def test_a_caption_above_its_credit(caption, credit):
    text = "\n".join([BODY, MORE, caption, credit, LAST])
    assert pieces(text)[2:4] == [("caption", caption), ("credit", credit)]


def test_a_credit_joined_to_the_line_above_makes_it_a_caption():
    assert kinds(f"{BODY}\n\nThe gate was closed.\nPhoto: AP\n\n{LAST}") == [
        *("paragraph", "caption", "credit", "paragraph")
    ]


def test_a_credit_leaves_the_paragraph_above_alone():
    assert kinds(f"{BODY}\n{MORE}\nGetty Images\n{LAST}") == ["paragraph", "paragraph", "credit", "paragraph"]


def test_a_label_on_the_line_above_makes_a_caption():
    text = f"{BODY}\nImage source, Reuters\nImage caption,\nThe gate was closed.\n{LAST}"
    assert kinds(text) == ["paragraph", "credit", "furniture", "caption", "paragraph"]


def test_a_lone_agency_signs_the_text():
    assert kinds(f"Mill burns in Dolna\nReuters\n{BODY}\n{MORE}") == ["headline", "byline", "paragraph", "paragraph"]


def test_a_long_paragraph_with_a_credit_glued_to_it_stays_a_paragraph():
    body = " ".join([BODY, MORE, LAST] * 4)
    assert pieces(f"{body} Photo: AP") == [("paragraph", body), ("credit", "Photo: AP")]


def test_white_space_has_no_parts():
    assert parts.cut("") == parts.cut(" \n\n ") == ()


SCRAPS = st.sampled_from(
    [
        *(BODY, MORE, LAST, "\n", "\n", "\n\n", "Photo: AP", "full screen", "Mill burns", "Photo", "Image caption,"),
        *(
            "– We go",
            ", says Bor.",
            "- Item",
            "“Came by boat”",
            "DOLNA (AP) — ",
            "14:32",
            " / ",
            "(L)",
            ".",
            "?",
            "By Lena Osk",
        ),
        *("\u2028", "\r", "\x85", "\u00a0", "\x1c", "\u200b"),
    ]
)


@given(st.lists(SCRAPS | st.text(max_size=12), max_size=20).map("".join), st.none() | st.just("Mill burns"))
def test_every_character_is_in_one_part(text, title):
    found = parts.cut(text, title)
    assert found == parts.cut(text, title)
    at = 0
    for part in found:
        assert at <= part.start < part.end <= len(text)
        assert text[at : part.start].strip() == ""
        assert text[part.start : part.end] == text[part.start : part.end].strip()
        at = part.end
    assert text[at:].strip() == ""
