"""A plan as people read it: each act with its reason, and below it what it touches."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nakomen.cli.language import LANG, say
from nakomen.cli.signs import SIGNS, grouped, shown_as
from nakomen.cli.tell import a_table, counted, day_told, rows_told, tell, tell_lines

if TYPE_CHECKING:
    from nakomen import Plan, Step

REQUESTS = {
    "access": say("inzage", "access"),
    "rectify": say("verbeteren", "rectification"),
    "offboard": say("vertrek", "leaving"),
    "port": say("meenemen", "data to take along"),
    "object": say("bezwaar", "objection"),
    "withdraw": say("toestemming intrekken", "withdrawal of consent"),
    "erase": say("wissen", "erasure"),
    "restrict": say("beperken", "restriction"),
    "unrestrict": say("beperking opheffen", "lifting a restriction"),
    "undo": say("terugdraaien", "undoing"),
    "retention": say("wat vervalt", "what falls due"),
    "destruction": say("vernietigen", "destruction"),
}
_INDENT = "    "
LINES_SHOWN = 20
"""Lines of a list that are shown one by one; all of them stand in the JSON."""


def tell_plan(plan: "Plan") -> None:
    """What it is, every act, what was searched in vain, and what others must do."""
    parts = [plan.id, REQUESTS[plan.request], *plan.subject, day_told(plan.today)]
    tell(" · ".join(parts), "bold")
    _tell_persons(plan)
    told = [step for step in plan.steps if step.rows or step.task.act == "unknown"]
    _tell_acts(told)
    _tell_quiet(plan.steps, told)
    _tell_others(plan)
    tell()
    if told:
        tell(_sum(told), "bold")


_CHANGING = ("blank", "detach", "rectify", "stop", "truncate", "anonymise", "omit")


def _tell_acts(steps: "Sequence[Step]") -> None:
    rows = {step.id: (place(step), rows_told(step.rows)) for step in steps}
    table = a_table(("", ""), list(rows.values()), (1,), len(_INDENT))
    for (act, why), group in grouped(steps).items():
        sign = SIGNS[act]
        tell()
        tell(f"{sign.word} {why}", sign.style, f"{sign.mark} ", "  ")
        for step in group:
            tell_lines(table.lines(rows[step.id], _INDENT))
            if step.task.columns and act in _CHANGING:
                tell(", ".join(step.task.columns), "dim", _INDENT + "  ")
            if step.task.masked:
                masked = ", ".join(step.task.masked)
                tell(say(f"afgeschermd: {masked}", f"masked: {masked}"), "dim", _INDENT + "  ")


def place(step: "Step") -> str:
    return f"{step.store}.{step.task.dataset}"


def _tell_quiet(steps: "Sequence[Step]", told: "Sequence[Step]") -> None:
    """What was searched without finding anything is said too."""
    seen = {place(step) for step in told}
    quiet = [name for name in dict.fromkeys(place(step) for step in steps) if name not in seen]
    if quiet:
        tell()
        names = ", ".join(quiet)
        tell(say(f"Gezocht, niets gevonden: {names}", f"Searched, found nothing: {names}"), "dim")


def _tell_persons(plan: "Plan") -> None:
    """How many of the list were found, and the lines that are not in the plan."""
    persons = plan.persons
    if persons is None:
        return
    lines = counted(persons.listed, ("regel", "regels"), ("line", "lines"))
    found = counted(persons.found, ("persoon", "personen"), ("person", "persons"))
    tell(say(f"{lines} in de lijst, {found} gevonden", f"{lines} in the list, {found} found"))
    for aside in persons.aside[:LINES_SHOWN]:
        who = " ".join(aside.subject)
        where = say(f"regel {aside.line}", f"line {aside.line}")
        mark = "  ? " if aside.decide else "  · "
        tell(f"{where} ({who}): {aside.why.in_(LANG)}", None, mark, _INDENT)
    more = len(persons.aside) - LINES_SHOWN
    if more > 0:
        lines = counted(more, ("regel", "regels"), ("line", "lines"))
        tell(say(f"en nog {lines}; zie --json", f"and {lines} more; see --json"), None, _INDENT)


def _tell_others(plan: "Plan") -> None:
    if plan.asks or plan.notices:
        tell()
        tell(say("Buiten deze systemen", "Outside these systems"))
    for ask in plan.asks:
        tell(f"{ask.to}: {ask.what.in_(LANG)} ({ask.why.in_(LANG)})", None, "  ? ", _INDENT)
    for notice in plan.notices:
        told = say(
            f"laat {notice.recipient} weten: {notice.what.nl} (AVG artikel 19)",
            f"tell {notice.recipient}: {notice.what.en} (AVG artikel 19)",
        )
        tell(told, None, "  ! ", _INDENT)


def _sum(steps: "Sequence[Step]") -> str:
    """One sentence with the figures: ``wissen: 66 rijen; blijft: 81 rijen``."""
    return "; ".join(_sums(steps))


def _sums(steps: "Sequence[Step]") -> Iterator[str]:
    words = dict.fromkeys(sign.word for sign in SIGNS.values())
    for word in words:
        rows = sum(step.rows for step in steps if SIGNS[shown_as(step)].word == word)
        if rows:
            yield f"{word}: {rows_told(rows)}"
