"""What a table is for, by its name and columns. The table of words is all there is."""

from functools import cache

from nakomen.detect.column_name import DURATION, FREE_TEXT, meaning
from nakomen.detect.column_role import is_first_party, is_heading, is_second_party
from nakomen.detect.person_name import Named, named
from nakomen.detect.words import bare, spoken, stem, stems
from nakomen.records import SeenDataset
from nakomen.terms import Category, RecordKind

# Kind; words that stand alone; Dutch parts that also stand inside a compound. First match wins:
# "newsletter_subscription" is a newsletter, "customer_invoice" billing, "klantcontact" a contact.
_WORDS: tuple[tuple[RecordKind, str, str], ...] = (
    (RecordKind.STAFF, "staff employee applicant volunteer payroll",
     "medewerker personeel sollicit vrijwillig werknemer"),
    (RecordKind.NEWSLETTER, "newsletter mailing mailinglist optin consent",
     "nieuwsbrief nieuwsbrieven mailinglijst toestemming"),
    (RecordKind.BILLING, "invoice payment creditnote refund transaction debit dunning",
     "factuur factur betaling betaal incasso creditnota transactie boeking aanmaning machtiging"),
    (RecordKind.CORRESPONDENCE,
     "ticket followup message mail email correspondence conversation chat letter complaint "
     "comment reply note storing melding brief brieven",
     "bericht correspondentie klacht notitie contactmoment contactformulier"),
    (RecordKind.TRAFFIC, "call cdr traffic netflow radius", "gesprek verkeer belgegevens"),
    (RecordKind.LOGIN, "login logon session visit", "sessie bezoek inlog aanmelding"),
    (RecordKind.CAMERA, "camera footage", "camerabeeld"),
    (RecordKind.CONTRACT, "subscription order contract quote",
     "abonnement bestelling overeenkomst orderregel offerte"),
    (RecordKind.CONTACT, "contact", "contactperso"),
    (RecordKind.CUSTOMER, "customer client user account person member debtor profile lid leden",
     "klant relatie gebruiker persoon personen debiteur"),
)  # fmt: skip
# A lookup table speaks of all customers and of none: `ticket_status`, `order_type`.
_LOOKUP = "type status kind plan category template role setting soort categorie sjabloon rol"
# Behind the word for a person it says no more than that there is a row of each.
_ONE_EACH = (
    "data info information detail master mst record file base table tbl entity main extra login "
    "log gegevens bestand stam"
)
_OF_ONE = frozenset(map(stem, _ONE_EACH.split()))
_SERVED = "service dienst hosting domain domein connection aansluiting simcard line lijn"
_SUBSCRIBED = "subscriber abonnee"


def kind(dataset: SeenDataset) -> RecordKind:
    """
    The kind of records in *dataset*; OTHER when neither its name nor its columns tell.

    A subscriber is in a newsletter unless she has an address, a phone or a bank account; a service
    is a contract when it points to somebody.
    """
    found = kind_of_name(dataset.name)
    if found is RecordKind.CUSTOMER and _ties(dataset):
        return RecordKind.OTHER
    if found is RecordKind.CORRESPONDENCE and _only_addresses(dataset):
        return RecordKind.OTHER
    if found is not RecordKind.OTHER or _names(dataset.name, _LOOKUP, last=True):
        return found
    if _names(dataset.name, _SUBSCRIBED):
        known = {Category.ADDRESS, Category.BANK_ACCOUNT, Category.PHONE} & _categories(dataset)
        return RecordKind.CUSTOMER if known else RecordKind.NEWSLETTER
    if _names(dataset.name, _SERVED) and dataset.links:
        return RecordKind.CONTRACT
    return _by_columns(dataset)


def _only_addresses(dataset: SeenDataset) -> bool:
    """Called after mail, and nothing in it is written: the mail addresses of somebody."""
    names = [column.name for column in dataset.columns]
    written = any(is_heading(name) or meaning(name) == FREE_TEXT for name in names)
    address = any((m := meaning(name)) and m.category is Category.EMAIL for name in names)
    return _names(dataset.name, "mail email", last=True) and address and not written


def _ties(dataset: SeenDataset) -> bool:
    """It says no more of a person than to what she belongs: a membership, a right of a user."""
    to_person = any(
        kind_of_name(link.to) is RecordKind.CUSTOMER and link.to != dataset.name
        for link in dataset.links
    )
    linked = {name for link in dataset.links for name in link.columns}
    own = [column.name for column in dataset.columns if column.name not in linked]
    said = {found.category for name in own if (found := meaning(name))}
    person = any(named(name) is Named.PERSON for name in own)
    return to_person and not person and said <= {Category.NONE}


@cache
def kind_of_name(name: str) -> RecordKind:
    """
    The kind that the name of a table says.

    >>> [kind_of_name(n).value for n in ("klanten", "Invoice_Lines", "factuurregel", "cdr_2024")]
    ['customer', 'billing', 'billing', 'traffic']
    >>> [kind_of_name(n).value for n in ("nieuwsbrief_abonnee", "ticket_message", "order_status")]
    ['newsletter', 'correspondence', 'other']
    >>> [kind_of_name(n).value for n in ("contactpersonen", "medewerkers", "product", "settings")]
    ['contact', 'staff', 'other', 'other']
    >>> kind_of_name("invoices.customer").value
    'customer'

    A word for a person before another says whose the rows are, not that they are persons:

    >>> [kind_of_name(n).value for n in ("user_entries", "user_profile", "cust_user_mst")]
    ['other', 'customer', 'customer']
    """
    if _names(name, _LOOKUP, last=True):
        return RecordKind.OTHER
    for found, alone, inside in _WORDS:
        said = _names(name, alone) and (found is not RecordKind.CUSTOMER or _is_head(name, alone))
        if said or any(part in spoken(bare(name)) for part in inside.split()):
            return found
    return RecordKind.OTHER


def _is_head(name: str, words: str) -> bool:
    """One of *words* is what the table is of: its last word, but for one such as "profile"."""
    own = [word for word in stems(bare(name)) if word not in _OF_ONE]
    return bool(own) and own[-1] in {stem(word) for word in words.split()}


def _names(name: str, words: str, *, last: bool = False) -> bool:
    own = stems(bare(name))[-1:] if last else stems(bare(name))
    return not {stem(word) for word in words.split()}.isdisjoint(own)


def _categories(dataset: SeenDataset) -> set[Category]:
    return {m.category for column in dataset.columns if (m := meaning(column.name))}


def _by_columns(dataset: SeenDataset) -> RecordKind:
    """A caller and a callee make traffic; a first name or birthday with an address, a customer."""
    said = [c.name for c in dataset.columns]
    phones = [n for n in said if (m := meaning(n)) and m.category is Category.PHONE]
    if any(map(is_first_party, phones)) and any(map(is_second_party, phones)):
        return RecordKind.TRAFFIC
    if any(map(is_first_party, said)) and any(map(is_second_party, said)):
        # From one to another: with words in it a message, with a duration or an address a call.
        written = any(meaning(n) == FREE_TEXT for n in said)
        return RecordKind.CORRESPONDENCE if written else RecordKind.TRAFFIC
    found = _categories(dataset)
    if any(meaning(n) == DURATION for n in said) and Category.IP_ADDRESS in found:
        return RecordKind.TRAFFIC
    person = Category.DATE_OF_BIRTH in found or any(named(n) is Named.PERSON for n in said)
    if person and {Category.EMAIL, Category.PHONE, Category.ADDRESS} & found and not dataset.links:
        return RecordKind.CUSTOMER
    return RecordKind.OTHER
