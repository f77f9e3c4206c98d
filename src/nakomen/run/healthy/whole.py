"""Every check, in the order in which a fault would be met."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from nakomen.errors import NakomenError
from nakomen.policy import SecretMissing
from nakomen.run.company import Company
from nakomen.run.healthy import encrypted, names, trial
from nakomen.run.healthy.looked import Check, good, of


def checks(folder: Path, resolver: str | None = None) -> list[Check]:
    """
    Args:
        resolver: the name server to ask, ``host`` or ``host:port``; else this machine's.
    """
    return list(_checks(folder, resolver))


def _checks(folder: Path, resolver: str | None) -> Iterator[Check]:
    version = ".".join(str(n) for n in sys.version_info[:3])
    yield good(f"Python {version}", f"Python {version}")
    try:
        company = Company.open(folder)
    except NakomenError as error:
        yield of(error)
        return
    with company:
        found = len(company.policy.promises)
        yield good(f"policy.yaml: {found} beloften", f"policy.yaml: {found} promises")
        yield from _stores(company)
        yield from _state(company)
        try:
            yield from _mail(company, resolver, datetime.now(UTC))
        except SecretMissing as error:
            yield of(error)


def _stores(company: Company) -> Iterator[Check]:
    for store_map in company.maps:
        try:
            with company.open_store(store_map) as store:
                store.check_shape(store_map)
        except NakomenError as error:
            yield of(error, f"{store_map.store}: ")
        else:
            yield good(
                f"{store_map.store}: bereikbaar, kaart past",
                f"{store_map.store}: reachable, map fits",
            )


def _state(company: Company) -> Iterator[Check]:
    mode = company.state.stat().st_mode & 0o777
    private = good(f"staat: map met rechten {mode:o}", f"state: folder with mode {mode:o}").what
    yield Check(what=private, good=mode == 0o700, code=0 if mode == 0o700 else 2)
    try:
        head = company.ledger.verify()
    except NakomenError as error:
        yield of(error)
        return
    size = head.size if head else 0
    yield good(f"logboek: {size} regels, klopt", f"ledger: {size} lines, holds")


def _mail(company: Company, resolver: str | None, now: datetime) -> Iterator[Check]:
    """What the desk needs to be reached and believed; nothing where no mail is sent."""
    settings, folder = company.settings, company.folder
    if server := settings.mail_server(folder):
        yield encrypted.mail_out(server, now)
        domain = settings.sender.rpartition("@")[2]
        yield from names.checks(domain, settings.dkim or trial.selector(company.state), resolver)
    if box := settings.mailbox_server(folder):
        yield encrypted.mail_in(box, now)
    if server and box:
        yield trial.check(company.state, now)
    if settings.address:
        yield from encrypted.site(settings.address, now)
