"""How a subject, a key and a fingerprint are written."""

from nakomen.ledger.errors import SubjectUnknown

Key = tuple[str, str]
"""Kind and normal value."""
_LONGEST = 18
"""Digits that surely fit the 64 bits of SQLite."""


def short(fingerprint: str) -> str:
    """
    A fingerprint as people see it.

    >>> short("a91f" + 60 * "0")
    '#a91f'
    """
    return f"#{fingerprint[:4]}"


def name_of(number: int) -> str:
    return f"subject-{number}"


def group_name(number: int) -> str:
    return f"group-{number}"


def is_group(subject: str) -> bool:
    """
    Whether a name stands for a group of persons.

    >>> is_group("group-3"), is_group("subject-3")
    (True, False)
    """
    return subject.startswith("group-")


def number_of(subject: str, kind: str = "subject") -> int:
    """
    Raises:
        SubjectUnknown: it is no name of that kind.
    """
    word, _, number = subject.partition("-")
    if word != kind or not number.isdecimal() or len(number) > _LONGEST:
        raise SubjectUnknown  # without the text: somebody may have typed a key in its place
    return int(number)


def plain_of(key: Key) -> bytes:
    return "\0".join(key).encode("utf-8", "surrogatepass")


def key_of(plain: bytes) -> Key:
    kind, _, value = plain.decode("utf-8", "surrogatepass").partition("\0")
    return kind, value
