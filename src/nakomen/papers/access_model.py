"""What an answer to a request for access is made of (AVG artikel 15)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from nakomen.records import Column, Row
from nakomen.terms import Category, Lang, RecordKind, Right, Text

AUTHORITY = "Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl)"
"""Where a person can complain."""


@dataclass(frozen=True, kw_only=True)
class Controller:
    """Who answers. *lines* are the address as it stands on a letter."""

    name: str
    lines: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    website: str | None = None

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Controller":
        """
        From a policy's facts about the controller; what is not stated stays empty.

        >>> facts = {"name": "Voorbeeld B.V.", "postcode": "1000 AA", "city": "Amsterdam"}
        >>> Controller.of(facts).lines
        ('1000 AA Amsterdam',)
        """
        town = " ".join(str(facts[name]) for name in ("postcode", "city") if facts.get(name))
        lines = (facts.get("address"), town, facts.get("country"))
        return cls(
            name=str(facts.get("name") or ""),
            lines=tuple(str(line) for line in lines if line),
            email=next(iter(facts.get("emails") or ()), None),
            phone=next(iter(facts.get("phones") or ()), None),
            website=facts.get("website"),
        )

    @property
    def letterhead(self) -> tuple[str, ...]:
        """What is known of it, a line each."""
        known = (self.name, *self.lines, self.email, self.phone, self.website)
        return tuple(line for line in known if line)

    def contact(self, say: Mapping[str, str]) -> str:
        """How it is reached, in the words of a paper; empty where nobody knows."""
        ways = say["contact_or"].join(way for way in (self.email, self.phone) if way)
        return say["contact"].format(ways=ways) if ways else ""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """A receiver by name. *country* as the statement writes it."""

    name: str
    purpose: Text | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True)
class AccessPaper:
    """
    What holds for the whole answer. None or empty means that the statement is silent.

    *subject* are printed fingerprints such as ``email #a91f``. *rights* are those of the statement;
    those that the law wants in the answer are always named. *unseen* says which places could not
    be searched, and why.
    """

    lang: Lang
    controller: Controller
    reference: str
    made_on: date
    statement_title: str
    subject: tuple[str, ...]
    purposes: tuple[Text, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    rights: tuple[Right, ...] = ()
    authority: str = AUTHORITY
    sources: tuple[Text, ...] = ()
    automated: Text | None = None
    transfers: Text | None = None
    unseen: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AccessPart:
    """
    One dataset. *rows* are taken once, in order, and may be many.

    Only *columns* are written, in this order. *masked* are those that name another person and
    were made unreadable by the store; *shared* says that the rows concern others too. A part that
    is in no store has a *title*, and says on what *ground* it is kept.
    """

    store: str
    dataset: str
    records: RecordKind
    columns: tuple[Column, ...]
    rows: Iterable[Row] = field(repr=False)
    term: Text | None = None
    purpose: Text | None = None
    source: Text | None = None
    recipients: tuple[str, ...] = ()
    shared: bool = False
    masked: tuple[str, ...] = ()
    title: Text | None = None
    ground: Text | None = None

    @property
    def categories(self) -> dict[Category, tuple[str, ...]]:
        """What the columns say, with their names, in the order of the columns."""
        found: dict[Category, tuple[str, ...]] = {}
        for column in self.columns:
            found[column.category] = (*found.get(column.category, ()), column.name)
        return found


@dataclass(frozen=True, kw_only=True)
class PartReceipt:
    """How many rows of a dataset were written, and in which files of the archive."""

    store: str
    dataset: str
    rows: int
    json: str
    csv: str


@dataclass(frozen=True, kw_only=True)
class AccessReceipt:
    """What was written. *sha256* is of the whole file, hexadecimal."""

    file: Path
    sha256: str
    parts: tuple[PartReceipt, ...]

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)
