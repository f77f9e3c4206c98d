"""special-category-gate: recognised in values; refused, with consent, or volunteered, by policy."""

from datetime import date

import pytest
import sqlalchemy as sa
from tests.gates.companies import company, special

from nakomen.detect import draft_map
from nakomen.detect.hidden import hidden
from nakomen.gates import Answer, Special, Storing, special_category_gate
from nakomen.gates.decision import Consent
from nakomen.stores import load
from nakomen.terms import Category, SpecialRule, SpecialStatus

TODAY = date(2026, 11, 21)
LIVE = Consent(given=date(2026, 1, 2))
GONE = Consent(given=date(2026, 1, 2), withdrawn=date(2026, 11, 20))
REFUSES = company(special(SpecialStatus.NONE, None))
ASKS = company(special(SpecialStatus.CONDITIONAL, SpecialRule.EXPLICIT_CONSENT))
VOLUNTEERED = company(special(SpecialStatus.CONDITIONAL, SpecialRule.VOLUNTEERED))
VALUES = {
    "Mevrouw is zwanger en slecht ter been": Special.HEALTH,
    "Monteur moet aanbellen: klant is slechthorend": Special.HEALTH,
    "van Surinaamse afkomst": Special.RACE,
    "wil niet op vrijdag, is moslim": Special.BELIEF,
    "contributie FNV": Special.UNION,
    "The customer uses a wheelchair": Special.HEALTH,
}


@pytest.mark.parametrize(("text", "kind"), VALUES.items())
def test_the_same_call_differs_by_policy_alone(text: str, kind: Special) -> None:
    """One value, one consent: refused by the first, stored by the second, asked of by the third."""
    storing = Storing(kind=None, today=TODAY, consent=LIVE, text=text)
    assert storing.kinds == (kind,)
    answers = [special_category_gate(p, storing).answer for p in (REFUSES, ASKS, VOLUNTEERED)]
    assert answers == [Answer.DENY, Answer.ALLOW, Answer.DENY]


def test_it_is_stored_only_while_consent_lives() -> None:
    """Before there is consent it is refused; when it is withdrawn, what is there must go."""
    text = next(iter(VALUES))
    asked = [Storing(kind=None, today=TODAY, text=text, consent=c) for c in (LIVE, GONE)]
    assert special_category_gate(ASKS, asked[0]).answer is Answer.ALLOW
    gone = special_category_gate(ASKS, asked[1])
    assert (gone.answer, "wis wat er is" in gone.text.nl) == (Answer.DENY, True)
    never = Storing(kind=None, today=TODAY, text=text)
    assert special_category_gate(ASKS, never).missing == ("consent",)


def test_the_strictest_of_two_kinds_decides() -> None:
    """Consent opens health and no consent opens a conviction; both stand in one sentence."""
    both = Storing(kind=None, today=TODAY, consent=LIVE, text="is ziek en eerder veroordeeld")
    assert both.kinds == (Special.CRIMINAL, Special.HEALTH)
    decision = special_category_gate(ASKS, both)
    assert (decision.answer, decision.missing) == (Answer.DENY, ("duty",))
    assert decision.text.en.startswith("criminal data: ")


@pytest.mark.parametrize(
    "text",
    [
        "Router is traag, diagnose van de lijn volgt",
        "Ik geloof dat het modem kapot is",
        "Als de monteur er is, bel dan even",
        "Kerkstraat 12, naast de klas",
        "virus gevonden op de laptop, operatie geslaagd",
    ],
)
def test_what_a_provider_says_every_day_is_nothing_special(text: str) -> None:
    """Words that two worlds share are left to the other one, or nobody would read the answers."""
    storing = Storing(kind=None, today=TODAY, text=text)
    assert storing.kinds == ()
    assert special_category_gate(REFUSES, storing).answer is Answer.ALLOW


def test_special_data_is_recognised_in_a_database(any_sql_url: str) -> None:
    """A column of illnesses by its values, a few words in a ticket by their share; none is kept."""
    engine = sa.create_engine(any_sql_url)
    with engine.begin() as connection:
        connection.execute(
            sa.text(
                "CREATE TABLE customer (id INTEGER PRIMARY KEY, note TEXT, remark1 VARCHAR(40))"
            )
        )
        notes = [*VALUES, *["belt graag terug na vijf uur"] * 34]
        illnesses = ["Astma", "Diabetes", "onbekend", "Reuma"] * 10
        rows = [
            {"id": n, "note": note, "ill": ill}
            for n, (note, ill) in enumerate(zip(notes, illnesses, strict=True))
        ]
        connection.execute(sa.text("INSERT INTO customer VALUES (:id, :note, :ill)"), rows)
    engine.dispose()

    with load("crm", any_sql_url) as store:
        survey = store.survey()
    columns = {column.name: column for column in survey.datasets[0].columns}
    found = {h.detector: h.sample.passed for h in hidden(columns["note"])}
    assert found == {"health": 3, "race": 1, "belief": 1, "union": 1}
    (drafted,) = draft_map(survey).datasets
    assert "iets over gezondheid (3 van 40" in drafted.column("note").why
    assert [h.category for h in hidden(columns["remark1"])] == [Category.HEALTH]
    assert "zwanger" not in repr(survey) + repr(drafted)
