"""Papers: what people get in their hands. HTML, PDF and the ZIP of a request for access."""

from nakomen.papers.access import write_access
from nakomen.papers.access_model import (
    AccessPaper,
    AccessPart,
    AccessReceipt,
    Controller,
    PartReceipt,
    Recipient,
)
from nakomen.papers.term_told import term_told
from nakomen.papers.whole import PaperUnwritable

__all__ = [
    "AccessPaper",
    "AccessPart",
    "AccessReceipt",
    "Controller",
    "PaperUnwritable",
    "PartReceipt",
    "Recipient",
    "term_told",
    "write_access",
]
