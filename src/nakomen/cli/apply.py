"""nakomen apply: carry out a plan that was shown."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.approve import tell_waits
from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.plan_page import place, tell_plan
from nakomen.cli.progress import Progress
from nakomen.cli.signs import SIGNS, shown_as
from nakomen.cli.tell import complain, counted, day_told, emit_line, number, tell
from nakomen.cli.who import who_says
from nakomen.errors import PersonMustDecide

if TYPE_CHECKING:
    from nakomen import Company, Plan, PlanDone, Remain, Step, StepOutcome

HELP = say(
    "Voer een plan uit dat getoond is. Gestopt? Dezelfde opdracht gaat verder.",
    "Carry out a plan that was shown. Stopped? The same command goes on.",
)
EXAMPLE = "nakomen apply plan-0001"
STATES = {
    "done": say("klaar en bewezen", "done and proven"),
    "partly": say("deels uitgevoerd", "partly done"),
    "failed": say("niet uitgevoerd", "not done"),
}
_PARKED = {
    "freeze": say("in de kluis", "in the vault"),
    "thaw": say("teruggezet", "put back"),
}
"""What became of rows that are not gone."""
NOBODY = say("niemand gevonden, dus niets te doen", "nobody found, so nothing to do")
"""Never found is not the same as found and erased."""


class YesMissing(PersonMustDecide):
    """This plan removes records, and nobody can be asked here. Read it, then add --yes."""

    nl = "Dit plan verwijdert gegevens, en hier kan niemand ja zeggen. Lees het en geef --yes."


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help=say("zoals plan-0001", "such as plan-0001"))
    ],
    yes: Annotated[
        bool,
        typer.Option("--yes", help=say("vraag niets; ik las het plan", "ask nothing; I read it")),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            metavar=say("NAAM", "NAME"),
            help=say("wie het plan las en ja zegt", "who read the plan and says yes"),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=say("BESTAND", "FILE"),
            help=say("bestand voor de kopie bij inzage (ZIP)", "file for the copy (ZIP)"),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        recalled = verbs.recall(company, plan)
        if recalled.state == "planned":
            if not (yes or by or _agreed(recalled.plan)):
                return Exit.PERSON
            if (by or not yes) and verbs.waits_for(company, recalled.plan):
                verbs.approve(company, recalled.plan, who_says(by), common.today)
        try:
            return _carry_out(company, recalled.plan, output)
        except PersonMustDecide as refused:
            tell_waits(getattr(refused, "why", ()))
            raise


def _carry_out(company: "Company", plan: "Plan", output: Path | None) -> int:
    """Apply *plan* and tell what happens as it happens; the gravest exit code."""
    from nakomen import BatchDone, PlanDone, verbs

    progress, worst = Progress(), int(Exit.DONE)
    remains: list[Remain] = []
    for event in verbs.apply(company, plan, common.today, output):
        if isinstance(event, BatchDone):
            progress.add(event.rows)
            continue
        progress.clear()
        if isinstance(event, PlanDone):
            worst = max(worst, _tell_done(plan, event, output))
        else:
            worst = max(worst, _tell_step(plan, event, remains))
    return worst


def _agreed(plan: "Plan") -> bool:
    """
    A person's yes at the keyboard, for a plan that removes anything.

    Raises:
        YesMissing: nobody is at the keyboard.
    """
    if not any(_needs_yes(step) and step.rows for step in plan.steps):
        return True
    if common.as_json or not sys.stdin.isatty():
        raise YesMissing(plan.id)
    tell_plan(plan)
    agreed = _asked().strip().lower() in {"j", "ja", "y", "yes"}
    if not agreed:
        tell(say("Er is niets veranderd.", "Nothing was changed."))
    return agreed


def _needs_yes(step: "Step") -> bool:
    return step.task.act.destructive or step.task.act == "destroy"


def _asked() -> str:
    try:
        return input(say("Uitvoeren? [j/N] ", "Carry out? [y/N] "))
    except EOFError:  # Ctrl-D
        tell()
        return ""


def _tell_step(plan: "Plan", done: "StepOutcome", told: "list[Remain]") -> int:
    """Tell of one step; *told* is what remains and was told before."""
    emit_line(
        {
            "step": done.step,
            "act": done.act.value,
            "found": done.found,
            "gone": done.gone,
            "left": done.left,
            "seconds": round(done.seconds, 4),
            "error": done.error,
        }
        | ({"remains": [_remain_json(r) for r in done.remains]} if done.act == "destroy" else {})
    )
    step = plan.step(done.step)
    sign, where = SIGNS[shown_as(step)], place(step)
    if done.error:
        why = done.why.in_(LANG) if done.why else done.error
        complain(f"! {done.step} {where}: {why}")
        return Exit.UNREACHABLE
    if done.act in _PARKED and done.found:
        moved, word = done.found - done.left, _PARKED[done.act]
        counts = say(
            f"gevonden {number(done.found)}, {word} {number(moved)}, over {number(done.left)}",
            f"found {number(done.found)}, {word} {number(moved)}, left {number(done.left)}",
        )
        tell(f"{sign.word} {where}: {counts}", sign.style, f"{sign.mark} ", "  ")
    elif done.act.destructive and done.found:
        counts = say(
            f"gevonden {number(done.found)}, weg {number(done.gone)}, over {number(done.left)}",
            f"found {number(done.found)}, gone {number(done.gone)}, left {number(done.left)}",
        )
        tell(f"{sign.word} {where}: {counts}", sign.style, f"{sign.mark} ", "  ")
    if done.act == "destroy":
        tell(f"{sign.word} {where}", sign.style, f"{sign.mark} ", "  ")
    _tell_remains([r for r in done.remains if r not in told])
    told += done.remains
    return Exit.PERSON if done.remains else Exit.DONE


def _tell_remains(remains: "Sequence[Remain]") -> None:
    """Where old values can still be read; somebody must end that, or wait for the day."""
    for remain in remains:
        until = say(f", tot {day_told(remain.until)}", f", until {day_told(remain.until)}")
        place = remain.place + (until if remain.until else "")
        tell(f"{place}: {remain.text.in_(LANG)}", None, "    ! ", "      ")


def _remain_json(remain: "Remain") -> dict[str, object]:
    return {
        "medium": remain.medium.value,
        "place": remain.place,
        "until": remain.until.isoformat() if remain.until else None,
        "seen": remain.seen,
        "text": remain.text.in_(LANG),
    }


def _tell_done(plan: "Plan", done: "PlanDone", output: Path | None) -> int:
    found = any(step.rows for step in plan.steps)
    emit_line({"plan": done.plan, "state": done.state, "evidence": done.evidence, "found": found})
    nobody = plan.subject and not found and done.state == "done"
    tell(f"{done.plan}: {NOBODY if nobody else STATES[done.state]}", "bold")
    tell(say("bewijs", "evidence") + f" {done.evidence}", "dim", "  ")
    if done.state != "done":
        complain(
            say(
                "Los de oorzaak op en geef dezelfde opdracht nog eens.",
                "Mend the cause and give the same command again.",
            )
        )
        return Exit.UNREACHABLE
    if output and output.exists():
        tell(say("kopie", "copy") + f" {output}", None, "  ")
    if done.in_files:
        told = "Waarden kunnen nog in de bestanden staan: nakomen plan destruction"
        tell(say(told, "Values can still stand in the files: nakomen plan destruction"))
    return _tell_asks(done)


def _tell_asks(done: "PlanDone") -> int:
    if not done.asks:
        return Exit.DONE
    asks = counted(done.asks, ("stap", "stappen"), ("step", "steps"))
    tell(
        say(
            f"Over {asks} moet een mens nog beslissen: nakomen show {done.plan}",
            f"A person must still decide on {asks}: nakomen show {done.plan}",
        )
    )
    return Exit.PERSON
