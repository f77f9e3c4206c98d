"""Decision tables on rights give what people who know the law expect of 28 cases, and more."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from nakomen.law.eu.avg_12_3_response import answer
from nakomen.law.nl.uavg_35_petition import petition
from nakomen.law.tables import (
    access,
    automated,
    erasure,
    fee,
    identity,
    intake,
    objection,
    portability,
    rectification,
    restriction,
    withdrawal,
)
from nakomen.law.tables.catalogue import ROWS, TABLES, explain_rows
from nakomen.law.tables.row import Outcome, Row, together
from nakomen.terms import Basis, Lang

Rows = Sequence[Row[Any]]
GI = Basis.LEGITIMATE_INTERESTS
CASES: dict[str, Rows] = {
    "RV-01": [
        *erasure.erase(erasure.Item(duty=True)),
        *erasure.erase(erasure.Item(contract_needs=True)),
        *erasure.erase(erasure.Item(marketing_objection=True)),
    ],
    "RV-02": [
        *withdrawal.withdrawn(withdrawal.Withdrawal()),
        objection.objected(objection.Use(basis=Basis.CONSENT, marketing=True)),
    ],
    "RV-03": [
        access.see(access.Item()),
        access.see(access.Item(of_others=True)),
        access.see(access.Item(internal_note=True)),
    ],
    "RV-04": [*intake.take_in(intake.Arrival(age=15))[1:], access.see(access.Item())],
    "RV-05": intake.take_in(intake.Arrival(age=17))[1:],
    "RV-06": intake.take_in(intake.Arrival(deceased=True))[1:],
    "RV-07": [identity.identify(identity.Asker(doubt=True))],
    "RV-08": [identity.identify(identity.Asker(logged_in=True, copy_demanded=True))],
    "RV-09": [portability.port(portability.Item(basis=Basis.CONTRACT, derived=True))],
    "RV-10": [portability.port(portability.Item(basis=Basis.CONTRACT))],
    "RV-11": [restriction.restrict(restriction.Item())],
    "RV-12": [objection.objected(objection.Use(basis=GI))],
    "RV-13": [objection.objected(objection.Use(basis=Basis.LEGAL_OBLIGATION))],
    "RV-14": [fee.charge(fee.Demand(repeated_unchanged=True))],
    "RV-15": [access.see(access.Item())],
    "RV-16": intake.take_in(intake.Arrival(legal_person=True))[1:],
    "RV-17": [access.see(access.Item(recording=True))],
    "RV-18": [rectification.rectify(rectification.Item(opinion=True))],
    "RV-19": intake.take_in(intake.Arrival(processor=True))[1:],
    "RV-20": [restriction.restrict(restriction.Item(needed_for_claim=True))],
    "RV-21": [rectification.rectify(rectification.Item(shown_wrong=True, issued=True))],
    "RV-22": withdrawal.withdrawn(withdrawal.Withdrawal(switched_basis=True))[1:],
    "RV-23": [
        access.see(access.Item(automated=True)),
        *automated.decided(automated.Decision(legal_effect=True, ground=True)),
    ],
    "RV-24": [access.see(access.Item(uavg_41=True))],
    "RV-26": [objection.objected(objection.Use(basis=GI, marketing=True))],
    "RV-27": [fee.charge(fee.Demand(money_asked=True))],
    "RV-28": erasure.erase(erasure.Item(traffic_unneeded=True)),
}
"""Case → what the tables say. RV-25 is about a clock and stands below."""
WORDS = re.compile(r"\b(GRANT|PARTIAL|REFUSE|RESTRICT|PAUSE|ROUTE|finding)\b")


def expected(text: str) -> dict[str, str]:
    """Case → what the table of cases says, of the last section of rights.md."""
    return dict(re.findall(r"^\| (RV-\d\d) \|[^|]*\| ([^|]+) \|$", text, re.MULTILINE))


def test_every_case_gets_the_answer_that_people_expect(shared: Callable[[str], Path]) -> None:
    """The rows that are named, and no outcome that is not; each of the 28 is here."""
    theirs = expected(shared("law/rights.md").read_text("utf-8"))
    assert len(theirs) == 28
    assert set(CASES) | {"RV-25"} == set(theirs)

    for case, rows in CASES.items():
        said = theirs[case]
        ids = set(re.findall(r"\b[A-Z]{2,3}-\d\d\b", said))
        outcomes = {"NEVER" if w == "finding" else w for w in WORDS.findall(said)}
        assert ids <= {row.id for row in rows}, case
        ours = {row.outcome.name for row in rows} | {together(rows).name}
        assert outcomes & ours, (case, said, ours)
        if len(rows) == 1:
            assert ours <= outcomes, (case, said, ours)
        if "at once" in said:
            assert all(row.at_once for row in rows), case


def test_each_id_of_the_shared_tables_has_a_row(shared: Callable[[str], Path]) -> None:
    """Seventy-odd rows of ten tables, none left out."""
    text = shared("law/rights.md").read_text("utf-8")
    theirs = set(re.findall(r"^\| ([A-Z]{2,3}-\d\d) \|", text, re.MULTILINE))
    theirs -= {id for id in theirs if id.startswith("RV-")}
    ours = {row.id for row in ROWS}

    assert len(theirs) > 65
    assert theirs - ours == {"POR-06"}, "POR-06 decides nothing: the service simply goes on"
    assert {id for id in ours if "-" in id} - theirs == set()


def test_no_answer_on_day_45_is_late_and_knows_no_last_day_for_the_court() -> None:
    """RV-25: without an extension the month was the limit."""
    received = date(2026, 3, 5)
    assert received + timedelta(days=45) > answer(received).latest
    assert petition(None) is None


def test_what_the_own_statement_promises_goes_beyond_the_law() -> None:
    """RV-11 where restriction is promised at any time; erasure promised at the end."""
    assert restriction.restrict(restriction.Item()).outcome is Outcome.REFUSE
    assert restriction.restrict(restriction.Item(promised=True)).outcome is Outcome.RESTRICT
    running = erasure.Item(contract_needs=True, promised=True)
    assert [row.id for row in erasure.erase(running)] == ["ERA-13"]
    assert [row.id for row in erasure.erase(erasure.Item(duty=True, promised=True))] == ["ERA-04"]


def test_exceptions_are_collected_and_go_before_grounds() -> None:
    """An invoice in a lawsuit stays for two reasons, whatever ground there is to erase."""
    item = erasure.Item(duty=True, claim=True, no_longer_needed=True)
    assert [row.id for row in erasure.erase(item)] == ["ERA-04", "ERA-05"]
    assert erasure.erase(erasure.Item()) == ()


def test_an_objection_to_advertising_is_never_weighed() -> None:
    """Even when grounds were shown; and what never was allowed is a finding."""
    use = objection.Use(basis=GI, marketing=True, compelling=True)
    assert objection.objected(use).outcome is Outcome.GRANT
    cold = objection.Use(basis=GI, marketing=True, without_consent=True)
    assert objection.objected(cold).outcome is Outcome.NEVER


@pytest.mark.parametrize(
    ("compelling", "outcome"),
    [(None, Outcome.RESTRICT), (False, Outcome.GRANT), (True, Outcome.REFUSE)],
)
def test_while_an_objection_is_weighed_data_are_restricted(
    compelling: bool | None, outcome: Outcome
) -> None:
    """Pending, without compelling grounds, with them."""
    assert objection.objected(objection.Use(basis=GI, compelling=compelling)).outcome is outcome


@pytest.mark.parametrize("basis", Basis)
def test_only_consent_and_contract_can_be_taken_along(basis: Basis) -> None:
    """AVG 20(1)(a); and only public task and legitimate interests can be objected to."""
    portable = portability.port(portability.Item(basis=basis)).outcome is Outcome.GRANT
    assert portable is (basis in (Basis.CONSENT, Basis.CONTRACT))
    refused = objection.objected(objection.Use(basis=basis)).id == "OBJ-04"
    assert refused is (basis not in (Basis.PUBLIC_TASK, Basis.LEGITIMATE_INTERESTS))


@pytest.mark.parametrize(
    ("age", "row"), [(15, "IN-08"), (16, "IN-09"), (17, "IN-09"), (18, None), (None, None)]
)
def test_from_sixteen_a_person_asks_herself(age: int | None, row: str | None) -> None:
    """UAVG 5: under sixteen a parent, at sixteen and seventeen nobody else."""
    ids = {r.id for r in intake.take_in(intake.Arrival(age=age))} - {"IN-01"}
    assert ids == ({row} if row else set())


def test_a_known_customer_is_asked_nothing() -> None:
    """Logged in is enough; doubt asks little; a copy of a passport is the last step, masked."""
    asker = identity.Asker
    assert identity.identify(asker(logged_in=True)).outcome is Outcome.GRANT
    assert identity.identify(asker(logged_in=True, doubt=True)).id == "ID-02"
    assert identity.identify(asker()).id == "ID-02"
    assert identity.identify(asker(doubt=True, asked_before=True, sensitive=True)).id == "ID-03"
    assert identity.identify(asker(doubt=True, evidence=True)).id == "ID-06"


def test_restricted_data_are_stored_and_little_else() -> None:
    """AVG 18(2) and (3)."""
    assert restriction.use(restriction.Use(storage=True)).outcome is Outcome.GRANT
    assert restriction.use(restriction.Use()).outcome is Outcome.REFUSE
    assert restriction.lift(informed=False).outcome is Outcome.PAUSE
    assert restriction.lift(informed=True).outcome is Outcome.GRANT


@pytest.mark.parametrize("id", sorted({row.id for row in ROWS}))
def test_a_row_is_told_with_reason_article_and_how_sure(id: str) -> None:
    """Both languages; what was not verified says so."""
    rows = [row for row in ROWS if row.id == id]
    for lang in Lang:
        page = explain_rows(id).in_(lang)
        for row in rows:
            for said in (row.when.in_(lang), row.do.in_(lang), row.article):
                assert said in page
    unsure = any(not row.checked.verified for row in rows)
    assert ("Niet geverifieerd" in explain_rows(id).nl) is unsure


@pytest.mark.parametrize("table", TABLES)
def test_a_table_answers_also_where_nothing_is_known(table: str) -> None:
    """Read from the top, the ordinary case has an answer; no table raises."""
    empty: dict[str, Callable[[], object]] = {
        "intake": lambda: intake.take_in(intake.Arrival()),
        "identity": lambda: identity.identify(identity.Asker()),
        "fee": lambda: fee.charge(fee.Demand()),
        "access": lambda: access.see(access.Item()),
        "rectification": lambda: rectification.rectify(rectification.Item()),
        "erasure": lambda: erasure.erase(erasure.Item(unlawful=True)),
        "restriction": lambda: restriction.restrict(restriction.Item()),
        "portability": lambda: portability.port(portability.Item(basis=Basis.CONSENT)),
        "objection": lambda: objection.objected(objection.Use(basis=GI)),
        "automated": lambda: automated.decided(automated.Decision(block=True)),
        "withdrawal": lambda: withdrawal.withdrawn(withdrawal.Withdrawal()),
        "breach": lambda: True,
    }
    assert empty[table]()


KINDS: dict[str, dict[str, object]] = {
    "invoice (AWR)": {
        "basis": Basis.LEGAL_OBLIGATION,
        "erasure": erasure.Item(duty=True),
        "rectification": rectification.Item(shown_wrong=True, issued=True),
    },
    "account data": {"basis": Basis.CONTRACT, "erasure": erasure.Item(no_longer_needed=True)},
    "newsletter": {"basis": Basis.CONSENT, "erasure": erasure.Item(consent_withdrawn=True)},
    "CRM profile (6(1)(f))": {"basis": GI, "erasure": erasure.Item(marketing_objection=True)},
    "payroll": {"basis": Basis.LEGAL_OBLIGATION, "erasure": erasure.Item(duty=True)},
    "job application": {
        "basis": Basis.CONSENT,
        "erasure": erasure.Item(no_longer_needed=True),
    },
    "Wwft file": {"basis": Basis.LEGAL_OBLIGATION, "erasure": erasure.Item(duty=True)},
}
"""Kinds of data in the shared lookup → what the tables are told of them."""


def test_the_lookup_of_duties_and_rights_follows_from_the_tables(
    shared: Callable[[str], Path],
) -> None:
    """What people look up by kind of data is what the rows say: one truth, not two."""
    text = shared("law/rights.md").read_text("utf-8").partition("## 11.")[2].partition("## 12.")[0]
    theirs = {cells[0]: cells[1:] for cells in map(_cells, text.splitlines()) if len(cells) == 7}
    assert KINDS.keys() <= theirs.keys()

    for kind, facts in KINDS.items():
        acc, rect, era, _, por, obj = theirs[kind]
        basis: Any = facts["basis"]
        item: Any = facts["erasure"]
        fixed: Any = facts.get("rectification", rectification.Item(shown_wrong=True))
        assert acc.startswith(access.see(access.Item()).outcome.name), kind
        assert together(erasure.erase(item)).name == era.split()[0], kind
        assert (rectification.rectify(fixed).outcome is Outcome.GRANT) is rect.startswith("GRANT")
        if por.split()[0] in ("GRANT", "REFUSE"):
            assert portability.port(portability.Item(basis=basis)).outcome.name == por.split()[0]
        if obj == "REFUSE":
            assert objection.objected(objection.Use(basis=basis)).outcome is Outcome.REFUSE


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
