"""
Which words make which promise: a table of rules, read from the ``table`` folder.

Each file holds the rules of one family, each line one rule: ``kind control weight: conditions``.
All conditions must hold. ``a|b`` either idea of ``words/concepts.txt``; ``!a`` none of it, and
``!a|b`` none of *a* unless *b*; ``#a``
in the heading above; ``^a`` in the line that leads in the list; ``$a`` a fact that another finder
made of this sentence; ``@a`` a trait of its form. The rule with the greatest weight speaks; of
equals the first. The kind ``none`` says that a sentence promises nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

_ORDER = (
    "nothing",
    "identity",
    "version",
    "scope",
    "purpose",
    "data",
    "special",
    "basis",
    "consent",
    "marketing",
    "cookies",
    "recipients",
    "transfer",
    "retention",
    "rights",
    "procedure",
    "decisions",
    "security",
    "breach",
    "access",
    "portal",
    "telephony",
    "roles",
    "liability",
    "context",
)


_COMMON = {
    "data": 9, "we": 9, "you": 8, "process": 8, "@item": 7, "@prose": 9, "@sentence": 9,
    "@short": 5, "deliver": 5, "for-to": 7, "share": 4, "@digits": 4, "security": 3, "can": 6,
    "right-words": 4, "third": 2, "supplier": 2, "keep": 2, "law": 3, "collect": 3, "person": 5,
    "negation": 5, "closed": 3, "statement": 2, "website": 3, "purpose-words": 3, "send-request": 4,
    "consent": 2,
}  # fmt: skip
"""How often an idea or form is met, roughly: only for speed."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    *needs* holds sets of which one member each must be there; nothing of *bars* may be.

    *unless* pairs a trait that may not be there with traits that allow it all the same.
    """

    kind: str
    control: str
    weight: int
    needs: tuple[frozenset[str], ...]
    bars: frozenset[str]
    unless: tuple[tuple[str, frozenset[str]], ...] = ()
    source: str = ""
    """The line of the table, for those who ask why."""

    @property
    def key(self) -> frozenset[str]:
        """The condition that the fewest rules share: only sentences with it need be held to it."""
        return min(self.needs, key=lambda need: sum(_COMMON.get(trait, 0) for trait in need))

    def fits(self, traits: frozenset[str]) -> bool:
        return (
            self.bars.isdisjoint(traits)
            and all(not need.isdisjoint(traits) for need in self.needs)
            and all(
                bar not in traits or not allowed.isdisjoint(traits) for bar, allowed in self.unless
            )
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, the weightiest first, else in the order of the files."""
    return tuple(sorted(_read(), key=lambda rule: -rule.weight))


def candidates(traits: frozenset[str]) -> list[Rule]:
    """The rules that *traits* could fit, the weightiest first."""
    index = _index()
    places: set[int] = set()
    for trait in traits:
        places.update(index.get(trait, ()))
    known = rules()
    return [known[place] for place in sorted(places)]


@cache
def _index() -> dict[str, list[int]]:
    """For each trait the places of the rules that cannot fit without it or one of its like."""
    index: dict[str, list[int]] = {}
    for place, rule in enumerate(rules()):
        for trait in rule.key:
            index.setdefault(trait, []).append(place)
    return index


@cache
def topics() -> dict[str, frozenset[str]]:
    """For each kind the ideas of a heading or lead-in that speak for it."""
    pairs = (line.split(":") for line in _lines("topics"))
    return {
        kind: frozenset(f"{mark}{idea}" for idea in ideas.split() for mark in "#^")
        for kind, ideas in pairs
    }


def _read() -> Iterator[Rule]:
    for family in _ORDER:
        yield from map(_rule, _lines(family))


def _lines(family: str) -> Iterator[str]:
    folder = resources.files(__package__).joinpath("table")
    for line in folder.joinpath(f"{family}.txt").read_text("utf-8").splitlines():
        words = line.partition(";")[0].strip()
        if words:
            yield words


def _rule(line: str) -> Rule:
    """
    One line of a file.

    >>> _rule("camera camera-90d 7: camera !cookie").needs
    (frozenset({'camera'}),)
    """
    head, _, conditions = line.partition(":")
    kind, control, weight = head.split()
    words = conditions.split()
    barred = [word[1:] for word in words if word.startswith("!")]
    pairs = [word.split("|") for word in barred if "|" in word]
    return Rule(
        kind=kind,
        control=control,
        weight=int(weight),
        needs=tuple(frozenset(word.split("|")) for word in words if not word.startswith("!")),
        bars=frozenset(word for word in barred if "|" not in word),
        unless=tuple((bar, frozenset(allowed)) for bar, *allowed in pairs),
        source=line,
    )
