"""
Detector: a person's name, by the name of the column only. Values do not tell: "Roos" is a flower.

What stands before "name" decides: `bill_name` names a person, `product_name` a thing. A bare
`name` names what the table is about, so its neighbours decide.
"""

import re
from enum import StrEnum
from functools import cache

from nakomen.detect.abbreviations import written_out
from nakomen.detect.words import spoken


class Named(StrEnum):
    PERSON = "person"
    COMPANY = "company"
    SUBJECT_OF_TABLE = "subject of table"
    THING = "thing"


_WHOLE = re.compile(
    r"(?:full|volledige)?\s?(?:initials|initialen|voorletters?|tussenvoegsels?|voorvoegsels?"
    r"|surname|forename|middle(?: initial)?|nickname|nick|contact ?persoon|contact ?person"
    r"|tenaamstelling|ten name van|tnv|(?:account|card|rekening|kaart) ?(?:holder|houder)"
    r"|(?:ge)?adresseerde|addressee|attn|tav|[va]naam|tussenv|[fl]name|vorname|nachname"
    r"|(?:.* )?(?:author|auteur))"
)
_NAME = re.compile(r"(?P<before>.*?)\s?(?:naam|names?)(?: (?P<after>.*))?")
_OF_PERSON = (
    "first last full given family fore nice sur middle maiden nick second birth preferred display "
    "bill billing ship shipping delivery invoice contact contactperson customer client debtor "
    "member person employee staff sender recipient author caller callee holder "
    "cardholder accountholder "
    "voor achter roep meisjes geboorte eigen volledige factuur klant contact persoon "
    "contactpersoon medewerker ontvanger afzender aanvrager bezorg lever aflever relatie "
    "debiteur deelnemer lid abonnee rekeninghouder"
)
_OF_COMPANY = (
    "company business organisation organization trade firm legal employer "
    "bedrijfs bedrijf handels firma organisatie statutaire werkgever"
)
_COMPANY = re.compile(r"(?:company|bedrijf|organi[sz]ation|organisatie|firma|handelsnaam)")


@cache
def named(column: str) -> Named | None:
    """
    Whom or what a column of this name names; None when it is no name.

    >>> [named(c).value for c in ("voornaam", "last_name", "billName", "contact_name", "initials")]
    ['person', 'person', 'person', 'person', 'person']
    >>> [named(c).value for c in ("name", "naam", "contact")]
    ['subject of table', 'subject of table', 'subject of table']
    >>> [named(c).value for c in ("product_name", "filename", "bestandsnaam", "hostname")]
    ['thing', 'thing', 'thing', 'thing']
    >>> [named(c).value for c in ("username", "plaatsnaam", "domain_name", "name_of_list")]
    ['thing', 'thing', 'thing', 'thing']
    >>> [named(c).value for c in ("company_name", "bedrijfsnaam", "company", "handelsnaam")]
    ['company', 'company', 'company', 'company']
    >>> [named(c) for c in ("tournament", "email", "renamed_at", "contact_id")]
    [None, None, None, None]
    """
    name = written_out(spoken(column))
    if _WHOLE.fullmatch(name):
        return Named.PERSON
    if _COMPANY.fullmatch(name):
        return Named.COMPANY
    if name == "contact":
        return Named.SUBJECT_OF_TABLE
    found = _NAME.fullmatch(name)
    return _by_neighbouring_word(found["before"], found["after"]) if found else None


def _by_neighbouring_word(before: str, after: str | None) -> Named | None:
    word = (before or after or "").split(" ")[-1]
    if not word:
        return Named.SUBJECT_OF_TABLE
    if word in _OF_PERSON.split():
        return Named.PERSON
    return Named.COMPANY if word in _OF_COMPANY.split() else Named.THING
