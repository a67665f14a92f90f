"""Captions and credits joined; owner, distributor and hedge."""

from making import report_with

from whosays.extract.pictures import pictures


def seen(*pieces):
    return [
        (p.caption and p.caption.exact, p.credit and p.credit.exact, p.owner, p.distributor)
        for p in pictures(report_with(*pieces))
    ]


def test_a_caption_and_its_credit():
    assert seen("The mill burned.", ("caption", "Smoke over Orva."), ("credit", "Photo: Vale / Tarn")) == [
        ("Smoke over Orva.", "Photo: Vale / Tarn", "Vale", "Tarn"),
    ]


def test_via_names_the_distributor():
    assert seen(("caption", "The mill."), ("credit", "Photo: Interior Ministry via TARN")) == [
        ("The mill.", "Photo: Interior Ministry via TARN", "Interior Ministry", "TARN"),
    ]


def test_a_caption_without_a_credit():
    assert seen(("caption", "The mill."), "The mill burned.") == [("The mill.", None, None, None)]


def test_a_credit_without_a_caption():
    assert seen("It burned.", ("credit", "Photo: Tarn"), "It fell.")[0][:2] == (None, "Photo: Tarn")


def test_two_pictures_after_each_other():
    found = seen(
        ("caption", "The mill."), ("credit", "Photo: Tarn"), ("caption", "The gate."), ("credit", "Photo: Vale")
    )
    assert [f[:2] for f in found] == [("The mill.", "Photo: Tarn"), ("The gate.", "Photo: Vale")]


def test_what_the_caption_says_of_the_picture():
    report = report_with(("caption", "A still purported to show the mill."), ("credit", "Photo: Vale"))
    (picture,) = pictures(report)
    assert picture.hedge.exact == "purported to show"
    assert report.text[picture.hedge.start : picture.hedge.end] == "purported to show"


def test_no_pictures():
    assert seen("The mill burned.", ("furniture", "Sign up")) == []
