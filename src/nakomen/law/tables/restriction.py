"""
Restriction: store, and nothing else for now (AVG artikel 18).

Example:   footage that Anna needs for a claim is not overwritten:

    >>> restrict(Item(needed_for_claim=True)).id, restrict(Item()).outcome
    ('RES-03', <Outcome.REFUSE: 'refuse'>)
"""

from dataclasses import dataclass

from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Item:
    contested: bool = False
    unlawful: bool = False
    """Unlawful, and the person would rather have it restricted than erased."""
    needed_for_claim: bool = False
    """We no longer need it; the person does."""
    objection_pending: bool = False
    promised: bool = False
    """Our own statement promises restriction at any time."""


def restrict(item: Item) -> Row[Item]:
    return first(TABLE, item)


TABLE: tuple[Row[Item], ...] = (
    Row(
        id="RES-01",
        outcome=Outcome.RESTRICT,
        when=Text("de juistheid wordt betwist", "accuracy is contested"),
        do=Text("alleen bewaren tot het is uitgezocht", "store only until it is checked"),
        article="AVG artikel 18 lid 1 onder a",
        holds=lambda it: it.contested,
    ),
    Row(
        id="RES-02",
        outcome=Outcome.RESTRICT,
        when=Text(
            "het is onrechtmatig en de persoon wil niet dat het wordt gewist",
            "it is unlawful and the person opposes erasure",
        ),
        do=Text("alleen bewaren", "store only"),
        article="AVG artikel 18 lid 1 onder b",
        holds=lambda it: it.unlawful,
    ),
    Row(
        id="RES-03",
        outcome=Outcome.RESTRICT,
        when=Text(
            "de persoon heeft het nodig voor een rechtsvordering",
            "the person needs it for a legal claim",
        ),
        do=Text("stel het wissen uit", "postpone the erasure"),
        article="AVG artikel 18 lid 1 onder c",
        holds=lambda it: it.needed_for_claim,
    ),
    Row(
        id="RES-04",
        outcome=Outcome.RESTRICT,
        when=Text("een bezwaar wordt nog gewogen", "an objection is being weighed"),
        do=Text("alleen bewaren tot het besluit", "store only until the decision"),
        article="AVG artikel 18 lid 1 onder d",
        holds=lambda it: it.objection_pending,
    ),
    Row(
        id="RES-05",
        outcome=Outcome.RESTRICT,
        when=Text("onze verklaring belooft het altijd", "our statement promises it at any time"),
        do=Text("doe wat is beloofd", "do as promised"),
        article="AVG artikel 5 lid 1 onder a",
        holds=lambda it: it.promised,
    ),
    Row(
        id="RES-05",
        outcome=Outcome.REFUSE,
        when=Text("geen van de vier gevallen doet zich voor", "none of the four cases is there"),
        do=Text("leg dat uit", "explain"),
        article="AVG artikel 18 lid 1",
        holds=lambda _: True,
    ),
)


@dataclass(frozen=True, kw_only=True)
class Use:
    """What somebody wants to do with restricted data."""

    storage: bool = False
    consent: bool = False
    claim: bool = False
    rights_of_others: bool = False
    public_interest: bool = False


def use(wanted: Use) -> Row[Use]:
    """Whether restricted data may be used so (lid 2); each use is logged."""
    return first(USES, wanted)


USES: tuple[Row[Use], ...] = (
    Row(
        id="RES-06",
        outcome=Outcome.GRANT,
        when=Text(
            "opslag, toestemming, vordering, rechten van een ander of zwaar publiek belang",
            "storage, consent, claim, rights of another or important public interest",
        ),
        do=Text("leg elk gebruik vast", "log each use"),
        article="AVG artikel 18 lid 2",
        holds=lambda it: any(
            (it.storage, it.consent, it.claim, it.rights_of_others, it.public_interest)
        ),
    ),
    Row(
        id="RES-06",
        outcome=Outcome.REFUSE,
        when=Text("het is ander gebruik", "it is another use"),
        do=Text("wacht tot de beperking is opgeheven", "wait until the restriction is lifted"),
        article="AVG artikel 18 lid 2",
        holds=lambda _: True,
    ),
)


def lift(*, informed: bool) -> Row[bool]:
    """Whether a restriction may be lifted: only after the person was told."""
    return first(LIFTING, informed)


LIFTING: tuple[Row[bool], ...] = (
    Row(
        id="RES-07",
        outcome=Outcome.GRANT,
        when=Text("de persoon is ingelicht", "the person was informed"),
        do=Text("u heft op, niet de persoon", "you lift it, not the person"),
        article="AVG artikel 18 lid 3",
        holds=bool,
    ),
    Row(
        id="RES-07",
        outcome=Outcome.PAUSE,
        when=Text("de persoon weet het nog niet", "the person does not know yet"),
        do=Text("licht eerst in", "inform first"),
        article="AVG artikel 18 lid 3",
        holds=lambda _: True,
    ),
)
