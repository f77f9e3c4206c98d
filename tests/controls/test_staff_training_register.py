"""staff-training-register: who was trained, until when, and what is late is shown and reported."""

import re
from dataclasses import replace
from datetime import date, timedelta

from tests.controls.office import Office
from tests.support.desk import Desk

from nakomen import Company, verbs
from nakomen.run import staffed
from nakomen.terms import Period

TODAY = date(2026, 11, 21)


def test_a_late_training_is_shown_where_people_look(desk: Desk) -> None:
    """On the register, the page of colleagues, the wall and in the calendar; then it is mended."""
    who = desk.hired("support", "opleiding@zonneveld.example")
    owner = desk.colleague("owner").client
    [(number,)] = desk.rows("SELECT id FROM accounts_colleague WHERE email = ?", who.email)
    old = {"colleague": number, "what": "AVG voor de helpdesk", "on": "2024-11-01", "months": "12"}
    assert owner.post("/opleidingen/", old).status == 302
    assert f"{who.name} 1 november 2025 · te laat" in owner.get("/opleidingen/").words
    for path in ("/collegas/", "/beloften/"):
        assert "Opleiding te laat of nog niet gedaan:" in owner.get(path).words, path
    assert "te laat sinds 1 november 2025" in owner.get("/collegas/").words
    assert "Opleiding te laat" not in who.client.get("/beloften/").words
    link = re.search(r"/zaken/agenda\.ics\?sleutel=[\w-]+", owner.post("/zaken/agenda/").text)
    assert link
    feed = desk.client().get(link[0]).text
    assert "DTSTART;VALUE=DATE:20251101" in feed
    assert who.name not in feed
    assert "SUMMARY:Rechten nalopen" in feed

    today = date.today().isoformat()
    assert owner.post("/opleidingen/", {**old, "on": today}).status == 302
    assert f"{who.name} 1 november 2025" not in owner.get("/opleidingen/").words
    assert "AVG voor de helpdesk" in owner.get("/opleidingen/tabel/").text
    tomorrow = (date.today() + timedelta(1)).isoformat()
    assert "moet nog komen" in owner.post("/opleidingen/", {**old, "on": tomorrow}).words


def test_the_promise_follows_the_register(company: Office) -> None:
    """Broken while one is late; kept once somebody signed that the list is right; with evidence."""
    with Company.open(company.folder) as opened:
        other = replace(opened.policy.promises[0], retention=None, within=None, rights=())
        promise = replace(other, control="staff-training-register")

        def ruled(*until: date, looked: date | None = None) -> tuple[str, str | None]:
            verbs.note_staff(opened, "staff-training-register", until, looked)
            verdict = staffed.verdict(opened, promise, TODAY)
            return verdict.ruling.value, verdict.evidence

        assert staffed.verdict(opened, promise, TODAY).ruling.value == "unseen"
        yesterday, later = TODAY - timedelta(1), TODAY + timedelta(90)
        late, line = ruled(yesterday, later)
        assert (late, bool(line)) == ("broken", True)
        assert staffed.verdict(opened, promise, TODAY).since == TODAY
        assert ruled(later, later)[0] == "unseen"
        assert ruled(later, later, looked=TODAY - timedelta(400))[0] == "unseen"
        kept, last = ruled(later, later, looked=TODAY)
        assert (kept, last != line) == ("kept", True)
        assert not verbs.note_staff(opened, "staff-training-register", (later, later), TODAY), (
            "the same is not noted twice"
        )
        assert staffed.verdict(opened, promise, later + timedelta(1)).ruling.value == "broken"
        assert verbs.training_term(opened) == (Period(years=1), False)
