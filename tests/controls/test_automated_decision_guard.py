"""automated-decision-guard: no job decides about anybody; a named person stands in between."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.support.letters import Mailed

YEAR = """
import json, sys
from datetime import timedelta
from pathlib import Path
from nakomen.desk.start import configure
configure(Path(sys.argv[1]), "http://localhost")
from django.utils import timezone
from nakomen import Company
from nakomen.desk.works import works
began, days = timezone.now(), 0
timezone.now = lambda: began + timedelta(days=days)
names = set()
for days in (*range(0, 365, 40), 365):
    for job in works():
        # What runs apart takes seconds: once, at the end of the year, is enough.
        if days == 365 or not job._apart:
            job._work()
            names.add(job.name)
with Company.open(Path(sys.argv[1])) as company:
    kinds = [line.kind for line in company.ledger.lines()]
print(json.dumps({"jobs": sorted(names), "kinds": kinds}))
"""
EFFECT = ("planned", "approved", "intent", "outcome", "done")
"""Lines of the ledger that a plan, a yes to it, and its effect leave."""


def test_a_year_of_every_job_decides_about_nobody(mailed: Mailed, tmp_path: Path) -> None:
    """
    What waits for a person still waits after a year of each job of the desk: no plan is made,
    agreed to or carried out, nobody is refused or shut out, and every row is as it was.
    """
    staff = mailed.desk.colleague("owner").client
    email = mailed.joined("jaar@nergens.example")
    number = mailed.number(mailed.proven("erase", email)[1])
    plan = mailed.planned(staff, number)
    mailed.taken_down("post", "erase", email)
    home = shutil.copytree(mailed.desk.folder, tmp_path / "copy")
    _no_mail(home)
    cases, rows, kinds = _waiting(home), _rows(mailed.crm), _kinds(mailed.desk.folder)
    assert plan in {case[2] for case in cases}

    words = [sys.executable, "-c", YEAR, str(home)]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)

    told = json.loads(ran.stdout)
    assert len(told["jobs"]) >= 9
    assert not ran.stderr, "each job did its work"
    assert _waiting(home) == cases
    assert _rows(mailed.crm) == rows
    assert [kind for kind in told["kinds"] if kind in EFFECT] == kinds


def test_each_step_with_an_effect_names_who_took_it(mailed: Mailed) -> None:
    """Whatever this desk did so far, a colleague stands beside it."""
    steps = (
        "SELECT what, by_id FROM dossiers_event WHERE what IN ('planned', 'agreed', 'decided',"
        " 'carried_out', 'answered', 'refused', 'extended', 'charged', 'identified', 'ended')"
    )
    found = mailed.desk.rows(steps)
    assert found
    assert not [what for what, by in found if by is None]


def test_above_the_set_size_a_second_person_says_yes_to_a_case_too(mailed: Mailed) -> None:
    """One colleague, twice, is not two; nothing is touched before the second."""
    settings = mailed.desk.folder / "nakomen.yaml"
    before = settings.read_text("utf-8")
    owner, second = mailed.desk.colleague("owner").client, mailed.desk.colleague("privacy").client
    email = mailed.joined("twee-mensen@nergens.example")
    number = mailed.number(mailed.proven("erase", email)[1])
    rows = "SELECT count(*) FROM customer WHERE email = ?"
    settings.write_text(f"{before}\nguards: {{second_person: 1}}\n", "utf-8")
    try:
        plan = mailed.planned(owner, number)
        for _ in range(2):
            waits = owner.post(f"/zaken/{number}/uitvoeren/", {"plan": plan})
            assert (waits.status, mailed.state(number)) == (422, "planned")
            assert "hiervoor zeggen twee mensen ja" in waits.words
        assert mailed.rows(rows, email) == [(1,)]
        mailed.carried_out(second, number, plan)
    finally:
        settings.write_text(before, "utf-8")
    assert mailed.rows(rows, email) == [(0,)]


def _no_mail(home: Path) -> None:
    """The copy has nobody to write to."""
    file = home / "nakomen.yaml"
    file.write_text(file.read_text("utf-8").split("\nmail:")[0], "utf-8")


def _waiting(home: Path) -> list[tuple[object, ...]]:
    """Every case that has no answer yet, and everybody who works here."""
    with closing(sqlite3.connect(home / ".nakomen" / "desk.sqlite")) as opened:
        cases = "SELECT id, state, plan, refused_because FROM dossiers_case"
        people = "SELECT id, is_active, left_on, role FROM accounts_colleague"
        return [*opened.execute(f"{cases} WHERE answered_on IS NULL"), *opened.execute(people)]


def _rows(crm: Path) -> list[str]:
    with closing(sqlite3.connect(crm)) as opened:
        return list(opened.iterdump())


def _kinds(folder: Path) -> list[str]:
    from nakomen import Company

    with Company.open(folder) as company:
        return [line.kind for line in company.ledger.lines() if line.kind in EFFECT]
