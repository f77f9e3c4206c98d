"""What somebody tries who wants in: each attempt against the desk as it runs."""

import re
import shutil
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.support.desk import EXACTLY, PASSWORD, Client, Desk, code, port_of, running

LOGIN, SECOND = "/account/login/", "/account/tweede-stap/authenticate/"
ACTIVATE = "/account/tweede-stap/totp/activate/"
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "http://127.0.0.1:1/",
    "http://localhost/",
    "javascript:alert(1)",
    "/x\r\nSet-Cookie: a=b",
)


def tries(client: Client, email: str, password: str) -> tuple[int, str]:
    answer = client.post(LOGIN, {"login": email, "password": password})
    return answer.status, answer.words.replace(email, "")


def is_in(client: Client) -> bool:
    return client.get("/beloften/").status == 200


def test_a_session_from_before_the_login_is_worth_nothing_after(desk: Desk) -> None:
    """Who left her own session in somebody's browser does not come in with it."""
    who = desk.colleague("support")
    client = desk.client()
    fields = {"login": who.email, "password": PASSWORD, "next": "https://evil.example/"}
    client.post(LOGIN, fields)
    before = client.cookie("sessionid")
    assert client.post(SECOND, {"code": who.code()}).to == "/"
    assert is_in(client)
    assert client.cookie("sessionid") != before
    made_up = desk.client(Cookie=f"sessionid={before}")
    assert not is_in(made_up)


def test_a_code_is_good_once_however_it_is_typed(desk: Desk) -> None:
    """Of the app and of the recovery codes; the code that made the second step is spent too."""
    who = desk.hired("support", "herhaal@zonneveld.example")
    following, recovery = code(who.secret, 1), who.recovery[0]
    for given in (following, recovery):
        client = desk.client()
        desk.enter(who, client)
        client.post(SECOND, {"code": given})
        assert is_in(client)
    thief = desk.client()
    desk.enter(who, thief)
    for given in (following, f"{following[:3]} {following[3:]}", recovery, "000000"):
        refused = thief.post(SECOND, {"code": given})
        assert refused.status == 200
        assert "Deze code klopt niet" in refused.words
    assert not is_in(thief)


def test_the_code_of_the_first_page_opens_nothing_later(desk: Desk) -> None:
    """Who looked over her shoulder when she made her second step has a code that is spent."""
    who = desk.hired("support", "schouder@zonneveld.example", second=False)
    page = who.client.get(ACTIVATE)
    who.secret = re.search(r"\b[A-Z2-7]{32}\b", page.text)[0]  # type: ignore[index]
    first = code(who.secret)
    assert who.client.post(ACTIVATE, {"code": first}).status == 302
    thief = desk.client()
    desk.enter(who, thief)
    assert "Deze code klopt niet" in thief.post(SECOND, {"code": first}).words
    assert not is_in(thief)


def test_a_password_alone_does_not_take_a_second_step_away(desk: Desk) -> None:
    """A session with a password only, from before she made a second step, ends when she has one."""
    who = desk.hired("support", "eerder@zonneveld.example", second=False)
    thief = desk.client()
    desk.enter(who, thief)
    assert thief.get(ACTIVATE).status == 200
    desk.make_second(who)
    for path in (ACTIVATE, "/account/tweede-stap/totp/deactivate/", "/beloften/"):
        assert thief.post(path).to.startswith(LOGIN)
    assert is_in(who.client)


