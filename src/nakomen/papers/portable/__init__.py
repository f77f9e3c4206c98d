"""Data to take along (AVG artikel 20): a file that any program reads, and this one reads back."""

from nakomen.papers.portable.read import (
    Portable,
    PortableDataset,
    PortableUnreadable,
    read_portable,
)
from nakomen.papers.portable.write import PortPart, write_portable

__all__ = [
    "PortPart",
    "Portable",
    "PortableDataset",
    "PortableUnreadable",
    "read_portable",
    "write_portable",
]
