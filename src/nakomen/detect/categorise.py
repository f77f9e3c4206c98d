"""
Which category a column holds, how sure that is, and why in one sentence without values.

Values come first, then the name of the column, then its neighbours. Numbers of records, references,
dates, amounts and products are `none`: they say nothing of a person by themselves. What the values
say goes with how many were seen and what that makes sure of all.
"""

import re
from collections.abc import Iterator, Mapping

from nakomen.detect.by_value import (
    HALF,
    half_of_values,
    mistakable_values,
    more_than_chance,
    person_names,
    told_by_values,
    values_alone,
)
from nakomen.detect.column_name import DURATION, FREE_TEXT, Meaning, meaning
from nakomen.detect.column_role import is_heading, is_identifier, is_username
from nakomen.detect.copies import copied
from nakomen.detect.hidden import warned
from nakomen.detect.in_table import in_table
from nakomen.detect.judged import NAME, Judged, told
from nakomen.detect.kind import kind, kind_of_name
from nakomen.detect.person_name import Named, named
from nakomen.detect.shape import Shape, shape
from nakomen.detect.words import spoken
from nakomen.records import SeenColumn, SeenDataset
from nakomen.terms import Category, Certainty, RecordKind, Text

__all__ = ["REFERENCE", "Judged", "about_persons", "category", "is_reference", "told_by_values"]

