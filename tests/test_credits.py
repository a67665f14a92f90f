import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays import credits


def pieces(words):
    return [(part.kind, words[part.start : part.end]) for part in credits.split(words, 0, len(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "full screen Smoke rises over the mill in Dolna. Photo: Twitter",
            [
                ("furniture", "full screen"),
                ("caption", "Smoke rises over the mill in Dolna."),
                ("credit", "Photo: Twitter"),
            ],
        ),
        (
            "full screen”We are hungry”, says Bor, leader of the miners Photo: Miners of Dolna",
            [
                ("furniture", "full screen"),
                ("caption", "”We are hungry”, says Bor, leader of the miners"),
                ("credit", "Photo: Miners of Dolna"),
            ],
        ),
        (
            "fullscreenSmoke over the mill. Photo: Lena Osk / AP",
            [("furniture", "fullscreen"), ("caption", "Smoke over the mill."), ("credit", "Photo: Lena Osk / AP")],
        ),
        ("full screen Photo: Google Maps", [("furniture", "full screen"), ("credit", "Photo: Google Maps")]),
        (
            "Image said to show the raid. The picture is from Friday. Photo: Ministry of Works via REUTERS",
            [
                ("caption", "Image said to show the raid. The picture is from Friday."),
                ("credit", "Photo: Ministry of Works via REUTERS"),
            ],
        ),
        (
            "Image copyright Reuters Image caption The mill burned for two days.",
            [
                ("credit", "Image copyright Reuters"),
                ("furniture", "Image caption"),
                ("caption", "The mill burned for two days."),
            ],
        ),
        (
            "A woman waits at the gate (Photo by Lena Osk/AFP)",
            [("caption", "A woman waits at the gate"), ("credit", "(Photo by Lena Osk/AFP)")],
        ),
        (
            "A woman waits at the gate. (Photo by Lena Osk/AFP).",
            [("caption", "A woman waits at the gate."), ("credit", "(Photo by Lena Osk/AFP).")],
        ),
        (
            "A woman waits at the gate [Lena Osk/Dolna Herald]",
            [("caption", "A woman waits at the gate"), ("credit", "[Lena Osk/Dolna Herald]")],
        ),
        (
            "The gate. Photograph: Lena Osk/Dolna Herald",
            [("caption", "The gate."), ("credit", "Photograph: Lena Osk/Dolna Herald")],
        ),
        ("The gate. © Lena Osk", [("caption", "The gate."), ("credit", "© Lena Osk")]),
        ("The gate. REUTERS/Lena Osk", [("caption", "The gate."), ("credit", "REUTERS/Lena Osk")]),
        ("The gate. AP Photo/Lena Osk", [("caption", "The gate."), ("credit", "AP Photo/Lena Osk")]),
        (
            "The gate. Credit Lena Osk for The Dolna Herald",
            [("caption", "The gate."), ("credit", "Credit Lena Osk for The Dolna Herald")],
        ),
        ("The gate in Dolna Lena Osk/AP", [("caption", "The gate in Dolna"), ("credit", "Lena Osk/AP")]),
        ("The gate.Credit...Lena Osk/AP", [("caption", "The gate."), ("credit", "Credit...Lena Osk/AP")]),
        ("The gate on Friday / AFP", [("caption", "The gate on Friday"), ("credit", "/ AFP")]),
        (
            "FILE PHOTO: Marek Toll speaks. REUTERS/Lena Osk/File Photo",
            [("caption", "FILE PHOTO: Marek Toll speaks."), ("credit", "REUTERS/Lena Osk/File Photo")],
        ),
        ("The gate. Getty Images", [("caption", "The gate."), ("credit", "Getty Images")]),
        ("The gate. Foto: privat", [("caption", "The gate."), ("credit", "Foto: privat")]),
        ("The gate. Photo credit: L. Osk", [("caption", "The gate."), ("credit", "Photo credit: L. Osk")]),
        ("The gate.", [("caption", "The gate.")]),
    ],
)
def test_a_stretch_is_cut_into_caption_credit_and_buttons(words, expected):
    assert pieces(words) == expected


def test_a_credit_said_for_the_small_and_the_large_picture_counts_once():
    assert pieces("Enlarge this image toggle caption Lena Osk/AP Lena Osk/AP") == [
        ("furniture", "Enlarge this image"),
        ("furniture", "toggle caption"),
        ("credit", "Lena Osk/AP"),
        ("furniture", "Lena Osk/AP"),
    ]


