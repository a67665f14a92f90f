"""The extractor that ships as the default: the learned tagger finds who says what, the rules do the rest."""

from __future__ import annotations

from whosays.extract import rules, tagged
from whosays.model import Reading, Report


def extract(report: Report) -> Reading:
    """Who says what in one report. Raises WeightsError if the packaged model is missing or was changed."""
    return rules.read(report, tagged.find)
