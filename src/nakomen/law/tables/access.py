"""
Access, for one item of data (AVG artikel 15).

Example:   a mail in which Bram is spoken of as well:

    >>> see(Item(of_others=True)).outcome, see(Item()).id
    (<Outcome.PARTIAL: 'partial'>, 'ACC-02')
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item that a search found, or *found* False when it found nothing."""

    found: bool = True
    receivers_asked: bool = False
    of_others: bool = False
    """It also holds data of somebody else."""
    trade_secret: bool = False
    internal_note: bool = False
    recording: bool = False
    """Call, camera or log that can be traced to the person."""
    backup_only: bool = False
    uavg_41: bool = False
    """An interest of UAVG artikel 41 makes withholding necessary and proportionate."""
    research: bool = False
    public_register: bool = False
    automated: bool = False
    documents_asked: bool = False


def see(item: Item) -> Row[Item]:
    return first(TABLE, item)


TABLE: tuple[Row[Item], ...] = (
    Row(
        id="ACC-01",
        outcome=Outcome.GRANT,
        when=Text("er is niets gevonden", "nothing was found"),
        do=Text("bevestig dat er niets wordt verwerkt", "confirm that nothing is processed"),
        article="AVG artikel 15 lid 1",
        holds=lambda it: not it.found,
    ),
    Row(
        id="ACC-11",
        outcome=Outcome.REFUSE,
        when=Text(
            "het is een openbaar register met een eigen regeling",
            "it is a public register with rules of its own",
        ),
        do=Text("verwijs", "refer"),
        article="UAVG artikel 47 lid 1",
        checked=Checked.OLDER,
        holds=lambda it: it.public_register,
    ),
    Row(
        id="ACC-10",
        outcome=Outcome.ASK,
        when=Text(
            "een instelling gebruikt het alleen voor onderzoek, met waarborgen",
            "an institution uses it for research only, with safeguards",
        ),
        do=Text("u mag weigeren", "you may refuse"),
        article="UAVG artikel 44",
        checked=Checked.OLDER,
        holds=lambda it: it.research,
    ),
    Row(
        id="ACC-09",
        outcome=Outcome.PARTIAL,
        when=Text(
            "een zwaar belang maakt achterhouden nodig en evenredig, zoals opsporing",
            "a weighty interest makes withholding necessary, such as detection of crime",
        ),
        do=Text(
            "leg de afweging vast; vertel het, tenzij dat het doel schaadt",
            "record the balance; say so, unless that harms the purpose",
        ),
        article="UAVG artikel 41",
        checked=Checked.OLDER,
        holds=lambda it: it.uavg_41,
    ),
    Row(
        id="ACC-04",
        outcome=Outcome.PARTIAL,
        when=Text("er staan gegevens van een ander in", "it holds data of somebody else"),
        do=Text("maak die onleesbaar; weiger niet alles", "mask those; do not refuse it all"),
        article="AVG artikel 15 lid 4; HvJEU C-487/21",
        holds=lambda it: it.of_others,
    ),
    Row(
        id="ACC-05",
        outcome=Outcome.PARTIAL,
        when=Text("er staat een bedrijfsgeheim in", "it holds a trade secret"),
        do=Text("weeg af; weiger niet alles", "weigh; do not refuse it all"),
        article="AVG artikel 15 lid 4, overweging 63",
        holds=lambda it: it.trade_secret,
    ),
    Row(
        id="ACC-13",
        outcome=Outcome.PARTIAL,
        when=Text("gevraagd zijn de stukken zelf", "the documents themselves are asked"),
        do=Text(
            "geef een getrouwe kopie van de gegevens; het hele stuk als dat nodig is om het te "
            "begrijpen",
            "give a faithful copy of the data; the whole document if needed to understand",
        ),
        article="HvJEU C-487/21",
        checked=Checked.REPORTED,
        holds=lambda it: it.documents_asked,
    ),
    Row(
        id="ACC-08",
        outcome=Outcome.PARTIAL,
        when=Text("het staat alleen in een reservekopie", "it is in a backup only"),
        do=Text("zoek als dat redelijk kan, en leg uit", "search if reasonable, and explain"),
        article="AVG artikel 12 lid 2",
        checked=Checked.MEMORY,
        holds=lambda it: it.backup_only,
    ),
    Row(
        id="ACC-12",
        outcome=Outcome.GRANT,
        when=Text("een computer heeft besloten", "a computer decided"),
        do=Text(
            "leg uit welke stappen en regels echt zijn gevolgd",
            "explain which steps and rules were really followed",
        ),
        article="AVG artikel 15 lid 1 onder h; HvJEU C-203/22",
        holds=lambda it: it.automated,
    ),
    Row(
        id="ACC-03",
        outcome=Outcome.GRANT,
        when=Text("gevraagd is wie het kreeg", "it is asked who received it"),
        do=Text(
            "noem hen bij naam; soorten alleen als namen er nog niet zijn",
            "name them; kinds only when there are no names yet",
        ),
        article="AVG artikel 15 lid 1 onder c; HvJEU C-154/21",
        holds=lambda it: it.receivers_asked,
    ),
    Row(
        id="ACC-06",
        outcome=Outcome.GRANT,
        when=Text("het is een eigen notitie over de persoon", "it is a note of ours on the person"),
        do=Text("geef die ook", "give that as well"),
        article="AVG artikel 4 onder 1 en 15",
        holds=lambda it: it.internal_note,
    ),
    Row(
        id="ACC-07",
        outcome=Outcome.GRANT,
        when=Text(
            "het is een opname of logboek dat naar de persoon leidt",
            "it is a recording or log that leads to the person",
        ),
        do=Text("geef het, met anderen onherkenbaar", "give it, with others unrecognisable"),
        article="AVG artikel 15; HvJEU C-579/21",
        holds=lambda it: it.recording,
    ),
    Row(
        id="ACC-02",
        outcome=Outcome.GRANT,
        when=Text("er is iets gevonden", "something was found"),
        do=Text(
            "bevestig, geef een kopie en alles van lid 1 onder a tot en met h",
            "confirm, give a copy and all of paragraph 1 (a) to (h)",
        ),
        article="AVG artikel 15 lid 1, 2 en 3",
        holds=lambda _: True,
    ),
)
