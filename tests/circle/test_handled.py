"""What the desk did with cases is judged by its lines in the evidence: days, never who asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.circle.refusal import ANNA
from tests.circle.refusal import Company as Folder
from tests.circle.world import TODAY, World

from nakomen import Address, Company, End, Handled, verbs
from nakomen.policy import Promise
from nakomen.policy.kind import PromiseKind
from nakomen.run import caseload
from nakomen.run.prove import verdict
from nakomen.run.verdict import Verdict

CASE = Handled(
    number=1,
    right="access",
    received=TODAY - timedelta(days=40),
    due=TODAY - timedelta(days=10),
    end=End.GRANTED,
    address=Address.ON_FILE,
    answered=TODAY - timedelta(days=12),
    ended=TODAY - timedelta(days=12),
)
OPEN = replace(CASE, number=2, end=End.OPEN, answered=None, ended=None)


@pytest.fixture
def opened(company: Folder) -> Iterator[Company]:
    with Company.open(company.folder) as found:
        yield found


def _deadline(company: Company) -> Promise:
    return next(p for p in company.policy.promises if p.control == "rights-deadline" and p.within)


def _ruled(company: Company, promise: Promise, *cases: Handled, on: date = TODAY) -> Verdict:
    verbs.note_cases(company, cases)
    return verdict(company, promise.id, on)


def _told(found: Verdict) -> tuple[str, int | None, date | None]:
    return found.ruling.value, found.count, found.oldest


def test_the_day_in_force_counts_and_not_the_day_of_a_plan(opened: Company) -> None:
    """Unseen without a case; late the day after; a clock that stands or is extended is not late."""
    promise = _deadline(opened)
    assert _told(_ruled(opened, promise)) == ("unseen", None, None)
    kept = _ruled(opened, promise, CASE)
    assert (*_told(kept), bool(kept.evidence)) == ("kept", 0, None, True)
    on_the_day = replace(OPEN, due=TODAY)
    assert _told(_ruled(opened, promise, CASE, on_the_day)) == ("kept", 0, None)
    late = _ruled(opened, promise, on=TODAY + timedelta(days=1))
    assert (*_told(late), bool(late.evidence)) == ("broken", 1, OPEN.received, True)
    assert _told(_ruled(opened, promise, replace(OPEN, due=None)))[0] == "kept"
    assert (
        _told(_ruled(opened, promise, replace(OPEN, due=TODAY + timedelta(days=60))))[0] == "kept"
    )
    too_late = replace(OPEN, number=3, end=End.REFUSED, answered=TODAY, ended=TODAY)
    assert _told(_ruled(opened, promise, too_late)) == ("broken", 1, OPEN.received)
    complaint = replace(OPEN, number=4, right="complaint")
    assert _told(_ruled(opened, promise, complaint))[1] == 1, "no complaint is a request"


def test_the_same_is_noted_once_and_names_nobody(opened: Company) -> None:
    """Killed in between, the next round writes what is missing; told again, nothing."""
    assert verbs.note_cases(opened, [CASE]) == 1
    assert verbs.note_cases(opened, [CASE, OPEN]) == 1
    assert verbs.note_cases(opened, [OPEN, CASE]) == 0
    assert verbs.note_cases(opened, [replace(CASE, ended=TODAY), OPEN]) == 1
    lines = [line.body for line in opened.ledger.lines(kind="case")]
    assert [line["case"] for line in lines] == [1, 2, 1]
    with pytest.raises(ValueError, match="right"):
        verbs.note_cases(opened, [replace(CASE, right="anna@voorbeeld.example")])


def test_a_plan_that_belongs_to_a_case_has_the_day_of_the_case(company: Folder) -> None:
    """So has a plan that another took the place of; a plan of the command line has its own day."""
    world = World(folder=company.folder, urls=company.urls)
    plans = [world.plan("access", "--key", ANNA)["plan"] for _ in range(2)]
    later = TODAY + timedelta(days=60)
    case = replace(OPEN, received=TODAY, due=TODAY + timedelta(days=90), plan=plans[1])
    with Company.open(company.folder) as found:
        promise = _deadline(found)
        assert _told(_ruled(found, promise, on=later)) == ("broken", 2, TODAY)
        assert _told(_ruled(found, promise, case, on=later)) == ("kept", 0, None)
    world.plan("erase", "--key", ANNA)
    with Company.open(company.folder) as found:
        assert _told(_ruled(found, promise, on=later)) == ("broken", 1, TODAY)


def test_a_stranger_can_check_what_it_was_read_from(opened: Company, tmp_path: Path) -> None:
    """The lines are in the bundle that `nakomen verify` reads."""
    assert _ruled(opened, _deadline(opened), CASE).evidence
    verbs.bundle(opened, tmp_path / "bewijs.zip")
    assert verbs.verify(tmp_path / "bewijs.zip").ok


PLAIN = {"within": None, "rights": (), "retention": None}


def _judged(company: Company, control: str, kind: str, *cases: Handled) -> tuple[str, int | None]:
    """What a promise of *control* comes to after *cases*; unseen when they show nothing of it."""
    verbs.note_cases(company, cases)
    promise = replace(company.policy.promises[0], control=control, kind=PromiseKind(kind), **PLAIN)
    found = caseload.verdict(company, promise, TODAY)
    assert found is None or found.evidence
    return (found.ruling.value, found.count) if found else ("unseen", None)


def test_complaints_are_judged_by_their_answers(opened: Company) -> None:
    """Kept while none is late and each that was answered has its judgement."""
    complaint = replace(CASE, right="complaint", end=End.PARTLY)
    desk = "complaint-desk", "complaint"
    assert _judged(opened, *desk, replace(OPEN)) == ("unseen", None)
    assert _judged(opened, *desk, complaint) == ("kept", 0)
    assert _judged(opened, "complaint-desk", "purpose") == ("unseen", None)
    assert _judged(opened, *desk, replace(OPEN, right="complaint")) == ("broken", 1)
    assert _judged(opened, *desk, replace(complaint, end=End.GRANTED)) == ("broken", 2)


def test_decisions_are_judged_by_their_grounds(opened: Company) -> None:
    """Who never refused showed nothing of refusals; one without a ground breaks the promise."""
    letter = "rights-decision-letter"
    assert _judged(opened, letter, "refusal_ground", CASE) == ("unseen", None)
    assert _judged(opened, letter, "fee") == ("kept", 0)
    refused = replace(CASE, number=2, end=End.REFUSED)
    assert _judged(opened, letter, "refusal_ground", refused) == ("kept", 0)
    without = replace(refused, number=3, grounded=False)
    assert _judged(opened, letter, "refusal_ground", without) == ("broken", 1)
    assert _judged(opened, letter, "right_procedure") == ("unseen", None)


def test_addresses_and_holders_are_judged_by_the_plan_of_the_case(company: Folder) -> None:
    """An answer that tells something, to an unknown address; a holder who has not answered."""
    world = World(folder=company.folder, urls=company.urls)
    plan = world.plan("erase", "--key", ANNA)["plan"]
    world.apply(plan, code=None)
    case = replace(CASE, right="erase", plan=plan, ended=None)
    known = "known-address-only-delivery", "identity_verification"
    holders = "processor-side-execution", "processor"
    with Company.open(company.folder) as found:
        assert _judged(found, *known, CASE) == ("unseen", None), "it told nothing of anybody"
        assert _judged(found, *known, case) == ("kept", 0)
        many = len(verbs.outside(found, TODAY))
        assert many
        assert _judged(found, *holders) == ("unseen", many)
        elsewhere = replace(case, address=Address.UNKNOWN)
        assert _judged(found, *known, elsewhere) == ("broken", 1)
        assert _judged(found, *holders, replace(case, ended=TODAY)) == ("broken", many)
        for ask in verbs.outside(found, TODAY):
            verbs.answer(found, ask.id, "done", TODAY, b"gedaan")
        assert _judged(found, *holders) == ("kept", 0)
