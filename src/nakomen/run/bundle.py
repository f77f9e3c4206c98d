"""All evidence in one file, for somebody else."""

from dataclasses import dataclass
from pathlib import Path

from nakomen.errors import UsageError
from nakomen.ledger import Verification, verify_bundle, write_bundle
from nakomen.run.company import Company


class NothingToBundle(UsageError):
    """The ledger is empty: nothing was planned or done here yet."""

    nl = "Het logboek is leeg: hier is nog niets gepland of gedaan."


class BundleMissing(UsageError):
    """The file of evidence cannot be opened. Check the name."""

    nl = "Het bewijsbestand is niet te openen. Controleer de naam."


@dataclass(frozen=True, kw_only=True)
class Bundled:
    """What was written: ledger lines, the root over them, and whose key signed it."""

    lines: int
    root: str
    key_fingerprint: str


def write(company: Company, file: Path) -> Bundled:
    """
    Write the bundle and verify what was written.

    Raises:
        NothingToBundle: there is no evidence yet.
    """
    if company.ledger.head() is None:
        raise NothingToBundle
    write_bundle(company.ledger, file)
    found = verify_bundle(file)
    return Bundled(
        lines=found.lines, root=str(found.root), key_fingerprint=str(found.key_fingerprint)
    )


def check(file: Path, key: str | None) -> Verification:
    """
    Verify a bundle that somebody gave; *key* is the fingerprint that it should be signed with.

    Raises:
        BundleMissing: there is no such file, or it may not be read.
    """
    try:
        return verify_bundle(file, key)
    except OSError as error:
        raise BundleMissing(type(error).__name__) from None