def test_an_invitation_is_good_once_in_time_and_only_as_it_was_made(desk: Desk) -> None:
    """Used, old, changed, of somebody else or of somebody who left: it opens nothing."""
    link = desk.link("support", "uitgenodigd@zonneveld.example", "Uit Genodigd")
    assert desk.client().get(link).status == 200
    who, token = link.split("/")[2:4]
    for other in (
        f"/uitnodiging/{who}/{token[:-1]}x/",
        f"/uitnodiging/MQ/{token}/",
        f"/uitnodiging/{who}/x/",
        "/uitnodiging/%00/x-y/",
        "/uitnodiging/OTk5OTk5/x-y/",
        _old(desk, "uitgenodigd@zonneveld.example"),
    ):
        assert desk.client().get(other).status == 410, other
    fields = {"password": PASSWORD, "again": PASSWORD, "signed": "on"}
    assert desk.client().post(link, fields).status == 302
    assert desk.client().get(link).status == 410
    gone = desk.link("support", "weg@zonneveld.example", "Weg")
    desk.colleague("owner").client.post(f"/collegas/{_number(desk, 'weg')}/uit-dienst/")
    assert desk.client().get(gone).status == 410


def _old(desk: Desk, email: str) -> str:
    """The invitation of *email* as it was made three days and a minute ago."""
    return desk.inside(
        "from datetime import datetime, timedelta\n"
        "from nakomen.desk.accounts import invitations\n"
        "from nakomen.desk.accounts.models import Colleague\n"
        "then = datetime.now() - timedelta(days=3, minutes=1)\n"
        "invitations._once._now = lambda: then\n"
        f"print(invitations.link(Colleague.objects.get(email={email!r})))"
    ).strip()


def _number(desk: Desk, name: str) -> int:
    found = desk.rows("SELECT id FROM accounts_colleague WHERE email LIKE ?", f"{name}@%")
    return int(found[0][0])


def test_a_form_of_another_site_does_nothing(desk: Desk) -> None:
    """Without the token of her browser, or from another origin, her session sends nothing."""
    client, other = desk.again(desk.colleague("support")), "/taal/"
    without = client.send("POST", other, b"csrfmiddlewaretoken=x")
    foreign = client.post(other, Origin="https://evil.example")
    for answer in (without, foreign):
        assert answer.status == 403
        assert "Er is niets gebeurd" in answer.words
    assert client.post(other).status == 302


@pytest.mark.parametrize("away", ELSEWHERE)
def test_no_page_sends_her_to_another_site(desk: Desk, away: str) -> None:
    """Whatever stands in next: after a login, for another language, after logging out."""
    client = desk.client()
    owner = desk.colleague("owner").client
    for answer in (
        client.post("/taal/", {"next": away, "lang": "en"}),
        client.post("/account/logout/", {"next": away}),
        owner.get("/account/login/?" + "next=" + quote(away)),
    ):
        assert answer.status == 302
        assert answer.to.startswith("/")
        assert not answer.to.startswith(("//", "/\\"))
        assert "Set-Cookie: a=b" not in str(answer.headers)


def test_a_host_that_is_not_ours_is_not_answered(desk: Desk) -> None:
    """A made-up Host reaches no link; what a proxy might say counts only from a proxy."""
    for name, value in (("Host", "evil.example"), ("Host", "127.0.0.1:80@evil.example")):
        assert desk.client().send("GET", LOGIN, None, {name: value}).status == 400
    owner = desk.colleague("owner").client
    fields = {"name": "Host", "email": "host@zonneveld.example", "role": "support"}
    shown = owner.post("/collegas/", fields, **{"X_Forwarded_Host": "evil.example"})
    assert f"{desk.address}/uitnodiging/" in shown.text
    assert "evil.example" not in shown.text


def test_who_left_is_out_at_once(desk: Desk) -> None:
    """The session that she has open ends with her next click, and her password is nothing."""
    who = desk.hired("privacy", "vertrekt@zonneveld.example")
    assert is_in(who.client)
    owner = desk.colleague("owner").client
    assert owner.post(f"/collegas/{_number(desk, 'vertrekt')}/uit-dienst/").status == 302
    assert who.client.get("/beloften/").to.startswith(LOGIN)
    status, words = tries(desk.client(), who.email, PASSWORD)
    assert (status, "klopt niet" in words) == (200, True)
    assert not desk.rows(
        "SELECT 1 FROM mfa_authenticator WHERE user_id = ?", _number(desk, "vertrekt")
    )


