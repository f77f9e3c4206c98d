"""The public side under attack: guesses, scanners, injections, floods."""

import base64
import pickle
import re
import sqlite3
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.error import URLError
from uuid import uuid4

import pytest
from tests.support.letters import Mailed, ask

ODD = "🦊 \u202eevil\u202c <script>alert(1)</script> {{ 7|add:7 }}{% now 'Y' %} ' OR 1=1 --"


def _stranger() -> str:
    return f"{uuid4().hex[:12]}@nergens.example"


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def _change(mailed: Mailed, order: str, *values: object) -> None:
    with closing(sqlite3.connect(mailed.desk.folder / ".nakomen" / "desk.sqlite")) as opened:
        opened.execute(order, values)
        opened.commit()


def test_after_five_wrong_tries_the_right_code_is_worth_nothing_and_none_is_good_twice(
    mailed: Mailed,
) -> None:
    """Who guesses has five tries of a million; who overheard a used code has nothing."""
    email, client = _stranger(), mailed.visitor()
    path = mailed.asked(client, "access", email)
    first = mailed.letters.code(email)
    for _ in range(5):
        assert client.post(path, {"code": _wrong(first)}).status == 422
    assert client.post(path, {"code": first}).status == 422
    assert client.post(f"{path}code/").to == path
    second = mailed.letters.code(email, 2)
    assert client.post(path, {"code": second}).to == path
    assert "Wij zijn ermee bezig" in client.get(path).words
    other = mailed.visitor()
    assert other.post(path, {"code": second}).status == 422
    assert mailed.desk.rows("SELECT 1 FROM dossiers_code WHERE digest LIKE ?", f"%{second}%") == []


def test_a_code_of_a_quarter_ago_or_of_another_case_opens_nothing(mailed: Mailed) -> None:
    """A code is good for one case and fifteen minutes, and one session for its own case only."""
    email, client = _stranger(), mailed.visitor()
    hers = mailed.asked(client, "access", email)
    code = mailed.letters.code(email)
    theirs = mailed.asked(mailed.visitor(), "erase", _stranger())
    assert client.post(theirs, {"code": code}).status == 422
    _change(
        mailed,
        "UPDATE dossiers_code SET made_at = datetime(made_at, '-16 minutes') WHERE case_id = ?",
        mailed.number(hers),
    )
    assert client.post(hers, {"code": code}).status == 422
    client.post(f"{hers}code/")
    assert client.post(hers, {"code": mailed.letters.code(email, 2)}).to == hers
    assert "U vroeg inzage" in client.get(hers).words
    closed = client.get(theirs).words
    assert "Bewijs dat u het bent" in closed
    assert "wissen" not in closed
    assert [client.post(f"{theirs}{part}/").status for part in ("brief", "kopie")] == [404, 404]


@pytest.mark.parametrize(
    "token", ["a" * 43, "x", "%00", "..%2f..", "a" * 3000, "🦊".encode().hex()]
)
def test_a_guessed_address_of_a_case_is_nowhere(mailed: Mailed, token: str) -> None:
    """No difference between never was and not yours, and nothing breaks."""
    client = mailed.visitor()
    assert client.get(f"/verzoek/{token}/").status == 404
    assert client.post(f"/verzoek/{token}/code/").status == 404


def test_a_scanner_that_opens_every_link_sends_and_changes_nothing(mailed: Mailed) -> None:
    """Only buttons do something; a link in a mail may be opened by machines."""
    email, client = _stranger(), mailed.visitor()
    path = mailed.asked(client, "access", email)
    mailed.letters.code(email)
    mailed.letters.last(email, "ontvangen")
    before = mailed.desk.rows("SELECT count(*), max(id) FROM dossiers_letter")
    scanner = mailed.visitor()
    for method in ("GET", "HEAD", "OPTIONS"):
        assert scanner.send(method, path, None).status in (200, 405)
        for part in ("code", "brief", "kopie"):
            assert scanner.send(method, f"{path}{part}/", None).status == 405
    assert scanner.get("/vragen/versturen/").to == "/vragen/uitleg/"
    assert mailed.desk.rows("SELECT count(*), max(id) FROM dossiers_letter") == before
    assert len(mailed.letters.to(email)) == 2


def test_a_form_of_another_site_is_refused(mailed: Mailed) -> None:
    """A form that we did not hand out opens no case and sends no code."""
    client = mailed.visitor()
    path = mailed.asked(client, "access", _stranger())
    for place in ("/vragen/", "/vragen/versturen/", path, f"{path}code/"):
        assert client.send("POST", place, b"right=access").status == 403


