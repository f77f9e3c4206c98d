"""
What the names of the sending domain say about who may send its mail.

SPF: RFC 7208; one record (4.5), at most ten lookups (4.6.4). DKIM: RFC 6376 3.6.1, keys of
1024 bits or more (RFC 8301 3.2). DMARC: RFC 7489 6.3.
"""

import base64
import binascii
from collections.abc import Iterator
from typing import ClassVar

import dns.exception
import dns.resolver
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from nakomen.errors import NakomenError
from nakomen.run.healthy.looked import UNREACHED, Check, good, of, wrong

WAIT_S = 5.0
MOST_LOOKUPS = 10
SHORTEST_KEY = 1024
_ED25519_BYTES = 32


class NamesSilent(NakomenError):
    """No name server answered. Look whether this machine may ask one, or give --resolver."""

    nl = "Geen naamserver antwoordde. Kijk of deze machine er een mag vragen, of geef --resolver."
    exit_code: ClassVar[int] = UNREACHED
    retry: ClassVar[bool] = True


class Names:
    """Texts under names, asked of *resolver* (``host`` or ``host:port``) or of this machine's."""

    def __init__(self, resolver: str | None = None) -> None:
        self._ask = dns.resolver.Resolver(configure=resolver is None)
        self._ask.lifetime = WAIT_S
        if resolver:
            host, _, port = resolver.partition(":")
            self._ask.nameservers, self._ask.port = [host], int(port or 53)

    def texts(self, name: str) -> list[str]:
        """
        Raises:
            NamesSilent: nobody answered.
        """
        try:
            found = self._ask.resolve(name, "TXT")
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, dns.exception.SyntaxError):
            return []
        except dns.exception.DNSException as error:
            raise NamesSilent from error
        return [b"".join(each.strings).decode("utf-8", "replace") for each in found]


def checks(domain: str, selector: str | None, resolver: str | None = None) -> Iterator[Check]:
    """SPF, DKIM and DMARC of *domain*; *selector* names the DKIM key, where it is known."""
    names = Names(resolver)
    try:
        yield _spf(names, domain)
        yield _dkim(names, domain, selector)
        yield _dmarc(names, domain)
    except NamesSilent as silent:
        yield of(silent, f"{domain}: ")


def _spf(names: Names, domain: str) -> Check:
    found = _records(names, domain, "v=spf1")
    if len(found) != 1:
        return wrong(
            f"SPF van {domain}: {len(found)} records in plaats van één. Zet één TXT-record "
            "'v=spf1 … -all' met de servers die uw mail sturen.",
            f"SPF of {domain}: {len(found)} records instead of one. Put one TXT record "
            "'v=spf1 … -all' with the servers that send your mail.",
        )
    terms = found[0].lower().split()[1:]
    if not (_closed(terms)):
        return wrong(
            f"SPF van {domain}: iedereen mag sturen. Eindig met -all of ~all.",
            f"SPF of {domain}: anybody may send. End with -all or ~all.",
        )
    if (asked := _lookups(names, domain, set())) > MOST_LOOKUPS:
        return wrong(
            f"SPF van {domain}: {asked} opzoekingen; boven de {MOST_LOOKUPS} telt het nergens.",
            f"SPF of {domain}: {asked} lookups; above {MOST_LOOKUPS} nobody counts it.",
        )
    return good(f"SPF van {domain}: klopt", f"SPF of {domain}: well")


def _closed(terms: list[str]) -> bool:
    """Servers that are not named are refused or doubted, here or where the record leads."""
    everybody = [term for term in terms if term.lstrip("+-~?") == "all"]
    if everybody:
        return everybody[0][0] in "-~"
    return any(term.startswith("redirect=") for term in terms)


def _lookups(names: Names, domain: str, seen: set[str]) -> int:
    """How often a receiver must ask; a circle is as bad as too many."""
    if domain in seen or len(seen) > MOST_LOOKUPS:
        return MOST_LOOKUPS + 1
    many = 0
    for record in _records(names, domain, "v=spf1")[:1]:
        for term in record.lower().split()[1:]:
            kind, _, rest = term.lstrip("+-~?").replace("=", ":", 1).partition(":")
            many += kind.partition("/")[0] in ("a", "mx", "ptr", "exists", "include", "redirect")
            if kind in ("include", "redirect") and "%" not in rest:
                many += _lookups(names, rest, seen | {domain})
    return many


def _dkim(names: Names, domain: str, selector: str | None) -> Check:
    if not selector:
        return wrong(
            f"DKIM van {domain}: onbekend welke sleutel. Zet de selector onder `mail: dkim:`.",
            f"DKIM of {domain}: unknown which key. Put the selector under `mail: dkim:`.",
        )
    found = names.texts(f"{selector}._domainkey.{domain}")
    fields = _fields(found[0]) if len(found) == 1 else {}
    if not fields.get("p"):
        return wrong(
            f"DKIM van {domain}: geen sleutel onder {selector}._domainkey, of zij is ingetrokken.",
            f"DKIM of {domain}: no key under {selector}._domainkey, or it was withdrawn.",
        )
    if not _strong(fields):
        return wrong(
            f"DKIM van {domain}: de sleutel {selector} is onleesbaar of korter dan "
            f"{SHORTEST_KEY} bits.",
            f"DKIM of {domain}: the key {selector} is unreadable or shorter than "
            f"{SHORTEST_KEY} bits.",
        )
    return good(f"DKIM van {domain}: {selector} klopt", f"DKIM of {domain}: {selector} well")


def _strong(fields: dict[str, str]) -> bool:
    try:
        raw = base64.b64decode("".join(fields["p"].split()), validate=True)
        if fields.get("k") == "ed25519":
            return len(raw) == _ED25519_BYTES
        key = load_der_public_key(raw)
    except (binascii.Error, ValueError, UnsupportedAlgorithm):
        return False
    return isinstance(key, RSAPublicKey) and key.key_size >= SHORTEST_KEY


def _dmarc(names: Names, domain: str) -> Check:
    labels = domain.split(".")
    above = [".".join(labels[n:]) for n in range(len(labels) - 1)]
    found = next((r for d in above if (r := _records(names, f"_dmarc.{d}", "v=dmarc1"))), [])
    if len(found) != 1:
        return wrong(
            f"DMARC van {domain}: {len(found)} records in plaats van één. Zet onder _dmarc een "
            "TXT-record 'v=DMARC1; p=quarantine'.",
            f"DMARC of {domain}: {len(found)} records instead of one. Put a TXT record "
            "'v=DMARC1; p=quarantine' under _dmarc.",
        )
    asked = _fields(found[0]).get("p", "").lower()
    if asked not in ("quarantine", "reject"):
        return wrong(
            f"DMARC van {domain}: p={asked or '?'} houdt niemand tegen die uw naam gebruikt. "
            "Maak er p=quarantine of p=reject van.",
            f"DMARC of {domain}: p={asked or '?'} stops nobody who uses your name. "
            "Make it p=quarantine or p=reject.",
        )
    return good(f"DMARC van {domain}: p={asked}", f"DMARC of {domain}: p={asked}")


def _records(names: Names, name: str, version: str) -> list[str]:
    """The texts under *name* that begin with *version*."""
    told = names.texts(name)
    return [t for t in told if t.lower().replace(";", " ").split()[:1] == [version]]


def _fields(record: str) -> dict[str, str]:
    """
    >>> _fields("v=DKIM1; k=rsa; p=MIIB")
    {'v': 'DKIM1', 'k': 'rsa', 'p': 'MIIB'}
    """
    pairs = (part.partition("=") for part in record.split(";") if "=" in part)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
