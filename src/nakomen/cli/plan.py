"""nakomen plan: what a request would do, and why. Changes nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, common, day_told, emit, number, table, tell
from nakomen.cli.language import LANG, say
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from nakomen import Plan, Planned, Step

HELP = say(
    "Maak een plan voor een verzoek (inzage, wissen) of voor wat vervalt. Er verandert niets.",
    "Make a plan for a request (access, erase) or for what falls due. Nothing changes.",
)


class Asked(StrEnum):
    ACCESS = "access"
    ERASE = "erase"
    RETENTION = "retention"


class BadKey(UsageError):
    """A key is KIND=VALUE, such as --key email=ADDRESS or --key customer=NUMBER."""

    nl = "Een sleutel is SOORT=WAARDE, zoals --key email=ADRES of --key customer=NUMMER."


class BadClaim(UsageError):
    """A claim is REASON:DATE, such as --claim "dossier 12:2027-05-01"; review within a year."""

    nl = 'Een vordering is REDEN:DATUM, zoals --claim "dossier 12:2027-05-01"; bekijk elk jaar.'


@dataclass(frozen=True)
class Sign:
    """How an act looks in a plan: a mark and a word."""

    mark: str
    nl: str
    en: str
    style: str | None = None


SIGNS = {
    "erase": Sign("−", "wissen", "erase", "red"),
    "blank": Sign("~", "leegmaken", "blank", "yellow"),
    "detach": Sign("~", "losmaken", "detach", "yellow"),
    "keep": Sign("=", "blijft", "keep"),
    "export": Sign("→", "kopie", "copy"),
    "ask": Sign("?", "een mens beslist", "a person decides", "magenta"),
    "unknown": Sign("?", "onbekend", "unknown", "magenta"),
    "freeze": Sign("#", "bevriezen", "freeze"),
}


def command(
    request: Annotated[Asked, typer.Argument(help="access | erase | retention")],
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar="KIND=VALUE",
            help=say("wie: email, phone, customer, iban (vaker mag)",
                     "who: email, phone, customer, iban (repeatable)"),
        ),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            metavar="REASON:DATE",
            help=say("rechtsvordering die loopt, met de dag waarop u haar opnieuw bekijkt",
                     "legal claim that is pending, with the day of its review"),
        ),
    ] = None,
) -> int:  # fmt: skip
    from nakomen import Company, Request, verbs

    with Company.open(common.folder) as company:
        given = [_pair(word) for word in key or ()]
        ends = _claim(claim, common.today)
        planned = verbs.plan(company, Request(request.value), given, common.today, ends)
    return tell_planned(planned)


def _pair(word: str) -> tuple[str, str]:
    kind, equals, value = word.partition("=")
    if not (equals and kind.strip() and value.strip()):
        raise BadKey
    return kind.strip(), value


def _claim(word: str | None, today: date) -> "tuple[str, date] | None":
    if word is None:
        return None
    reason, _, day = word.rpartition(":")
    try:
        until = date.fromisoformat(day)
    except ValueError:
        raise BadClaim from None
    if not reason.strip() or not 0 < (until - today).days <= 366:
        raise BadClaim
    return reason.strip(), until


def tell_planned(planned: "Planned") -> int:
    """The plan for people and for scripts; exit 4 when what was named may be a slip."""
    from nakomen import plan_told

    plan = planned.plan
    tell_plan(plan)
    if not planned.found and plan.subject:
        tell(say("Niemand gevonden: geen enkele rij hoort bij deze gegevens.",
                 "Nobody found: no row belongs to these keys."), style="bold")  # fmt: skip
        for near in planned.near:
            tell(say(f"  Lijkt erop: {near}. Controleer de spelling.",
                     f"  Looks like it: {near}. Check the spelling."))  # fmt: skip
    elif any(step.rows for step in plan.steps):
        tell(say(f"Uitvoeren: nakomen apply {plan.id}", f"Carry out: nakomen apply {plan.id}"))
    emit(plan_told(plan, LANG) | {"found": planned.found, "near": list(planned.near)})
    return Exit.PERSON if planned.near else Exit.DONE


def tell_plan(plan: "Plan") -> None:
    """A plan that looks like a plan: a mark, a sentence, a figure, a reason."""
    request = {"access": ("inzage", "access"), "erase": ("wissen", "erasure"),
               "retention": ("wat vervalt", "what falls due")}[plan.request]  # fmt: skip
    who = f" · {', '.join(plan.subject)}" if plan.subject else ""
    tell(f"{plan.id} · {say(*request)} · {day_told(plan.today)}{who}", style="bold")
    told = [step for step in plan.steps if step.rows or step.task.act == "unknown"]
    quiet = [f"{s.store}.{s.task.dataset}" for s in plan.steps if s not in told]
    headings = ("", say("wat", "what"), say("rijen", "rows"), say("waarom", "why"))
    table(headings, [_row(step) for step in told], numbers=(2,))
    if quiet:
        places = ", ".join(dict.fromkeys(quiet))
        tell(say(f"Gezocht, niets gevonden: {places}", f"Searched, found nothing: {places}"))
    for ask in plan.asks:
        tell(f"  ? {ask.to}: {ask.what.in_(LANG)} ({ask.why.in_(LANG)})")
    for notice in plan.notices:
        told_to = say("laat weten", "tell")
        tell(f"  ! {notice.recipient}: {told_to} (AVG artikel 19)")
    if plan.steps:
        tell()


def _row(step: "Step") -> tuple[str, str, str, str]:
    sign = SIGNS[step.task.act]
    because = step.because
    until = say(f"tot {day_told(because.until)}", f"until {day_told(because.until)}")
    why = [because.text.in_(LANG), until if because.until else "", because.article or ""]
    columns = f" ({', '.join(step.task.columns)})" if step.task.act in ("blank", "detach") else ""
    what = f"{say(sign.nl, sign.en)} {step.store}.{step.task.dataset}{columns}"
    return sign.mark, what, number(step.rows), " · ".join(part for part in why if part)
