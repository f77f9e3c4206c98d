"""What the table says of a column whose name says little by itself: `title`, `line2`, `value`."""

from collections.abc import Iterator

from nakomen.detect.column_name import FREE_TEXT, Meaning, meaning
from nakomen.detect.person_name import Named, named
from nakomen.detect.shape import Shape, shape
from nakomen.detect.words import bare, spoken
from nakomen.records import SeenColumn, SeenDataset
from nakomen.terms import Category, Text

_SALUTATION = Meaning(
    Category.GENDER, Text("een aanhef, naast een naam", "a salutation, beside a name")
)
_LINE = Meaning(
    Category.ADDRESS, Text("een adresregel, bij een postcode", "an address line, with a postcode")
)
_CARD = Meaning(Category.BANK_ACCOUNT, Text("het nummer van een kaart", "the number of a card"))
_ANSWER = Meaning(
    Category.OTHER, Text("wat iemand invulde in een formulier", "what somebody filled in")
)
_SEARCH = Meaning(Category.BROWSING_BEHAVIOUR, Text("wat iemand zocht", "what somebody looked for"))
_PUBLISHED = Meaning(Category.NONE, Text("een tekst voor iedereen", "a text for everybody"))
_FOR_ALL = ("kbitem", "kbarticle", "faq", "kennisbank", "knowledgebase")
_SITE = Meaning(Category.OTHER, Text("een eigen website", "a site of one's own"))
_SITES = ("website", "web site", "homepage", "home page")
_CARDS = ("bankcard", "creditcard", "paymentcard", "bankkaart")
_FILLED_IN = ("custom", "answer", "antwoord", "formsubmission", "formdata", "response", "survey")
_SEARCHES = ("search", "zoekopdracht")


def in_table(column: SeenColumn, dataset: SeenDataset, *, of_persons: bool) -> Iterator[Meaning]:
    """The meaning that *column* has in this table. *of_persons*: its rows are about persons."""
    name, table = spoken(column.name), spoken(bare(dataset.name)).replace(" ", "")
    if shape(column) is not Shape.TEXT:
        return
    if name in ("title", "titel", "prefix") and _has_first_name(dataset):
        yield _SALUTATION
    if name in ("line", "regel", "address line", "adresregel") and _has_postcode(dataset):
        yield _LINE
    if name in ("number", "nummer") and table.endswith(_CARDS):
        yield _CARD
    if meaning(column.name) == FREE_TEXT and any(word in table for word in _FOR_ALL):
        yield _PUBLISHED
    if not of_persons:
        return
    if name in _SITES:
        yield _SITE
    if name in ("value", "waarde") and any(word in table for word in _FILLED_IN):
        yield _ANSWER
    if name in ("query", "term", "terms", "keywords") and any(w in table for w in _SEARCHES):
        yield _SEARCH


def _has_first_name(dataset: SeenDataset) -> bool:
    names = (c.name for c in dataset.columns if named(c.name) is Named.PERSON)
    return any(spoken(name).split()[0] in ("first", "given", "voor", "voornaam") for name in names)


def _has_postcode(dataset: SeenDataset) -> bool:
    said = (meaning(column.name) for column in dataset.columns)
    return any(m and m.what.en == "a postcode" for m in said)
