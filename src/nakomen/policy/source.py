"""The text of one file: where an offset stands, and what its line looks like to other eyes."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from nakomen.terms import Place

# A colon, then anything up to the @ that ends the user part; what follows holds no other @.
_URL_PASSWORD = re.compile(r"(://[^\s:/@]*:)(?!\$\{)(\S+)(?=@[^\s@]*)")
# In quotes: to the closing one. Else to a blank, comma or bracket; a quote inside belongs to it.
_NAMED_SECRET = re.compile(
    r"(?i)\b((?:password|passwd|passphrase|pwd|wachtwoord|secret|token|api_?key)['\"]?\s*[:=]\s*)"
    r"(?!['\"]?\$\{|\{)"
    r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?:[^\s&,}'\"]|['\"](?![\s,}]|$))+)"
)
_LONGEST_LINE = 4000


def mask(text: str) -> str:
    """
    *text* without the passwords in it; placeholders stay.

    >>> mask("url: postgresql://anna:geheim@db/crm?password=ook")
    'url: postgresql://anna:***@db/crm?password=***'
    >>> mask("url: postgresql://anna:${env:DB}@db/crm")
    'url: postgresql://anna:${env:DB}@db/crm'
    """
    return _NAMED_SECRET.sub(r"\1***", _URL_PASSWORD.sub(r"\1***", text))


@dataclass(frozen=True)
class Source:
    """
    One file as text. Lines end as editors see them: ``\\n``, ``\\r\\n`` or ``\\r``.

    >>> source = Source("a.yaml", "een: 1\\ntwee: 2\\n")
    >>> str(source.place(13)), source.line(2)
    ('a.yaml:2:7', 'twee: 2')
    """

    file: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer(r"\r\n|\n|\r", self.text))]

    def place(self, offset: int) -> Place:
        """The place of character *offset*; just past the end is allowed."""
        number = bisect_right(self._starts, offset)
        return Place(self.file, number, offset - self._starts[number - 1] + 1)

    def line(self, number: int) -> str:
        """Line *number*, counted from 1, with passwords masked; cut when absurdly long."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return mask(self.text[start : min(end, start + _LONGEST_LINE)].rstrip("\r\n"))
