"""Control `rights-deadline`: the earlier of promise and law, and late the day after."""

import json
import re
import sqlite3
import time
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest
from tests.support.letters import Mailed

from nakomen import Company, verbs
from nakomen.law.eu.avg_12_3_response import due
from nakomen.papers.words import written
from nakomen.terms import Lang, Period, Text

DAYS_30 = Period(days=30)
WHY = Text("omdat", "because")
EXTENDED = {"extended_for": "complex", "extended_because": "Uw dossier ligt in drie archieven."}


@pytest.mark.parametrize(
    ("received", "promised", "by_law"),
    [
        (date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 3)),
        (date(2025, 7, 1), date(2025, 7, 31), date(2025, 8, 1)),
        (date(2023, 2, 1), date(2023, 3, 1), date(2023, 3, 1)),
        (date(2024, 1, 31), date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_the_earlier_of_thirty_days_and_the_month_counts(
    received: date, promised: date, by_law: date
) -> None:
    """Thirty days and a month differ, and neither is read for the other."""
    assert (due(received, DAYS_30), due(received)) == (promised, by_law)


@pytest.mark.parametrize(
    ("received", "last", "why"),
    [
        (date(2025, 7, 1), "31 juli 2025", "de verklaring belooft antwoord binnen 30 dagen"),
        (date(2026, 7, 1), "31 juli 2026", "de verklaring belooft antwoord binnen 30 dagen"),
        (date(2023, 2, 1), "1 maart 2023", "een maand (AVG artikel 12 lid 3)"),
        (date(2024, 1, 31), "29 februari 2024", "een maand (AVG artikel 12 lid 3)"),
    ],
)
def test_a_letter_of_a_past_day_is_due_by_the_earlier_and_late_since(
    mailed: Mailed, received: date, last: str, why: str
) -> None:
    """The clock of a letter runs from the day on which it came, not from when it was opened."""
    number = mailed.taken_down("post", "access", "post@nergens.example", received)
    shown = mailed.desk.colleague("owner").client.get(f"/zaken/{number}/").words
    assert f"Antwoord uiterlijk {last} · te laat {why}" in shown, shown


def _words(day: date) -> str:
    return written(day, Lang.NL)


def test_an_extension_counts_when_its_notice_left_in_time_and_once(mailed: Mailed) -> None:
    """
    She hears why and until when; the case, the calendar and her own page have the new day. Without
    a reason, a second time, after the first month, or when the letter comes back, it is none.
    """
    staff = mailed.desk.colleague("owner").client
    email = mailed.joined("verlengd@nergens.example")
    her, path = mailed.proven("access", email)
    number = mailed.number(path)
    extend = f"/zaken/{number}/verlengen/"
    assert staff.post(extend, {**EXTENDED, "extended_because": " "}).status == 422
    assert staff.post(extend, {**EXTENDED, "extended_for": "vakantie"}).status == 422
    assert not mailed.letters.to(email, "duurt langer")

    assert staff.post(extend, EXTENDED).status == 302

    on = verbs.term(date.today(), due(date.today()), WHY, date.today(), told=date.today()).due
    notice = mailed.letters.last(email, "duurt langer")
    assert "omdat het ingewikkeld is" in notice
    assert _words(on) in notice
    assert "Autoriteit Persoonsgegevens" in notice
    assert EXTENDED["extended_because"] not in notice
    told = "met twee maanden verlengd (AVG artikel 12 lid 3)"
    for page in (staff.get(f"/zaken/{number}/").words, her.get(path).words):
        assert _words(on) in page, page
        assert told in page, page
    assert EXTENDED["extended_because"] in her.get(path).words
    shown = staff.post("/zaken/agenda/").text.split("sleutel=")[1].split("<")[0].split('"')[0]
    feed = mailed.visitor().get(f"/zaken/agenda.ics?sleutel={shown}").text
    event = next(part for part in feed.split("BEGIN:VEVENT") if f"/zaken/{number}/" in part)
    assert f"DTSTART;VALUE=DATE:{on:%Y%m%d}" in event
    assert staff.post(extend, EXTENDED).status == 422

    came_back = "UPDATE dossiers_letter SET state = 'failed' WHERE case_id = ? AND subject LIKE ?"
    mailed.desk.write(came_back, number, "%duurt langer%")
    page = staff.get(f"/zaken/{number}/").words
    assert "De verlenging telt niet: de brief over de verlenging kwam niet aan" in page
    assert _words(on) not in page

    late = mailed.taken_down("post", "access", email, date.today() - timedelta(days=40))
    refused = staff.post(f"/zaken/{late}/verlengen/", EXTENDED)
    assert (refused.status, "Verlengen kan niet meer" in refused.words) == (422, True)


def test_doubt_about_who_asks_stops_the_clock_when_it_is_told_at_once(mailed: Mailed) -> None:
    """The clock waits from the question to the answer; of a late question each day counts."""
    staff = mailed.desk.colleague("owner").client
    asked = "Wij kennen dit adres niet. Wat is uw klantnummer?"
    email = mailed.joined("twijfel@nergens.example")
    her, path = mailed.proven("access", email)
    number, today = mailed.number(path), date.today()
    assert staff.post(f"/zaken/{number}/twijfel/", {"doubt": asked}).status == 302
    letter = mailed.letters.last(email, "Een vraag over")
    assert asked not in letter
    assert path in letter
    assert asked in her.get(path).words
    assert "De termijn staat stil tot u antwoordt." in her.get(path).words
    assert "staat stil" in staff.get("/zaken/").words
    assert staff.post(f"/zaken/{number}/twijfel/", {"doubt": "Nog iets?"}).status == 422

    four = today - timedelta(days=4)
    move = "UPDATE dossiers_case SET received_on = ?, doubted_on = ?, due = ? WHERE id = ?"
    mailed.desk.write(move, four.isoformat(), four.isoformat(), due(four).isoformat(), number)
    over = f"/zaken/{number}/twijfel/voorbij/"
    for wrong in (four - timedelta(days=1), today + timedelta(days=1)):
        assert staff.post(over, {"settled_on": wrong.isoformat()}).status == 422
    assert staff.post(over, {"settled_on": today.isoformat()}).status == 302
    page = staff.get(f"/zaken/{number}/").words
    assert "4 dagen telden niet mee (AVG artikel 12 lid 6)" in page
    assert _words(verbs.term(four, due(four), WHY, today, asked=four, arrived=today).due) in page

    old = mailed.taken_down("post", "access", email, today - timedelta(days=10))
    staff.post(f"/zaken/{old}/twijfel/", {"doubt": asked})
    page = staff.get(f"/zaken/{old}/").words
    assert "dus de termijn loopt door" in page
    assert "staat stil" not in page


@pytest.mark.parametrize(
    ("promised", "told", "extended"),
    [
        (date(2026, 8, 3), date(2026, 8, 3), True),
        (date(2026, 8, 3), date(2026, 8, 4), False),
        (date(2026, 7, 31), date(2026, 7, 31), True),
        (date(2026, 7, 31), date(2026, 8, 1), False),
    ],
)
def test_a_notice_leaves_before_the_earlier_of_promise_and_month(
    promised: date, told: date, extended: bool
) -> None:
    """A shorter promise leaves less time for the notice, too."""
    clock = verbs.term(date(2026, 7, 1), promised, WHY, told, told=told)
    assert (clock.extended, clock.tell_by) == (extended, promised)
    assert clock.due == (date(2026, 10, 1) if extended else promised)
    assert (clock.lost is None) is extended


def test_the_wall_judges_the_day_on_which_a_request_came(mailed: Mailed) -> None:
    """
    A letter of forty days ago breaks the promise today, also without a plan. What changes of a case
    is a line in the evidence, once, and no line names her.
    """
    came = date.today() - timedelta(days=40)
    email = mailed.joined("wand@nergens.example")
    number = mailed.taken_down("post", "access", email, came)
    complaint = mailed.taken_down("post", "complaint", email, came)
    first = _lines(mailed, number, "open")[0]
    assert _lines(mailed, complaint, "open")[-1]["right"] == "complaint"
    assert (first["received"], first["answered"]) == (f"{came}", None)
    with Company.open(mailed.desk.folder) as company:
        wall = verbs.status(company, date.today())
    [judged] = [v for v in wall if v.promise.control == CONTROL]
    [complaints] = [v for v in wall if v.promise.control == "complaint-desk"]
    assert (complaints.ruling.value, bool(complaints.evidence)) == ("broken", True)
    assert (judged.ruling.value, bool(judged.count and judged.evidence)) == ("broken", True)
    assert judged.oldest is not None
    assert judged.oldest <= came

    staff = mailed.desk.colleague("owner").client
    ground = re.search(r'value="([A-Z]+-\d+)"', staff.get(f"/zaken/{number}/").text)
    assert ground
    refusal = {"ground": ground[1], "because": "Wij weten niet wie dit is."}
    sent = staff.post(f"/zaken/{number}/weigeren/", refusal)
    assert sent.status == 302, sent.words
    lines = _lines(mailed, number, "refused")
    assert lines[-1]["answered"] == f"{date.today()}"
    again = "from nakomen.desk.dossiers.noting import tell; tell(); tell()"
    mailed.desk.inside(f"import django; django.setup(); {again}")
    assert _lines(mailed, number, "refused") == lines
    assert email not in str(lines)


CONTROL = "rights-deadline"


def _lines(mailed: Mailed, number: int, end: str) -> list[dict[str, Any]]:
    """What the evidence says of one case, once it says *end* and knew her address."""
    until = time.monotonic() + 20
    while True:
        with closing(sqlite3.connect(mailed.desk.folder / ".nakomen" / "ledger.sqlite")) as ledger:
            bodies = ledger.execute("SELECT body FROM line WHERE kind = 'case' ORDER BY seq")
            lines = [json.loads(body) for (body,) in bodies]
        found = [line for line in lines if line["case"] == number]
        if found and (found[-1]["end"], found[-1]["address"]) == (end, "on_file"):
            return found
        assert time.monotonic() < until, found
        time.sleep(0.1)
