"""nakomen undo: put back what a plan took out, while that can be done."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.plan_page import tell_plan
from nakomen.cli.tell import emit, tell

HELP = say(
    "Draai een plan terug binnen de ingestelde tijd. Er verandert nog niets.",
    "Undo a plan within the time that is set. Nothing changes yet.",
)
EXAMPLE = "nakomen undo plan-0001"


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help=say("zoals plan-0001", "such as plan-0001"))
    ],
) -> int:
    from nakomen import Company, plan_told, verbs

    with Company.open(common.folder) as company:
        planned = verbs.undo(company, plan, common.today)
    tell_plan(planned.plan)
    tell(say("Er is nog niets veranderd.", "Nothing has changed yet."))
    name = planned.plan.id
    tell(say(f"Uitvoeren: nakomen apply {name}", f"Carry out: nakomen apply {name}"))
    emit(plan_told(planned.plan, LANG) | {"found": True, "near": []})
    return Exit.DONE
