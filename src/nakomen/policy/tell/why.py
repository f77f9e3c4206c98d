"""What data is used for, and on which basis (AVG artikel 13 lid 1 onder c)."""

from nakomen.policy.stated import Purpose
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section
from nakomen.terms import Text

_ID = Text("waarvoor", "why")
_HEADING = Text("Waarvoor gebruiken wij uw gegevens?", "What do we use your data for?")
_SHORT = Text("Wij gebruiken uw gegevens voor {n} doelen.", "We use your data for {n} purposes.")
_ONE = Text("Wij gebruiken uw gegevens voor één doel.", "We use your data for one purpose.")
_LEAD = Text(
    "Wij gebruiken uw persoonsgegevens voor deze doelen:",
    "We use your personal data for these purposes:",
)
_BASIS = Text("{purpose} (grondslag: {bases})", "{purpose} (legal basis: {bases})")
_BASES = Text(
    "Wij verwerken persoonsgegevens op basis van {bases}.",
    "We process personal data on the basis of {bases}.",
)


def why(teller: Teller) -> Section | None:
    purposes = [(p, p.purpose) for p in teller.policy.promises if p.purpose]
    passages: list[Passage] = [*teller.listed(_LEAD, purposes, _item)]
    for promise in teller.policy.promises:
        if promise.bases:
            passages.append(teller.about(promise, _BASES, bases=teller.labels(promise.bases)))
    return teller.section(_ID, _HEADING, _short(teller, len(purposes)), passages)


def _short(teller: Teller, purposes: int) -> str | None:
    if not purposes:
        return None
    return teller.say(_ONE) if purposes == 1 else teller.say(_SHORT, n=purposes)


def _item(teller: Teller, purpose: Purpose) -> str:
    told = teller.own(purpose.label)
    if not purpose.bases:
        return told
    return teller.say(_BASIS, purpose=told, bases=teller.labels(purpose.bases))
