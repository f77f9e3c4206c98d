"""Which data, of whom and from where; what is special about some of it (AVG 13, 14, 9 en 8)."""

from collections.abc import Iterable, Iterator

from nakomen.policy.model import Promise
from nakomen.policy.stated import SpecialData
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section, Sentence
from nakomen.terms import Category, SpecialRule, SpecialStatus, Text
from nakomen.terms.labels import label

_ID = Text("gegevens", "data")
_HEADING = Text("Welke gegevens gebruiken wij?", "Which data do we use?")
_SHORT = Text("Wij gebruiken: {data}.", "We use: {data}.")
_DATA = Text("Wij verwerken deze persoonsgegevens:", "We process this personal data:")
_TOLD = {
    Category.PAYMENT: Text("betaalgegevens", "payment data"),
    Category.EMPLOYMENT_CV: Text("cv-gegevens", "CV data"),
    Category.CORRESPONDENCE: Text("correspondentie", "correspondence"),
    Category.PURCHASE_HISTORY: Text("bestelgeschiedenis", "order history"),
    Category.DEVICE: Text("apparaatgegevens", "device data"),
    Category.PHOTO_VIDEO: Text("foto's", "photos"),
    Category.CALL_RECORDING: Text("gespreksopnamen", "call recordings"),
    Category.TRAFFIC_DATA: Text("verkeersgegevens", "traffic data"),
    Category.LOCATION: Text("locatiegegevens", "location data"),
    Category.HEALTH: Text("gezondheidsgegevens", "health data"),
}
"""Where the label has an "en" in it, which would be hard to read in a list."""
_GROUPS = Text("Wij verwerken gegevens van {groups}.", "We process data of {groups}.")
_SOURCES = Text(
    "Wij krijgen ook gegevens uit andere bronnen: {sources}.",
    "We also get data from other sources: {sources}.",
)
_REQUIRED = {
    True: Text(
        "U moet deze gegevens geven; zonder deze gegevens kunnen wij u niet helpen.",
        "You must give this data; without it we cannot help you.",
    ),
    False: Text("U bent niet verplicht om gegevens te geven.", "You do not have to give data."),
}
_SPECIAL_ID = Text("bijzonder", "special")
_SPECIAL_HEADING = Text(
    "Hoe gaan wij om met bijzondere gegevens en kinderen?",
    "How do we treat special data and children?",
)
_STATUS = {
    SpecialStatus.NONE: Text(
        "Wij verwerken geen bijzondere persoonsgegevens{items}.",
        "We do not process special categories of personal data{items}.",
    ),
    SpecialStatus.PROCESSED: Text(
        "Wij verwerken bijzondere persoonsgegevens{items}.",
        "We process special categories of personal data{items}.",
    ),
}
_SUCH_AS = Text(", zoals {items}", ", such as {items}")
_RULES = {
    SpecialRule.EXPLICIT_CONSENT: Text(
        "Wij verwerken bijzondere persoonsgegevens{items} alleen met uw uitdrukkelijke "
        "toestemming.",
        "We process special categories of personal data{items} only with your explicit consent.",
    ),
    SpecialRule.VOLUNTEERED: Text(
        "Wij verwerken bijzondere persoonsgegevens{items} alleen als u deze vrijwillig geeft.",
        "We process special categories of personal data{items} only if you give it voluntarily.",
    ),
}
_SOMETIMES = Text(
    "Wij verwerken bijzondere persoonsgegevens{items} alleen als de wet dat toestaat.",
    "We process special categories of personal data{items} only where the law allows it.",
)
_CHILD = {
    (False, False): Text(
        "Wij verzamelen geen gegevens van personen jonger dan {age} jaar.",
        "We do not collect data of persons under {age} years of age.",
    ),
    (True, False): Text(
        "Wij verzamelen geen gegevens van personen jonger dan {age} jaar zonder toestemming van "
        "een ouder of voogd.",
        "We do not collect data of persons under {age} years of age without consent of a parent "
        "or guardian.",
    ),
    (True, True): Text(
        "Wij verzamelen geen gegevens van personen jonger dan {age} jaar zonder schriftelijke "
        "toestemming van een ouder of voogd.",
        "We do not collect data of persons under {age} years of age without written consent of a "
        "parent or guardian.",
    ),
}


def what(teller: Teller) -> Section | None:
    promises = teller.policy.promises
    passages: list[Passage] = [
        *teller.listed(_DATA, [(p, p.data) for p in promises if p.data], _named)
    ]
    for promise in promises:
        passages += _around(teller, promise)
    return teller.section(_ID, _HEADING, _short(teller), passages)


def special(teller: Teller) -> Section | None:
    passages = [s for p in teller.policy.promises for s in _guarded(teller, p)]
    short = passages[0].text if passages else None
    return teller.section(_SPECIAL_ID, _SPECIAL_HEADING, short, passages)


def _named(teller: Teller, data: Iterable[Category]) -> str:
    return teller.joined([_TOLD.get(c, label(c)).in_(teller.lang) for c in data])


def _short(teller: Teller) -> str | None:
    said: dict[Category, None] = {c: None for p in teller.policy.promises for c in p.data}
    return teller.say(_SHORT, data=_named(teller, said)) if said else None


def _around(teller: Teller, promise: Promise) -> Iterator[Sentence]:
    if promise.groups:
        yield teller.about(promise, _GROUPS, groups=teller.owns(promise.groups))
    if promise.sources:
        yield teller.about(promise, _SOURCES, sources=teller.owns(promise.sources))
    if promise.required is not None:
        yield teller.about(promise, _REQUIRED[promise.required])


def _guarded(teller: Teller, promise: Promise) -> Iterator[Sentence]:
    if promise.special and promise.special.status is not SpecialStatus.NOT_MENTIONED:
        yield _special(teller, promise, promise.special)
    if child := promise.children:
        yield teller.about(
            promise, _CHILD[child.consent, child.consent and child.written], age=child.age
        )


def _special(teller: Teller, promise: Promise, said: SpecialData) -> Sentence:
    items = teller.say(_SUCH_AS, items=teller.owns(said.items)) if said.items else ""
    words = _STATUS.get(said.status)
    if words is None:
        words = _RULES.get(said.rule, _SOMETIMES) if said.rule else _SOMETIMES
    return teller.about(promise, words, items=items)
