"""Append-only evidence, the subject book, and bundles that verify offline."""

from nakomen.ledger.bundle import write_bundle
from nakomen.ledger.canonical import JSON
from nakomen.ledger.errors import (
    EntryRefused,
    KeyUnusable,
    LedgerBroken,
    LedgerBusy,
    LedgerEmpty,
    LedgerError,
    LedgerFull,
    LedgerNewer,
    SubjectAmbiguous,
    SubjectUnknown,
)
from nakomen.ledger.groups import Groups, Member, find_among
from nakomen.ledger.ledger import Ledger, Receipt
from nakomen.ledger.line import Entry, Line
from nakomen.ledger.naming import is_group, short
from nakomen.ledger.seal import SignedHead
from nakomen.ledger.subjects import SubjectBook
from nakomen.ledger.vault import Parcel, Vault, has_vault
from nakomen.ledger.verification import Verification
from nakomen.ledger.verify import verify_bundle

__all__ = [
    "JSON",
    "Entry",
    "EntryRefused",
    "Groups",
    "KeyUnusable",
    "Ledger",
    "LedgerBroken",
    "LedgerBusy",
    "LedgerEmpty",
    "LedgerError",
    "LedgerFull",
    "LedgerNewer",
    "Line",
    "Member",
    "Parcel",
    "Receipt",
    "SignedHead",
    "SubjectAmbiguous",
    "SubjectBook",
    "SubjectUnknown",
    "Vault",
    "Verification",
    "find_among",
    "has_vault",
    "is_group",
    "short",
    "verify_bundle",
    "write_bundle",
]
