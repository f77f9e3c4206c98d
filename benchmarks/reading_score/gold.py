"""What people read: a document in the shape of the facts, and the text that it is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from nakomen.reading import load_text

from .result import Json

ROOT = Path(__file__).resolve().parents[2]
SETS = {"own": ROOT / "tests/reading/statements/own", "held-out": ROOT / "tests/reading/held_out"}
LISTS = [
    "purposes",
    "legal_bases",
    "data_categories",
    "recipients",
    "recipient_categories",
    "retention",
    "rights",
    "security_measures",
    "tensions",
]
PARTS = {
    "statement": "title version date effective language",
    "controller": "name legal_form kvk vat iban address postcode city country website",
    "privacy_contact": "name role email phone is_dpo",
    "transfers": "outside_eea conditional",
    "cookies": "used consent",
    "special_categories": "status",
}
PART_LISTS = {
    "controller": "aliases phones emails",
    "transfers": "countries safeguards",
    "cookies": "types analytics_tools",
}
PLAIN = [
    "response_term",
    "complaint_authority",
    "automated_decision",
    "children_age",
    "breach_procedure",
    "authority_disclosure",
]

Change = Callable[[str, Json], tuple[str, Json]]


class GoldError(ValueError):
    """The gold names words that its statement does not hold. Correct the YAML file."""


class Untold(LookupError):
    """The gold does not tell of this field, so it is not scored."""


@dataclass(frozen=True, kw_only=True)
class Gold:
    """
    *facts* in the shape of ``nakomen read --json``; a field that is not there is not scored.

    Three liberties: a value may be a list of writings that are all right; a fact may stand in
    several ``places``; what is *allowed* is neither right nor wrong, for readers may differ.
    """

    name: str
    text: str
    facts: Json
    allowed: Json = field(default_factory=dict)
    non_promises: tuple[Json, ...] = ()

    def get(self, path: str) -> Any:
        """The part of the facts at *path*; Untold where it is not scored."""
        found: Any = self.facts
        for name in path.split("."):
            if name not in found:
                raise Untold(path)
            found = found[name]
        return found


def load(folder: Path, change: Change | None = None) -> Iterator[Gold]:
    """Every statement of *folder* that has a YAML file of its name beside it, maybe changed."""
    for path in sorted(folder.glob("*.yaml")):
        source = next(p for p in sorted(folder.glob(f"{path.stem}.*")) if p != path)
        text = load_text(source.read_bytes(), source.name)[0]
        told = YAML(typ="safe").load(path)
        yield own(path.stem, *(change(text, told) if change else (text, told)))


def own(name: str, text: str, told: Json) -> Gold:
    """
    A gold in which what is not told is silence, and every quote has found its place.

    A file that cannot be read has no places: all of its facts are missed.
    """
    allowed = told.pop("allowed", {})
    allowed["promises"] = told.pop("neutral", [])
    allowed["controller.aliases"] = [*allowed.get("controller.aliases", ()), *_names(told)]
    facts = silence() | told
    for part in PARTS:
        facts[part] = silence()[part] | facts[part]
    if text:
        _find(name, text, [facts, allowed])
    return Gold(name=name, text=text, facts=facts, allowed=allowed)


def _names(told: Json) -> list[str]:
    """A name is no mistake as an alias of itself."""
    name = told.get("controller", {}).get("name") or []
    return name if isinstance(name, list) else [name]


def silence() -> Json:
    """The facts of a statement that says nothing."""
    parts = {
        part: dict.fromkeys(names.split()) | {n: [] for n in PART_LISTS.get(part, "").split()}
        for part, names in PARTS.items()
    }
    lists: Json = {name: [] for name in LISTS}
    return parts | lists | dict.fromkeys(PLAIN)


def _find(name: str, text: str, told: Any) -> None:
    """Give each quote its ``start``; ``nth`` says which, where the words stand there twice."""
    if isinstance(told, list):
        for item in told:
            _find(name, text, item)
    if not isinstance(told, dict):
        return
    for value in told.values():
        _find(name, text, value)
    if told.get("quote") and "start" not in told:
        told["start"] = _nth(name, text, told["quote"], told.get("nth", 1))


def _nth(name: str, text: str, quote: str, nth: int) -> int:
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        if start < 0:
            raise GoldError(f"{name}: these words do not stand there {nth} times: {quote!r}")
    return start
