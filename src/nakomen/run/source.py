"""A file with a statement, opened and read; nothing else is needed for that."""

from pathlib import Path

from nakomen.errors import UsageError
from nakomen.reading import Facts, load_text
from nakomen.reading import read as read_facts
from nakomen.reading.text.load import LARGEST_FILE
from nakomen.terms import Finding

MOST_BYTES = LARGEST_FILE + 1
"""A larger statement is refused; no more than this is ever read."""


class StatementMissing(UsageError):
    """The statement's file cannot be opened. Check the name."""

    nl = "Het bestand met de verklaring is niet te openen. Controleer de naam."


def read_statement(file: Path) -> tuple[str | None, Facts | None, list[Finding]]:
    """
    The text of a statement and its facts; None and findings when it cannot be read.

    Raises:
        StatementMissing: no such file.
    """
    text, findings = load_text(contents(file), file.name)
    if not text:
        return None, None, findings
    return text, read_facts(text), findings


def facts_of(text: str) -> Facts | None:
    """What a company's statement says; None where there is no text to read."""
    return read_facts(text) if text.strip() else None


def contents(file: Path) -> bytes:
    """
    Its bytes, at most one more than a statement may have.

    Raises:
        StatementMissing: no such file.
    """
    try:
        with file.open("rb") as source:
            return source.read(MOST_BYTES)
    except OSError as error:
        raise StatementMissing(f"{file.name}: {type(error).__name__}") from None
