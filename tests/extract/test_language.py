"""Which language a text was translated from, as far as its words show."""

import pytest
from making import report_with

from whosays.extract.language import flag


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mill burned.\n\nTranslated from Swedish by the desk.", "swedish"),
        ("The mill burned. This text was machine-translated.", "unknown"),
        ("The mill burned, Ada Brenn said.", None),
        ("full screen The mill. Photo: Tarn", None),
        (
            "full screen The mill.\n\n– They ran away, says “Bor”.\n\nThe men are said to have fled. According to "
            "information they came by boat.",
            "unknown",
        ),
    ],
)
def test_translated_from(text, source):
    assert flag(report_with(text)).translated_from == source


def test_what_is_known_already_stays():
    report = report_with("Translated from Swedish.", translated_from="danish")
    assert flag(report) is report
