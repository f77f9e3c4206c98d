"""What a column is for, by its name: a number of the customer, of a line, a party to a call."""

import re
from functools import cache

from nakomen.detect.abbreviations import written_out
from nakomen.detect.words import spoken

# A VAT id or a cell id says something itself.
_IDENTIFIER = re.compile(
    r"(?!(?:.* )?(?:vat|btw|tax|national|cell) id$)"
    r"(?:(?:.* )?(?:id|ids|uuid|guid)|(?!paid|void|prepaid|valid)[a-z]{3,}id)"
)
_CUSTOMER_NUMBER = re.compile(
    r"(?:customer|client|debtor|relation|member) ?(?:number|nr|no|code|ref|reference)"
    r"|(?:klant|debiteur(?:en)?|relatie|lid)(?:en)? ?(?:nummer|nr|code)"
)
_BARE_NUMBER = re.compile(r"number|nummer|nr|no|code")
_USERNAME = re.compile(
    r"(?:src|dst|source|destination|watcher) user|user ?name"
    r"|(?:user ?)?login(?: ?name)?|gebruikers ?naam|inlog ?naam"
)
_LINE_NUMBER = re.compile(
    r"msisdn|(?:tele)?phone(?: ?number)?|telefoon(?: ?nummer)?|telnr|(?:mobiel|mobile)"
    r"(?: ?(?:number|nummer))?|number|nummer|line(?: number)?|lijn(?: ?nummer)?|aansluiting"
)
_FIRST_PARTY = re.compile(
    r"\b(?:caller|calling|a ?(?:number|nummer|party)|beller|from|van|sender|afzender"
    r"|ani|source|src)\b"
)
_SECOND_PARTY = re.compile(
    r"\b(?:callee|called|b ?(?:number|nummer|party)|gebelde?|dialled|to|naar|aan|recipient"
    r"|ontvanger|dnis?|cc|bcc|destination|dst)\b"
)
_AUTHOR = re.compile(r"\b(?:author|auteur|poster|commenter|reviewer)\b")
_OF_DOCUMENT = re.compile(r"\b(?:subject|onderwerp|title|titel|description|omschrijving)$")


@cache
def is_identifier(column: str) -> bool:
    """
    The key of a row, its own or another's.

    >>> [is_identifier(c) for c in ("id", "customer_id", "klantid", "orderUuid")]
    [True, True, True, True]
    >>> [is_identifier(c) for c in ("paid", "valid", "vat_id", "cell_id")]
    [False, False, False, False]
    """
    return _IDENTIFIER.fullmatch(spoken(column)) is not None


def is_customer_number(column: str, *, in_customer_file: bool = False) -> bool:
    """
    A bare ``number`` is the customer's only where the table is about customers.

    >>> [is_customer_number(c) for c in ("klantnummer", "relnr", "cust_no", "debnr", "number")]
    [True, True, True, True, False]
    """
    name = written_out(spoken(column))
    bare = in_customer_file and _BARE_NUMBER.fullmatch(name)
    return bool(bare or _CUSTOMER_NUMBER.fullmatch(name))


def is_username(column: str) -> bool:
    return _USERNAME.fullmatch(spoken(column)) is not None


def is_line_number(column: str) -> bool:
    """The number of the line itself, as opposed to one under which to reach somebody."""
    return _LINE_NUMBER.fullmatch(spoken(column)) is not None


def is_first_party(column: str) -> bool:
    """
    >>> [is_first_party(c) for c in ("caller", "from_email", "callee")]
    [True, True, False]
    """
    return _FIRST_PARTY.search(spoken(column)) is not None


def is_second_party(column: str) -> bool:
    """
    >>> [is_second_party(c) for c in ("callee", "b_number", "ontvanger", "caller")]
    [True, True, True, False]
    """
    return _SECOND_PARTY.search(spoken(column)) is not None


def is_author(column: str) -> bool:
    """Who wrote what stands there; it is about something, not about the writer."""
    return _AUTHOR.search(spoken(column)) is not None


def is_heading(column: str) -> bool:
    """A subject or description: of what, the table decides."""
    return _OF_DOCUMENT.search(spoken(column)) is not None