def test_who_lost_her_telephone_gets_a_new_invitation_and_what_she_lost_opens_nothing(
    desk: Desk,
) -> None:
    """The finder of the telephone has a password and codes that are nothing any more."""
    who = desk.hired("support", "verloren@zonneveld.example")
    owner = desk.colleague("owner").client
    shown = owner.post(f"/collegas/{_number(desk, 'verloren')}/opnieuw/")
    link = re.search(r"/uitnodiging/[\w=-]+/[\w-]+/", shown.text)
    assert link
    assert not is_in(who.client)
    assert "klopt niet" in tries(desk.client(), who.email, PASSWORD)[1]
    fields = {"password": "acht rode trams", "again": "acht rode trams", "signed": "on"}
    assert desk.client().post(link[0], fields).status == 302
    who.password, who.client, who.spent = "acht rode trams", desk.client(), 0
    desk.enter(who)
    desk.make_second(who)
    assert is_in(who.client)


def test_nobody_makes_herself_more_than_she_is(desk: Desk) -> None:
    """Human resources invite colleagues, but no owner; and take over or send away none."""
    hr = desk.colleague("hr").client
    fields = {"name": "Nep", "email": "nep@zonneveld.example", "role": "owner"}
    refused = hr.post("/collegas/", fields)
    assert refused.status == 422
    assert "Deze taak kunt u niet geven" in refused.words
    number = _number(desk, "owner")
    for what in ("opnieuw", "uit-dienst"):
        assert hr.post(f"/collegas/{number}/{what}/").status == 404
    assert is_in(desk.colleague("owner").client)


def test_guessing_ends_and_tells_nobody_which_address_exists(desk: Desk) -> None:
    """
    Known and unknown are answered alike, word for word. After five about one address, or ten from
    one place, even the right password waits.
    """
    who = desk.hired("support", "raden@zonneveld.example")
    place, heard = desk.client(), []
    for email in (who.email, "niemand@zonneveld.example"):
        said = [tries(place, email, f"fout wachtwoord {n}") for n in range(5)]
        heard.append([*said, tries(desk.client(), email, PASSWORD)])
    assert heard[0] == heard[1]
    assert "klopt niet" in heard[0][4][1]
    assert "Wacht vijf minuten" in heard[0][5][1]
    assert "Wacht vijf minuten" in tries(place, "ander@zonneveld.example", PASSWORD)[1]
    assert is_in(who.client), "who was in already stays in"


def test_a_code_cannot_be_guessed_either(desk: Desk) -> None:
    """Five wrong codes, and then the right one waits, also from elsewhere."""
    who = desk.hired("support", "codes@zonneveld.example")
    thief = desk.client()
    desk.enter(who, thief)
    said = [thief.post(SECOND, {"code": f"00000{n}"}).words for n in range(6)]
    assert "klopt niet" in said[4]
    assert "Wacht vijf minuten" in said[5]
    elsewhere = desk.client()
    desk.enter(who, elsewhere)
    assert "Wacht vijf minuten" in elsewhere.post(SECOND, {"code": who.code()}).words
    assert not is_in(elsewhere)


def test_the_time_of_an_answer_does_not_tell_which_address_exists(desk: Desk) -> None:
    """For a known address, an unknown one and one who did not sign yet, a password is hashed."""
    known = desk.invited("support", "tijd@zonneveld.example").email
    desk.link("support", "tijd2@zonneveld.example", "Tijd")
    took: dict[str, list[float]] = {}
    for n in range(2):
        for email in (known, "onbekend@zonneveld.example", "tijd2@zonneveld.example"):
            client = desk.client()
            client.get(LOGIN)
            began = time.perf_counter()
            tries(client, email, f"fout wachtwoord {n}")
            took.setdefault(email, []).append(time.perf_counter() - began)
    least = [min(times) for times in took.values()]
    assert max(least) < 2 * min(least), took
    assert min(least) > 0.05, "a guess costs nothing"


