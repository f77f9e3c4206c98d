"""
What is in a column, and the data map drafted from that. Pure: looks at values, keeps none.

`measure.DETECTORS` is the table of detectors: one file each, with what passes and what comes near.
"""

from nakomen.detect.categorise import Judged, category
from nakomen.detect.connect_json import as_connect_json
from nakomen.detect.draft import draft_map
from nakomen.detect.hidden import Hidden, hidden
from nakomen.detect.inside import found_in
from nakomen.detect.left_open import left_open
from nakomen.detect.measure import DETECTORS, MEASURES, Measure, shares

__all__ = [
    "DETECTORS",
    "MEASURES",
    "Hidden",
    "Judged",
    "Measure",
    "as_connect_json",
    "category",
    "draft_map",
    "found_in",
    "hidden",
    "left_open",
    "shares",
]
