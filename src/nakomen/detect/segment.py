"""Names that were written as one word: `acctinputoctets`, `framedipaddress`, `shiptocity`."""

from functools import cache

_KNOWN = (
    "acct accounting input output octets packets session time start stop update interval "
    "unique called calling station framed delegated ip ipv ipv6 address prefix interface id "
    "nas port type terminate cause connect info service protocol realm user name group pool "
    "key auth date reply class expiry remote host client server login last first shipto "
    "billto ship bill to city state zip code country phone fax email contact work home mobile "
    "street postal company number agent network mac device source destination src dst"
)
_WORDS = frozenset(_KNOWN.split())
_SHORTEST = 9
_KEPT = frozenset(
    {"username", "firstname", "lastname", "zipcode", "postalcode", "groupname", "hostname",
     "servername", "typename", "keyname", "classname", "ipaddress", "macaddress", "userid",
     "statecode", "portname", "password"}
)  # fmt: skip


@cache
def parted(word: str) -> str:
    """
    *word* with spaces between its words, where all of it is known words; else as it is.

    >>> parted("acctinputoctets"), parted("framedipaddress"), parted("callingstationid")
    ('acct input octets', 'framed ip address', 'calling station id')
    >>> parted("username"), parted("klantnummer"), parted("tournament")
    ('username', 'klantnummer', 'tournament')
    """
    if len(word) < _SHORTEST or word in _KEPT:
        return word
    found = _parts(word)
    return " ".join(found) if found and len(found) > 1 else word


@cache
def _parts(word: str) -> tuple[str, ...] | None:
    """The fewest known words that make up *word*."""
    if not word:
        return ()
    ways = [
        (word[:end], *rest)
        for end in range(2, len(word) + 1)
        if word[:end] in _WORDS and (rest := _parts(word[end:])) is not None
    ]
    return min(ways, key=len, default=None)
