"""
Who asks, and how little is needed to know (AVG artikelen 11 en 12 lid 6).

Example:   an unknown address asks about an account:

    >>> identify(Asker(doubt=True)).id, identify(Asker(logged_in=True)).id
    ('ID-02', 'ID-01')
"""

from dataclasses import dataclass

from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Asker:
    """What is known of who asks. *doubt* is a reason that was written down."""

    logged_in: bool = False
    """Or writes from the address that we know."""
    doubt: bool = False
    asked_before: bool = False
    """The least data were asked, and doubt remains."""
    sensitive: bool = False
    copy_demanded: bool = False
    """A whole copy of an identity document is asked as a standard step."""
    unidentifiable: bool = False
    """We can show that we cannot tell whose data these are."""
    evidence: bool = False
    """What was asked has arrived."""


def identify(asker: Asker) -> Row[Asker]:
    return first(TABLE, asker)


TABLE: tuple[Row[Asker], ...] = (
    Row(
        id="ID-04",
        outcome=Outcome.NEVER,
        when=Text(
            "een hele kopie van het identiteitsbewijs is een vaste stap",
            "a whole copy of the identity document is a standard step",
        ),
        do=Text("vraag het niet", "do not ask for it"),
        article="AVG artikel 12 lid 2; AP DPG Media 14-1-2022",
        holds=lambda it: it.copy_demanded,
    ),
    Row(
        id="ID-06",
        outcome=Outcome.GRANT,
        when=Text("het bewijs is binnen", "the evidence has arrived"),
        do=Text(
            "wis het en noteer alleen wanneer en hoe u keek",
            "erase it and note only when and how you looked",
        ),
        article="AVG artikel 5 lid 1 onder c en e",
        holds=lambda it: it.evidence,
    ),
    Row(
        id="ID-05",
        outcome=Outcome.REFUSE,
        when=Text(
            "wij kunnen aantonen dat niet te zien is van wie de gegevens zijn",
            "we can show that nobody can see whose data these are",
        ),
        do=Text(
            "vertel dat zo mogelijk; met meer gegevens kan het wel",
            "say so if possible; with more data it can be done",
        ),
        article="AVG artikel 11 lid 2 en 12 lid 2",
        holds=lambda it: it.unidentifiable,
    ),
    Row(
        id="ID-03",
        outcome=Outcome.PAUSE,
        when=Text(
            "de twijfel blijft en de gegevens zijn gevoelig",
            "doubt remains and the data are sensitive",
        ),
        do=Text(
            "laat een bewijs zien of neem als laatste stap een afgeschermde kopie",
            "have a document shown, or as last step take a masked copy",
        ),
        article="AVG artikel 12 lid 6; BWBR0033181",
        holds=lambda it: it.doubt and it.asked_before and it.sensitive,
    ),
    Row(
        id="ID-02",
        outcome=Outcome.PAUSE,
        when=Text("er is redelijke twijfel, met reden", "there is reasonable doubt, with a reason"),
        do=Text(
            "vraag zo weinig mogelijk: klantnummer, bestelling, terugbellen",
            "ask as little as possible: customer number, order, call back",
        ),
        article="AVG artikel 12 lid 6; AP DPG Media 14-1-2022",
        holds=lambda it: it.doubt or not it.logged_in,
    ),
    Row(
        id="ID-01",
        outcome=Outcome.GRANT,
        when=Text(
            "de vraag komt uit het account of van het bekende adres",
            "the request comes from the account or the known address",
        ),
        do=Text("vraag niets en antwoord daarheen", "ask nothing and answer there"),
        article="AVG artikel 12 lid 6 en 5 lid 1 onder c",
        holds=lambda _: True,
    ),
)
