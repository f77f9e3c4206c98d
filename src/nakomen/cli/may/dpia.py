"""nakomen may dpia: may this activity start?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import day, word
from nakomen.cli.options import DAY

HELP = say("Mag deze verwerking beginnen?", "May this activity start?")
EXAMPLE = "nakomen may dpia --trait biometric --screened 2026-11-02"


def command(
    trait: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("KENMERK", "TRAIT"),
            help=say(
                "wat erbij hoort, zoals biometric of large-scale; mag vaker",
                "what goes with it, such as biometric or large-scale; repeatable",
            ),
        ),
    ] = None,
    screened: Annotated[
        str | None,
        typer.Option(
            metavar=DAY, help=say("de dag waarop dit is bekeken", "the day this was screened")
        ),
    ] = None,
    assessed: Annotated[
        str | None,
        typer.Option(
            metavar=DAY, help=say("de dag van de DPIA", "the day of the impact assessment")
        ),
    ] = None,
) -> int:
    from nakomen import Activity, Company, Trait

    traits = [word("--trait", entry, Trait) for entry in trait or ()]
    facts = Activity(
        today=common.today,
        traits=frozenset(entry for entry in traits if entry),
        screened=day("--screened", screened),
        assessed=day("--assessed", assessed),
    )
    with Company.open(common.folder) as company:
        return answer(company, facts)
