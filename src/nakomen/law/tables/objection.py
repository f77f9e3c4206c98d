"""
Objection to one use of data (AVG artikel 21).

Example:   against advertising it always holds; against the tax file it is no objection:

    >>> objected(Use(basis=Basis.LEGITIMATE_INTERESTS, marketing=True)).at_once
    True
    >>> objected(Use(basis=Basis.LEGAL_OBLIGATION)).id
    'OBJ-04'
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Basis, Text

_OBJECTIONABLE = frozenset({Basis.PUBLIC_TASK, Basis.LEGITIMATE_INTERESTS})


@dataclass(frozen=True, kw_only=True)
class Use:
    """*compelling*: whether grounds that go first were shown; None while that is weighed."""

    basis: Basis
    marketing: bool = False
    without_consent: bool = False
    """Advertising by telephone or e-mail for which no consent is found."""
    research: bool = False
    public_register: bool = False
    compelling: bool | None = None


def objected(use: Use) -> Row[Use]:
    return first(TABLE, use)


TABLE: tuple[Row[Use], ...] = (
    Row(
        id="OBJ-07",
        outcome=Outcome.NEVER,
        when=Text(
            "er was nooit toestemming voor deze reclame",
            "there never was consent for this advertising",
        ),
        do=Text("stop direct; dit mocht vanaf het begin niet", "stop at once; never allowed"),
        article="Telecommunicatiewet artikel 11.7",
        at_once=True,
        holds=lambda it: it.marketing and it.without_consent,
    ),
    Row(
        id="OBJ-01",
        outcome=Outcome.GRANT,
        when=Text("het is reclame, ook een profiel daarvoor", "it is advertising, or its profile"),
        do=Text(
            "stop langs elke weg en zet op de afmeldlijst; het mag ook mondeling",
            "stop on every channel and put on the opt-out list; by word of mouth too",
        ),
        article="AVG artikel 21 lid 2 en 3",
        at_once=True,
        holds=lambda it: it.marketing,
    ),
    Row(
        id="OBJ-06",
        outcome=Outcome.REFUSE,
        when=Text("het is een wettelijk openbaar register", "it is a statutory public register"),
        do=Text("leg dat uit", "explain"),
        article="UAVG artikel 47 lid 2",
        checked=Checked.OLDER,
        holds=lambda it: it.public_register,
    ),
    Row(
        id="OBJ-04",
        outcome=Outcome.REFUSE,
        when=Text(
            "het rust op contract, toestemming of een wettelijke plicht",
            "it rests on contract, consent or a legal obligation",
        ),
        do=Text(
            "bied intrekken, opzeggen of wissen aan", "offer withdrawal, termination or erasure"
        ),
        article="AVG artikel 21 lid 1",
        holds=lambda it: it.basis not in _OBJECTIONABLE,
    ),
    Row(
        id="OBJ-05",
        outcome=Outcome.GRANT,
        when=Text(
            "het is onderzoek of statistiek zonder publieke taak",
            "it is research or statistics without a public task",
        ),
        do=Text("stop", "stop"),
        article="AVG artikel 21 lid 6",
        holds=lambda it: it.research and it.basis is not Basis.PUBLIC_TASK,
    ),
    Row(
        id="OBJ-03",
        outcome=Outcome.REFUSE,
        when=Text(
            "zwaarwegende gronden of een rechtsvordering zijn aangetoond",
            "compelling grounds or a legal claim were shown",
        ),
        do=Text("geef de afweging in het antwoord", "give the balance in the answer"),
        article="AVG artikel 21 lid 1",
        holds=lambda it: it.compelling,
    ),
    Row(
        id="OBJ-02",
        outcome=Outcome.GRANT,
        when=Text("er zijn geen zwaarwegende gronden", "there are no compelling grounds"),
        do=Text("stop", "stop"),
        article="AVG artikel 21 lid 1",
        holds=lambda it: it.compelling is False,
    ),
    Row(
        id="OBJ-02",
        outcome=Outcome.RESTRICT,
        when=Text("het bezwaar moet nog worden gewogen", "the objection is yet to be weighed"),
        do=Text(
            "beperk zolang en weeg belang, noodzaak, gevolg en verwachting; het bewijs is aan u",
            "restrict meanwhile and weigh interest, need, effect, expectation; the proof is yours",
        ),
        article="AVG artikel 21 lid 1 en 18 lid 1 onder d",
        holds=lambda _: True,
    ),
)
