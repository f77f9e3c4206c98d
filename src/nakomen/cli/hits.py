"""nakomen hits: where a person is named in texts of others."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.may.words import pairs
from nakomen.cli.tell import emit, tell, tell_table

HELP = say(
    "Toon waar iemand wordt genoemd in teksten van anderen; al het andere is afgeschermd.",
    "Show where somebody is named in texts of others; all else is masked.",
)
EXAMPLE = "nakomen hits --key email=anna@post.example"


def command(
    key: Annotated[
        list[str],
        typer.Option(
            "--key",
            metavar=say("SOORT=WAARDE", "KIND=VALUE"),
            help=say(
                "om wie het gaat: email, phone of customer; mag vaker",
                "whom it is about: email, phone or customer; repeatable",
            ),
        ),
    ],
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        found = verbs.hits(company, pairs("--key", key))
    if found:
        headings = (say("waar", "where"), say("rij", "row"), say("wat", "what"))
        rows = [
            (f"{hit.store}.{hit.dataset}.{hit.column}", " ".join(hit.row), hit.shown)
            for hit in found
        ]
        tell_table(headings, rows)
        tell(
            say(
                "Dit is van anderen: een mens beslist wat ermee gebeurt. Er is niets bewaard.",
                "This belongs to others: a person decides what happens. Nothing was kept.",
            )
        )
    else:
        tell(
            say("Niemand noemt deze persoon in een tekst.", "No text of others names this person.")
        )
    if any(hit.more for hit in found):
        tell(say("Er zijn er meer dan hier staan.", "There are more than are shown here."))
    emit(
        {
            "hits": [
                {
                    "store": hit.store,
                    "dataset": hit.dataset,
                    "column": hit.column,
                    "row": list(hit.row),
                    "shown": hit.shown,
                }
                for hit in found
            ],
            "more": any(hit.more for hit in found),
        }
    )
    return Exit.PERSON if found else Exit.DONE
