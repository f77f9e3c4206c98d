"""How a person is recognised: a kind of key and its value, in every way people write it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Keys = Mapping[str, tuple[str, ...]]
"""Normal values by kind. Lives in memory and in the subject book, nowhere else."""


class KeyKind(StrEnum):
    """Kinds that a person may give. Link keys have a dotted kind such as ``crm.invoice.id``."""

    EMAIL = "email"
    PHONE = "phone"
    CUSTOMER = "customer"
    IBAN = "iban"
    IP = "ip"
    USERNAME = "username"


@dataclass(frozen=True, order=True)
class SubjectKey:
    """One key of a person. Prints as its fingerprint, never as its value."""

    kind: str
    value: str = field(repr=False)
    fingerprint: str = ""

    def __str__(self) -> str:
        return f"{self.kind} #{self.fingerprint[:4]}" if self.fingerprint else self.kind

    __format__ = object.__format__


_NAMED = "[\"'][^\"'<>]*[\"'] *|[^<>@]*"
AROUND = f"^({_NAMED})<(mailto:)*(?=[^<>@]+@[^<>@]+>$)|^(mailto:)+(?=[a-z0-9_])|>$"
"""
Stands around an address that was copied from a link or from the head of a mail, with the name of
whose it is; not around two addresses. Databases read this pattern as well, and of what may begin in
one place some take the first that fits, others the longest: it must not matter.
"""
_AROUND = re.compile(AROUND)


def normal(kind: str, value: str) -> str:
    """
    The one form in which a value is compared.

    >>> normal("email", " Anna@Example.NL "), normal("phone", "06-1234 5678")
    ('anna@example.nl', '+31612345678')
    >>> normal("email", "mailto:Anna@Example.NL"), normal("phone", "tel:06-1234 5678")
    ('anna@example.nl', '+31612345678')
    >>> normal("email", "Anna de Vries <Anna@Example.NL>"), normal("email", "a@b.nl, <b@b.nl>")
    ('anna@example.nl', 'a@b.nl, <b@b.nl')
    >>> normal("iban", "nl91 abna 0417 1643 00")
    'NL91ABNA0417164300'
    """
    text = unicodedata.normalize("NFKC", value).strip()
    match kind:
        case KeyKind.EMAIL:
            return _AROUND.sub("", text.casefold())
        case KeyKind.USERNAME:
            return text.casefold()
        case KeyKind.PHONE:
            return _normal_phone(text)
        case KeyKind.IBAN:
            return re.sub(r"[\s.-]", "", text).upper()
        case _:
            return text


def _normal_phone(text: str) -> str:
    digits = re.sub(r"\(0\)", "", text)
    digits = re.sub(r"[^\d+]", "", digits)
    if digits.startswith("00"):
        return "+" + digits[2:]
    if digits.startswith("0"):
        return "+31" + digits[1:]
    return digits if digits.startswith("+") else "+" + digits


def writings(kind: str, value: str) -> tuple[str, ...]:
    """
    The ways in which people and programs write a normal value; an index can find each.

    >>> writings("phone", "+31201234567")
    ('+31201234567', '0201234567', '0031201234567', '31201234567', '020-1234567', '020 1234567')
    """
    if kind == KeyKind.PHONE and value.startswith("+31"):
        rest = value[3:]
        digits = 1 if rest.startswith("6") else 2
        area, own = rest[:digits], rest[digits:]
        abroad = (value, f"0{rest}", f"0031{rest}", f"31{rest}")
        forms: tuple[str, ...] = (*abroad, f"0{area}-{own}", f"0{area} {own}")
    elif kind in (KeyKind.EMAIL, KeyKind.USERNAME):
        forms = (value, value.upper(), value.capitalize())
    elif kind == KeyKind.IBAN:
        forms = (value, " ".join(value[i : i + 4] for i in range(0, len(value), 4)))
    else:
        forms = (value,)
    return tuple(dict.fromkeys(forms))


def gather(pairs: Iterable[tuple[str, str]]) -> Keys:
    """Keys by kind, each value once, in order of arrival."""
    kinds: dict[str, dict[str, None]] = {}
    for kind, value in pairs:
        kinds.setdefault(kind, {})[value] = None
    return {kind: tuple(values) for kind, values in kinds.items()}
