"""nakomen show: a plan that was made, with what has been done of it."""

from typing import Annotated

import typer

from nakomen.cli.common import common, emit, tell
from nakomen.cli.language import LANG, say
from nakomen.cli.plan import tell_plan

HELP = say("Toon een plan en wat ervan gedaan is.", "Show a plan and what has been done of it.")


def command(plan: Annotated[str, typer.Argument(help="plan-0001")]) -> int:
    from nakomen import Company, plan_told, verbs

    with Company.open(common.folder) as company:
        recalled = verbs.recall(company, plan)
    tell_plan(recalled.plan)
    for step in recalled.plan.steps:
        for statement in step.sql:
            tell(f"  {step.id}  {statement}")
    if recalled.plan.steps:
        tell()
    tell(say(f"Stand: {recalled.state}", f"State: {recalled.state}"))
    emit(plan_told(recalled.plan, LANG) | {"state": recalled.state})
    return 0