def test_two_pictures_on_one_line_are_two():
    assert pieces("The gate. Photo: AFP full screen A man in Dolna. Photo: Bor Agency via AP") == [
        ("caption", "The gate."),
        ("credit", "Photo: AFP"),
        ("furniture", "full screen"),
        ("caption", "A man in Dolna."),
        ("credit", "Photo: Bor Agency via AP"),
    ]


def test_a_credit_before_its_caption_ends_with_the_agency():
    assert pieces("Photo: AP Smoke rises over the mill.") == [
        ("credit", "Photo: AP"),
        ("caption", "Smoke rises over the mill."),
    ]


def test_a_label_before_a_sentence_opens_a_caption():
    assert pieces("Picture: General Marek Toll inspects the troops.") == [
        ("furniture", "Picture:"),
        ("caption", "General Marek Toll inspects the troops."),
    ]


def test_offsets_are_those_of_the_text():
    text = "Body.\nThe gate. Photo: AP\nBody."
    parts = credits.split(text, 6, 25)
    assert [text[p.start : p.end] for p in parts] == ["The gate.", "Photo: AP"]


@pytest.mark.parametrize(
    "words",
    [
        "The gate. Photo: AP",
        "full screen The gate of the mill.",
        "Image source, Getty Images",
        "Lena Osk / AP",
        "AP",
        "Handout via REUTERS",
        "(Photo by Lena Osk/AFP)",
    ],
)
def test_a_picture_line_is_marked(words):
    assert credits.marked(words)


@pytest.mark.parametrize(
    "words",
    [
        "The minister said the picture was bleak. His deputy agreed.",
        "Two men were held, the army told AP/Reuters on Friday.",
        "The toll rose to five, the governor said. AP",
        "The toll rose to five, the governor said. (Reuters)",
        "In the full screen version the man is seen at the gate.",
        "Video: Watch the mill burn",
        "Both parties [and/or their heirs] may appeal.",
        "-Osk leads in Dolna. [Herald, NBX/WSX]",
    ],
)
def test_a_line_of_the_body_is_not_marked(words):
    assert not credits.marked(words)


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Photo: Twitter", ("Twitter", None)),
        ("Photo: Ministry of Works via REUTERS", ("Ministry of Works", "REUTERS")),
        ("Photo: Lena Osk / AP", ("Lena Osk", "AP")),
        ("Lena Osk/Getty Images", ("Lena Osk", "Getty Images")),
        ("(Photo by Lena Osk/AFP/Getty Images)", ("Lena Osk", "AFP/Getty Images")),
        ("[Lena Osk/Dolna Herald]", ("Lena Osk", "Dolna Herald")),
        ("REUTERS/Lena Osk", ("Lena Osk", "REUTERS")),
        ("AP Photo/Lena Osk", ("Lena Osk", "AP Photo")),
        ("Image copyright Reuters", ("Reuters", None)),
        ("Credit Lena Osk for The Dolna Herald", ("Lena Osk", "The Dolna Herald")),
        ("© Lena Osk", ("Lena Osk", None)),
        ("AP", ("AP", None)),
        ("Photo:", (None, None)),
        ("", (None, None)),
    ],
)
def test_owner_and_distributor(credit, names):
    assert credits.credit_names(credit) == names


def test_a_caption_may_say_who_the_picture_is_from():
    text = "x Still from a video obtained via Dolna TV shows the gate."
    start, end = credits.source_within(text, 2, len(text))
    assert text[start:end] == "via Dolna TV"
    assert credits.source_within("Smoke rises over the gate.", 0, 26) is None


SCRAPS = st.sampled_from(
    [
        "Photo: ",
        "AP",
        " / ",
        "Lena Osk",
        "full screen",
        " via ",
        "(Photo by ",
        ")",
        "[",
        "]",
        "©",
        ". ",
        "\n",
        " the ",
        "/",
    ]
)


@given(st.lists(SCRAPS | st.text(max_size=8), max_size=12).map("".join))
def test_every_character_is_in_one_part(words):
    covered = [0] * len(words)
    for part in credits.split(words, 0, len(words)):
        assert part.start < part.end
        for i in range(part.start, part.end):
            covered[i] += 1
    assert all(n == 1 if not c.isspace() else n <= 1 for n, c in zip(covered, words, strict=True))
    credits.credit_names(words)
