"""One kind of finding: its stable code and everything that it tells people."""

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from nakomen.policy.source import mask
from nakomen.terms import Finding, Lang, Place, Severity, Text

Fact: TypeAlias = str | int | Text
_LONGEST = 160


@dataclass(frozen=True, kw_only=True)
class Code:
    """
    A row of the table. *message* says what is wrong, *hint* what to do, *why* why it matters.

    *message* and *hint* hold ``{name}`` places, filled by ``found``; *why* is the text of the page.
    """

    code: str
    severity: Severity
    title: Text
    message: Text
    hint: Text
    why: Text
    article: str | None = None

    def found(
        self,
        place: Place,
        *,
        source_line: str | None = None,
        promise: str | None = None,
        **facts: Fact,
    ) -> Finding:
        """
        This code at a place, with its sentences filled in.

        Raises:
            KeyError: a fact that the sentences name is not given.
        """
        if promise is not None:
            facts["promise"] = promise
        return Finding(
            code=self.code,
            severity=self.severity,
            place=place,
            message=_fill(self.message, facts),
            hint=_fill(self.hint, facts),
            article=self.article,
            promise=promise,
            source_line=source_line,
        )


def _fill(sentence: Text, facts: dict[str, Fact]) -> Text:
    def told(lang: Lang) -> str:
        words = {n: f.in_(lang) if isinstance(f, Text) else shown(f) for n, f in facts.items()}
        return sentence.in_(lang).format(**words)

    return Text(told(Lang.NL), told(Lang.EN))


def shown(value: str | int, longest: int = _LONGEST) -> str:
    """
    A value from a user's file as one safe, short line: no passwords, no control characters.

    >>> shown("twee\\nregels\\x1b[31m")
    'twee\\\\nregels\\\\x1b[31m'
    """
    text = mask(str(value)[: longest * 4])
    safe = "".join(_visible(sign) for sign in text[: longest + 1])
    return safe if len(text) <= longest else safe[: longest - 1] + "…"


def _visible(sign: str) -> str:
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"):
        return sign.encode("unicode_escape").decode("ascii")
    return sign
