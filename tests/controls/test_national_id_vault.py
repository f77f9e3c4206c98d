"""national-id-vault, detection: a number that passes the elfproef is found, also in free text."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import StringIO

import pytest
import sqlalchemy as sa
from tests.circle.world import World
from tests.controls.office import Office
from tests.gates.companies import SILENT, company, special

from nakomen.detect import draft_map
from nakomen.detect.hidden import hidden
from nakomen.gates import Answer, Special, Storing, special_category_gate
from nakomen.policy import Policy
from nakomen.records import SeenColumn, Survey
from nakomen.stores import load
from nakomen.terms import Category, SpecialStatus

TODAY = date(2026, 11, 21)
BSN, NO_BSN = "111222333", "111222334"
IN_A_NOTE = f"Klant gaf BSN {BSN} door aan de telefoon"
REFUSES = company(special(SpecialStatus.NONE, None, "burgerservicenummer"))


def _fill(url: str, notes: list[str], numbers: list[str]) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            sa.text("CREATE TABLE customer (id INTEGER PRIMARY KEY, ref CHAR(9), notes TEXT)")
        )
        rows = [
            {"id": n, "ref": ref, "notes": note}
            for n, (ref, note) in enumerate(zip(numbers, notes, strict=True))
        ]
        connection.execute(sa.text("INSERT INTO customer VALUES (:id, :ref, :notes)"), rows)
    engine.dispose()


def _seen(url: str) -> tuple[Survey, dict[str, SeenColumn]]:
    with load("crm", url) as store:
        survey = store.survey()
    (customer,) = survey.datasets
    return survey, {column.name: column for column in customer.columns}


def test_a_bsn_is_found_as_a_value_and_inside_a_text(any_sql_url: str) -> None:
    """In a column that is called otherwise, and in one note of fifty; no value is kept."""
    notes = [IN_A_NOTE, *["belt graag terug na vijf uur"] * 49]
    _fill(any_sql_url, notes, [BSN, "123456782"] * 25)
    survey, columns = _seen(any_sql_url)

    assert [(h.category, h.sample) for h in hidden(columns["notes"])] == [(Category.BSN, (1, 50))]
    (drafted,) = draft_map(survey).datasets
    assert drafted.column("ref").category is Category.BSN
    assert "burgerservicenummer" in drafted.column("notes").why
    assert BSN not in repr(survey) + repr(drafted)


def test_numbers_that_fail_the_test_are_no_bsn(any_sql_url: str) -> None:
    """Order numbers of nine digits pass one time in eleven: that is chance, and said to be none."""
    orders = [str(100_000_000 + n * 7_919) for n in range(110)]
    _fill(any_sql_url, [f"order {order} verzonden" for order in orders], orders)
    survey, columns = _seen(any_sql_url)

    assert columns["notes"].shares["bsn_inside"] > 0
    assert hidden(columns["notes"]) == ()
    (drafted,) = draft_map(survey).datasets
    assert drafted.column("ref").category is not Category.BSN


@pytest.mark.parametrize("policy", [SILENT, REFUSES])
@pytest.mark.parametrize("text", [BSN, IN_A_NOTE])
def test_it_is_refused_without_a_named_basis(policy: Policy, text: str) -> None:
    """As a value and inside a note; consent does not help; a digit less and it passes."""
    denied = special_category_gate(policy, Storing(kind=None, today=TODAY, text=text))
    assert denied.answer is Answer.DENY
    assert "burgerservicenummer" in denied.text.nl
    other = Storing(kind=None, today=TODAY, text=text.replace(BSN, NO_BSN))
    assert special_category_gate(policy, other).answer is Answer.ALLOW


def test_a_statute_opens_it_where_the_statement_does_not_refuse() -> None:
    """UAVG 46: the basis is named; a promise to record none still binds."""
    storing = Storing(kind=None, today=TODAY, text=IN_A_NOTE, duty=True)
    assert storing.kinds == (Special.BSN,)
    assert special_category_gate(SILENT, storing).answer is Answer.ALLOW
    assert special_category_gate(REFUSES, storing).answer is Answer.DENY


@contextmanager
def _typed(monkeypatch: pytest.MonkeyPatch, text: str) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdin", StringIO(text))
        yield


def test_the_command_reads_the_text_and_notes_none_of_it(
    company: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard input, so that no shell remembers it; the log has the category and no number."""
    with _typed(monkeypatch, IN_A_NOTE):
        said = company.run("may", "special", "--text", "-", code=3)
    assert (said["decision"], BSN in str(said)) == ("deny", False)
    with _typed(monkeypatch, "belt graag terug"):
        assert company.run("may", "special", "--text", "-")["decision"] == "allow"
    assert _state(company).count(BSN.encode()) == 0
    assert _state(company).count(b"bsn") >= 1


def _state(world: World) -> bytes:
    files = (world.folder / ".nakomen").rglob("*")
    return b"".join(file.read_bytes() for file in files if file.is_file())
