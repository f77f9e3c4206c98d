"""Names of tables and columns as words: however they were written, in Dutch or English."""

import re
import unicodedata
from functools import cache

from nakomen.detect import segment

_NEW_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-zA-Z]{3})(?=\d)")
_VOWELS_TWICE = re.compile(r"([aeou])\1")
_CONSONANT_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1")
_NO_PLURAL = frozenset({"adres", "address", "status", "sms", "nieuws", "news", "business"})


@cache
def spoken(name: str) -> str:
    """
    A name in lower case with spaces between its words; numbers at the end fall off.

    >>> spoken("billName"), spoken("IPAddress"), spoken("e-mail_2"), spoken("Geb.Datum")
    ('bill name', 'ip address', 'e mail', 'geb datum')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    parted = re.sub(r"[^0-9a-zA-Z]+", " ", _NEW_WORD.sub(" ", plain)).lower()
    known = " ".join(segment.parted(word) for word in parted.split())
    return re.sub(r"( \d+)+$", "", known)


@cache
def stem(word: str) -> str:
    """
    One form for singular and plural, so that a table is recognised in a column's name.

    >>> stem("facturen") == stem("factuur"), stem("gesprekken") == stem("gesprek")
    (True, True)
    >>> stem("relaties") == stem("relatie"), stem("categories") == stem("category")
    (True, True)
    >>> stem("addresses") == stem("address"), stem("adressen") == stem("adres")
    (True, True)
    >>> stem("users") == stem("user"), stem("user") == stem("uses")
    (True, False)
    """
    ending = "" if word in _NO_PLURAL else r"(?:(?<=ie)s|(?<=s)es|en|(?<!s)s)$"
    single = re.sub(ending, "", word) if ending and len(word) > 3 else word
    single = re.sub(r"(?:ie|y)$", "i", single)
    return _CONSONANT_TWICE.sub(r"\1", _VOWELS_TWICE.sub(r"\1", single))


@cache
def stems(name: str) -> tuple[str, ...]:
    """
    The stems of all words of a name.

    >>> stems("CustomerAddresses")
    ('customer', 'adres')
    """
    return tuple(stem(word) for word in spoken(name).split())


@cache
def bare(table: str) -> str:
    """
    A table's name without its schema.

    >>> bare("sales.customer"), bare("customer")
    ('customer', 'customer')
    """
    return table.rpartition(".")[2]
