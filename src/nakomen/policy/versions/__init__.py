"""Versions of a statement: which one holds on a day, what changed, and who had to be told."""

from nakomen.policy.versions.change import Change, ChangeSort, changes
from nakomen.policy.versions.file import (
    VersionUnreadable,
    dump_version,
    load_version,
    ordered,
)
from nakomen.policy.versions.notice import GivenNotice, Lack, lacking
from nakomen.policy.versions.register import Register, Version, VersionRefused, text_hash

__all__ = [
    "Change",
    "ChangeSort",
    "GivenNotice",
    "Lack",
    "Register",
    "Version",
    "VersionRefused",
    "VersionUnreadable",
    "changes",
    "dump_version",
    "lacking",
    "load_version",
    "ordered",
    "text_hash",
]
