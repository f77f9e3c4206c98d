"""Promises that no other section tells: in the company's own words."""

from nakomen.policy.kind import PromiseKind
from nakomen.policy.model import Policy, Promise
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
        if promise.says and promise.id not in told and not _told_above(teller.policy, promise)
    ]
    return teller.section(_ID, _HEADING, teller.say(_SHORT), passages)


_FACTS = frozenset(
    {PromiseKind.CONTROLLER_IDENTITY, PromiseKind.CONTACT, PromiseKind.STATEMENT_VERSION}
)


def _told_above(policy: Policy, promise: Promise) -> bool:
    """A line that only gives a fact of the company or the document, told from its own record."""
    if promise.kind not in _FACTS or promise.says is None:
        return False
    said = policy.statement
    known = [said.title, said.version, said.date and str(said.date.year)]
    for value in policy.controller.values():
        known += value if isinstance(value, list) else [value]
    return any(isinstance(fact, str) and fact in promise.says for fact in known)
