"""Does a quote stand in the statement, sign by sign, and where?"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from nakomen.policy.tree import Document, MappingNode, ScalarNode, value_of
from nakomen.terms import Finding, Text

_MOST_SHOWN = 5
_LONGEST_SEARCHED = 200_000
_NEAR = 75
_SAME = str.maketrans(
    dict.fromkeys("’‘", "'") | dict.fromkeys("“”„", '"') | dict.fromkeys("–—‑‐", "-")
)
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\ufeff"))
_NAMES = {
    " ": Text("een spatie", "a space"),
    "\n": Text("een regeleinde", "a line end"),
    "\r": Text("een regeleinde", "a line end"),
    "\t": Text("een tab", "a tab"),
    "\u00a0": Text("een vaste spatie", "a no-break space"),
    "\u00ad": Text("een zacht afbreekstreepje", "a soft hyphen"),
    "\u200b": Text("een onzichtbare spatie", "an invisible space"),
    "": Text("niets meer", "nothing more"),
}
_BLOCK = Text(
    "; over meer regels schrijft u: says: |- met de woorden eronder",
    "; over more lines write: says: |- with the words below",
)


@dataclass(frozen=True)
class Statement:
    """The text of a statement, to look for quotes in."""

    text: str

    def offsets(self, quote: str) -> list[int]:
        """Every place where *quote* begins, also where they overlap."""
        found = []
        start = self.text.find(quote)
        while start >= 0:
            found.append(start)
            start = self.text.find(quote, start + 1)
        return found

    @cached_property
    def _loose(self) -> tuple[str, list[int]]:
        return _loosened(self.text)

    def nearly(self, quote: str) -> int | None:
        """Where the quote stands when spaces, quotation marks and capitals do not count."""
        words, _ = _loosened(quote)
        words = words.strip()
        text, where = self._loose
        at = text.find(words) if words else -1
        return where[at] if at >= 0 else None

    def nearest(self, quote: str) -> str | None:
        """The passage that looks most like *quote*, if one does."""
        if len(self.text) > _LONGEST_SEARCHED or len(quote) > 2000:
            return None
        found = fuzz.partial_ratio_alignment(quote, self.text, score_cutoff=_NEAR)
        if found is None or found.dest_end - found.dest_start < 8:
            return None
        return self.text[found.dest_start : found.dest_end]


def _loosened(text: str) -> tuple[str, list[int]]:
    """*text* in its plainest writing, and for each of its characters where it came from."""
    signs: list[str] = []
    where: list[int] = []
    for offset, sign in enumerate(text):
        plain = _plainest(sign)
        if plain.isspace():
            plain = " " if not signs or signs[-1] != " " else ""
        signs += plain
        where += [offset] * len(plain)
    return "".join(signs), where


def _plainest(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign.translate(_SAME).translate(_UNSEEN)).casefold()


@dataclass(frozen=True, kw_only=True)
class Quoting:
    """One entry with a quote, in its file."""

    document: Document
    entry: MappingNode
    promise: str | None
    one_place: bool = True
    """The words must stand in one place only, or *at* must say in which."""

    def faults(self, statement: Statement | None) -> list[Finding]:
        return list(self._faults(statement))

    def _faults(self, statement: Statement | None) -> Iterator[Finding]:
        says, at = self.entry.get("says"), self.entry.get("at")
        given = value_of(at) if isinstance(at, ScalarNode) else None
        if says is None and isinstance(at, ScalarNode):
            yield self._found("P008", at)
        if statement is None or not isinstance(says, ScalarNode) or not says.text:
            return
        offsets = statement.offsets(says.text)
        if not offsets:
            yield self._absent(statement, says)
        elif isinstance(at, ScalarNode) and isinstance(given, int):
            if given not in offsets:
                yield self._found("P006", at, at=given, offsets=_listed(offsets))
        elif self.one_place and len(offsets) > 1:
            yield self._found(
                "P007", says, count=len(offsets), first=offsets[0], offsets=_listed(offsets)
            )

    def _absent(self, statement: Statement, says: ScalarNode) -> Finding:
        start = statement.nearly(says.text)
        if start is None:
            return self._found("P004", says, near=_pointed(statement.nearest(says.text)))
        position, ours, theirs = _difference(says.text, statement.text[start:])
        return self._found(
            "P005",
            says,
            position=position + 1,
            ours=_named(ours),
            theirs=_named(theirs),
            start=start,
            block=_BLOCK if theirs == "\n" else "",
        )

    def _found(self, code: str, node: ScalarNode, **facts: str | int | Text) -> Finding:
        return self.document.finding(code, node, promise=self.promise, **facts)


def _listed(offsets: Sequence[int]) -> Text:
    shown = ", ".join(str(n) for n in offsets[:_MOST_SHOWN])
    more = len(offsets) - _MOST_SHOWN
    if more <= 0:
        return Text(shown, shown)
    return Text(f"{shown} en nog {more}", f"{shown} and {more} more")


def _pointed(passage: str | None) -> Text:
    if passage is None:
        return Text(
            "neem de woorden precies over uit de verklaring",
            "copy the words exactly from the statement",
        )
    words = " ".join(passage.split())
    return Text(
        f"het meest lijkt hierop: «{words}»; neem de woorden precies over",
        f"most alike is: «{words}»; copy the words exactly",
    )


def _difference(ours: str, theirs: str) -> tuple[int, str, str]:
    """The first place where two texts differ, with the character of each; empty at an end."""
    same = 0
    while same < min(len(ours), len(theirs)) and ours[same] == theirs[same]:
        same += 1
    return same, ours[same : same + 1], theirs[same : same + 1]


def _named(sign: str) -> Text | str:
    known = _NAMES.get(sign)
    if known:
        return known
    if sign.isprintable() and sign.isascii():
        return f"'{sign}'"
    return f"{sign if sign.isprintable() else ''} (U+{ord(sign):04X})".strip()
