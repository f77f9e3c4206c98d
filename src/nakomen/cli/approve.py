"""nakomen approve: a person who read a plan says yes to it."""

from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.plan_page import tell_plan
from nakomen.cli.tell import emit, tell
from nakomen.cli.who import who_says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nakomen import Text

HELP = say(
    "Zeg ja tegen een plan dat u las. Dat moet bij een nieuwe regel, een groot deel of veel rijen.",
    "Say yes to a plan that you read. A new rule, a large share or many rows need it.",
)
EXAMPLE = "nakomen approve plan-0001 --by Chaima"


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help=say("zoals plan-0001", "such as plan-0001"))
    ],
    by: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("wie er ja zegt", "who says yes")),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    name = who_says(by)
    with Company.open(common.folder) as company:
        recalled = verbs.recall(company, plan)
        tell_plan(recalled.plan)
        waits = verbs.approve(company, recalled.plan, name, common.today)
    tell(say(f"{name} zegt ja tegen {plan}.", f"{name} says yes to {plan}."), "bold")
    tell_waits(waits)
    if not waits:
        tell(say(f"Uitvoeren: nakomen apply {plan}", f"Carry out: nakomen apply {plan}"))
    emit({"plan": plan, "by": name, "waits": [why.in_(LANG) for why in waits]})
    return Exit.PERSON if waits else Exit.DONE


def tell_waits(waits: "Sequence[Text]") -> None:
    """Why a plan is not carried out yet."""
    for why in waits:
        tell(why.in_(LANG), None, "? ", "  ")
