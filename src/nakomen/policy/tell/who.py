"""Who is responsible, and whom to ask (AVG artikel 13 lid 1 onder a en b)."""

from collections.abc import Iterator
from typing import Any

from nakomen.policy.model import Promise
from nakomen.policy.stated import ContactPoint
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Enumeration, Passage, Section, Sentence
from nakomen.terms import Text

CONTROLLER = "controller"
"""The anchor of what stands in the policy under that name."""
_ID = Text("wie", "who")
_HEADING = Text("Wie zijn wij?", "Who are we?")
_SHORT = Text(
    "{name} beslist waarvoor uw gegevens gebruikt worden.",
    "{name} decides what your data is used for.",
)
_NAMED = Text(
    "{name} is verwerkingsverantwoordelijke voor uw persoonsgegevens.",
    "{name} is the controller of your personal data.",
)
_ALIASES = Text("Wij gebruiken ook de naam {names}.", "We also use the name {names}.")
_REACH = Text("Zo bereikt u ons:", "How to reach us:")
_LINES = {
    "address": Text("Adres: {}", "Address: {}"),
    "kvk": Text("KvK-nummer: {}", "KvK number: {}"),
    "vat": Text("Btw-nummer: {}", "VAT number: {}"),
    "iban": Text("IBAN: {}", "IBAN: {}"),
    "emails": Text("E-mail: {}", "E-mail: {}"),
    "phones": Text("Telefoon: {}", "Phone: {}"),
    "website": Text("Website: {}", "Website: {}"),
}
_DPO = Text(
    "Onze functionaris gegevensbescherming is {who}.", "Our data protection officer is {who}."
)
_CONTACT = Text(
    "Onze contactpersoon voor privacy is {who}.", "Our contact person for privacy is {who}."
)
_ASK = Text(
    "Met vragen over privacy kunt u terecht bij {who}.",
    "For questions about privacy you can turn to {who}.",
)


def who(teller: Teller) -> Section | None:
    return teller.section(_ID, _HEADING, _short(teller), [*_controller(teller), *_asked(teller)])


def _short(teller: Teller) -> str | None:
    name = teller.policy.controller.get("name")
    return teller.say(_SHORT, name=name) if name else None


def _controller(teller: Teller) -> Iterator[Passage]:
    known = teller.policy.controller
    if name := known.get("name"):
        yield Sentence(text=teller.say(_NAMED, name=name), promise=CONTROLLER)
    if aliases := known.get("aliases"):
        yield Sentence(text=teller.say(_ALIASES, names=teller.joined(aliases)), promise=CONTROLLER)
    lines = [Sentence(text=line, promise=CONTROLLER) for line in reach(teller, known)]
    if lines:
        yield Enumeration(lead=Sentence(text=_REACH.in_(teller.lang)), items=tuple(lines))


def reach(teller: Teller, known: Any) -> Iterator[str]:
    """Address, numbers, mail and phone: a line each."""
    place = " ".join(part for part in (known.get("postcode"), known.get("city")) if part)
    address = [part for part in (known.get("address"), place, known.get("country")) if part]
    values = {"address": ", ".join(address)}
    values |= {name: known.get(name, "") for name in ("kvk", "vat", "iban")}
    values |= {name: ", ".join(known.get(name, ())) for name in ("emails", "phones")}
    values["website"] = known.get("website", "")
    for name, line in _LINES.items():
        if values[name]:
            yield line.in_(teller.lang).format(values[name])


def _asked(teller: Teller) -> Iterator[Sentence]:
    for promise in teller.policy.promises:
        if promise.contact:
            yield _point(teller, promise, promise.contact)


def _point(teller: Teller, promise: Promise, contact: ContactPoint) -> Sentence:
    named = contact.name or ""
    if contact.name and contact.role and not contact.is_dpo:
        named = f"{contact.name} ({teller.own(contact.role)})"
    who = ", ".join(part for part in (named, contact.email, contact.phone) if part)
    words = _DPO if contact.is_dpo else _CONTACT if contact.name else _ASK
    return teller.about(promise, words, who=who)
