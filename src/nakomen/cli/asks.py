"""nakomen asks: what others must do or hear, and what they answered."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import day_told, emit, tell, tell_table
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from nakomen import Outside

HELP = say(
    "Toon wat verwerkers en ontvangers moeten doen, en noteer wat zij antwoordden.",
    "Show what processors and receivers must do, and note what they answered.",
)
EXAMPLE = "nakomen asks --done plan-0001/1 --receipt brief.pdf"
STATES = {
    "open": say("open", "open"),
    "sent": say("verstuurd", "sent"),
    "done": say("gedaan", "done"),
    "refused": say("geweigerd", "refused"),
    "overdue": say("te laat", "overdue"),
}


class OneAnswer(UsageError):
    """Note one answer at a time: --sent, --done or --refused."""

    nl = "Noteer één antwoord tegelijk: --sent, --done of --refused."


def command(
    sent: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("dit is verstuurd", "this was sent")),
    ] = None,
    done: Annotated[
        str | None,
        typer.Option(
            metavar=say("NAAM", "NAME"), help=say("dit is bevestigd", "this was confirmed")
        ),
    ] = None,
    refused: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("dit is geweigerd", "this was refused")),
    ] = None,
    receipt: Annotated[
        str | None,
        typer.Option(
            metavar=say("TEKST|BESTAND", "TEXT|FILE"),
            help=say(
                "het antwoord zelf; alleen de vingerafdruk ervan wordt bewaard",
                "the answer itself; only its fingerprint is kept",
            ),
        ),
    ] = None,
    because: Annotated[
        str | None,
        typer.Option(
            metavar=say("GROND", "GROUND"),
            help=say("waarom het is geweigerd", "why it was refused"),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    answers = {"sent": sent, "done": done, "refused": refused}
    given = [(state, name) for state, name in answers.items() if name is not None]
    if len(given) > 1:
        raise OneAnswer
    with Company.open(common.folder) as company:
        for state, name in given:
            verbs.answer(company, name, state, common.today, _receipt(receipt), because)
        found = verbs.outside(company, common.today)
    _tell(found)
    emit({"today": common.today.isoformat(), "asks": [_json(one) for one in found]})
    return Exit.LATE if any(one.state == "overdue" for one in found) else Exit.DONE


def _receipt(word: str | None) -> bytes | None:
    """What is in the file of that name, or the words themselves."""
    if word is None:
        return None
    file = Path(word)
    return file.read_bytes() if len(word) < 1000 and file.is_file() else word.encode()


def _tell(found: "list[Outside]") -> None:
    if not found:
        tell(say("Er is niets aan anderen gevraagd.", "Nothing was asked of others."))
        return
    headings = (
        say("wat", "what"), say("aan", "to"), say("stand", "state"), say("uiterlijk", "due"), "",
    )  # fmt: skip
    rows = [
        (one.id, one.to, STATES[one.state], day_told(one.due), one.ground or one.what.in_(LANG))
        for one in found
    ]
    tell_table(headings, rows)


def _json(one: "Outside") -> dict[str, Any]:
    return {
        "ask": one.id,
        "plan": one.plan,
        "to": one.to,
        "what": one.what.in_(LANG),
        "state": one.state.value,
        "on": one.on.isoformat(),
        "due": one.due.isoformat(),
        "answered": one.answered.isoformat() if one.answered else None,
        "receipt": one.receipt,
        "ground": one.ground,
    }
