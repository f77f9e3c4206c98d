"""Who gets data, and in which countries (AVG artikel 13 lid 1 onder e en f)."""

from collections.abc import Mapping, Sequence
from typing import Any

from nakomen.policy.kind import PromiseKind
from nakomen.policy.model import Promise
from nakomen.policy.role import RecipientRole
from nakomen.policy.stated import Transfer
from nakomen.policy.tell.names import country
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section, Sentence
from nakomen.terms import Text

Party = Mapping[str, Any]
_ID = Text("ontvangers", "receivers")
_HEADING = Text("Wie krijgt uw gegevens?", "Who gets your data?")
_SHORT = Text("Wij delen gegevens met {who}.", "We share data with {who}.")
_MANY = Text("{n} partijen, die hieronder staan", "{n} parties, listed below")
_MOST_NAMES = 4
_LEAD = Text("Wij delen gegevens met deze partijen:", "We share data with these parties:")
_KINDS = Text("Wij delen ook gegevens met {what}.", "We also share data with {what}.")
_OTHERS = Text("Wij delen ook gegevens met:", "We also share data with:")
_ROLES = {
    RecipientRole.PROCESSOR.value: Text("verwerker", "processor"),
    RecipientRole.THIRD_PARTY.value: Text("derde", "third party"),
    RecipientRole.AUTHORITY.value: Text("overheid", "authority"),
}
_FOR = Text(", voor {purpose}", ", for {purpose}")
_POLICE = Text(
    "Wij geven gegevens aan politie, justitie of een andere overheid als de wet ons verplicht.",
    "We give data to the police, a court or another authority where the law obliges us.",
)
_ABROAD_ID = Text("buitenland", "abroad")
_ABROAD = Text("Gaan uw gegevens naar het buitenland?", "Does your data go abroad?")
_INSIDE = Text(
    "Wij verwerken uw gegevens niet buiten de Europese Economische Ruimte (EER).",
    "We do not process your data outside the European Economic Area (EEA).",
)
_OUTSIDE = Text(
    "Wij geven gegevens door naar landen buiten de EER{countries}{guarded}{assessed}.",
    "We transfer data to countries outside the EEA{countries}{guarded}{assessed}.",
)
_PERHAPS = Text(
    "Wij kunnen in bijzondere gevallen gegevens doorgeven naar landen buiten de EER{countries}"
    "{guarded}{assessed}.",
    "In special cases we may transfer data to countries outside the EEA{countries}{guarded}"
    "{assessed}.",
)
_NAMELY = Text(", namelijk {countries}", ", namely {countries}")
_GUARDED = Text(", op basis van {safeguards}", ", on the basis of {safeguards}")
_ASSESSED = Text(
    ", en alleen nadat wij hebben beoordeeld dat de bescherming daar gelijkwaardig is",
    ", and only after we assessed that protection there is equivalent",
)


def receivers(teller: Teller) -> Section | None:
    promises = teller.policy.promises
    named = [(p, p.recipient) for p in promises if p.recipient]
    passages: list[Passage] = [*teller.listed(_LEAD, named, _item)]
    passages += teller.told(_KINDS, _OTHERS, _kinds(promises), Teller.owns)
    passages += [teller.about(p, _POLICE) for p in promises if _is_bare_disclosure(p)]
    return teller.section(_ID, _HEADING, _short(teller, named), passages)


def _kinds(promises: Sequence[Promise]) -> list[tuple[Promise, Sequence[str]]]:
    return [(promise, promise.receivers) for promise in promises if promise.receivers]


def _is_bare_disclosure(promise: Promise) -> bool:
    """Where the company wrote a sentence of its own on authorities, that is told instead."""
    told = promise.says or promise.receivers or promise.recipient
    return promise.kind == PromiseKind.AUTHORITY_DISCLOSURE and not told


def abroad(teller: Teller) -> Section | None:
    passages = [_transfer(teller, p, p.transfer) for p in teller.policy.promises if p.transfer]
    short = passages[0].text if passages else None
    return teller.section(_ABROAD_ID, _ABROAD, short, passages)


def _short(teller: Teller, named: Sequence[tuple[Promise, Party]]) -> str | None:
    if not named:
        return None
    names = list(dict.fromkeys(str(party["name"]) for _, party in named))
    many = len(names) > _MOST_NAMES
    return teller.say(_SHORT, who=teller.say(_MANY, n=len(names)) if many else teller.joined(names))


def _item(teller: Teller, party: Party) -> str:
    about = [_ROLES[party["role"]].in_(teller.lang)] if party.get("role") else []
    about += [country(party["country"], teller.lang)] if party.get("country") else []
    told = f"{party['name']} ({', '.join(about)})" if about else str(party["name"])
    if purpose := party.get("purpose"):
        told += teller.say(_FOR, purpose=teller.own(purpose))
    return told


def _transfer(teller: Teller, promise: Promise, said: Transfer) -> Sentence:
    if not said.outside_eea:
        return teller.about(promise, _INSIDE)
    names = teller.joined([country(code, teller.lang) for code in said.countries])
    return teller.about(
        promise,
        _PERHAPS if said.conditional else _OUTSIDE,
        countries=teller.say(_NAMELY, countries=names) if names else "",
        guarded=_guarded(teller, said),
        assessed=teller.say(_ASSESSED) if said.assessment else "",
    )


def _guarded(teller: Teller, said: Transfer) -> str:
    return (
        teller.say(_GUARDED, safeguards=teller.labels(said.safeguards)) if said.safeguards else ""
    )
