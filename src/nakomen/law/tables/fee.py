"""
What an answer may cost, and when a request goes too far (AVG artikelen 12 lid 5 en 15 lid 3).

Example:   the first copy is free, whatever the reason for asking:

    >>> charge(Demand()).id, charge(Demand(further_copy=True)).id
    ('FEE-01', 'FEE-02')
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Demand:
    money_asked: bool = False
    """Somebody asks the person to pay for a first answer."""
    further_copy: bool = False
    excessive_shown: bool = False
    """Manifestly unfounded or excessive, and the controller can show it."""
    other_motive: bool = False
    repeated_unchanged: bool = False
    """Asked again within our own measure of six months, and nothing changed."""


def charge(demand: Demand) -> Row[Demand]:
    return first(TABLE, demand)


_FREE = "AVG artikel 12 lid 5 en 15 lid 3; HvJEU C-307/22"
TABLE: tuple[Row[Demand], ...] = (
    Row(
        id="FEE-03",
        outcome=Outcome.REFUSE,
        when=Text(
            "het is aantoonbaar ongegrond of buitensporig; vaak vragen alleen is dat niet",
            "it is shown to be unfounded or excessive; asking often alone is not",
        ),
        do=Text("leg de feiten vast", "record the facts"),
        article="AVG artikel 12 lid 5; HvJEU C-416/23 (naar analogie)",
        checked=Checked.REPORTED,
        holds=lambda it: it.excessive_shown,
    ),
    Row(
        id="FEE-05",
        outcome=Outcome.PARTIAL,
        when=Text(
            "het is kort geleden gevraagd en er is niets veranderd",
            "it was asked a short time ago and nothing has changed",
        ),
        do=Text(
            "verwijs naar het vorige antwoord en stuur wat nieuw is",
            "refer to the last answer and send what is new",
        ),
        article="AVG artikel 12 lid 5, overweging 63",
        holds=lambda it: it.repeated_unchanged,
    ),
    Row(
        id="FEE-02",
        outcome=Outcome.GRANT,
        when=Text("het is een volgende kopie", "it is a further copy"),
        do=Text(
            "u mag kosten vragen, als u ze vooraf noemt",
            "you may charge costs, if you name them before",
        ),
        article="AVG artikel 15 lid 3",
        holds=lambda it: it.further_copy,
    ),
    Row(
        id="FEE-01",
        outcome=Outcome.NEVER,
        when=Text(
            "er wordt geld gevraagd voor een eerste antwoord",
            "money is asked for a first answer",
        ),
        do=Text("vraag niets", "ask nothing"),
        article=_FREE,
        checked=Checked.REPORTED,
        holds=lambda it: it.money_asked,
    ),
    Row(
        id="FEE-04",
        outcome=Outcome.GRANT,
        when=Text("de reden heeft niets met privacy te maken", "the motive is not about privacy"),
        do=Text("dat maakt niet uit", "that makes no difference"),
        article="HvJEU C-307/22",
        checked=Checked.REPORTED,
        holds=lambda it: it.other_motive,
    ),
    Row(
        id="FEE-01",
        outcome=Outcome.GRANT,
        when=Text("dit is het gewone geval", "this is the ordinary case"),
        do=Text("antwoord zonder kosten", "answer without charge"),
        article=_FREE,
        checked=Checked.REPORTED,
        holds=lambda _: True,
    ),
)
