"""
Decisions by a computer alone (AVG artikel 22, UAVG artikel 40).

Example:   an algorithm refuses credit, as the contract foresees:

    >>> [row.id for row in decided(Decision(legal_effect=True, ground=True))]
    ['ADM-02']
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, every
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Decision:
    """*ground*: contract or explicit consent; *by_law*: UAVG artikel 40, without profiling."""

    legal_effect: bool = False
    """Or something that affects the person as much."""
    ground: bool = False
    by_law: bool = False
    score_of_others: bool = False
    """The decision leans strongly on a score by another company."""
    special_data: bool = False
    special_ground: bool = False
    """Explicit consent or a substantial public interest (artikel 9 lid 2 onder a en g)."""
    block: bool = False
    """An account or IP address is blocked automatically."""

    @property
    def weighty(self) -> bool:
        return self.legal_effect or self.score_of_others


def decided(decision: Decision) -> tuple[Row[Decision], ...]:
    """Every row that holds; empty for a decision that affects nobody so much."""
    return every(TABLE, decision)


TABLE: tuple[Row[Decision], ...] = (
    Row(
        id="ADM-01",
        outcome=Outcome.NEVER,
        when=Text("er is geen grond van lid 2", "there is no ground of paragraph 2"),
        do=Text("stop en laat een mens opnieuw besluiten", "stop; a person decides anew"),
        article="AVG artikel 22 lid 1",
        holds=lambda it: it.weighty and not (it.ground or it.by_law),
    ),
    Row(
        id="ADM-02",
        outcome=Outcome.GRANT,
        when=Text("contract of toestemming staat het besluit toe", "contract or consent allows it"),
        do=Text(
            "een mens met gezag kijkt, hoort de persoon en besluit opnieuw",
            "a person with authority looks, hears her and decides anew",
        ),
        article="AVG artikel 22 lid 3",
        holds=lambda it: it.weighty and it.ground,
    ),
    Row(
        id="ADM-03",
        outcome=Outcome.GRANT,
        when=Text(
            "een wettelijke plicht of publieke taak staat het toe, zonder profiel",
            "a legal duty or public task allows it, without a profile",
        ),
        do=Text(
            "het blijft, met menselijke tussenkomst op verzoek",
            "it stays, with human intervention on request",
        ),
        article="UAVG artikel 40",
        checked=Checked.OLDER,
        holds=lambda it: it.weighty and it.by_law,
    ),
    Row(
        id="ADM-04",
        outcome=Outcome.ROUTE,
        when=Text("een score van een ander geeft de doorslag", "a score by another is decisive"),
        do=Text("behandel de score als het besluit", "treat the score as the decision"),
        article="HvJEU C-634/21",
        checked=Checked.REPORTED,
        holds=lambda it: it.score_of_others,
    ),
    Row(
        id="ADM-05",
        outcome=Outcome.NEVER,
        when=Text(
            "het gebruikt bijzondere gegevens zonder uitzondering",
            "it uses special categories without an exception",
        ),
        do=Text("stop", "stop"),
        article="AVG artikel 22 lid 4",
        holds=lambda it: it.special_data and not it.special_ground,
    ),
    Row(
        id="ADM-06",
        outcome=Outcome.ASK,
        when=Text("een account of IP-adres is vanzelf geblokkeerd", "something was blocked"),
        do=Text(
            "laat een mens kijken, of leg vast waarom een korte blokkade weinig raakt",
            "have a person look, or record why a short block affects little",
        ),
        article="AVG artikel 22 lid 1",
        checked=Checked.MEMORY,
        holds=lambda it: it.block,
    ),
)
