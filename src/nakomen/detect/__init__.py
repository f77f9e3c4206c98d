"""
What is in a column, and the data map drafted from that. Pure: looks at values, keeps none.

`measure.DETECTORS` is the table of detectors: one file each, with what passes and what comes near.
Who looks inside one text waits for none of them: each name is brought in when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nakomen.detect.categorise import Judged, category
    from nakomen.detect.connect_json import as_connect_json
    from nakomen.detect.draft import draft_map
    from nakomen.detect.inside import found_in
    from nakomen.detect.measure import DETECTORS, MEASURES, Measure, shares

__all__ = [
    "DETECTORS",
    "MEASURES",
    "Judged",
    "Measure",
    "as_connect_json",
    "category",
    "draft_map",
    "found_in",
    "shares",
]
_FROM = {
    "DETECTORS": "measure",
    "MEASURES": "measure",
    "Judged": "categorise",
    "Measure": "measure",
    "as_connect_json": "connect_json",
    "category": "categorise",
    "draft_map": "draft",
    "found_in": "inside",
    "shares": "measure",
}


def __getattr__(name: str) -> Any:
    if name in _FROM:
        return getattr(import_module(f"nakomen.detect.{_FROM[name]}"), name)
    raise AttributeError(f"module 'nakomen.detect' has no attribute {name!r}")
