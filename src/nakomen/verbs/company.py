"""A company's folder: made, confirmed, looked at and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from nakomen.run.checking import Checkup
    from nakomen.run.company import Company
    from nakomen.run.founding import Founded
    from nakomen.run.healthy import Check
    from nakomen.terms import Finding, Text


def init(folder: Path, statement: Path, stores: Mapping[str, str]) -> Founded:
    """
    Make a company's folder. All of it is made, or nothing.

    Raises:
        FolderTaken: something stands there already.
        StatementUnreadable: with findings.
        StoreUnreachable: a store did not answer.
    """
    from nakomen.run import founding

    return founding.found(folder, statement, stores)


def connect(folder: Path, name: str, url: str) -> dict[str, Any]:
    """
    Draft ``systems/NAME.yaml`` from a live store; the answer is the JSON of CONTRACT.

    Raises:
        MapExists: a map of that name is there already.
        StoreUnreachable: the store did not answer.
    """
    from nakomen.run import founding

    return founding.connect(folder, name, url)


def confirm(
    company: Company, what: str | None, entries: Sequence[str] | None, by: str, on: date
) -> list[str]:
    """
    A person's yes to *entries* of *what* (``policy``, ``systems/NAME``), or to all of it.

    Returns:
        What was confirmed, as ``policy retention-1``.

    Raises:
        UnknownEntry: names the near one.
    """
    from nakomen.run import yes

    return yes.confirm(company, what, entries, by, on)


def unconfirmed(company: Company, what: str | None) -> list[tuple[str, str, str]]:
    """(file, entry, what it says) of everything that still waits for a person's yes."""
    from nakomen.run import yes

    return yes.waiting(company, what)


def survey(company: Company) -> list[Finding]:
    """What the stores hold that the maps do not say, and the other way round."""
    from nakomen.run import looking

    return looking.drift(company)


def check_schema(company: Company, sources: Sequence[str], store: str | None) -> list[Finding]:
    """
    Columns of a new schema with personal data that no promise covers; before it is in use.

    Args:
        sources: the address of a database, or files and folders with SQL in their order.

    Raises:
        WhichStore, NoSchema, SchemaUnreadable: it cannot be looked at.
    """
    from nakomen.run import schema

    return schema.new_personal_data(company, sources, store)


def check(company: Company, today: date) -> list[Finding]:
    """The policy against its text, the maps, the registers and the law; sorted by place."""
    return checkup(company, today).findings


def checkup(company: Company, today: date) -> Checkup:
    """As `check`, with what each rule of the law catalogue answered."""
    from nakomen.run import checking

    return checking.of_company(company, today)


def explain(folder: Path, name: str, today: date | None = None) -> Text:
    """
    What a code, a promise or a norm means.

    Raises:
        NothingToExplain: no such name; names the near one.
    """
    from nakomen.run import explaining

    return explaining.explain(folder, name, today)


def doctor(folder: Path, resolver: str | None = None) -> list[Check]:
    """
    Everything that nakomen needs here, each well or wrong with its cure.

    Args:
        resolver: the name server to ask, ``host`` or ``host:port``; else this machine's.
    """
    from nakomen.run import healthy

    return healthy.checks(folder, resolver)
