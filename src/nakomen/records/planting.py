"""A person who does not exist, planted in a store to see whether she is found again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol, runtime_checkable

from nakomen.records.subject import KeyKind, writings
from nakomen.terms import Category


@dataclass(frozen=True, kw_only=True)
class Sample:
    """
    Who is planted. *tag* is eight hexadecimal digits that make every value of hers clearly made up
    and hers alone; *keys* grows with what stores give out: a customer number.
    """

    tag: str
    day: date
    keys: dict[str, str] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Seven digits."""
        return int(self.tag, 16) % 10**7

    @property
    def moment(self) -> datetime:
        """A moment shortly before *day* that no other person shares by rule."""
        return datetime.combine(self.day, time()) - timedelta(seconds=self.number % 86_000)

    def key(self, kind: str, turn: int = 0, *, normal: bool = False) -> str:
        """
        Her key of *kind*; in another writing at each *turn*, unless only *normal* stands there.

        >>> sample = Sample(tag="0000abcd", day=date(2026, 11, 21))
        >>> sample.key("email"), sample.key("email", 1), sample.key("iban")
        ('drill-0000abcd@nakomen.invalid', 'DRILL-0000ABCD@NAKOMEN.INVALID', 'NL47DRIL0000043981')
        """
        value = self.keys.setdefault(kind, self._made(kind))
        forms = (value,) if normal else writings(kind, value)
        return forms[turn % len(forms)]

    def _made(self, kind: str) -> str:
        match kind:
            case KeyKind.EMAIL:
                return f"drill-{self.tag}@nakomen.invalid"
            case KeyKind.PHONE:
                return f"+3160{self.number:07}"  # no number in the Netherlands begins with 060
            case KeyKind.IBAN:
                return iban("DRIL", self.number)
            case KeyKind.CUSTOMER:
                return f"9{self.number:07}"
            case KeyKind.IP:
                return f"2001:db8:{self.tag[:4]}:{self.tag[4:]}::1"
            case _:
                return f"drill-{self.tag}"

    def text(self, category: Category) -> str:
        """What stands in a column of *category*."""
        match category:
            case Category.NAME:
                return f"Proef Oefening {self.tag}"
            case Category.ADDRESS:
                return f"Oefenpad {self.tag}"
            case Category.EMAIL:
                return self.key(KeyKind.EMAIL)
            case Category.PHONE:
                return self.key(KeyKind.PHONE)
            case Category.BANK_ACCOUNT:
                return self.key(KeyKind.IBAN)
            case Category.IP_ADDRESS:
                return self.key(KeyKind.IP)
            case Category.DATE_OF_BIRTH:
                return "1900-01-02"
            case Category.BSN:
                return "000000012"  # passes the eleven test and is never given out
            case _:
                return f"drill {self.tag}"


def iban(bank: str, account: int) -> str:
    """A Dutch account number with its check digits (ISO 13616) at a *bank* that is none."""
    body = f"{bank}{account:010}"
    digits = "".join(str(int(sign, 36)) for sign in f"{body}NL00")
    return f"NL{98 - int(digits) % 97:02}{body}"


@dataclass(frozen=True, kw_only=True)
class Planted:
    """
    One row that was planted: its primary key, and each value that we put in it, as text.

    *through* is the dataset by which it belongs to her, None when a key of hers stands in it.
    """

    dataset: str
    key: Mapping[str, str]
    values: Mapping[str, str]
    through: str | None = None


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A row that could not be planted; *why* names a rule of the table or a type at most."""

    dataset: str
    why: str
    through: str | None = None


class Stands(StrEnum):
    """What became of a row that was planted."""

    GONE = "gone"
    EMPTIED = "emptied"
    """It stands; what said something of a person is blank."""
    WHOLE = "whole"
    """It stands, with at least one value about her."""
    OTHER = "other"
    """A row stands there that is not the one we planted."""


Mark = Callable[[str], str]
"""A value → what stands for it in evidence."""


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A planted row as evidence knows it: of each value only its mark."""

    dataset: str
    key: Mapping[str, str]
    marks: Mapping[str, str]


@runtime_checkable
class Planter(Protocol):
    """A store in which a row of nobody can be planted, looked at, and taken out again."""

    def plant(
        self, sample: Sample, noted: Callable[[Sequence[Planted]], None]
    ) -> tuple[list[Planted], list[Refused]]:
        """
        Rows of *sample* in every dataset that can hold a person, in one transaction.

        *noted* is called with all of them before the commit: what it raises undoes everything.
        """
        ...

    def became(self, rows: Sequence[Marked], mark: Mark) -> list[Stands]:
        """What became of each of *rows*."""
        ...

    def uproot(self, rows: Sequence[Marked], mark: Mark) -> list[Stands]:
        """
        Take out *rows*, the last planted first, in one transaction; what is another's stays.

        Returns:
            What each was before.
        """
        ...
