"""How an act looks in a plan: a sign and a word; colour only adds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nakomen.cli.language import LANG, say
from nakomen.cli.tell import day_told

if TYPE_CHECKING:
    from nakomen import Step


@dataclass(frozen=True)
class Sign:
    """A mark, and the word that says the same."""

    mark: str
    word: str
    style: str | None = None


SIGNS = {
    "erase": Sign("−", say("wissen", "erase"), "red"),
    "archive": Sign("−", say("naar archief", "to archive"), "yellow"),
    "aggregate": Sign("−", say("tot totalen", "to totals"), "red"),
    "blank": Sign("~", say("leegmaken", "blank"), "yellow"),
    "truncate": Sign("~", say("inkorten", "truncate"), "yellow"),
    "omit": Sign("~", say("uit lijst", "omit"), "yellow"),
    "anonymise": Sign("~", say("anoniem maken", "anonymise"), "yellow"),
    "detach": Sign("~", say("losmaken", "detach"), "yellow"),
    "rectify": Sign("✓", say("verbeteren", "rectify"), "yellow"),
    "stop": Sign("×", say("stoppen", "stop"), "yellow"),
    "destroy": Sign("−", say("vernietigen", "destroy"), "red"),
    "export": Sign("→", say("kopie", "copy")),
    "freeze": Sign("#", say("bevriezen", "freeze")),
    "thaw": Sign("+", say("terugzetten", "put back")),
    "refuse": Sign("×", say("geweigerd", "refused"), "magenta"),
    "keep": Sign("=", say("blijft", "keep"), "green"),
    "ask": Sign("?", say("een mens beslist", "a person decides"), "magenta"),
    "unknown": Sign("?", say("een mens beslist", "a person decides"), "magenta"),
}
"""In the order in which a plan shows them."""


def shown_as(step: "Step") -> str:
    """Which of `SIGNS`: an archive loses nothing, and what a person asked in vain is refused."""
    if step.archive and step.task.act in ("erase", "blank"):
        return "archive"
    return "refuse" if step.because.refused and step.task.act == "keep" else step.task.act.value


def grouped(steps: "Sequence[Step]") -> dict[tuple[str, str], "list[Step]"]:
    """Steps by (act, reason), in the order of `SIGNS`; a reason is said once."""
    found: dict[tuple[str, str], list[Step]] = {}
    for step in sorted(steps, key=lambda step: list(SIGNS).index(shown_as(step))):
        found.setdefault((shown_as(step), reason(step)), []).append(step)
    return found


def reason(step: "Step") -> str:
    """Until when, why, and by which article."""
    because = step.because
    until = say(f"tot {day_told(because.until)}", f"until {day_told(because.until)}")
    told = f"{until if because.until else ''} · {because.text.in_(LANG)}".lstrip()
    articles = dict.fromkeys(a for a in (because.refused, because.article) if a)
    named = "; ".join(article for article in articles if article not in told)
    return f"{told} ({named})" if named else told
