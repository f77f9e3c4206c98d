"""From the text of a statement to its facts."""

from nakomen.reading.facts import Controller, Facts
from nakomen.reading.sentences import split
from nakomen.reading.statement import date_tensions, read_statement


def read(text: str) -> Facts:
    """What *text* says. Never raises; every quote stands in *text* at its offset."""
    sentences = split(text)
    return Facts(
        statement=read_statement(text, sentences),
        controller=Controller(),
        tensions=tuple(date_tensions(sentences)),
    )
