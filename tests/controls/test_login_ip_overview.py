"""login-ip-overview: everybody sees when, from where and how somebody logged in as her."""

import re

from tests.support.customers import customer, entered
from tests.support.desk import Desk
from tests.support.letters import Mailed


def test_after_three_logins_she_sees_three_lines_and_none_of_another(desk: Desk) -> None:
    """With the right addresses, a wrong password among them, and nobody else's."""
    who = desk.hired("finance", "overzicht@zonneveld.example")
    other = desk.hired("finance", "ander-overzicht@zonneveld.example")
    second = desk.again(who)
    wrong = desk.client()
    wrong.post("/account/login/", {"login": who.email, "password": "niet dit wachtwoord"})
    shown = who.client.get("/mijn-logins/").text
    lines = re.findall(r"<td>(127\.[\d.]+)</td>\s*<td>([^<]+)</td>", shown)
    assert lines == [
        (wrong.ip, "wachtwoord klopte niet"),
        (second.ip, "ingelogd"),
        (who.client.ip, "ingelogd"),
    ]
    assert other.client.ip not in shown
    assert who.client.ip not in other.client.get("/mijn-logins/").text
    everybody = desk.colleague("owner").client.get("/logins/").text
    assert {who.client.ip, other.client.ip} <= set(re.findall(r"127\.[\d.]+", everybody))


def test_logins_are_kept_for_a_year_and_no_longer(desk: Desk) -> None:
    """A line of last year is gone when the desk is tidied; one of yesterday stays."""
    who = desk.hired("finance", "termijn@zonneveld.example")
    change = "UPDATE accounts_login SET ip = ?, at = datetime('now', ?) WHERE id = ?"
    desk.again(who)
    hers = desk.rows(
        "SELECT l.id FROM accounts_login l JOIN accounts_colleague c ON c.id = l.colleague_id"
        " WHERE c.email = ? ORDER BY l.id",
        who.email,
    )
    desk.write(change, "192.0.2.1", "-367 days", hers[0][0])
    desk.write(change, "192.0.2.2", "-1 day", hers[1][0])
    assert "192.0.2.1" in who.client.get("/mijn-logins/").text
    desk.inside("from nakomen.desk.accounts.tidying import tidy; tidy()")
    shown = who.client.get("/mijn-logins/").text
    assert "192.0.2.2" in shown
    assert "192.0.2.1" not in shown


def test_a_customer_sees_her_own_logins_and_no_line_of_another(mailed: Mailed) -> None:
    """Three lines with the right addresses; staff do not see where customers were."""
    her, other = customer(mailed), customer(mailed)
    second = her.again()
    wrong = mailed.desk.client()
    entered(wrong, her.email, "niet dit wachtwoord")
    shown = her.get("/mijn-logins/").text
    lines = re.findall(r"<td>(127\.[\d.]+)</td>\s*<td>([^<]+)</td>", shown)
    assert lines == [
        (wrong.ip, "wachtwoord klopte niet"),
        (second.ip, "ingelogd"),
        (her.client.ip, "ingelogd"),
    ]
    assert "een jaar" in shown
    assert her.client.ip not in other.get("/mijn-logins/").text
    everybody = mailed.desk.colleague("owner").client.get("/logins/").text
    assert her.client.ip not in everybody


def test_a_customer_ends_her_sessions_elsewhere(mailed: Mailed) -> None:
    """She sees both devices, and one button ends the other."""
    her = customer(mailed)
    second = her.again()
    assert second.ip in her.get("/account/sessies/").text
    her.post("/account/sessies/")
    assert second.get("/mijn/").to.startswith("/account/login/")
    assert her.get("/mijn/").status == 200
