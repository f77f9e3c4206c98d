"""One call to an address outside: to the very place that was looked at, and nowhere after it."""

import socket
import ssl
from collections.abc import Mapping
from functools import cache
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult, urlsplit

TIMEOUT_S = 10
LONGEST_S = 20
"""After so long the line is cut, however slowly the other side goes on talking."""
_IP = IPv4Address | IPv6Address
_CARRIES_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("2002::/16"), IPv6Network("2001::/32"))
"""Networks whose addresses lead to an IPv4 address that nobody looked at."""


class NotThere(Exception):
    """No program of ours calls that address; why, in one of the words of `WHY`."""


WHY = {
    "scheme": (
        "Het adres begint met https://. Alleen op deze machine mag http://.",
        "The address begins with https://. Only on this machine it may be http://.",
    ),
    "shape": ("Dit is geen webadres.", "This is no web address."),
    "unknown": ("Deze naam is niet te vinden.", "This name cannot be found."),
    "near": (
        "Dit adres is in uw eigen netwerk. Zeg erbij dat dat mag.",
        "This address is in your own network. Say that it may be.",
    ),
}


def look(url: str, *, near: bool) -> tuple[SplitResult, str]:
    """
    The parts of *url*, and the IP address that a call goes to.

    Args:
        near: it may be on this machine or in a private network.

    Raises:
        NotThere: nobody calls there.
    """
    to = _parts(url)
    if to.scheme != "https" and not (to.scheme == "http" and _here(to.hostname or "")):
        raise NotThere("scheme")
    try:
        found = socket.getaddrinfo(to.hostname, _port(to), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotThere("unknown") from None
    ips = [ip_address(str(place[4][0]).partition("%")[0]) for place in found]
    if not ips or not all(_may(ip, near) for ip in ips):
        raise NotThere("near")
    return to, str(ips[0])


def _parts(url: str) -> SplitResult:
    try:
        to = urlsplit(url)
        whole = to.hostname and to.port != 0
    except ValueError:
        raise NotThere("shape") from None
    odd = not url.isascii() or not url.isprintable() or " " in url
    if not whole or odd or to.username is not None or to.fragment:
        raise NotThere("shape")
    return to


def _port(to: SplitResult) -> int:
    return to.port or (443 if to.scheme == "https" else 80)


def _here(host: str) -> bool:
    """This machine by its own address: a name could lead elsewhere tomorrow."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _may(ip: _IP, near: bool) -> bool:
    """
    >>> [_may(ip_address(ip), False) for ip in ("93.184.215.14", "10.0.0.1", "::ffff:127.0.0.1")]
    [True, False, False]
    >>> [_may(ip_address(ip), True) for ip in ("10.0.0.1", "169.254.169.254", "224.0.0.1")]
    [True, False, False]
    """
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return _may(ip.ipv4_mapped, near)
        if any(ip in network for network in _CARRIES_IPV4):
            return False
    if ip.is_multicast or ip.is_unspecified or ip.is_link_local:
        return False
    return ip.is_global or (near and (ip.is_private or ip.is_loopback))


def post(url: str, body: bytes, headers: Mapping[str, str], *, near: bool) -> int:
    """
    The status that came back. Where it points elsewhere nobody goes.

    Raises:
        NotThere: see `look`.
        OSError, HTTPException: no answer.
    """
    to, ip = look(url, near=near)
    line = _line(to, ip)
    cut = Timer(LONGEST_S, _cut, [line])
    cut.daemon = True
    cut.start()
    try:
        path = (to.path or "/") + (f"?{to.query}" if to.query else "")
        line.request("POST", path, body, dict(headers))
        return line.getresponse().status
    finally:
        cut.cancel()
        line.close()


def _line(to: SplitResult, ip: str) -> HTTPConnection:
    """A connection to *ip* and no other, whatever the name says by now."""
    host = to.hostname or ""
    line = HTTPConnection(host, _port(to), timeout=TIMEOUT_S)
    line.sock = socket.create_connection((ip, _port(to)), TIMEOUT_S)
    if to.scheme == "https":
        line.sock = _trust().wrap_socket(line.sock, server_hostname=host)
        line.default_port = 443
    return line


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _cut(line: HTTPConnection) -> None:
    if line.sock is not None:
        line.sock.shutdown(socket.SHUT_RDWR)


__all__ = ["WHY", "HTTPException", "NotThere", "look", "post"]
