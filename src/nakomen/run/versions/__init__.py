"""The versions of a company's statement: kept as files in its folder, noted in the ledger."""

from nakomen.run.versions.add import add, given, notice
from nakomen.run.versions.errors import (
    NoSuchChannel,
    NoSuchVersion,
    NoticeLacking,
    NumberRefused,
    TextChanged,
    Unversioned,
)
from nakomen.run.versions.known import compare, history, in_force, lacks, register, text_of, to_show
from nakomen.run.versions.ruling import ruled, waiting

__all__ = [
    "NoSuchChannel",
    "NoSuchVersion",
    "NoticeLacking",
    "NumberRefused",
    "TextChanged",
    "Unversioned",
    "add",
    "compare",
    "given",
    "history",
    "in_force",
    "lacks",
    "notice",
    "register",
    "ruled",
    "text_of",
    "to_show",
    "waiting",
]
