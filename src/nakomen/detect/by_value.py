"""
What the values of a column say of it, beside its name.

Names of persons and streets are known in part, so fewer of them will do; numbers with a check
digit pass by chance too, so few of those prove nothing.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nakomen.detect.column_name import Meaning
from nakomen.detect.detectors import CHANCE
from nakomen.detect.judged import NAME, Judged, told
from nakomen.detect.of_program import MESSAGE_ID
from nakomen.detect.person_name import Named, named
from nakomen.detect.sampling import Sample, by_chance
from nakomen.detect.shape import ENOUGH
from nakomen.records import SeenColumn
from nakomen.terms import Category, Certainty, Text

HALF = 0.5


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
# A word in capitals may have the form of a BIC: "ACCEPTED".
_ONE_WORD = ("street", "given_name", "surname", "bic")
_MANY = 20
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
_LOOKS_LIKE = Text(
    "de waarden lijken op {what}, maar de kolomnaam noemt {name}",
    "the values look like {what}, but the column's name says {name}",
)


class _Passed(NamedTuple):
    """A form that enough values have."""

    detector: str
    meaning: Meaning
    sample: Sample
    share: int

    def judged(self, certainty: Certainty, sentence: Text) -> Judged:
        why = told(sentence, self.meaning, share=self.share)
        said = self.sample.said()
        with_sample = Text(f"{why.nl} ({said.nl})", f"{why.en} ({said.en})")
        return Judged(self.meaning.category, certainty, with_sample, self.detector, self.sample)


def _passed(column: SeenColumn, least: float | None = None) -> Iterator[_Passed]:
    """The forms that enough values have; *least* takes the place of what each asks."""
    for name, row in _BY_VALUE.items():
        share = column.shares.get(name, 0)
        if share >= (row.enough if least is None else least):
            sample = Sample(round(share * column.sampled), column.sampled)
            # Rounded down: 99.9 % is not all of them.
            yield _Passed(name, row.meaning, sample, int(share * 100))


def values_alone(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    for found in _passed(column):
        if said and said.category is found.meaning.category:
            yield found.judged(Certainty.SURE, _BOTH)
        elif _BY_VALUE[found.detector].unmistakable and (said is None or said.what != MESSAGE_ID):
            yield found.judged(Certainty.LIKELY, _VALUES)
    digests = column.shares.get("digest", 0)
    if said and said.category is Category.LOGIN_CREDENTIALS and digests >= ENOUGH:
        yield Judged(said.category, Certainty.SURE, told(NAME, said))


def person_names(column: SeenColumn) -> Iterator[Judged]:
    """Names of persons in a column that is called so."""
    if named(column.name) is Named.PERSON:
        for found in _passed(column):
            if found.meaning.category is Category.NAME:
                yield found.judged(Certainty.SURE, _BOTH)


def mistakable_values(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
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
    if found.detector in _ONE_WORD and _over_and_over(column):
        return True
    if found.detector in _WORDS:
        return found.sample.passed < _SOME
    chance = CHANCE.get(found.detector, 0)
    return by_chance(found.sample.passed, _formed(column, found.detector), chance) > HALF


def _over_and_over(column: SeenColumn) -> bool:
    """One or two words in many rows: a state or a choice, whatever else the word means."""
    return column.different in (1, 2) and column.sampled >= _MANY


def _formed(column: SeenColumn, detector: str) -> int:
    """How many of the values seen have the form, whether they pass or not."""
    return round(column.shares.get(f"{detector}_form", 0) * column.sampled)


def more_than_chance(column: SeenColumn, said: Meaning | None) -> Iterator[Judged]:
    """BSNs among other numbers: too few to be the column, too many to be chance."""
    if said is not None and said.category is not Category.NONE:
        return
    passed = round(column.shares.get("bsn", 0) * column.sampled)
    formed = _formed(column, "bsn")
    if passed and by_chance(passed, formed, CHANCE["bsn"]) < _BEYOND_CHANCE:
        sample = Sample(passed, column.sampled)
        yield Judged(Category.BSN, Certainty.DOUBTFUL, _MORE_THAN_CHANCE, "bsn", sample)


def half_of_values(column: SeenColumn) -> Iterator[Judged]:
    for found in _passed(column, HALF):
        word = found.detector in _ONE_WORD and _over_and_over(column)
        if found.detector not in (*_WORDS, "kvk") and not word:
            yield found.judged(Certainty.DOUBTFUL, _VALUES)


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
