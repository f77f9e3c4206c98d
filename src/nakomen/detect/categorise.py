"""
Which category a column holds, how sure that is, and why in one sentence without values.

Values come first, then the name of the column, then its neighbours. Numbers of records, references,
dates, amounts and products are `none`: they say nothing of a person by themselves.
"""

from collections.abc import Iterator
from typing import NamedTuple

from nakomen.detect.column_name import DURATION, FREE_TEXT, Meaning, meaning
from nakomen.detect.column_role import is_heading, is_identifier
from nakomen.detect.kind import kind, kind_of_name
from nakomen.detect.person_name import Named, named
from nakomen.detect.shape import ENOUGH, Shape, shape
from nakomen.records import SeenColumn, SeenDataset
from nakomen.terms import Category, Certainty, RecordKind, Text

HALF = 0.5


class Judged(NamedTuple):
    category: Category
    certainty: Certainty
    why: Text


_BY_VALUE = {
    "email": Meaning(Category.EMAIL, Text("een e-mailadres", "an e-mail address")),
    "iban": Meaning(Category.BANK_ACCOUNT, Text("een IBAN", "an IBAN")),
    "phone": Meaning(Category.PHONE, Text("een telefoonnummer", "a telephone number")),
    "ip": Meaning(Category.IP_ADDRESS, Text("een IP-adres", "an IP address")),
    "postcode": Meaning(Category.ADDRESS, Text("een postcode of adres", "a postcode or address")),
    "bsn": Meaning(Category.BSN, Text("een mogelijk burgerservicenummer", "a possible BSN")),
}
# An e-mail address or IBAN is nothing else; the others have doubles among codes and numbers.
_UNMISTAKABLE = frozenset({"email", "iban"})
# Of these each value has the form, so a column that lacks it is hardly what its name says.
_FORMED = {m.category: name for name, m in _BY_VALUE.items() if name != "postcode"}

_BOTH = Text(
    "{share} % van de waarden is {what}; de kolomnaam zegt het ook",
    "{share} % of the values is {what}; the column's name says so too",
)
_VALUES = Text("{share} % van de waarden is {what}", "{share} % of the values is {what}")
_NAME = Text("de kolomnaam noemt {what}", "the column's name says {what}")
_NAME_AGAINST_VALUES = Text(
    "de kolomnaam noemt {what}, maar {share} % van de waarden heeft die vorm",
    "the column's name says {what}, but {share} % of the values has that form",
)
_LOOKS_LIKE = Text(
    "de waarden lijken op {what}, maar de kolomnaam noemt {name}",
    "the values look like {what}, but the column's name says {name}",
)
_PERSON = Text(
    "de kolomnaam noemt de naam van een persoon", "the column's name says a person's name"
)
_PERSON_BY_NEIGHBOURS = Text(
    "een naam, in een tabel over personen", "a name, in a table about persons"
)
_COMPANY = Text(
    "een bedrijfsnaam; bij een eenmanszaak noemt die een persoon",
    "a company's name; that of a sole trader names a person",
)
_THING = Text("de naam van een ding, niet van een persoon", "the name of a thing, not of a person")
_REFERENCE = Text("een sleutel of verwijzing", "a key or reference")
_DATE = Text("een datum of tijdstip", "a date or moment")
_FLAG = Text("ja of nee", "yes or no")
_BIRTH = Text(
    "de kolomnaam noemt een geboortedatum en het type past",
    "the column's name says a date of birth and the type fits",
)
_ABOUT_PERSON = Text(
    "onbekend, in een tabel over personen: kijk zelf", "unknown, in a table about persons: look"
)
_NOT_ABOUT_PERSON = Text("niets wijst op een persoon", "nothing points to a person")
_HOUSE_NUMBER = Text("een nummer naast een straat", "a number beside a street")
_TEXT_OF_CASE = Text("tekst van een bericht of melding", "text of a message or ticket")
_TEXT_OF_THING = Text(
    "omschrijving van een product of dienst", "description of a product or service"
)


def category(column: SeenColumn, dataset: SeenDataset) -> Judged:
    """
    What *column* says about a person.

    SURE when values and name agree, or when the structure tells; LIKELY when one of them does;
    DOUBTFUL when they disagree or only the neighbours speak.
    """
    return next(_judgements(column, dataset))


