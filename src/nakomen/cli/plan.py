"""nakomen plan: what a request would do, and why. Changes nothing."""

from typing import TYPE_CHECKING

from nakomen.cli import plan_words as words
from nakomen.cli.approve import tell_waits
from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.may.words import day, word
from nakomen.cli.plan_page import tell_plan
from nakomen.cli.tell import emit, tell
from nakomen.cli.waiting import tell_waiting, waiting_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nakomen import Planned, Text

HELP = say(
    "Maak een plan voor een verzoek, of voor wat vervalt. Er verandert nog niets.",
    "Make a plan for a request, or for what falls due. Nothing changes yet.",
)
EXAMPLE = "nakomen plan erase --key email=anna@post.example"


def command(
    request: words.Request,
    key: words.Keys = None,
    setting: words.Settings = None,
    purpose: words.Purpose = None,
    compelling: words.Compelling = None,
    keys_from: words.KeysFrom = None,
    ground: words.Grounds = None,
    wish: words.Wish = None,
    informed: words.Informed = None,
    claim: words.ClaimWord = None,
) -> int:
    from nakomen import Company, Ground, Request, verbs

    with Company.open(common.folder) as company:
        given = [words.pair(said, words.BadKey) for said in key or ()]
        settings = [words.pair(said, words.BadSetting) for said in setting or ()]
        ends = words.claim_of(claim, common.today)
        asked = Request(request.value)
        if keys_from is not None and given:
            raise words.BothNamed
        if asked is Request.UNRESTRICT:
            days = day("--wish", wish), day("--informed", informed)
            planned = verbs.lift(company, given, common.today, *days)
        elif keys_from is not None:
            planned = verbs.plan_list(company, asked, keys_from, common.today, ends)
        else:
            planned = verbs.plan(
                company,
                asked,
                given,
                common.today,
                ends,
                settings,
                purpose=purpose,
                ground=word("--ground", ground, Ground),
                compelling=compelling,
            )
        waits = verbs.waits_for(company, planned.plan)
        version = verbs.waiting(company, common.today)
    return _tell_planned(planned, waits, version)


def _tell_planned(planned: "Planned", waits: "Sequence[Text]", version: "Text | None") -> int:
    """The plan for people and for scripts; exit 4 when what was named may be a slip."""
    from nakomen import plan_told

    plan = planned.plan
    tell_plan(plan)
    tell_waiting(version)
    if not planned.found and plan.subject and not plan.persons:
        _tell_nobody(planned)
    elif plan.request == "destruction" and not plan.steps:
        nothing = "Er is niets gewist dat nog in bestanden kan staan."
        tell(say(nothing, "Nothing was erased that can still stand in files."))
    elif any(step.rows for step in plan.steps):
        one = say(" -o BESTAND.zip", " -o FILE.zip")
        copy = (say(" -o MAP", " -o DIR") if plan.persons else one) * (
            plan.request in ("access", "port")
        )
        tell(say("Er is nog niets veranderd.", "Nothing has changed yet."))
        tell_waits(waits)
        copy += say(" --by NAAM", " --by NAME") if waits else ""
        tell(
            say(f"Uitvoeren: nakomen apply {plan.id}", f"Carry out: nakomen apply {plan.id}") + copy
        )
    told = {"found": planned.found, "near": list(planned.near), **waiting_json(version)}
    emit(plan_told(plan, LANG) | told | {"waits": [why.in_(LANG) for why in waits]})
    unsure = planned.near or (plan.persons and any(a.decide for a in plan.persons.aside))
    return Exit.PERSON if unsure else Exit.DONE


def _tell_nobody(planned: "Planned") -> None:
    tell(
        say(
            "Niemand gevonden: geen enkele rij hoort bij deze gegevens.",
            "Nobody found: no row belongs to these keys.",
        ),
        "bold",
    )
    for near in planned.near:
        tell(
            say(
                f"Lijkt erop: {near}. Controleer de spelling.",
                f"Looks like it: {near}. Check the spelling.",
            ),
            first="  ",
        )
