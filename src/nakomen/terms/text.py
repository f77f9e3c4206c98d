"""A sentence that people read, in both languages."""

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    NL = "nl"
    EN = "en"


@dataclass(frozen=True)
class Text:
    """
    One sentence in Dutch and English. Holds no personal data.

    >>> Text("bewaren", "keep").in_(Lang.EN)
    'keep'
    """

    nl: str
    en: str

    def in_(self, lang: Lang) -> str:
        return self.nl if lang is Lang.NL else self.en

    @property
    def both(self) -> dict[str, str]:
        """For JSON: ``{"nl": …, "en": …}``."""
        return {"nl": self.nl, "en": self.en}

    def fill(self, **facts: object) -> "Text":
        """The same sentence with ``{name}`` places filled in both languages."""
        return Text(self.nl.format(**facts), self.en.format(**facts))