def _judgements(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    said = meaning(column.name)
    yield from _values_alone(column, said)
    yield from _structure(column, dataset, said)
    yield from _mistakable_values(column, said)
    yield from _person_name(column, dataset)
    yield from _text(column, dataset, said)
    yield from _house_number(column, dataset)
    yield from _name(column, dataset, said)
    yield from _half_of_values(column)
    yield _neighbours(column, dataset)


def _share(share: float) -> int:
    """Percent, rounded down: 99.9 % is not all of them."""
    return int(share * 100)


def _passed(column: SeenColumn, least: float) -> Iterator[tuple[str, Meaning, float]]:
    for name, found in _BY_VALUE.items():
        if column.shares.get(name, 0) >= least:
            yield name, found, column.shares[name]


def _values_alone(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    for name, found, share in _passed(column, ENOUGH):
        facts = {"share": _share(share)}
        if said and said.category is found.category:
            yield Judged(found.category, Certainty.SURE, _told(_BOTH, found, **facts))
        elif name in _UNMISTAKABLE:
            yield Judged(found.category, Certainty.LIKELY, _told(_VALUES, found, **facts))


def _told(sentence: Text, found: Meaning, **facts: object) -> Text:
    return Text(
        sentence.nl.format(what=found.what.nl, **facts),
        sentence.en.format(what=found.what.en, **facts),
    )


def _structure(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Iterator[Judged]:
    form = shape(column)
    if form is Shape.MOMENT:
        birth = said is not None and said.category is Category.DATE_OF_BIRTH
        yield (
            Judged(Category.DATE_OF_BIRTH, Certainty.SURE, _BIRTH)
            if birth
            else Judged(Category.NONE, Certainty.SURE, _DATE)
        )
    if form is Shape.FLAG:
        yield Judged(Category.NONE, Certainty.LIKELY, _FLAG)
    if is_reference(column, dataset):
        yield Judged(Category.NONE, Certainty.SURE, _REFERENCE)


def is_reference(column: SeenColumn, dataset: SeenDataset) -> bool:
    """Part of the primary key or of a foreign key, or called an id."""
    linked = any(column.name in link.columns for link in dataset.links)
    return linked or column.name in dataset.primary_key or is_identifier(column.name)


def _mistakable_values(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    for _, found, share in _passed(column, ENOUGH):
        if said is None or found.category is Category.PHONE:
            yield Judged(
                found.category, Certainty.LIKELY, _told(_VALUES, found, share=_share(share))
            )
        elif said.category is Category.NONE:
            doubt = Text(
                _LOOKS_LIKE.nl.format(what=found.what.nl, name=said.what.nl),
                _LOOKS_LIKE.en.format(what=found.what.en, name=said.what.en),
            )
            # A BSN that is passed over does more harm than a number that is looked at once more.
            kept = Category.BSN if found.category is Category.BSN else Category.NONE
            yield Judged(kept, Certainty.DOUBTFUL, doubt)


def _person_name(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    match named(column.name):
        case Named.PERSON:
            yield Judged(Category.NAME, Certainty.LIKELY, _PERSON)
        case Named.COMPANY if about_persons(dataset):
            yield Judged(Category.OTHER, Certainty.LIKELY, _COMPANY)
        case Named.SUBJECT_OF_TABLE if _has_person(dataset):
            yield Judged(Category.NAME, Certainty.LIKELY, _PERSON_BY_NEIGHBOURS)
        case Named.SUBJECT_OF_TABLE | Named.COMPANY:
            yield Judged(Category.NONE, Certainty.LIKELY, _THING)
        case Named.THING if meaning(column.name) is None:
            yield Judged(Category.NONE, Certainty.LIKELY, _THING)


_PERSON_FILES = (RecordKind.CUSTOMER, RecordKind.CONTACT, RecordKind.STAFF, RecordKind.NEWSLETTER)
_OF_PERSONS = (Category.EMAIL, Category.PHONE, Category.DATE_OF_BIRTH, Category.GENDER)


def _has_person(dataset: SeenDataset) -> bool:
    """A bare name is a person's in a file of persons, or beside an e-mail address or a phone."""
    beside = (meaning(column.name) for column in dataset.columns)
    return kind(dataset) in _PERSON_FILES or any(m and m.category in _OF_PERSONS for m in beside)


def about_persons(dataset: SeenDataset) -> bool:
    """The rows are about persons, or belong to rows that are."""
    kinds = (kind(dataset), *(kind_of_name(link.to) for link in dataset.links))
    return any(k is not RecordKind.OTHER for k in kinds)


def _text(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Iterator[Judged]:
    in_case = kind(dataset) is RecordKind.CORRESPONDENCE
    if is_heading(column.name) and in_case:
        yield Judged(Category.CORRESPONDENCE, Certainty.LIKELY, _TEXT_OF_CASE)
    if is_heading(column.name) and kind(dataset) not in _PERSON_FILES:
        yield Judged(Category.NONE, Certainty.LIKELY, _TEXT_OF_THING)
    if said == FREE_TEXT:
        found = Category.CORRESPONDENCE if in_case else Category.OTHER
        if in_case or about_persons(dataset):
            yield Judged(found, Certainty.LIKELY, _told(_NAME, FREE_TEXT))
    if said == DURATION and kind(dataset) is not RecordKind.TRAFFIC:
        yield Judged(Category.NONE, Certainty.LIKELY, _told(_NAME, DURATION))


def _house_number(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    place = dataset.columns.index(column)
    before = meaning(dataset.columns[place - 1].name) if place else None
    said = meaning(column.name)
    numbered = said is not None and said.what.en == "a number or reference"
    if numbered and before and before.category is Category.ADDRESS:
        yield Judged(Category.ADDRESS, Certainty.LIKELY, _HOUSE_NUMBER)


def _name(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Iterator[Judged]:
    if said is None or (said == FREE_TEXT and not about_persons(dataset)):
        return
    measured = column.shares.get(_FORMED.get(said.category, ""))
    if measured is None or measured >= HALF:
        yield Judged(said.category, Certainty.LIKELY, _told(_NAME, said))
    else:
        why = _told(_NAME_AGAINST_VALUES, said, share=_share(measured))
        yield Judged(said.category, Certainty.DOUBTFUL, why)


def _half_of_values(column: SeenColumn) -> Iterator[Judged]:
    for _, found, share in _passed(column, HALF):
        why = _told(_VALUES, found, share=_share(share))
        yield Judged(found.category, Certainty.DOUBTFUL, why)


def _neighbours(column: SeenColumn, dataset: SeenDataset) -> Judged:
    if not about_persons(dataset):
        return Judged(Category.NONE, Certainty.LIKELY, _NOT_ABOUT_PERSON)
    unknown = Category.NONE if shape(column) is Shape.NUMBER else Category.OTHER
    return Judged(unknown, Certainty.DOUBTFUL, _ABOUT_PERSON)