def test_odd_words_stay_words_on_every_page_and_in_no_letter(mailed: Mailed) -> None:
    """What she types is shown as she typed it, is no markup, no template, and in no header."""
    email, client = _stranger(), mailed.visitor()
    path = mailed.asked(client, "rectify", email, name=ODD, words=f"{ODD}\r\nBcc: x@y.example")
    staff = mailed.desk.colleague("owner").client
    page = staff.get(f"/zaken/{mailed.number(path)}/")
    assert "🦊" in page.words
    assert "<script>alert" not in page.text
    assert "{{ 7|add:7 }}" in page.words
    reason = "<img src=x onerror=alert(1)>\r\nBcc: x@y.example"
    staff.post(f"/zaken/{mailed.number(path)}/weigeren/", {"ground": "ID-05", "because": reason})
    mailed.letters.last(email, "staat klaar")
    for letter in mailed.letters.to(email):
        assert "🦊" not in letter.get_content()
        assert letter["bcc"] is None
        assert "onerror" not in letter.as_string()
    assert client.post(path, {"code": mailed.letters.code(email)}).to == path
    answer = client.get(path)
    assert "<img" not in answer.text
    assert "onerror=alert(1)" in answer.words


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "a@b.example\r\nBcc: x@y.example"),
        ("email", "a@b.example, c@d.example"),
        ("email", f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example"),
        ("email", "a@b.example\0"),
        ("name", "a\0b"),
        ("name", "n" * 121),
    ],
)
def test_what_is_no_name_or_address_is_told_in_words(
    mailed: Mailed, field: str, value: str
) -> None:
    """Too long, several addresses, or signs that have no place: the page says so, nothing opens."""
    client = mailed.visitor()
    client.post("/vragen/", {"right": "access"})
    given = {"name": "Anna", "email": "anna@nergens.example", field: value}
    answer = client.post("/vragen/wie/", given)
    assert answer.status == 422
    assert "Nog niet goed" in answer.words


def test_a_form_larger_than_a_form_is_refused(mailed: Mailed) -> None:
    """A million signs are no explanation."""
    client = mailed.visitor()
    client.post("/vragen/", {"right": "erase"})
    client.post("/vragen/wie/", {"name": "Anna", "email": _stranger()})
    assert client.post("/vragen/uitleg/", {"words": "w" * 4001}).status == 422
    try:
        status = client.post("/vragen/uitleg/", {"words": "w" * 1_100_000}).status
    except URLError:  # The door was shut while it still sent.
        status = 413
    assert status == 413


def test_known_and_unknown_addresses_get_the_same_answer_in_about_the_same_time(
    mailed: Mailed,
) -> None:
    """Nobody learns here who is a customer."""
    known, unknown = mailed.customers(3, 8), [_stranger() for _ in range(3)]
    took: dict[bool, list[float]] = {True: [], False: []}
    pages = set()
    for pair in zip(known, unknown, strict=True):
        for email in pair:
            client = mailed.visitor()
            began = time.perf_counter()
            path = mailed.asked(client, "access", email)
            took[email in known].append(time.perf_counter() - began)
            pages.add(re.sub(r'value="[\w-]{64}"|verzoek/[\w-]{43}', "", client.get(path).text))
    assert len(pages) == 1
    slow, fast = sorted(statistics.median(times) for times in took.values())
    assert slow < 2 * fast + 0.1


def test_pressed_twice_at_once_the_button_opens_one_case(mailed: Mailed) -> None:
    """An impatient hand, or a browser that sends again, is one request with one code."""
    email, client = _stranger(), mailed.visitor()
    client.post("/vragen/", {"right": "access"})
    client.post("/vragen/wie/", {"name": "Anna", "email": email})
    client.post("/vragen/uitleg/", {"words": ""})
    with ThreadPoolExecutor(4) as hands:
        sent = list(hands.map(lambda _: client.post("/vragen/versturen/"), range(4)))
    paths = {answer.to for answer in (*sent, client.post("/vragen/versturen/"))}
    assert len(paths) == 1, paths
    assert paths.pop().startswith("/verzoek/")
    asked = "SELECT count(*) FROM dossiers_case WHERE email = ?"
    assert mailed.desk.rows(asked, email) == [(1,)]
    mailed.letters.code(email)
    assert len(mailed.letters.to(email, "Uw code")) == 1


def test_a_flood_fills_no_mailbox_and_no_desk(mailed: Mailed) -> None:
    """One address gets few letters a day, one place opens few cases an hour; others go on."""
    victim = _stranger()
    for _ in range(5):
        path = mailed.asked(mailed.visitor("127.0.0.7"), "access", victim)
    refused = ask(mailed.visitor("127.0.0.7"), "access", victim.upper())
    assert (refused.status, "Even wachten" in refused.words) == (429, True)
    pressed = [mailed.visitor("127.0.0.7").post(f"{path}code/").status for _ in range(5)]
    assert pressed == [302, 302, 302, 429, 429]
    codes = "SELECT count(*) FROM dossiers_code c JOIN dossiers_case s ON s.id = c.case_id "
    assert mailed.desk.rows(f"{codes} WHERE s.email = ?", victim) == [(8,)]
    loud = mailed.visitor("127.0.0.8")
    assert ask(loud, "access", _stranger()).status == 302
    ends = "WHERE expires < '9000-01-01'"  # not what stays for good
    newest = f"SELECT cache_key FROM kit_cached {ends} ORDER BY expires DESC LIMIT 1"
    # As if it had asked so often this hour.
    many = base64.b64encode(pickle.dumps((time.time(), 29))).decode()
    _change(mailed, f"UPDATE kit_cached SET value = ? WHERE cache_key = ({newest})", many)
    assert [ask(loud, "access", _stranger()).status for _ in range(2)] == [302, 429]
    assert mailed.asked(mailed.visitor("127.0.0.6"), "access", _stranger())
