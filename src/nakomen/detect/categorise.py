"""
Which category a column holds, how sure that is, and why in one sentence without values.

Values come first, then the name of the column, then its neighbours. Numbers of records, references,
dates, amounts and products are `none`: they say nothing of a person by themselves. What the values
say goes with how many were seen and what that makes sure of all.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nakomen.detect.column_name import DURATION, FREE_TEXT, Meaning, meaning
from nakomen.detect.column_role import is_heading, is_identifier
from nakomen.detect.hidden import warned
from nakomen.detect.in_table import in_table
from nakomen.detect.kind import kind, kind_of_name
from nakomen.detect.measure import CHANCE
from nakomen.detect.of_program import MESSAGE_ID
from nakomen.detect.person_name import Named, named
from nakomen.detect.sampling import Sample, by_chance
from nakomen.detect.shape import ENOUGH, Shape, shape
from nakomen.detect.words import spoken
from nakomen.records import SeenColumn, SeenDataset
from nakomen.terms import Category, Certainty, RecordKind, Text

HALF = 0.5


class Judged(NamedTuple):
    """*detector* and *sample* where values decided: which form they have, and how many."""

    category: Category
    certainty: Certainty
    why: Text
    detector: str | None = None
    sample: Sample | None = None


class _Told(NamedTuple):
    """What values of one form tell: from which share, and whether anything else looks like it."""

    meaning: Meaning
    enough: float = ENOUGH
    unmistakable: bool = False


def _row(
    category: Category, nl: str, en: str, enough: float = ENOUGH, *, unmistakable: bool = False
) -> _Told:
    return _Told(Meaning(category, Text(nl, en)), enough, unmistakable)


# In the order in which they are believed. Names and streets are known in part, so fewer will do.
_BY_VALUE: Mapping[str, _Told] = {
    "email": _row(Category.EMAIL, "een e-mailadres", "an e-mail address", unmistakable=True),
    "iban": _row(Category.BANK_ACCOUNT, "een IBAN", "an IBAN", unmistakable=True),
    "user_agent": _row(Category.DEVICE, "wat een browser van zichzelf zegt", "a user agent",
                       unmistakable=True),
    "password_hash": _row(Category.LOGIN_CREDENTIALS, "de hash van een wachtwoord",
                          "the hash of a password", unmistakable=True),
    "mac": _row(Category.DEVICE, "het adres van een netwerkkaart", "a hardware address",
                unmistakable=True),
    "sip": _row(Category.OTHER, "een adres voor bellen via internet",
                "an address for calls over the internet", unmistakable=True),
    "btw": _row(Category.VAT_KVK_NUMBER, "een btw-nummer", "a VAT number", unmistakable=True),
    "card": _row(Category.BANK_ACCOUNT, "een kaartnummer", "a card number"),
    "imei": _row(Category.DEVICE, "een IMEI", "an IMEI"),
    "phone": _row(Category.PHONE, "een telefoonnummer", "a telephone number"),
    "ip": _row(Category.IP_ADDRESS, "een IP-adres", "an IP address"),
    "postcode": _row(Category.ADDRESS, "een postcode of adres", "a postcode or address"),
    "address": _row(Category.ADDRESS, "een adresregel", "an address line", 0.6),
    "bsn": _row(Category.BSN, "een mogelijk burgerservicenummer", "a possible BSN"),
    "imsi": _row(Category.DEVICE, "een mogelijke IMSI", "a possible IMSI"),
    "plate": _row(Category.OTHER, "een mogelijk kenteken", "a possible licence plate"),
    "passport": _row(Category.ID_DOCUMENT, "een mogelijk documentnummer",
                     "a possible number of an identity document"),
    "bic": _row(Category.BANK_ACCOUNT, "een BIC", "a BIC"),
    "coordinates": _row(Category.LOCATION, "een plaatsbepaling", "a location"),
    "name": _row(Category.NAME, "de naam van een persoon", "a person's name", 0.4),
    "street": _row(Category.ADDRESS, "een straat", "a street", 0.6),
    "given_name": _row(Category.NAME, "een voornaam", "a given name", 0.4),
    "surname": _row(Category.NAME, "een achternaam", "a surname", 0.3),
    "health_inside": _row(Category.HEALTH, "iets over gezondheid", "something about health", 0.5),
    "kvk": _row(Category.VAT_KVK_NUMBER, "een mogelijk KvK-nummer",
                "a possible trade register number"),
}  # fmt: skip
# Words of every day: without a name that says so, a few of them prove nothing.
_WORDS = ("name", "street", "given_name", "surname", "health_inside", "address")
_SOME = 5
# Of these each value has one of these forms, so a column that lacks it is hardly what it is called.
_FORMED: Mapping[Category, tuple[str, ...]] = {
    Category.EMAIL: ("email", "email_inside"),
    Category.BANK_ACCOUNT: ("iban", "bic", "card"),
    Category.PHONE: ("phone",),
    Category.IP_ADDRESS: ("ip",),
    Category.BSN: ("bsn",),
}
# Chance lets one in eleven nine-digit numbers pass; one in a thousand such columns is shown idly.
_BEYOND_CHANCE = 0.001

_BOTH = Text(
    "{share} % van de waarden is {what}; de kolomnaam zegt het ook",
    "{share} % of the values is {what}; the column's name says so too",
)
_VALUES = Text("{share} % van de waarden is {what}", "{share} % of the values is {what}")
_MORE_THAN_CHANCE = Text(
    "van de getallen van negen cijfers slagen er meer voor de elfproef dan toeval verklaart",
    "of the numbers of nine digits more pass the elfproef than chance explains",
)
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
    judged = next(_judgements(column, dataset))
    more = warned(column)
    why = Text(judged.why.nl + more.nl, judged.why.en + more.en)
    return judged._replace(why=why)


def _judgements(column: SeenColumn, dataset: SeenDataset) -> Iterator[Judged]:
    said = meaning(column.name)
    yield from _values_alone(column, said)
    yield from _names(column)
    yield from _structure(column, dataset, said)
    yield from _mistakable_values(column, said)
    yield from _more_than_chance(column, said)
    yield from _in_table(column, dataset)
    yield from _person_name(column, dataset)
    yield from _text(column, dataset, said)
    yield from _house_number(column, dataset)
    yield from _name(column, dataset, said)
    yield from _half_of_values(column)
    yield _neighbours(column, dataset)


class _Passed(NamedTuple):
    """A form that enough values have."""

    detector: str
    meaning: Meaning
    sample: Sample
    share: int

    def judged(self, certainty: Certainty, sentence: Text) -> Judged:
        why = _told(sentence, self.meaning, share=self.share)
        said = self.sample.said()
        with_sample = Text(f"{why.nl} ({said.nl})", f"{why.en} ({said.en})")
        return Judged(self.meaning.category, certainty, with_sample, self.detector, self.sample)


def _passed(column: SeenColumn, least: float | None = None) -> Iterator[_Passed]:
    """The forms that enough values have; *least* takes the place of what each asks."""
    for name, told in _BY_VALUE.items():
        share = column.shares.get(name, 0)
        if share >= (told.enough if least is None else least):
            sample = Sample(round(share * column.sampled), column.sampled)
            # Rounded down: 99.9 % is not all of them.
            yield _Passed(name, told.meaning, sample, int(share * 100))


def _values_alone(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    for found in _passed(column):
        if said and said.category is found.meaning.category:
            yield found.judged(Certainty.SURE, _BOTH)
        elif _BY_VALUE[found.detector].unmistakable and (said is None or said.what != MESSAGE_ID):
            yield found.judged(Certainty.LIKELY, _VALUES)
    digests = column.shares.get("digest", 0)
    if said and said.category is Category.LOGIN_CREDENTIALS and digests >= ENOUGH:
        yield Judged(said.category, Certainty.SURE, _told(_NAME, said))


def _names(column: SeenColumn) -> Iterator[Judged]:
    """Names of persons in a column that is called so."""
    if named(column.name) is Named.PERSON:
        for found in _passed(column):
            if found.meaning.category is Category.NAME:
                yield found.judged(Certainty.SURE, _BOTH)


def _told(sentence: Text, found: Meaning, **facts: object) -> Text:
    return Text(
        sentence.nl.format(what=found.what.nl, **facts),
        sentence.en.format(what=found.what.en, **facts),
    )


def _structure(column: SeenColumn, dataset: SeenDataset, said: Meaning | None) -> Iterator[Judged]:
    form = shape(column)
    if form is Shape.MOMENT:
        yield _moment(column, dataset, said)
    if form is Shape.FLAG:
        yield Judged(Category.NONE, Certainty.LIKELY, _FLAG)
    in_cookie = said is not None and said.category is Category.COOKIES
    if is_reference(column, dataset) and not in_cookie:
        yield Judged(Category.NONE, Certainty.SURE, _REFERENCE)


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


def _mistakable_values(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    for found in _passed(column):
        category = found.meaning.category
        if _proves_little(column, found):
            continue
        if (said is None and named(column.name) is None) or category is Category.PHONE:
            doubtful = found.detector == "kvk"
            yield found.judged(Certainty.DOUBTFUL if doubtful else Certainty.LIKELY, _VALUES)
        elif said is not None and said.category is Category.NONE and found.detector not in _WORDS:
            doubt = Text(
                _LOOKS_LIKE.nl.format(what=found.meaning.what.nl, name=said.what.nl),
                _LOOKS_LIKE.en.format(what=found.meaning.what.en, name=said.what.en),
            )
            # A BSN that is passed over does more harm than a number that is looked at once more.
            kept = Category.BSN if category is Category.BSN else Category.NONE
            yield Judged(kept, Certainty.DOUBTFUL, doubt, found.detector, found.sample)


def _proves_little(column: SeenColumn, found: _Passed) -> bool:
    """A few words, or so few numbers with a check digit that chance may have made them pass."""
    if found.detector in _WORDS:
        return found.sample.passed < _SOME
    chance = CHANCE.get(found.detector, 0)
    return by_chance(found.sample.passed, _formed(column, found.detector), chance) > HALF


def _formed(column: SeenColumn, detector: str) -> int:
    """How many of the values seen have the form, whether they pass or not."""
    return round(column.shares.get(f"{detector}_form", 0) * column.sampled)


def _more_than_chance(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    """BSNs among other numbers: too few to be the column, too many to be chance."""
    if said is not None and said.category is not Category.NONE:
        return
    passed = round(column.shares.get("bsn", 0) * column.sampled)
    formed = _formed(column, "bsn")
    if passed and by_chance(passed, formed, CHANCE["bsn"]) < _BEYOND_CHANCE:
        sample = Sample(passed, column.sampled)
        yield Judged(Category.BSN, Certainty.DOUBTFUL, _MORE_THAN_CHANCE, "bsn", sample)


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
        if in_case or about_persons(dataset):
            yield Judged(found, Certainty.LIKELY, _told(_NAME, FREE_TEXT))
    if said == DURATION and kind(dataset) is not RecordKind.TRAFFIC:
        yield Judged(Category.NONE, Certainty.LIKELY, _told(_NAME, DURATION))


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
        yield Judged(said.category, Certainty.LIKELY, _told(_NAME, said))
    else:
        why = _told(_NAME_AGAINST_VALUES, said, share=int(measured * 100))
        yield Judged(said.category, Certainty.DOUBTFUL, why)


def _half_of_values(column: SeenColumn) -> Iterator[Judged]:
    for found in _passed(column, HALF):
        if found.detector not in _WORDS and found.detector != "kvk":
            yield found.judged(Certainty.DOUBTFUL, _VALUES)


def _neighbours(column: SeenColumn, dataset: SeenDataset) -> Judged:
    if not about_persons(dataset):
        return Judged(Category.NONE, Certainty.LIKELY, _NOT_ABOUT_PERSON)
    unknown = Category.NONE if shape(column) is Shape.NUMBER else Category.OTHER
    return Judged(unknown, Certainty.DOUBTFUL, _ABOUT_PERSON)


def told_by_values(column: SeenColumn) -> str | None:
    """
    The detector that knows the values of *column*, whatever it is called; None when none does.

    Numbers without a check digit are among the answers; what becomes of those `category` decides.
    """
    if column.shares.get("birth", 0) >= HALF:
        return "birth"
    if column.shares.get("moment", 0) >= ENOUGH:
        return None
    found = (f.detector for f in _passed(column) if not _proves_little(column, f))
    return next(found, None)
