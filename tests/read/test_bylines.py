import pytest

from whosays.read.bylines import dateline_end, is_byline, is_dateline


@pytest.mark.parametrize(
    "words",
    [
        "By Lena Osk",
        "By LENA OSK and MAREK TOLL",
        "By Lena Osk, district correspondent in Dolna",
        "By Lena Osk, Dolna Herald",
        "Lena Osk reports from Dolna",
        "Lena Osk reports from Dolna, Ostrava.",
        "Reporting by Lena Osk; editing by Marek Toll",
        "(Additional reporting by Lena Osk in Dolna; Writing by Marek Toll)",
        "Marek Toll contributed to this report.",
        "With files from Dolna Herald",
    ],
)
def test_bylines(words):
    assert is_byline(words)


@pytest.mark.parametrize(
    "words",
    [
        "By Monday, the army had left.",
        "By Tuesday Night Dolna Was Calm",
        "By Land And Sea, Migrants Keep Coming",
        "By the river two men were held",
        "By noon the mill was on fire.",
        "Lena Osk reports from Dolna that the mill is burning.",
        "Marek Toll in Dolna",
        "The fire contributed to the collapse.",
    ],
)
def test_what_only_looks_like_a_byline(words):
    assert not is_byline(words)


@pytest.mark.parametrize(
    "words",
    [
        "14:32",
        "2.15pm BST",
        "9:15 a.m.",
        "12 May 2023, 14:05 MSK",
        "Friday, May 12, 2023",
        "2023-05-12T14:05:00Z",
        "DOLNA, 12 May",
        "Dolna, 12 May 2023",
        "Monday, March 11, 2013 | 5:00 PM",
        "DOLNA, Ostrava (AP) _",
    ],
)
def test_datelines(words):
    assert is_dateline(words)


@pytest.mark.parametrize(
    "words",
    ["May", "2016", "12", "Dolna", "In May the mill burned", "Friday the army left", "Dolna, Ostrava", "Why Friday?"],
)
def test_what_only_looks_like_a_dateline(words):
    assert not is_dateline(words)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("DOLNA, Ostrava — Two men were held.", "DOLNA, Ostrava —"),
        ("DOLNA (Reuters) - Two men were held.", "DOLNA (Reuters) -"),
        ("Dolna (AFP) – Two men were held.", "Dolna (AFP) –"),
        ("DOLNA, May 12 (Xinhua) -- Two men were held.", "DOLNA, May 12 (Xinhua) --"),
        ("DOLNA, 3 JAN 90 -- [TEXT] TWO MEN WERE HELD.", "DOLNA, 3 JAN 90 --"),
        ("DOLNA, May 12. /TASS/. Two men were held.", "DOLNA, May 12. /TASS/."),
        ("Dolna, 12 May 2023 – Two men were held.", "Dolna, 12 May 2023 –"),
        ("DOLNA -- Two men were held.", "DOLNA --"),
        ("(CNN) — Two men were held.", "(CNN) —"),
        ("(CNN)Two men were held.", "(CNN)"),
        ("DOLNA WAS HELD BY FIVE MEN — Two of them fled.", ""),
        ("TOLL: We shall go. — And we went.", ""),
        ("Sen. Marek Toll (D-Dolna) — Two men were held.", ""),
        ("The Dolna Front (DFX) — two men — was held.", ""),
        ("BREAKING — Two men were held.", ""),
        ("Two men were held — the third fled.", ""),
    ],
)
def test_the_dateline_at_the_head_of_a_paragraph(words, head):
    assert words[: dateline_end(words)] == head
