"""Staff and their cases: two at once, a plan that changed, days that are over, doors."""

import io
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.support.letters import Mailed

from nakomen import desk

ADDRESSES = re.findall(r'path\("(.+?)"', Path(desk.__path__[0], "cases/urls.py").read_text())
LATER = "Een collega was u net voor"


def _happened(mailed: Mailed, number: int, what: str) -> int:
    asked = "SELECT count(*) FROM dossiers_event WHERE case_id = ? AND what = ?"
    return int(mailed.desk.rows(asked, number, what)[0][0])


def test_of_two_colleagues_who_press_at_once_one_does_it(mailed: Mailed) -> None:
    """It is carried out once, answered once, and she gets one letter; the other reads so."""
    email = mailed.customers(1, 12)[0]
    hands = [mailed.desk.colleague(role).client for role in ("owner", "privacy")]
    number = mailed.number(mailed.proven("erase", email)[1])
    plan = mailed.planned(hands[0], number)
    with ThreadPoolExecutor(2) as both:

        def press(path: str, **given: str) -> list[int]:
            pressed = both.map(lambda hand: hand.post(f"/zaken/{number}/{path}/", given), hands)
            return sorted(answer.status for answer in pressed)

        assert press("uitvoeren", plan=plan)[0] == 302
        assert mailed.state(number) == "carried_out"
        assert press("antwoord") == [302, 422]
    assert [_happened(mailed, number, what) for what in ("carried_out", "answered")] == [1, 1]
    mailed.letters.last(email, "staat klaar")
    assert len(mailed.letters.to(email, "staat klaar")) == 1
    again = hands[0].post(
        f"/zaken/{number}/weigeren/", {"ground": "ID-05", "because": "Toch niet."}
    )
    assert (again.status, LATER in again.words) == (422, True)
    assert mailed.state(number) == "waits"


def test_a_plan_that_changed_since_it_was_read_is_not_carried_out(mailed: Mailed) -> None:
    """Nobody says yes to what she did not read."""
    email = mailed.customers(1, 13)[0]
    staff = mailed.desk.colleague("owner").client
    number = mailed.number(mailed.proven("rectify", email)[1])
    read = mailed.planned(staff, number, set="phone=06-11111111")
    assert mailed.planned(staff, number, set="phone=06-22222222") != read
    pressed = staff.post(f"/zaken/{number}/uitvoeren/", {"plan": read})
    assert (pressed.status, LATER in pressed.words) == (422, True)
    assert mailed.state(number) == "planned"
    assert mailed.rows("SELECT count(*) FROM customer WHERE phone LIKE '06-1111%'") == [(0,)]


def test_whom_no_mail_reaches_gets_her_copy_by_hand(mailed: Mailed) -> None:
    """Who asked on paper: a colleague takes the copy, says how she gets it, and it is noted."""
    by_post = mailed.joined("op.papier@post.example")
    by_web = mailed.joined("op.het.web@post.example")
    staff = mailed.desk.colleague("owner").client
    number = mailed.taken_down("post", "access", by_post)
    staff.post(f"/zaken/{number}/gezien/", {"how": "person"})
    plan = mailed.planned(staff, number)
    assert staff.post(f"/zaken/{number}/kopie/", {"how": "given"}).status == 404
    mailed.carried_out(staff, number, plan)
    staff.post(f"/zaken/{number}/antwoord/")
    assert "Haal haar kopie" in staff.get(f"/zaken/{number}/").words
    assert staff.post(f"/zaken/{number}/kopie/").status == 422
    assert _happened(mailed, number, "given") == 0
    taken = staff.post(f"/zaken/{number}/kopie/", {"how": "given"})
    with zipfile.ZipFile(io.BytesIO(taken.body)) as copy:
        held = b"".join(copy.read(name) for name in copy.namelist())
    assert by_post.encode() in held
    assert "een collega gaf haar de kopie · Owner Proef" in staff.get(f"/zaken/{number}/").words

    token = mailed.proven("access", by_web)[1]
    number = mailed.number(token)
    mailed.carried_out(staff, number, mailed.planned(staff, number))
    staff.post(f"/zaken/{number}/antwoord/")
    assert "Haal haar kopie" not in staff.get(f"/zaken/{number}/").words
    assert staff.post(f"/zaken/{number}/kopie/", {"how": "given"}).status == 404


@pytest.mark.parametrize("role", ["support", None])
def test_cases_are_closed_for_who_does_not_answer_for_them(
    mailed: Mailed, role: str | None
) -> None:
    """Every address of staff, taken from the table of addresses, by every way in."""
    client = mailed.desk.colleague(role).client if role else mailed.visitor()
    assert len(ADDRESSES) > 10
    for address in ADDRESSES:
        path = f"/{address}".replace("<int:number>", "1").replace("<int:letter>", "1")
        path = path.replace("<str:step>", "step-1")
        for answer in (client.get(path), client.post(path)):
            if role:
                assert answer.status == 403, path
            else:
                assert (answer.status, answer.to[:15]) == (302, "/account/login/"), path


