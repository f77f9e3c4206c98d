"""What is wrong with a user's text or systems: a value, collected and shown all at once."""

from dataclasses import dataclass
from enum import StrEnum

from nakomen.terms.place import Place
from nakomen.terms.text import Text


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault or remark. *code* is stable; *hint* is the cure; *article* the norm, if any."""

    code: str
    severity: Severity
    place: Place
    message: Text
    hint: Text
    article: str | None = None
    promise: str | None = None
    source_line: str | None = None
    """The line of the user's file, shown with a caret; never a value from a store."""
    rule: str | None = None
    """The rule of the law catalogue that is not met, if one is."""
    verdict: str | None = None
    """In what way: missing, wrong, vague, contradiction or outdated."""
    quote: str | None = None
    """The exact words of the published statement; None where it is silent."""

    @property
    def sort_key(self) -> tuple[Place, str]:
        return (self.place, self.code)