# Of these each value has one of these forms, so a column that lacks it is hardly what it is called.
_FORMED: Mapping[Category, tuple[str, ...]] = {
    Category.EMAIL: ("email", "email_inside"),
    Category.BANK_ACCOUNT: ("iban", "bic", "card"),
    Category.PHONE: ("phone",),
    Category.IP_ADDRESS: ("ip",),
    Category.BSN: ("bsn",),
}
_NAME_AGAINST_VALUES = Text(
    "de kolomnaam noemt {what}, maar {share} % van de waarden heeft die vorm",
    "the column's name says {what}, but {share} % of the values has that form",
)
_PERSON = Text(
    "de kolomnaam noemt de naam van een persoon", "the column's name says a person's name"
)
_PERSON_BY_NEIGHBOURS = Text(
    "een naam, in een tabel over personen", "a name, in a table about persons"
)
_PERSON_BY_VALUES = Text("de waarden zijn namen van personen", "the values are names of persons")
_LONG_AGO = Text(
    "de meeste dagen liggen voor 1995, zoals geboortedata",
    "most days lie before 1995, as dates of birth do",
)
# Words of a day on which something happened; old archives have such days before 1995 too.
_EVENT = re.compile(
    r"hire|dienst|start|begin|end|eind|order|bestel|invoice|factu|paid|betaal|creat|aangemaakt"
    r"|updat|modif|gewijzigd|ship|deliver|lever|publish|release|found|opgericht|sold|sale|due|verval"
)
_COMPANY = Text(
    "een bedrijfsnaam; bij een eenmanszaak noemt die een persoon",
    "a company's name; that of a sole trader names a person",
)
_THING = Text("de naam van een ding, niet van een persoon", "the name of a thing, not of a person")
_REFERENCE = Text("een sleutel of verwijzing", "a key or reference")
REFERENCE = Judged(Category.NONE, Certainty.SURE, _REFERENCE)
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
    DOUBTFUL when they disagree or only the neighbours speak. The reason also tells what weighty
    data stand inside its texts.
    """
    judged = next(_judgements(copied(column, dataset), dataset))
    more = warned(column)
    why = Text(judged.why.nl + more.nl, judged.why.en + more.en)
    return judged._replace(why=why)


def _judgements(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    said = meaning(column.name)
    yield from values_alone(column, said)
    yield from person_names(column)
    yield from _structure(column, dataset, said)
    yield from mistakable_values(column, said)
    yield from more_than_chance(column, said)
    yield from _in_table(column, dataset)
    yield from _person_name(column, dataset)
    yield from _text(column, dataset, said)
    yield from _house_number(column, dataset)
    yield from _name(column, dataset, said)
    yield from half_of_values(column)
    yield _neighbours(column, dataset)


def _structure(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Iterator[Judged]:
    form = shape(column)
    if form is Shape.MOMENT:
        yield _moment(column, dataset, said)
    if form is Shape.FLAG:
        yield Judged(Category.NONE, Certainty.LIKELY, _FLAG)
    in_cookie = said is not None and said.category is Category.COOKIES
    if is_reference(column, dataset) and not in_cookie and not _is_natural(column, form):
        yield Judged(Category.NONE, Certainty.SURE, _REFERENCE)


def _is_natural(column: SeenColumn, form: Shape) -> bool:
    """A key that people know her by: a username is one also where it is the key of the row."""
    return form is Shape.TEXT and is_username(column.name)


def _moment(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Judged:
    """A date of birth by its name; by its values alone only where nothing else is named."""
    if said is not None and said.category is Category.DATE_OF_BIRTH:
        return Judged(Category.DATE_OF_BIRTH, Certainty.SURE, _BIRTH)
    if column.shares.get("birth", 0) >= HALF and not _EVENT.search(spoken(column.name)):
        certainty = Certainty.LIKELY if kind(dataset) in _PERSON_FILES else Certainty.DOUBTFUL
        return Judged(Category.DATE_OF_BIRTH, certainty, _LONG_AGO)
    return Judged(Category.NONE, Certainty.SURE, _DATE)


def is_reference(column: SeenColumn, dataset: SeenDataset) -> bool:
    """Part of the primary key or of a foreign key, or called an id."""
    linked = any(column.name in link.columns for link in dataset.links)
    return linked or column.name in dataset.primary_key or is_identifier(column.name)


def _person_name(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    match named(column.name):
        case Named.PERSON:
            yield Judged(Category.NAME, Certainty.LIKELY, _PERSON)
        case Named.COMPANY if about_persons(dataset):
            yield Judged(Category.OTHER, Certainty.LIKELY, _COMPANY)
        case Named.SUBJECT_OF_TABLE if _has_person(dataset):
            yield Judged(Category.NAME, Certainty.LIKELY, _PERSON_BY_NEIGHBOURS)
        case Named.SUBJECT_OF_TABLE if column.shares.get("name", 0) >= HALF:
            yield Judged(Category.NAME, Certainty.LIKELY, _PERSON_BY_VALUES)
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
        if in_case or about_persons(dataset) or _of_an_account(dataset):
            yield Judged(found, Certainty.LIKELY, told(NAME, FREE_TEXT))
    if said == DURATION and kind(dataset) is not RecordKind.TRAFFIC:
        yield Judged(Category.NONE, Certainty.LIKELY, told(NAME, DURATION))


def _of_an_account(dataset: SeenDataset) -> bool:
    """Each row is of somebody known by a username, so what is written there is hers too."""
    return any(is_username(column.name) for column in dataset.columns)


def _in_table(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    for found in in_table(column, dataset, of_persons=about_persons(dataset)):
        yield Judged(found.category, Certainty.LIKELY, found.what)


def _house_number(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    place = dataset.columns.index(column)
    before = meaning(dataset.columns[place - 1].name) if place else None
    said = meaning(column.name)
    numbered = said is not None and said.what.en == "a number or reference"
    if numbered and before and before.category is Category.ADDRESS:
        yield Judged(Category.ADDRESS, Certainty.LIKELY, _HOUSE_NUMBER)


def _name(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Iterator[Judged]:
    # A text or a page says something of a person only where the table is about persons.
    vague = said is not None and (said == FREE_TEXT or said.category is Category.BROWSING_BEHAVIOUR)
    if said is None or (vague and not about_persons(dataset)):
        return
    forms = _FORMED.get(said.category, ())
    measured = max((column.shares[form] for form in forms if form in column.shares), default=None)
    if measured is None or measured >= HALF:
        yield Judged(said.category, Certainty.LIKELY, told(NAME, said))
    else:
        why = told(_NAME_AGAINST_VALUES, said, share=int(measured * 100))
        yield Judged(said.category, Certainty.DOUBTFUL, why)


def _neighbours(column: SeenColumn, dataset: SeenDataset) -> Judged:
    if not about_persons(dataset):
        return Judged(Category.NONE, Certainty.LIKELY, _NOT_ABOUT_PERSON)
    unknown = Category.NONE if shape(column) is Shape.NUMBER else Category.OTHER
    return Judged(unknown, Certainty.DOUBTFUL, _ABOUT_PERSON)
