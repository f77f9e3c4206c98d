"""
Erasure, for one item of data; every exception is collected (AVG artikel 17).

Example:   Anna's account is no longer needed, her invoice must stay:

    >>> [row.id for row in erase(Item(no_longer_needed=True))]
    ['ERA-01']
    >>> [row.id for row in erase(Item(no_longer_needed=True, duty=True))]
    ['ERA-04']
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, every
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Item:
    """
    The grounds of lid 1 and the exceptions of lid 3, as they hold for one item today.

    *promised*: our own statement promises to erase it, whatever the grounds.
    """

    no_longer_needed: bool = False
    consent_withdrawn: bool = False
    marketing_objection: bool = False
    unlawful: bool = False
    child_online: bool = False
    promised: bool = False
    traffic_unneeded: bool = False
    """Traffic data that neither connection nor bill needs any more."""
    duty: bool = False
    claim: bool = False
    contract_needs: bool = False
    weighty: bool = False
    """Freedom of expression, archives, research, public health."""
    uavg_41: bool = False
    backup: bool = False
    anonymous: bool = False


def erase(item: Item) -> tuple[Row[Item], ...]:
    """Exceptions if there are any, else the grounds; empty when nothing speaks for erasure."""
    return every(EXCEPTIONS, item) or every(GROUNDS, item)


EXCEPTIONS: tuple[Row[Item], ...] = (
    Row(
        id="ERA-12",
        outcome=Outcome.ROUTE,
        when=Text("het is aantoonbaar anoniem", "it is shown to be anonymous"),
        do=Text("de AVG geldt niet; laat zien waarom", "the GDPR does not apply; show why"),
        article="AVG overweging 26",
        holds=lambda it: it.anonymous,
    ),
    Row(
        id="ERA-04",
        outcome=Outcome.REFUSE,
        when=Text("een wettelijke bewaarplicht loopt nog", "a statutory duty to keep still runs"),
        do=Text(
            "beperk tot de laatste dag, plan het wissen, en noem wet en datum",
            "restrict until the last day, schedule the erasure, tell statute and date",
        ),
        article="AVG artikel 17 lid 3 onder b",
        holds=lambda it: it.duty,
    ),
    Row(
        id="ERA-05",
        outcome=Outcome.REFUSE,
        when=Text(
            "een rechtsvordering loopt of is concreet te verwachten",
            "a legal claim is pending or concretely expected",
        ),
        do=Text(
            "beperk, en bekijk het binnen een jaar opnieuw", "restrict, and review within a year"
        ),
        article="AVG artikel 17 lid 3 onder e",
        holds=lambda it: it.claim,
    ),
    Row(
        id="ERA-06",
        outcome=Outcome.REFUSE,
        when=Text("het contract loopt en heeft het nodig", "the contract runs and needs it"),
        do=Text("leg uit en bied aan het contract te beëindigen", "explain and offer to end it"),
        article="AVG artikel 17 lid 1 onder a",
        holds=lambda it: it.contract_needs and not it.promised,
    ),
    Row(
        id="ERA-08",
        outcome=Outcome.ASK,
        when=Text(
            "vrije meningsuiting, archief, onderzoek of volksgezondheid speelt mee",
            "freedom of expression, archives, research or public health play a part",
        ),
        do=Text("weeg af", "weigh"),
        article="AVG artikel 17 lid 3 onder a, c en d",
        holds=lambda it: it.weighty,
    ),
    Row(
        id="ERA-09",
        outcome=Outcome.PARTIAL,
        when=Text(
            "een belang van UAVG artikel 41 weegt zwaarder", "an interest of UAVG 41 outweighs"
        ),
        do=Text("leg het vast", "record it"),
        article="UAVG artikel 41",
        checked=Checked.OLDER,
        holds=lambda it: it.uavg_41,
    ),
    Row(
        id="ERA-11",
        outcome=Outcome.PARTIAL,
        when=Text("het staat in een reservekopie", "it is in a backup"),
        do=Text(
            "zet het niet terug; het wordt overschreven binnen de genoemde termijn; zeg dat",
            "do not restore it; it is overwritten within the stated term; say so",
        ),
        article="AVG artikel 32",
        checked=Checked.MEMORY,
        holds=lambda it: it.backup,
    ),
)
GROUNDS: tuple[Row[Item], ...] = (
    Row(
        id="ERA-07",
        outcome=Outcome.GRANT,
        when=Text(
            "verkeersgegevens die de rekening niet meer nodig heeft",
            "traffic data that the bill no longer needs",
        ),
        do=Text("wis nu: dit had al gemoeten", "erase now: this was due already"),
        article="Telecommunicatiewet artikel 11.5",
        at_once=True,
        holds=lambda it: it.traffic_unneeded,
    ),
    Row(
        id="ERA-02",
        outcome=Outcome.GRANT,
        when=Text(
            "toestemming is ingetrokken en er was geen andere grondslag",
            "consent was withdrawn and there was no other basis",
        ),
        do=Text(
            "wis; bewaar alleen het bewijs en de afmelding",
            "erase; keep only the proof and the opt-out",
        ),
        article="AVG artikel 17 lid 1 onder b en 7 lid 1",
        holds=lambda it: it.consent_withdrawn,
    ),
    Row(
        id="ERA-03",
        outcome=Outcome.GRANT,
        when=Text("er is bezwaar tegen reclame", "there is an objection to advertising"),
        do=Text(
            "wis het profiel voor reclame en zet op de afmeldlijst",
            "erase the marketing profile and put on the opt-out list",
        ),
        article="AVG artikel 17 lid 1 onder c en 21 lid 3",
        holds=lambda it: it.marketing_objection,
    ),
    Row(
        id="ERA-10",
        outcome=Outcome.GRANT,
        when=Text(
            "het is van een kind, voor een online dienst", "it is of a child, for an online service"
        ),
        do=Text("wis", "erase"),
        article="AVG artikel 17 lid 1 onder f",
        holds=lambda it: it.child_online,
    ),
    Row(
        id="ERA-13",
        outcome=Outcome.GRANT,
        when=Text("onze verklaring belooft het", "our statement promises it"),
        do=Text(
            "doe wat is beloofd, tenzij een wet het verbiedt",
            "do as promised, unless a statute forbids",
        ),
        article="AVG artikel 5 lid 1 onder a",
        holds=lambda it: it.promised,
    ),
    Row(
        id="ERA-01",
        outcome=Outcome.GRANT,
        when=Text(
            "het is niet meer nodig, of onrechtmatig verwerkt",
            "it is no longer needed, or unlawfully processed",
        ),
        do=Text(
            "wis overal, ook bij verwerkers; zet het niet terug uit een reservekopie",
            "erase everywhere, processors too; do not restore it from a backup",
        ),
        article="AVG artikel 17 lid 1 en 2",
        holds=lambda it: it.no_longer_needed or it.unlawful,
    ),
)
TABLE = EXCEPTIONS + GROUNDS
