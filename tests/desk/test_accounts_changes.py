"""Another task, a day to leave, a second pair of eyes, and a way back that no page leads to."""

import re
import subprocess
import sys
from datetime import date, timedelta

from tests.support.desk import PASSWORD, Client, Colleague, Desk


def _number(desk: Desk, who: Colleague) -> int:
    [(number,)] = desk.rows("SELECT id FROM accounts_colleague WHERE email = ?", who.email)
    return int(number)


def _in(client: Client, path: str = "/beloften/") -> bool:
    return client.get(path).status == 200


def test_another_task_ends_what_runs_and_is_given_by_an_owner_only(desk: Desk) -> None:
    """Her session of before is over; from then on she opens what the new task opens."""
    who = desk.hired("support", "taak@zonneveld.example")
    path = f"/collegas/{_number(desk, who)}/taak/"
    for role in ("hr", "privacy", "support"):
        refused = desk.colleague(role).client.post(path, {"role": "hr"})
        assert refused.status == 403, role
    owner = desk.colleague("owner").client
    assert owner.post(path, {"role": "baas"}).status == 422
    assert _in(who.client)
    assert owner.post(path, {"role": "finance"}).status == 302
    assert not _in(who.client)
    again = desk.again(who)
    assert [_in(again, "/hulp/"), _in(again, "/collegas/")] == [True, False]
    assert "support → finance" in owner.get("/collegas/logboek/").words
    mine = f"/collegas/{_number(desk, desk.colleague('owner'))}/taak/"
    assert owner.post(mine, {"role": "support"}).status == 404, "nobody changes her own"


def test_an_owner_is_made_by_two(desk: Desk) -> None:
    """Who proposed does not agree, nor who becomes one; nobody is invited as an owner."""
    who = desk.hired("privacy", "wordt-eigenaar@zonneveld.example")
    second = desk.colleague("privacy").client
    owner = desk.colleague("owner").client
    invited = {"name": "Nep", "email": "nep-eigenaar@zonneveld.example", "role": "owner"}
    assert "Deze taak kunt u niet geven" in owner.post("/collegas/", invited).words
    assert owner.post(f"/collegas/{_number(desk, who)}/taak/", {"role": "owner"}).status == 302
    assert not _in(who.client, "/collegas/")
    [(wish,)] = desk.rows("SELECT id FROM accounts_ownership")
    for each in (owner, who.client, desk.colleague("hr").client):
        answer = each.post("/collegas/eigenaars/", {"wish": wish, "yes": "yes"})
        assert answer.status in (403, 404)
    assert "wordt-eigenaar@" in second.get("/collegas/eigenaars/").words
    assert second.post("/collegas/eigenaars/", {"wish": wish, "yes": "yes"}).status == 302
    assert _in(desk.again(who), "/collegas/logboek/")
    assert owner.post(f"/collegas/{_number(desk, who)}/taak/", {"role": "support"}).status == 302


def test_human_resources_invite_nobody_who_answers_for_promises(desk: Desk) -> None:
    """And take nobody's place who may more than they; but whoever leaves, they let go."""
    hr = desk.colleague("hr").client
    for role, status in (("privacy", 422), ("owner", 422), ("support", 200)):
        fields = {"name": "Nieuw", "email": f"hr-{role}@zonneveld.example", "role": role}
        assert hr.post("/collegas/", fields).status == status, role
    who = desk.hired("privacy", "contact@zonneveld.example")
    assert hr.post(f"/collegas/{_number(desk, who)}/opnieuw/").status == 404
    assert _in(who.client)
    assert hr.post(f"/collegas/{_number(desk, who)}/uit-dienst/").status == 302
    assert not _in(who.client)


def test_a_day_to_leave_works_by_itself(desk: Desk) -> None:
    """Until that day she works; from its first minute nothing of hers opens, link or password."""
    who = desk.hired("support", "gaat-weg@zonneveld.example")
    hr = desk.colleague("hr").client
    path = f"/collegas/{_number(desk, who)}"
    tomorrow = date.today() + timedelta(1)
    assert hr.post(f"{path}/uit-dienst/", {"on": "ooit"}).status == 422
    assert hr.post(f"{path}/uit-dienst/", {"on": tomorrow.isoformat()}).status == 302
    assert _in(who.client)
    assert "gaat uit dienst op" in hr.get("/collegas/").words
    assert hr.post(f"{path}/blijft/").status == 302
    assert hr.post(f"{path}/uit-dienst/", {"on": tomorrow.isoformat()}).status == 302
    desk.write("UPDATE accounts_colleague SET left_on = ? WHERE email = ?", date.today(), who.email)
    assert not _in(who.client)
    login = desk.client().post("/account/login/", {"login": who.email, "password": PASSWORD})
    assert "klopt niet" in login.words
    desk.inside("from nakomen.desk.accounts.staffed import daily; daily()")
    gone = "SELECT is_active, password LIKE '!%' FROM accounts_colleague WHERE email = ?"
    assert desk.rows(gone, who.email) == [(0, 1)]
    assert hr.post(f"{path}/blijft/").status == 404


def test_a_list_of_rights_is_signed_with_a_day(desk: Desk) -> None:
    """Who has which task with her last login; after a year somebody looks again."""
    privacy = desk.colleague("privacy").client
    before = privacy.get("/collegas/rechten/").words
    assert "Owner Proef (laatste login" in before
    assert privacy.post("/collegas/rechten/").status == 302
    assert "Opnieuw nalopen voor" in privacy.get("/collegas/rechten/").words
    desk.write('UPDATE accounts_review SET "on" = ?', date.today() - timedelta(366))
    assert "langer dan een jaar niet" in privacy.get("/collegas/rechten/").words


def test_a_sole_owner_comes_back_at_the_machine_and_nowhere_else(desk: Desk) -> None:
    """A command gives her a link, ends what she had, and is in the log."""
    owner = desk.colleague("owner")
    said = subprocess.run(
        [sys.executable, "-m", "nakomen", "-C", str(desk.folder), "up", "--invite", owner.email],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not _in(owner.client)
    link = re.search(r"/uitnodiging/[\w=-]+/[\w-]+/", said.stdout)
    assert link
    fields = {"password": PASSWORD, "again": PASSWORD, "signed": "on"}
    assert desk.client().post(link[0], fields).status == 302
    assert desk.client().post(link[0], fields).status == 410
    owner.client, owner.spent = desk.client(), 0
    desk.enter(owner)
    desk.make_second(owner)
    assert _in(owner.client)
    assert "op de machine zelf" in owner.client.get("/collegas/logboek/").words
