"""Where two customers have one e-mail address the others are found by theirs; these are asked."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from nakomen import Company, Request, verbs
from nakomen.run.resolve import ManyPersons

TODAY = date(2026, 11, 21)
STATEMENT = """# Privacyverklaring

Wij zijn Zonneveld B.V. Wij gebruiken uw e-mailadres om u onze nieuwsbrief te sturen.
"""
TABLES = {
    "one number": "id INTEGER PRIMARY KEY, branch_id INT",
    "a number of a branch": "branch_id INT, id INT, PRIMARY KEY (branch_id, id)",
}


@pytest.fixture(params=TABLES)
def company(tmp_path: Path, request: pytest.FixtureRequest) -> Company:
    """Of forty customers the third and the fourth have one address."""
    number, _, rest = TABLES[request.param].partition(", PRIMARY")
    key = f", PRIMARY{rest}" if rest else ""
    with sqlite3.connect(tmp_path / "crm.db") as database:
        database.execute(f"CREATE TABLE customer ({number}, email TEXT{key})")
        rows = [(n, n % 3, f"klant{max(n, 4)}@post.example") for n in range(3, 43)]
        fill = "INSERT INTO customer (id, branch_id, email) VALUES (?, ?, ?)"
        database.executemany(fill, rows)
    (tmp_path / "s.md").write_text(STATEMENT, "utf-8")
    urls = {"crm": f"sqlite:///{tmp_path / 'crm.db'}"}
    folder = verbs.init(tmp_path / "zon", tmp_path / "s.md", urls).folder
    with Company.open(folder) as company:
        yield company


def test_who_has_an_address_of_her_own_is_found_by_it(company: Company) -> None:
    """Elsewhere in the file two have one; that hides nobody."""
    assert "contact" in {key.role for d in company.maps[0].datasets for key in d.keys}
    plan = verbs.plan(company, Request.ACCESS, [("email", "klant7@post.example")], TODAY)
    assert plan.found
    assert [step.rows for step in plan.plan.steps if step.rows] == [1]


def test_an_address_of_two_is_asked(company: Company, tmp_path: Path) -> None:
    """Whose rows are meant nobody can tell, also where she is one of a list."""
    with pytest.raises(ManyPersons):
        verbs.plan(company, Request.ACCESS, [("email", "klant4@post.example")], TODAY)
    persons = tmp_path / "list.csv"
    persons.write_text("email\nklant4@post.example\nklant7@post.example\n", "utf-8")
    plan = verbs.plan_list(company, Request.ACCESS, persons, TODAY)
    assert [step.rows for step in plan.plan.steps if step.rows] == [1]
