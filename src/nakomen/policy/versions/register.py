"""All versions of one statement: at any moment exactly one holds, from the first on."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from nakomen.errors import NakomenError
from nakomen.policy.versions.notice import GivenNotice


class VersionRefused(NakomenError):
    """This version cannot be added. Choose another number or a later date of effect."""

    nl = "Deze versie kan er niet bij. Kies een ander nummer of een latere ingangsdatum."


@dataclass(frozen=True, kw_only=True)
class Version:
    """
    One version. *sha256* is of its text, *policy* the digest of the promises behind it.

    *material*: it touches existing data, purposes, receivers, terms or rights.
    """

    number: str
    issued: date
    """The date that the text bears."""
    effective: date
    """The first day on which it holds."""
    author: str
    sha256: str
    policy: str
    material: bool = False
    changes: tuple[str, ...] = ()
    notices: tuple[GivenNotice, ...] = field(default=())


@dataclass(frozen=True)
class Register:
    """Versions in order of their day of effect."""

    versions: tuple[Version, ...] = ()

    def in_force(self, day: date) -> Version | None:
        """
        The one version that holds on *day*; None only before the first.
        """
        return next((v for v in reversed(self.versions) if v.effective <= day), None)

    def version(self, number: str) -> Version:
        """
        Raises:
            KeyError: no such number.
        """
        for version in self.versions:
            if version.number == number:
                return version
        raise KeyError(number)

    @property
    def last(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    def with_(self, new: Version) -> "Register":
        """
        The register with one version more, at the end.

        Raises:
            VersionRefused: its number or a date is taken, it would take effect before an earlier
                version, or it says just what the last one says.
        """
        for known in self.versions:
            if new.number == known.number or new.issued == known.issued:
                raise VersionRefused(f"{known.number}, {known.issued.isoformat()}")
            if new.effective <= known.effective:
                raise VersionRefused(f"{known.number}, {known.effective.isoformat()}")
        if self.last and (self.last.sha256, self.last.policy) == (new.sha256, new.policy):
            raise VersionRefused(f"{self.last.number} = {new.number}")
        return Register((*self.versions, new))


def text_hash(text: str) -> str:
    """SHA-256 of a text as UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