def test_what_a_browser_is_told(desk: Desk) -> None:
    """No script or style but ours, no frame, nothing guessed or kept, no cookie for scripts."""
    owner = desk.colleague("owner").client
    for client, path in ((desk.client(), LOGIN), (owner, "/beloften/"), (owner, "/nergens/")):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "no-store" in headers["Cache-Control"]
        assert "camera=()" in headers["Permissions-Policy"]
        assert headers["Server"] is None
    text = owner.get("/account/tweede-stap/webauthn/add/").text
    assert not re.search(r"<script(?![^>]*(src=|application/json))|style=|\son\w+=", text)
    client = desk.client()
    given = client.get(LOGIN).headers.get_all("Set-Cookie")
    desk.enter(desk.colleague("hr"), client)
    cookies = [*given, *(f"{each.name}; {each._rest}" for each in client.cookies)]  # type: ignore[attr-defined]
    assert len(cookies) >= 3
    assert all("HttpOnly" in each for each in cookies), cookies
    assert all("SameSite=Lax" in each.replace("': '", "=") for each in cookies), cookies


def test_behind_a_proxy_cookies_travel_encrypted_only(desk: Desk, tmp_path: Path) -> None:
    """With an https address cookies are for https, browsers stay with it, and the IP is hers."""
    shown = "https://bureau.zonneveld.example"
    shutil.copytree(desk.folder, tmp_path / "copy")
    with running(
        tmp_path / "copy", tmp_path / "log", "--address", shown, program=EXACTLY
    ) as proxied:
        assert proxied.address == shown
        port = port_of(proxied.process.pid)
        client = Client(f"http://127.0.0.1:{port}", ip="127.0.0.1")
        client.headers |= {
            "Host": "bureau.zonneveld.example",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": "203.0.113.7",
            "Origin": shown,
        }
        headers = client.get(LOGIN).headers
        token = re.search("csrftoken=([^;]*)", headers["Set-Cookie"])
        assert token
        client.headers["Cookie"] = token[0]
        fields = {"login": "niemand@zonneveld.example", "password": "fout wachtwoord"}
        client.post(LOGIN, fields | {"csrfmiddlewaretoken": token[1]})
        assert proxied.rows("SELECT 1 FROM accounts_login WHERE ip = '203.0.113.7'")
        assert "Secure" in headers["Set-Cookie"]
        assert "max-age=31536000" in headers["Strict-Transport-Security"]


def test_who_takes_the_disk_reads_no_secret(desk: Desk) -> None:
    """Passwords, keys of second steps, recovery codes, sessions and codes in use: none readable."""
    who = desk.colleague("support")
    half = desk.hired("support", "schijfhalf@zonneveld.example", second=False)
    making = re.search(r"\b[A-Z2-7]{32}\b", half.client.get(ACTIVATE).text)
    assert making
    files = desk.files()
    kept = b"".join(files.values())
    assert who.email.encode() in kept, "this looks where the desk keeps what it knows"
    secrets = [PASSWORD, who.secret, making[0], *who.recovery, who.client.cookie("csrftoken")]
    for secret in secrets:
        assert str(secret).encode() not in kept
    sessions = desk.rows("SELECT session_data FROM django_session")
    assert sessions
    assert all(data.startswith("gAAAA") for (data,) in sessions)
    assert all(re.fullmatch("[0-9a-f]{64}", key) for (key,) in _cached(desk))


def _cached(desk: Desk) -> list[tuple[str]]:
    found: list[tuple[str]] = desk.rows("SELECT cache_key FROM kit_cached")
    assert found
    return found


def test_the_log_names_nobody(desk: Desk) -> None:
    """After wrong passwords, odd hosts and forms of other sites: no address, name or password."""
    who = desk.colleague("support")
    tries(desk.client(), who.email, "geheim wachtwoord")
    desk.client().send("GET", f"/{who.email}", None, {"Host": "zonneveld.example"})
    who.client.send("POST", "/account/sessies/", who.email.encode())
    said = desk.log.read_text("utf-8")
    assert who.name not in said
    assert "zonneveld.example" not in said
    assert "geheim" not in said
