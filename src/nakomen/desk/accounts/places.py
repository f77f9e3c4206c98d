"""From where people may come in: addresses and networks that are allowed or denied for a while."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Self

from django.http import HttpRequest
from django.utils import timezone

from nakomen.desk.accounts.models import Door, Listed, Scope

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
KEPT = timedelta(days=366)
"""So long an entry that is over stays to be read."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the list, as it is weighed."""

    network: Network
    allows: bool
    staff_only: bool

    @classmethod
    def of(cls, listed: Listed) -> Self:
        return cls(
            network=ip_network(listed.network),
            allows=listed.door == Door.ALLOW,
            staff_only=listed.scope == Scope.STAFF,
        )


def refuses(entries: Iterable[Entry], ip: Address | None, *, staff: bool) -> bool:
    """
    Whether *ip* may not come in; *staff*: on pages of colleagues.

    The narrowest entry that holds the address decides; of two as narrow the denial. Once an entry
    allows addresses for staff, other addresses do not reach the pages of colleagues.

    >>> office = Entry(network=ip_network("203.0.113.0/24"), allows=True, staff_only=True)
    >>> refuses([office], ip_address("198.51.100.1"), staff=True)
    True
    >>> refuses([office], ip_address("198.51.100.1"), staff=False)
    False
    """
    counting = [entry for entry in entries if staff or not entry.staff_only]
    holding = [entry for entry in counting if ip is not None and _holds(entry.network, ip)]
    if holding:
        return not max(holding, key=lambda e: (e.network.prefixlen, not e.allows)).allows
    return any(entry.allows and entry.staff_only for entry in counting)


def _holds(network: Network, ip: Address) -> bool:
    return network.version == ip.version and ip in network


def current(today: date) -> list[Listed]:
    """What counts on *today*."""
    return list(Listed.objects.filter(ended_at=None, until__gte=today))


def refused(request: HttpRequest, *, staff: bool) -> bool:
    """Whether who sent *request* may not come in from there; read once for each request."""
    if not hasattr(request, "entries"):
        request.entries = [Entry.of(listed) for listed in current(timezone.localdate())]
    return refuses(request.entries, address_of(request), staff=staff)


def address_of(request: HttpRequest) -> Address | None:
    """
    Of who is connected; waitress takes the word of a proxy on this machine for it, and of nobody
    else. None: it is no address at all.
    """
    return address(str(request.META.get("REMOTE_ADDR", "")))


def address(text: str) -> Address | None:
    """
    >>> address("::ffff:203.0.113.7"), address("onbekend")
    (IPv4Address('203.0.113.7'), None)
    """
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def locks_out(request: HttpRequest, more: list[Listed], less: Listed | None = None) -> bool:
    """Whether she who asks would be out herself, with *more* entries or without *less*."""
    kept = [listed for listed in current(timezone.localdate()) if listed != less]
    entries = [Entry.of(listed) for listed in (*kept, *more)]
    return refuses(entries, address_of(request), staff=True)


def forget(today: date) -> None:
    """Entries that ended long ago go: where somebody was, is hers."""
    Listed.objects.filter(until__lt=today - KEPT).delete()
