"""
What arrives, and who must handle it (AVG artikelen 4, 11, 12, 26 en 28).

Example:   a visitor of a customer's web shop writes to the host of that shop:

    >>> [row.id for row in take_in(Arrival(processor=True))]
    ['IN-01', 'IN-03']
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, every
from nakomen.terms import Text

ADULT_IN_PRIVACY = 16
"""Years from which a person exercises her own rights (UAVG artikel 5)."""


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """*age* of the person the data are about, in years; None when nothing shows it."""

    rights: int = 1
    processor: bool = False
    """We hold these data for somebody else."""
    joint: bool = False
    deceased: bool = False
    legal_person: bool = False
    """Data of a company only. A sole trader is a person."""
    representative: bool = False
    age: int | None = None
    guarded: bool = False
    """Under guardianship for this matter."""
    authority: bool = False
    """The supervisory authority or a court asks."""


def take_in(arrival: Arrival) -> tuple[Row[Arrival], ...]:
    """Every row that holds; the last one with another outcome than the first two decides."""
    return every(TABLE, arrival)


TABLE: tuple[Row[Arrival], ...] = (
    Row(
        id="IN-01",
        outcome=Outcome.ROUTE,
        when=Text(
            "iemand vraagt of klaagt over eigen gegevens, langs welke weg en in welke woorden ook",
            "somebody asks or complains about own data, by whatever channel, in whatever words",
        ),
        do=Text(
            "open een zaak met de dag van ontvangst en zet de klokken aan",
            "open a case with the day of receipt and start the clocks",
        ),
        article="AVG artikel 12 lid 2",
        holds=lambda it: not it.authority,
    ),
    Row(
        id="IN-02",
        outcome=Outcome.ROUTE,
        when=Text("één bericht vraagt om meer rechten", "one message asks for several rights"),
        do=Text("een zaak per recht, met dezelfde klok", "a case for each right, on one clock"),
        article="AVG artikel 12",
        holds=lambda it: it.rights > 1,
    ),
    Row(
        id="IN-03",
        outcome=Outcome.ROUTE,
        when=Text(
            "wij houden deze gegevens voor een ander (verwerker)",
            "we hold these data for somebody else (processor)",
        ),
        do=Text(
            "stuur het direct door naar de verantwoordelijke, vertel dat, en help",
            "forward it to the controller without delay, say so, and assist",
        ),
        article="AVG artikel 28 lid 3 onder e",
        holds=lambda it: it.processor,
    ),
    Row(
        id="IN-04",
        outcome=Outcome.ROUTE,
        when=Text("wij zijn samen verantwoordelijk", "we are joint controllers"),
        do=Text(
            "behandel het en stem af; de persoon mag bij ieder terecht",
            "handle and coordinate; the person may address each",
        ),
        article="AVG artikel 26 lid 3",
        holds=lambda it: it.joint,
    ),
    Row(
        id="IN-05",
        outcome=Outcome.ROUTE,
        when=Text("de persoon is overleden", "the person is deceased"),
        do=Text(
            "de AVG geldt niet; kijk naar contract, erfgenamen of ander recht",
            "the GDPR does not apply; look at contract, heirs or other law",
        ),
        article="AVG overweging 27",
        holds=lambda it: it.deceased,
    ),
    Row(
        id="IN-06",
        outcome=Outcome.REFUSE,
        when=Text("het gaat alleen om een rechtspersoon", "it is about a legal person only"),
        do=Text(
            "leg dat uit; contactpersonen zijn wel personen",
            "explain; contact persons are persons",
        ),
        article="AVG artikel 4 onder 1, overweging 14",
        holds=lambda it: it.legal_person,
    ),
    Row(
        id="IN-07",
        outcome=Outcome.PAUSE,
        when=Text("iemand vraagt het namens een ander", "somebody asks on behalf of another"),
        do=Text(
            "vraag een machtiging; een advocaat wordt meestal geloofd",
            "ask for a mandate; a lawyer is mostly believed",
        ),
        article="AVG artikel 12 lid 6",
        checked=Checked.MEMORY,
        holds=lambda it: it.representative,
    ),
    Row(
        id="IN-08",
        outcome=Outcome.ROUTE,
        when=Text(
            "de persoon is jonger dan 16, of staat hiervoor onder een ander",
            "the person is under 16, or under guardianship for this",
        ),
        do=Text(
            "de wettelijk vertegenwoordiger vraagt; controleer dat en hoor het kind",
            "the legal representative asks; check that and hear the child",
        ),
        article="UAVG artikel 5 lid 2 en 4",
        checked=Checked.OLDER,
        holds=lambda it: it.guarded or (it.age is not None and it.age < ADULT_IN_PRIVACY),
    ),
    Row(
        id="IN-09",
        outcome=Outcome.ROUTE,
        when=Text("de persoon is 16 of 17 jaar", "the person is 16 or 17"),
        do=Text("de persoon vraagt zelf, geen ouder", "the person asks herself, not a parent"),
        article="UAVG artikel 5",
        checked=Checked.OLDER,
        holds=lambda it: it.age is not None and ADULT_IN_PRIVACY <= it.age < 18,
    ),
    Row(
        id="IN-10",
        outcome=Outcome.ROUTE,
        when=Text("de toezichthouder of een rechter vraagt", "the authority or a court asks"),
        do=Text("een andere procedure", "another procedure"),
        article="AVG artikel 31 en 58",
        holds=lambda it: it.authority,
    ),
)
