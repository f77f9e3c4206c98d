"""nakomen show: a plan that was made, with what has been done of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.plan_page import place, tell_plan
from nakomen.cli.tell import emit, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nakomen import Plan, Step

HELP = say("Toon een plan en hoe ver het is.", "Show a plan and how far it is.")
EXAMPLE = "nakomen show plan-0001"
STATES = {
    "planned": say("nog niet uitgevoerd", "not carried out yet"),
    "begun": say(
        "begonnen en niet af; geef `nakomen apply` nog eens",
        "begun and not finished; give `nakomen apply` again",
    ),
    "done": say("uitgevoerd en bewezen", "done and proven"),
    "partly": say("deels uitgevoerd", "partly done"),
    "failed": say("niet gelukt", "not done"),
}


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help=say("zoals plan-0001", "such as plan-0001"))
    ],
    sql: Annotated[
        bool,
        typer.Option(
            "--sql", help=say("toon ook wat elk systeem gaat doen", "also what each system will do")
        ),
    ] = False,
) -> int:
    from nakomen import Company, plan_told, verbs

    with Company.open(common.folder) as company:
        recalled = verbs.recall(company, plan)
    tell_plan(recalled.plan)
    tell(say("Stand: ", "State: ") + STATES[recalled.state])
    _tell_questions(verbs.questions(recalled.plan))
    if sql:
        _tell_sql(recalled.plan)
    emit(plan_told(recalled.plan, LANG) | {"state": recalled.state})
    return Exit.DONE


def _tell_questions(asked: "Sequence[Step]") -> None:
    """How each question of the plan is answered."""
    for step in asked:
        told = say(f"beantwoord {step.id} met: nakomen decide", f"answer {step.id}: nakomen decide")
        tell(f"{place(step)}: {told}", None, "? ", "  ")


def _tell_sql(plan: "Plan") -> None:
    for step in plan.steps:
        if step.sql:
            tell()
            tell(f"{step.id} · {place(step)}", "bold")
        for statement in step.sql:
            tell(statement, first="  ")
