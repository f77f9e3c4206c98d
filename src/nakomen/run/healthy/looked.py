"""One thing that was looked at, and how it was found."""

from dataclasses import dataclass

from nakomen.errors import NakomenError
from nakomen.terms import Text

FAULTY, UNREACHED = 3, 7
"""Exit codes: something must be mended; nobody answered."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at; *code* is the exit code it would cause."""

    what: Text
    good: bool
    code: int = 0


def good(nl: str, en: str) -> Check:
    return Check(what=Text(nl, en), good=True)


def wrong(nl: str, en: str, code: int = FAULTY) -> Check:
    """With its cure."""
    return Check(what=Text(nl, en), good=False, code=code)


def of(error: NakomenError, prefix: str = "") -> Check:
    what = Text(prefix + error.text.nl, prefix + error.text.en)
    return Check(what=what, good=False, code=error.exit_code)
