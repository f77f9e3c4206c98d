"""Promises that no other section tells: in the company's own words."""

from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section, Sentence
from nakomen.terms import Text

_ID = Text("verder", "further")
_HEADING = Text("Wat beloven wij verder?", "What else do we promise?")
_SHORT = Text(
    "Hier staat de rest van onze verklaring, in onze eigen woorden.",
    "Here is the rest of our statement, in our own words.",
)


def rest(teller: Teller, told: frozenset[str]) -> Section | None:
    """What is left when the promises *told* are taken away, as it was written."""
    language = teller.policy.statement.language
    passages: list[Passage] = [
        Sentence(
            text=" ".join(promise.says.split()),
            promise=promise.id,
            lang=None if language is teller.lang else language,
        )
        for promise in teller.policy.promises
        if promise.says and promise.id not in told
    ]
    return teller.section(_ID, _HEADING, teller.say(_SHORT), passages)
