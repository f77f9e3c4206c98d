"""Is everything that nakomen needs in order?"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nakomen.errors import NakomenError
from nakomen.run.company import Company
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at; *code* is the exit code it would cause."""

    what: Text
    good: bool
    code: int = 0


def checks(folder: Path) -> list[Check]:
    """Every check, in the order in which a fault would be met."""
    return list(_checks(folder))


def _checks(folder: Path) -> Iterator[Check]:
    version = ".".join(str(n) for n in sys.version_info[:3])
    yield Check(what=Text(f"Python {version}", f"Python {version}"), good=True)
    try:
        company = Company.open(folder)
    except NakomenError as error:
        yield _wrong(error)
        return
    with company:
        found = len(company.policy.promises)
        yield _good(Text(f"policy.yaml: {found} beloften", f"policy.yaml: {found} promises"))
        yield from _stores(company)
        yield from _state(company)


def _stores(company: Company) -> Iterator[Check]:
    for store_map in company.maps:
        try:
            with company.open_store(store_map) as store:
                store.check_shape(store_map)
        except NakomenError as error:
            yield _wrong(error, f"{store_map.store}: ")
        else:
            yield _good(
                Text(f"{store_map.store}: bereikbaar, kaart past",
                     f"{store_map.store}: reachable, map fits")
            )  # fmt: skip


def _state(company: Company) -> Iterator[Check]:
    mode = company.state.stat().st_mode & 0o777
    private = Text(f"staat: map met rechten {mode:o}", f"state: folder with mode {mode:o}")
    yield Check(what=private, good=mode == 0o700, code=0 if mode == 0o700 else 2)
    try:
        head = company.ledger.verify()
    except NakomenError as error:
        yield _wrong(error)
        return
    size = head.size if head else 0
    yield _good(Text(f"logboek: {size} regels, klopt", f"ledger: {size} lines, holds"))


def _good(what: Text) -> Check:
    return Check(what=what, good=True)


def _wrong(error: NakomenError, prefix: str = "") -> Check:
    what = Text(prefix + error.text.nl, prefix + error.text.en)
    return Check(what=what, good=False, code=error.exit_code)