def test_odd_days_and_sums_in_the_forms_of_staff_are_told_in_words(mailed: Mailed) -> None:
    """A day that must come, or of long before these rights, is a mistake of the hand."""
    staff = mailed.desk.colleague("owner").client
    given = {"channel": "post", "right": "erase", "name": "A", "email": "a@nergens.example"}
    given["token"] = "t" * 43
    tomorrow = (date.today() + timedelta(days=2)).isoformat()
    for day in (tomorrow, "0001-01-01", "2018-05-24", "31-31-2026", "2026-02-30", ""):
        assert staff.post("/zaken/nieuw/", {**given, "received_on": day}).status == 422, day
    for numbers in ("999999999", "99999999999999999999999999"):
        assert staff.get(f"/zaken/{numbers}/").status == 404


def test_written_down_twice_it_is_one_case(mailed: Mailed) -> None:
    """Staff press twice too."""
    staff = mailed.desk.colleague("owner").client
    given = {"channel": "post", "right": "erase", "name": "A", "email": "b@nergens.example"}
    given |= {"token": "u" * 43, "received_on": date.today().isoformat()}
    with ThreadPoolExecutor(3) as hands:
        opened = {a.to for a in hands.map(lambda _: staff.post("/zaken/nieuw/", given), range(3))}
    assert len(opened) == 1, opened


def test_a_question_of_the_plan_wants_a_reason(mailed: Mailed) -> None:
    """An answer without a reason, or to what was not asked, changes nothing."""
    email = mailed.customers(1, 14)[0]
    staff = mailed.desk.colleague("owner").client
    number = mailed.number(mailed.proven("erase", email)[1])
    plan = mailed.planned(staff, number)
    for step, given in (
        ("step-1", {"yes": "yes", "because": ""}),
        ("step-1", {"because": "Omdat het zo is."}),
        ("step-999", {"yes": "yes", "because": "Omdat het zo is."}),
        ("%2e%2e%00", {"yes": "no", "because": "Omdat het zo is."}),
        ("step-1", {"yes": "yes", "because": "w" * 501}),
    ):
        assert staff.post(f"/zaken/{number}/beslis/{step}/", given).status == 422, step
    assert mailed.desk.rows("SELECT plan FROM dossiers_case WHERE id = ?", number) == [(plan,)]


def test_a_case_past_its_day_says_so(mailed: Mailed) -> None:
    """Late is shown in the list and on the case, and near is shown before it is late."""
    staff = mailed.desk.colleague("owner").client
    today = date.today()
    late = mailed.taken_down("post", "erase", "c@nergens.example", today - timedelta(days=45))
    near = mailed.taken_down("post", "erase", "d@nergens.example", today - timedelta(days=25))
    assert "te laat" in staff.get(f"/zaken/{late}/").words
    shown = staff.get(f"/zaken/{near}/")
    assert "te laat" not in shown.words
    assert 'class="days near"' in shown.text
    rows = staff.get("/zaken/").text
    assert rows.index(f"/zaken/{late}/") < rows.index(f"/zaken/{near}/")


PAGES = """
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from nakomen.desk.dossiers.deadlines import term_of, waiting
from nakomen.desk.dossiers.models import ENDED, Case, State
today, now = timezone.localdate(), timezone.now()
with transaction.atomic():
    Case.objects.bulk_create(
        Case(token=f"page-{n}", right="access", channel="phone", received_at=now,
             received_on=today, due=today + timedelta(days=n * 7 % 31), state=state,
             doubted_on=today if n % 5 == 0 else None, extended_on=today if n % 7 == 0 else None)
        for n, state in enumerate([State.ASKED, State.PROVEN, State.WAITS, State.ANSWERED] * 6))
    whole = list(Case.objects.exclude(state__in=ENDED))
    whole.sort(key=lambda c: (c.answered, c.due if c.answered else term_of(c, today).due, c.pk))
    turns = [waiting(today, start, 5) for start in range(0, len(whole) + 5, 5)]
    print(len(whole) > 17, [c for turn in turns for c in turn] == whole, turns[-1])
    transaction.set_rollback(True)
"""


def test_pages_of_the_list_are_the_list(mailed: Mailed) -> None:
    """Each case stands on one page, the nearest day first, also where a clock was moved."""
    assert mailed.desk.inside(PAGES).split() == ["True", "True", "[]"]
    staff = mailed.desk.colleague("owner").client
    assert staff.get("/zaken/?bladzijde=2").status == 200
    first = staff.get("/zaken/").words
    assert (
        staff.get("/zaken/?bladzijde=-1").words == staff.get("/zaken/?bladzijde=x").words == first
    )
