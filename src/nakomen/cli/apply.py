"""nakomen apply: carry out a plan that was shown."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, common, emit_line, number, tell
from nakomen.cli.language import say

if TYPE_CHECKING:
    from nakomen import PlanDone, StepOutcome

HELP = say(
    "Voer een plan uit dat getoond is. Gestopt? Dezelfde opdracht gaat verder.",
    "Carry out a plan that was shown. Stopped? The same command goes on.",
)
LINE_EVERY_S = 10.0


def command(
    plan: Annotated[str, typer.Argument(help="plan-0001")],
    yes: Annotated[bool, typer.Option("--yes", help=say("vraag niets", "ask nothing"))] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=say("bestand voor de kopie (ZIP)",
                                                "file for the copy (ZIP)")),
    ] = None,
) -> int:  # fmt: skip
    from nakomen import BatchDone, Company, PlanDone, verbs
    from nakomen.cli.plan import tell_plan

    with Company.open(common.folder) as company:
        recalled = verbs.recall(company, plan)
        if not (yes or common.as_json or recalled.state != "planned") and sys.stdin.isatty():
            tell_plan(recalled.plan)
            if not typer.confirm(say("Uitvoeren?", "Carry out?")):
                return Exit.PERSON
        worst = int(Exit.DONE)
        batches = _Batches()
        for event in verbs.apply(company, recalled.plan, common.today, output):
            if isinstance(event, BatchDone):
                batches.add(event.rows)
            elif isinstance(event, PlanDone):
                worst = _tell_done(event, worst)
            else:
                worst = max(worst, _tell_step(recalled.plan.step(event.step).task.dataset, event))
    return worst


class _Batches:
    """A figure that runs on a terminal, and a line every ten seconds elsewhere."""

    def __init__(self) -> None:
        self.rows = 0
        self.told = time.monotonic()

    def add(self, rows: int) -> None:
        self.rows += rows
        text = say(f"{number(self.rows)} rijen gewist", f"{number(self.rows)} rows erased")
        if sys.stderr.isatty():
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - self.told >= LINE_EVERY_S:
            self.told = time.monotonic()
            print(text, file=sys.stderr, flush=True)


def _tell_step(dataset: str, done: "StepOutcome") -> int:
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
    )
    if done.error:
        tell(f"  ! {done.step} {dataset}: {done.error}", style="red")
        return Exit.UNREACHABLE
    if done.act.destructive and done.found:
        tell(say(f"  {done.step} {dataset}: gevonden {number(done.found)}, weg "
                 f"{number(done.gone)}, over {number(done.left)}",
                 f"  {done.step} {dataset}: found {number(done.found)}, gone "
                 f"{number(done.gone)}, left {number(done.left)}"))  # fmt: skip
    return Exit.DONE


def _tell_done(done: "PlanDone", worst: int) -> int:
    emit_line({"plan": done.plan, "state": done.state, "evidence": done.evidence})
    states = {"done": ("klaar en bewezen", "done and proven"),
              "partly": ("deels gedaan", "partly done"),
              "failed": ("niet gedaan", "not done")}  # fmt: skip
    tell(say(f"{done.plan}: {states[done.state][0]} · bewijs {done.evidence}",
             f"{done.plan}: {states[done.state][1]} · evidence {done.evidence}"))  # fmt: skip
    if done.state != "done":
        tell(say("Los de oorzaak op en geef dezelfde opdracht nog eens.",
                 "Mend the cause and give the same command again."))  # fmt: skip
        return max(worst, Exit.UNREACHABLE)
    if done.asks:
        tell(say(f"Een mens moet nog beslissen over {done.asks} stap(pen): nakomen show "
                 f"{done.plan}", f"A person must still decide on {done.asks} step(s): nakomen "
                 f"show {done.plan}"))  # fmt: skip
        return max(worst, Exit.PERSON)
    return worst
