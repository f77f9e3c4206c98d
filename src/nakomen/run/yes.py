"""A person's yes: written beside the entry, and noted in the ledger."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime

from nakomen.errors import UsageError
from nakomen.ledger import Entry
from nakomen.policy import confirm as confirm_text
from nakomen.run.company import Company
from nakomen.run.writing import replaced


class NothingToConfirm(UsageError):
    """There is no such file of entries. Say `policy` or `systems/NAME`."""

    nl = "Zo'n bestand met regels is er niet. Zeg `policy` of `systems/NAAM`."


def waiting(company: Company, what: str | None) -> list[tuple[str, str, str]]:
    """(file, entry, what it says) of each entry that nobody confirmed as it stands."""
    return [row for name in _named(company, what) for row in _open(company, name)]


def _open(company: Company, name: str) -> Iterator[tuple[str, str, str]]:
    if name == "policy":
        for promise in company.policy.promises:
            if not promise.confirmed:
                yield name, promise.id, " ".join((promise.says or promise.kind).split())
        return
    for dataset in company.store_map(name.removeprefix("systems/")).datasets:
        if not dataset.confirmed:
            personal = ", ".join(c.name for c in dataset.personal_columns)
            yield name, dataset.name, f"{dataset.records}: {personal}"


def _named(company: Company, what: str | None) -> list[str]:
    known = ["policy", *(f"systems/{m.store}" for m in company.maps)]
    if what is None:
        return known
    name = what.removesuffix(".yaml")
    if name not in known:
        raise NothingToConfirm(", ".join(known))
    return [name]


def confirm(
    company: Company, what: str | None, entries: Sequence[str] | None, by: str, on: date
) -> list[str]:
    """
    Confirm *entries* of *what*, or all that waits; what was confirmed before stays as it was.

    Evidence first, then the files: on a full disk nothing is changed.

    Raises:
        NothingToConfirm: no such file.
        UnknownEntry: no such entry; names the near one.
        FolderUnwritable, LedgerFull: nothing was changed.
    """
    said: list[str] = []
    with ExitStack() as files:
        for name in _named(company, what):
            wanted = list(entries) if entries else [entry for _, entry, _ in _open(company, name)]
            if wanted:
                file = company.folder / f"{name}.yaml"
                text = confirm_text(file.read_text("utf-8"), wanted, by, on)
                files.enter_context(replaced(file, text))
                said += [f"{name} {entry}" for entry in wanted]
        if said:
            entry = Entry(kind="confirmed", body={"entries": said, "on": on.isoformat()})
            company.ledger.append([entry], at=datetime.now(UTC))
    return said
