"""Registers of AVG artikel 28 and 30 as people have them: sheet, page, print and JSON."""

from nakomen.papers.registers.document import processing_document, processors_document
from nakomen.papers.registers.sheet import as_workbook
from nakomen.papers.registers.view import View
from nakomen.papers.registers.whole import as_register_json

__all__ = [
    "View",
    "as_register_json",
    "as_workbook",
    "processing_document",
    "processors_document",
]
