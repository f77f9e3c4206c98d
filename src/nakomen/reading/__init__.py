"""Statement text to facts: one module per kind of fact. Pure; text in, values out."""

from nakomen.reading.facts import Facts
from nakomen.reading.read import read
from nakomen.reading.text.load import load_text

__all__ = ["Facts", "load_text", "read"]
