"""nakomen review: what has no living purpose, and what a person decides about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.may.words import day, word
from nakomen.cli.options import DAY
from nakomen.cli.plan_page import tell_plan
from nakomen.cli.tell import counted, day_told, emit, rows_told, tell
from nakomen.cli.who import who_says
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from nakomen import Archive, Item, Plan

HELP = say(
    "Toon wat geen levend doel heeft, en leg vast wat u besluit.",
    "Show what has no living purpose, and note what you decide.",
)
EXAMPLE = 'nakomen review review-1a2b3c erase --because "niet meer nodig" --until 2027-11-01'
CHOICES = {
    "erase": say("wissen", "erase"),
    "anonymise": say("anoniem maken", "anonymise"),
    "archive": say("naar het archief", "to the archive"),
    "keep": say("houden", "keep"),
}


class DecisionUnfinished(UsageError):
    """A decision names the item, what happens, --because REASON and --until DATE."""

    nl = "Een besluit noemt het punt, wat er gebeurt, --because REDEN en --until DATUM."


Which: TypeAlias = Annotated[
    str | None,
    typer.Argument(
        metavar=say("PUNT", "ITEM"), help=say("zoals het in de lijst staat", "as in the list")
    ),
]
Decision: TypeAlias = Annotated[
    str | None,
    typer.Argument(
        metavar=say("BESLUIT", "DECISION"),
        help=say(
            "erase (wissen), anonymise (anoniem maken), archive (archief) of keep (houden)",
            "erase, anonymise, archive or keep",
        ),
    ),
]
Because: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("REDEN", "REASON"), help=say("waarom, zonder namen", "why, without names")
    ),
]
Until: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=DAY,
        help=say("wanneer u opnieuw kijkt; binnen een jaar", "the next look; within a year"),
    ),
]
By: TypeAlias = Annotated[
    str | None, typer.Option(metavar=say("NAAM", "NAME"), help=say("wie besluit", "who decides"))
]
End: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=DAY,
        help=say("bij archive: de dag waarop het weggaat", "with archive: the day it goes"),
    ),
]
ForPurpose: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("DOEL", "PURPOSE"),
        help=say("bij archive: alleen hiervoor", "with archive: for this only"),
    ),
]
ForRole: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("ROL", "ROLE"),
        help=say("bij archive: alleen voor wie dit is", "with archive: for whoever is this"),
    ),
]


def command(
    item: Which = None,
    choice: Decision = None,
    because: Because = None,
    until: Until = None,
    by: By = None,
    end: End = None,
    purpose: ForPurpose = None,
    role: ForRole = None,
) -> int:
    from nakomen import Choice, Company, verbs

    chosen, next_day = word(say("BESLUIT", "DECISION"), choice, Choice), day("--until", until)
    if item is None:
        with Company.open(common.folder) as company:
            items = verbs.review(company, common.today)
        return _tell_all(items)
    if chosen is None or because is None or next_day is None:
        raise DecisionUnfinished
    archive = _archive(end, purpose, role)
    with Company.open(common.folder) as company:
        told, plan = verbs.decide(
            company, item, chosen, because, next_day, who_says(by), common.today, archive
        )
    _tell(told)
    if plan:
        _tell_next(plan)
    emit(_json(told) | {"plan": plan.id if plan else None})
    return Exit.DONE


def _archive(end: str | None, purpose: str | None, role: str | None) -> "Archive | None":
    from nakomen import Archive

    last_day = day("--end", end)
    if not (last_day and purpose and role):
        return None
    return Archive(purpose=purpose.strip(), role=role.strip(), until=last_day)


def _tell_next(plan: "Plan") -> None:
    tell()
    tell_plan(plan)
    tell(say("Er is nog niets veranderd.", "Nothing has changed yet."))
    tell(say(f"Uitvoeren: nakomen apply {plan.id}", f"Carry out: nakomen apply {plan.id}"))


def _tell_all(items: "Sequence[Item]") -> int:
    waits = sum(item.waits for item in items)
    for item in items:
        _tell(item)
    if items:
        tell()
    told = counted(waits, ("punt wacht", "punten wachten"), ("item waits", "items wait"))
    tell(told + say(" op een besluit.", " for a decision."), "bold")
    emit({"today": common.today.isoformat(), "items": [_json(item) for item in items]})
    return Exit.PERSON if waits else Exit.DONE


def _tell(item: "Item") -> None:
    """What and why, and below it the decision."""
    sign, style = ("?", "yellow") if item.waits else ("✓", None)
    rows = f" · {rows_told(item.rows)}" if item.rows else ""
    tell(f"{item.id} · {item.place}{rows}", style, f"{sign} ", "  ")
    tell(item.why.in_(LANG), None, "    ", "    ")
    if item.decided:
        word, until = CHOICES[item.decided.choice], day_told(item.decided.next)
        plan = f" ({item.decided.plan})" if item.decided.plan else ""
        said = say(f"tot {until}: {word}{plan}", f"until {until}: {word}{plan}")
        tell(f"{said} · {item.decided.because}", "dim", "    ", "    ")


def _json(item: "Item") -> dict[str, Any]:
    decided = vars(item.decided) if item.decided else None
    return {
        "item": item.id,
        "place": item.place,
        "why": item.why.in_(LANG),
        "promise": item.promise,
        "rows": item.rows,
        "waits": item.waits,
        "decided": decided,
    }
