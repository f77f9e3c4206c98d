"""nakomen decide: a person answers one question of a plan."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.plan_page import tell_plan
from nakomen.cli.tell import emit, tell
from nakomen.cli.who import who_says
from nakomen.errors import UsageError

HELP = say(
    "Beantwoord een vraag van een plan. Er volgt een nieuw plan; er verandert nog niets.",
    "Answer a question of a plan. A new plan follows; nothing changes yet.",
)
EXAMPLE = 'nakomen decide plan-0001 step-3 yes --because "dossier gesloten" --by Chaima'
ANSWERS = {"yes": True, "ja": True, "no": False, "nee": False}


class AnswerUnclear(UsageError):
    """An answer is yes or no, with --because REASON."""

    nl = "Een antwoord is ja of nee, met --because REDEN."


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help=say("zoals plan-0001", "such as plan-0001"))
    ],
    step: Annotated[
        str,
        typer.Argument(
            metavar=say("STAP", "STEP"),
            help=say("zoals step-3, of de plaats: crm.staff", "such as step-3, or crm.staff"),
        ),
    ],
    answer: Annotated[
        str, typer.Argument(metavar=say("JA|NEE", "YES|NO"), help=say("ja of nee", "yes or no"))
    ],
    because: Annotated[
        str | None,
        typer.Option(
            metavar=say("REDEN", "REASON"), help=say("waarom, zonder namen", "why, without names")
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("wie besluit", "who decides")),
    ] = None,
) -> int:
    from nakomen import Company, plan_told, verbs

    said = ANSWERS.get(answer.strip().lower())
    if said is None or because is None:
        raise AnswerUnclear
    with Company.open(common.folder) as company:
        asked = verbs.recall(company, plan).plan
        following = verbs.decide_step(
            company, asked, step, said, because, who_says(by), common.today
        )
    tell_plan(following)
    name = following.id
    tell(say("Er is nog niets veranderd.", "Nothing has changed yet."))
    tell(say(f"Uitvoeren: nakomen apply {name}", f"Carry out: nakomen apply {name}"))
    emit(plan_told(following, LANG) | {"follows": plan})
    return Exit.DONE
