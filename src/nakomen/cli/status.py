"""nakomen status: promise by promise, is it kept?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.drill import number_of_percent
from nakomen.cli.hold import hold_json, tell_holds
from nakomen.cli.language import LANG, say
from nakomen.cli.plan_page import REQUESTS
from nakomen.cli.sentence import sentence
from nakomen.cli.tell import a_table, counted, day_told, emit, number, rows_told, tell, tell_lines
from nakomen.cli.waiting import tell_waiting, waiting_json

if TYPE_CHECKING:
    from nakomen import LastDrill, Overdue, Parcel, Restriction, Untold, Verdict

HELP = say(
    "Laat per belofte zien of zij is nagekomen, geteld in de systemen.",
    "Show for each promise whether it is kept, counted in the systems.",
)
EXAMPLE = "nakomen status"
WORDS = {
    "broken": ("✗", say("gebroken", "broken"), "red"),
    "contradicted": ("≠", say("tegenspraak", "contradicted"), "red"),
    "unseen": ("·", say("niet te zien", "unseen"), None),
    "attested": ("✎", say("verklaard", "attested"), "yellow"),
    "kept": ("✓", say("nagekomen", "kept"), "green"),
    "informational": ("i", say("geen belofte", "informational"), None),
}
"""In the order in which people should see them: mark, word, colour."""
_INDENT = "  "


_MOST_UNSEEN = 10
"""So many sentences that nobody can look at yet are read; more hide the others."""


def command(
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help=say("ook elke zin die niet te zien is", "also each sentence unseen")
        ),
    ] = False,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        verdicts = verbs.status(company, common.today)
        late = verbs.overdue(company, common.today)
        frozen, waiting = verbs.restricted(company), verbs.restorable(company)
        held, undecided = verbs.holds(company), verbs.undecided(company, common.today)
        practised = verbs.last_drill(company, common.today)
        unaware = verbs.untold(company, common.today)
        version = verbs.waiting(company, common.today)
    totals = {word: sum(v.ruling == word for v in verdicts) for word in WORDS}
    _tell_verdicts(verdicts, everything)
    tell()
    tell(" · ".join(f"{n} {WORDS[word][1]}" for word, n in totals.items() if n), "bold")
    if totals["broken"]:
        _tell_ways_out(next(v for v in verdicts if v.ruling == "broken"))
    _tell_drill(practised)
    _tell_overdue(late)
    _tell_untold(unaware)
    _tell_parked(frozen, waiting)
    tell_holds(held)
    _tell_undecided(undecided)
    tell_waiting(version)
    emit(
        {
            "promises": [_json(verdict) for verdict in verdicts],
            "totals": totals,
            "overdue": [vars(request) for request in late],
            "restricted": [vars(restriction) for restriction in frozen],
            "restorable": [_parcel_json(parcel) for parcel in waiting],
            "holds": [hold_json(hold) for hold in held],
            "undecided": undecided,
            "drill": _drill_json(practised),
            "untold": [vars(one) for one in unaware],
            **waiting_json(version),
        }
    )
    broken = totals["broken"] or totals["contradicted"]
    return Exit.LATE if late else Exit.BROKEN if broken else Exit.DONE


def _tell_verdicts(verdicts: "Sequence[Verdict]", everything: bool) -> None:
    """Sentences under their verdict; a reason that many share is said once."""
    headings = (
        say("zin", "sentence"),
        say("belofte", "promise"),
        say("sinds", "since"),
        say("aantal", "count"),
    )
    groups = _grouped(verdicts)
    folded = {key for key, group in groups.items() if not everything and _is_folded(key[0], group)}
    shown = [v for key, group in groups.items() if key not in folded for v in group]
    table = a_table(headings, [_row(v) for v in shown], (3,), len(_INDENT))
    tell_lines([_INDENT + line for line in table.head], "dim")
    for n, (key, group) in enumerate(groups.items()):
        ruling, why = key
        mark, word, style = WORDS[ruling]
        if n:
            tell()
        tell(f"{word} · {why}", style, f"{mark} ", "  ")
        if key in folded:
            _tell_folded(len(group))
            continue
        for verdict in group:
            tell_lines(table.lines(_row(verdict), _INDENT))


def _is_folded(ruling: str, group: "Sequence[Verdict]") -> bool:
    return ruling in ("unseen", "informational") and len(group) > _MOST_UNSEEN


def _tell_folded(many: int) -> None:
    tell(
        say(
            f"{many} zinnen; nakomen status --all toont ze.",
            f"{many} sentences; nakomen status --all shows them.",
        ),
        first=_INDENT,
        rest=_INDENT,
    )


def _grouped(verdicts: "Sequence[Verdict]") -> "dict[tuple[str, str], list[Verdict]]":
    found: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: list(WORDS).index(v.ruling)):
        found.setdefault((verdict.ruling.value, verdict.why.in_(LANG)), []).append(verdict)
    return found


def _row(verdict: "Verdict") -> tuple[str, str, str, str]:
    promise = verdict.promise
    told = sentence(promise.says) or promise.kind
    return told, promise.id, day_told(verdict.since), number(verdict.count)


def _tell_ways_out(broken: "Verdict") -> None:
    """What a person can do about a broken sentence."""
    tell(
        say(
            "Herstel de praktijk (nakomen plan retention), pas de zin aan, of leg uit "
            f"(nakomen explain {broken.promise.id}).",
            "Mend the practice (nakomen plan retention), change the sentence, or explain "
            f"(nakomen explain {broken.promise.id}).",
        )
    )


def _tell_drill(last: "LastDrill") -> None:
    """Beside the rights: would a request find everything? Measured, or unseen."""
    mark, word, style = WORDS[last.ruling.value]
    told = say(f"oefening {word}: {last.why.nl}", f"drill {word}: {last.why.en}")
    if last.recall is not None:
        share, day = number_of_percent(last.recall), day_told(last.on)
        told += say(
            f"; op {day} {share} van {rows_told(last.planted)}",
            f"; on {day} {share} of {rows_told(last.planted)}",
        )
    told += say(f", over {last.left}", f", left {last.left}") if last.left else ""
    if last.on and last.untried:
        names = ", ".join(last.untried)
        told += say(f"; niet geplant in {names}", f"; not planted in {names}")
    again = "" if last.ruling == "kept" else " (nakomen drill)"
    tell(told + again, style, f"{mark} ", "  ")


def _tell_overdue(late: "Sequence[Overdue]") -> None:
    """A request that the law wants answered is more urgent than any promise."""
    for request in late:
        day, name = day_told(request.due), REQUESTS[request.request]
        tell(
            say(
                f"te laat: {request.plan} ({name}) moest uiterlijk {day} beantwoord zijn "
                "(AVG artikel 12 lid 3)",
                f"late: {request.plan} ({name}) had to be answered by {day} (AVG artikel 12 lid 3)",
            ),
            "red",
            "! ",
            "  ",
        )


def _tell_untold(found: "Sequence[Untold]") -> None:
    """Who does not know that her data is here."""
    for one in found:
        where, rows = f"{one.store}.{one.dataset}", rows_told(one.rows)
        tell(
            say(
                f"niet verteld: {rows} in {where}, van {one.source}; dat had binnen een maand "
                "gemoeten (AVG artikel 14 lid 3)",
                f"not told: {rows} in {where}, from {one.source}; it should have been within a "
                "month (AVG artikel 14 lid 3)",
            ),
            "red",
            "! ",
            "  ",
        )


def _tell_parked(frozen: "Sequence[Restriction]", waiting: "Sequence[Parcel]") -> None:
    """Whose data is kept and not used, and what is out of the systems but not gone."""
    for one in frozen:
        who, day = ", ".join(one.subject), day_told(one.since)
        said = say(f"beperkt: {who}, sinds {day}", f"restricted: {who}, since {day}")
        tell(f"{said} ({one.plan})", None, "# ", "  ")
    for plan in dict.fromkeys(parcel.plan for parcel in waiting):
        mine = [parcel for parcel in waiting if parcel.plan == plan]
        rows = rows_told(sum(parcel.rows for parcel in mine))
        day = day_told(min(parcel.until for parcel in mine if parcel.until))
        tell(
            say(
                f"terug te zetten tot {day}: {rows} van {plan} (nakomen undo {plan})",
                f"can be put back until {day}: {rows} of {plan} (nakomen undo {plan})",
            ),
            None,
            "+ ",
            "  ",
        )


def _tell_undecided(many: int) -> None:
    """What the last review left open, or what came up since."""
    if many:
        told = counted(many, ("besluit", "besluiten"), ("decision", "decisions"))
        waits = say(f"nog {told} te nemen: nakomen review", f"{told} to take: nakomen review")
        tell(waits, "yellow", "? ", "  ")


def _drill_json(last: "LastDrill") -> dict[str, Any]:
    return {
        "verdict": last.ruling.value,
        "why": last.why.in_(LANG),
        "on": last.on,
        "planted": last.planted,
        "recall": last.recall,
        "left": last.left,
        "untried": list(last.untried),
    }


def _parcel_json(parcel: "Parcel") -> dict[str, Any]:
    return {
        "plan": parcel.plan,
        "store": parcel.store,
        "dataset": parcel.dataset,
        "rows": parcel.rows,
        "until": parcel.until,
    }


def _json(verdict: "Verdict") -> dict[str, Any]:
    return {
        "promise": verdict.promise.id,
        "statement_place": str(verdict.place) if verdict.place else None,
        "quote": verdict.promise.says,
        "kind": verdict.promise.kind,
        "control": verdict.promise.control,
        "verdict": verdict.ruling.value,
        "why": verdict.why.in_(LANG),
        "count": verdict.count,
        "oldest": verdict.oldest,
        "since": verdict.since,
        "evidence": verdict.evidence,
    }
