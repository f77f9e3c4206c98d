"""News for programs: signed, at least once, to no other place, and never about a person by name."""

import base64
import hashlib
import hmac
import json
import re
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.desk.test_api import asked, key, program
from tests.support.desk import Desk
from tests.support.ear import listening
from tests.support.mortal_desk import Mortal

ALL = ("case.opened", "case.changed", "case.due_soon", "case.closed", "promise.broken")


def until(true: Callable[[], object], within_s: float = 20.0) -> None:
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def signed(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """As a receiver checks it, by the Standard Webhooks specification."""
    told = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    made = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), told, hashlib.sha256).digest()
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 300
    return headers["webhook-signature"] == "v1," + base64.b64encode(made).decode()


def test_killed_at_any_moment_no_news_is_lost(mortal: Mortal) -> None:
    """
    A receiver that is down, and a desk that is killed before and after a message was made: it
    arrives, signed, with the same name each time; a name or an address is in none of them.
    """
    with listening() as ear:
        port = ear.port
    fields = {"url": f"http://127.0.0.1:{port}/nieuws", "kinds": ALL, "near": "on"}
    mortal.at.desk.counted()
    page = mortal.staff.post("/koppelingen/nieuws/", fields)
    secret = re.search(r"whsec_[\w+/=]+", page.text)[0]  # type: ignore[index]
    weeks_ago = (date.today() - timedelta(days=27)).isoformat()
    body = asked(name="Anna Geheim", words="Dit weet niemand.", received_on=weeks_ago)
    shop = program(mortal.at.desk, key(mortal.at.desk))
    made = shop.open(body, "een-naam-die-blijft")
    reference = json.loads(made.body)["reference"]
    mortal.kill()
    mortal.change("UPDATE promises_count SET shown = replace(shown, '\"broken\"', '\"kept\"')")
    with listening(port) as ear:
        mortal.open()
        shop.address = mortal.at.desk.address
        assert shop.open(body, "een-naam-die-blijft").body == made.body, "once, after a kill too"
        past = "2026-01-01 00:00:00"
        mortal.change("UPDATE api_delivery SET again_at = ? WHERE arrived_at IS NULL", past)
        until(lambda: any(b"case.opened" in heard for _, heard in ear.heard))
        assert all(signed(secret, *heard) for heard in ear.heard)
        news = [json.loads(heard) for _, heard in ear.heard]
        (opened,) = [one for one in news if one["type"] == "case.opened"]
        assert opened["data"]["case"] == reference
        until(lambda: any(b"case.due_soon" in heard for _, heard in ear.heard))
        everything = b"".join(heard for _, heard in ear.heard)
        for hers in (b"Anna", b"Geheim", body["email"].encode(), b"niemand"):
            assert hers not in everything

        case = int(reference[-4:])
        mortal.staff.post(
            f"/zaken/{case}/weigeren/", {"ground": "ID-05", "because": "Dit is een proef."}
        )
        until(lambda: any(b"case.closed" in heard for _, heard in ear.heard))
        until(lambda: any(b"promise.broken" in heard for _, heard in ear.heard), 40)
        shown = mortal.staff.get("/koppelingen/nieuws/")
        assert "aangekomen" in shown.words
        assert "whsec_" not in shown.text

        ear.answers, ear.to = 302, f"http://127.0.0.1:{port}/elders"
        told = len(ear.heard)
        assert shop.open(asked()).status == 201
        until(lambda: len(ear.heard) > told)
        until(lambda: "antwoord 302 · weer om" in mortal.staff.get("/koppelingen/nieuws/").words)
        assert ear.paths == {"/nieuws"}, "nobody follows a redirect"
    number = mortal.at.desk.rows("SELECT id FROM api_hook")[0][0]
    mortal.staff.post(f"/koppelingen/nieuws/{number}/verwijderen/")
    assert mortal.at.desk.rows("SELECT count(*) FROM api_delivery") == [(0,)]


@pytest.mark.parametrize(
    ("url", "near", "told"),
    [
        ("http://voorbeeld.example/", True, "Alleen op deze machine"),
        ("http://localhost/", True, "Alleen op deze machine"),
        ("ftp://127.0.0.1/", True, "Alleen op deze machine"),
        ("https://127.0.0.1/", False, "uw eigen netwerk"),
        ("https://[::1]/", False, "uw eigen netwerk"),
        ("https://[::ffff:10.0.0.1]/", False, "uw eigen netwerk"),
        ("https://2130706433/", False, "uw eigen netwerk"),
        ("https://169.254.169.254/latest/", True, "uw eigen netwerk"),
        ("https://[64:ff9b::7f00:1]/", True, "uw eigen netwerk"),
        ("https://0.0.0.0/", True, "uw eigen netwerk"),
        ("https://wie:wat@127.0.0.1/", True, "geen webadres"),
        ("https://127.0.0.1/\r\nX: y", True, "geen webadres"),
        ("https://[/", True, "geen webadres"),
        ("https://bestaat-echt-niet.invalid/", True, "niet te vinden"),
    ],
)
def test_no_call_goes_where_it_may_not(desk: Desk, url: str, near: bool, told: str) -> None:
    """The company's own network is opened on purpose only, and what leads around that never."""
    fields = {"url": url, "kinds": ["case.opened"], **({"near": "on"} if near else {})}
    page = desk.colleague("owner").client.post("/koppelingen/nieuws/", fields)
    assert page.status == 422
    assert told in page.words
    assert desk.rows("SELECT count(*) FROM api_hook") == [(0,)]
