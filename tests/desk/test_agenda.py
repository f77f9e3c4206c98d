"""Deadlines in somebody's own calendar, behind a link that only she has."""

import re
from secrets import token_urlsafe

from tests.support.desk import Client, Desk


def _taken(desk: Desk) -> str:
    """A request of Anna that a colleague wrote down; its reference."""
    fields = {
        "right": "access", "channel": "phone", "name": "Anna de Vries-Ölçer", "language": "nl",
        "email": "anna@nergens.example", "words": "Wat weet u van mij?",
        "received_on": "2026-11-20", "token": token_urlsafe(32),
    }  # fmt: skip
    answer = desk.colleague("owner").client.post("/zaken/nieuw/", fields)
    assert answer.status == 302, answer.words
    page = desk.colleague("owner").client.get(answer.to)
    return re.search(r"Z-\d{4}-\d{4}", page.words)[0]  # type: ignore[index]


def _link(client: Client) -> str:
    shown = client.post("/zaken/agenda/").text
    return re.search(r"http\S+sleutel=[\w-]+", shown)[0]  # type: ignore[index]


def test_a_calendar_has_the_deadlines_and_no_person(desk: Desk) -> None:
    """Each deadline is a day with a number and a right, as RFC 5545 wants it, and nobody's name."""
    reference = _taken(desk)
    link = _link(desk.colleague("owner").client)

    answer = desk.client().get(link)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "\n" not in answer.text.replace("\r\n", "")
    assert all(len(line) <= 75 for line in answer.body.split(b"\r\n"))
    lines = answer.text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    event = next(part for part in answer.text.split("BEGIN:VEVENT")[1:] if reference in part)
    assert re.search(rf"UID:{reference}@[0-9a-f]{{16}}\.nakomen", event)
    assert "DTSTART;VALUE=DATE:2026" in event
    for hers in ("Anna", "anna@", "Wat weet"):
        assert hers not in answer.text
    assert desk.client().get(link).text == answer.text, "a calendar sees the same thing twice"


def test_a_link_is_shown_once_and_ends_when_she_wants_or_leaves(desk: Desk) -> None:
    """A new link ends the old one; taken back, or after she left, it opens nothing."""
    hired = desk.hired("privacy", "agenda@zonneveld.example")
    first, stranger = _link(hired.client), desk.client()
    assert stranger.get(first).status == 200
    assert first.split("sleutel=")[1] not in hired.client.get("/zaken/agenda/").text
    assert not desk.rows(
        "SELECT 1 FROM agenda_feed WHERE digest = ?", first.split("sleutel=")[1]
    ), "only a digest is kept"

    second = _link(hired.client)
    assert [stranger.get(first).status, stranger.get(second).status] == [404, 200]
    assert hired.client.post("/zaken/agenda/intrekken/").status == 302
    for closed in (second, "/zaken/agenda.ics", "/zaken/agenda.ics?sleutel="):
        assert stranger.get(closed).status == 404

    third = _link(hired.client)
    assert stranger.get(third).status == 200
    [[number]] = desk.rows("SELECT id FROM accounts_colleague WHERE email = ?", hired.email)
    left = desk.colleague("owner").client.post(f"/collegas/{number}/uit-dienst/")
    assert left.status == 302, left.words
    assert stranger.get(third).status == 404
    assert desk.colleague("support").client.get("/zaken/agenda/").status == 403
