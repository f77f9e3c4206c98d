"""What the desk itself keeps of somebody goes with her erasure."""

from datetime import date, timedelta

from tests.support import customers
from tests.support.letters import Mailed, printed

CASES = "SELECT name, right FROM dossiers_case WHERE email = ? ORDER BY id"


def test_an_erasure_takes_her_account_and_earlier_requests_and_the_letter_says_so(
    mailed: Mailed,
) -> None:
    """
    Her account, her session and the names of ended requests go when it is carried out; the request
    itself stays as long as the letter says, and nothing of anybody else is touched.
    """
    her, other = customers.customer(mailed), customers.customer(mailed)
    staff = mailed.desk.colleague("owner").client
    earlier = []
    for each in (her, other):
        number = mailed.taken_down("post", "access", each.email)
        refused = {"ground": "ID-05", "because": "Te vaak."}
        assert staff.post(f"/zaken/{number}/weigeren/", refused).status == 302
        earlier.append(number)
    open_still = mailed.taken_down("phone", "rectify", her.email)
    _, path = mailed.proven("erase", her.email, words="Alles weg.")
    number = mailed.number(path)
    plan = mailed.planned(staff, number)
    assert len(mailed.desk.rows(CASES, her.email)) == 3
    mailed.carried_out(staff, number, plan)
    assert [right for _, right in mailed.desk.rows(CASES, her.email)] == ["rectify", "erase"]
    assert len(mailed.desk.rows(CASES, other.email)) == 1
    kept = "SELECT right, state, ended_on IS NULL, email FROM dossiers_case WHERE id = ?"
    assert mailed.desk.rows(kept, earlier[0]) == [("access", "refused", 0, "")]
    assert mailed.state(open_still) == "asked"
    accounts = "SELECT count(*) FROM accounts_colleague WHERE email = ?"
    counts = [mailed.desk.rows(accounts, each.email)[0][0] for each in (her, other)]
    assert counts == [0, 1]
    assert her.get("/mijn/").to.startswith("/account/login/")
    assert other.get("/mijn/").status == 200
    noted = "SELECT what FROM dossiers_event WHERE case_id = ? AND what LIKE '%_gone' ORDER BY what"
    assert mailed.desk.rows(noted, number) == [("account_gone",), ("earlier_gone",)]
    assert staff.post(f"/zaken/{number}/antwoord/").status == 302
    letter = printed(staff.post(f"/zaken/{number}/brief/"))
    assert "Uw account is gesloten. Uw logins zijn weg." in letter
    assert "30 dagen na het einde van dit verzoek" in letter


def test_an_erasure_that_is_noted_again_ends_the_same(mailed: Mailed) -> None:
    """Cut off after it and done again, nothing is noted twice; an ended case has its last day."""
    email = mailed.joined("nog-een-keer@klanten.example")
    staff = mailed.desk.colleague("owner").client
    number = mailed.number(mailed.proven("erase", email)[1])
    mailed.carried_out(staff, number, mailed.planned(staff, number))
    again = "from nakomen.desk.dossiers import forgetting; from nakomen.desk.dossiers.models import"
    again += f" Case; case = Case.objects.get(pk={number}); forgetting.forget(case, case.owner);"
    again += "from django.utils import timezone; case.ended_on = timezone.localdate();"
    again += "print(case.email); print(*forgetting.told(case))"
    kept, told = mailed.desk.inside(again).strip().splitlines()
    assert kept == email
    last = date.today() + timedelta(days=30)
    assert f"tot en met {last.day} " in told
    assert "account" not in told
    gone = "SELECT count(*) FROM dossiers_event WHERE case_id = ? AND what LIKE '%_gone'"
    assert mailed.desk.rows(gone, number) == [(0,)]
