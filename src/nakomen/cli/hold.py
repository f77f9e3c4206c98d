"""nakomen hold: keep what a dispute needs, look at it again, and let it go."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import BadDay, Exit, common
from nakomen.cli.help import Verb
from nakomen.cli.language import say
from nakomen.cli.may.words import day, pairs
from nakomen.cli.tell import day_told, emit, tell

if TYPE_CHECKING:
    from nakomen import LegalHold

HELP = say(
    "Houd gegevens vast die u nodig hebt voor een geschil. Geen plan wist ze dan.",
    "Hold data that you need for a dispute. No plan erases it then.",
)
app = typer.Typer(rich_markup_mode=None)


@app.callback()
def hold() -> None:
    """The group of verbs on holds."""


@app.command(
    "add",
    cls=Verb,
    epilog='nakomen hold add --key customer=K000007 --reason "dossier 12" --until 2027-05-01',
    help=say(
        "Houd de rijen van een persoon vast, of een hele verzameling.",
        "Hold the rows of a person, or a whole dataset.",
    ),
)
def add(
    reason: Annotated[
        str,
        typer.Option(
            metavar=say("REDEN", "REASON"),
            help=say(
                "waarom, zonder namen: een dossiernummer", "why, without names: a file number"
            ),
        ),
    ],
    until: Annotated[
        str,
        typer.Option(
            metavar=say("JJJJ-MM-DD", "YYYY-MM-DD"),
            help=say(
                "de dag waarop u er opnieuw naar kijkt; binnen een jaar",
                "the day on which you look at it again; within a year",
            ),
        ),
    ],
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar=say("SOORT=WAARDE", "KIND=VALUE"),
            help=say("van wie; mag vaker", "whose; repeatable"),
        ),
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option(
            metavar=say("SYSTEEM.NAAM", "STORE.NAME"),
            help=say("of alles van deze verzameling", "or all of this dataset"),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    review = day("--until", until)
    if review is None:
        raise BadDay
    with Company.open(common.folder) as company:
        given = pairs("--key", key)
        made = verbs.hold(company, given, dataset, reason, review, common.today)
    tell_holds([made])
    emit(hold_json(made))
    return Exit.DONE


@app.command(
    "list",
    cls=Verb,
    epilog="nakomen hold list",
    help=say("Toon wat wordt vastgehouden.", "Show what is on hold."),
)
def every() -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        found = verbs.holds(company)
    if not found:
        tell(say("Er wordt niets vastgehouden.", "Nothing is on hold."))
    tell_holds(found)
    emit({"today": common.today.isoformat(), "holds": [hold_json(one) for one in found]})
    return Exit.PERSON if any(one.late(common.today) for one in found) else Exit.DONE


@app.command(
    "end",
    cls=Verb,
    epilog='nakomen hold end hold-1 --because "dossier 12 is gesloten"',
    help=say(
        "Hef een vasthouding op. Wat inmiddels weg moest, gaat met de volgende opruiming.",
        "End a hold. What had to go meanwhile goes in the next sweep.",
    ),
)
def end(
    name: Annotated[
        str, typer.Argument(metavar=say("NAAM", "NAME"), help=say("zoals hold-1", "such as hold-1"))
    ],
    because: Annotated[
        str,
        typer.Option(
            metavar=say("REDEN", "REASON"),
            help=say("waarom, zonder namen", "why, without names"),
        ),
    ],
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        ended = verbs.end_hold(company, name, because, common.today)
    tell(say(f"{name} is opgeheven.", f"{name} has ended."))
    emit(hold_json(ended) | {"ended": common.today.isoformat()})
    return Exit.DONE


def tell_holds(found: "Sequence[LegalHold]") -> None:
    """A line each; one whose review is late first says so."""
    for one in found:
        what = ", ".join(one.shown) or f"{one.store}.{one.dataset}"
        review = day_told(one.until)
        late = one.late(common.today)
        look = say("kijk er opnieuw naar", "look at it again")
        look = say(f"{look} op {review}", f"{look} on {review}")
        due = say(f"moest op {review} opnieuw bekeken zijn", f"its review was due on {review}")
        told = say(f"vastgehouden: {what}", f"on hold: {what}")
        style = "yellow" if late else None
        tell(f"{told} ({one.id}, {one.reason}); {due if late else look}", style, "# ", "  ")


def hold_json(one: "LegalHold") -> dict[str, Any]:
    names = ("id", "reason", "since", "until")
    told = {name: getattr(one, name) for name in names}
    dataset = f"{one.store}.{one.dataset}" if one.dataset else None
    return told | {
        "subject": list(one.shown),
        "dataset": dataset,
        "late": one.late(common.today),
    }
