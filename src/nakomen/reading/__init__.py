"""Statement text to facts: one module per kind of fact. Pure; text in, values out."""

from typing import TYPE_CHECKING

from nakomen.terms.later import brought_in

if TYPE_CHECKING:
    from nakomen.reading.facts import Facts
    from nakomen.reading.reader import read
    from nakomen.reading.text.load import load_text

__all__ = ["Facts", "load_text", "read"]
__getattr__ = brought_in(__name__, {"Facts": "facts", "load_text": "text.load", "read": "reader"})
