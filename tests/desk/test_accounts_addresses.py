"""Every address of the desk, for everybody who may knock: made from the table of addresses."""

import json
import re
from typing import Any

import pytest
from tests.support.desk import PASSWORD, Answer, Client, Colleague, Desk

ROLES = ("owner", "privacy", "support", "finance", "hr", "backup", "archive")
INSIDE = (*ROLES, "customer")
BOTH = ("GET", "POST")
CLOSED = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "account_signup",
}
"""Addresses of packages that are nobody's here."""
CUSTOMER = "klant@ergens.example"
_TABLE = """
import json
from nakomen.desk.kit.addresses import addresses
for each in addresses():
    rule = each.rule
    told = rule and [rule.open, rule.signed_in, sorted(rule.roles), rule.customers]
    print(json.dumps([each.path, each.name, told]))
"""


@pytest.fixture(scope="module")
def table(desk: Desk) -> list[tuple[str, str, Any]]:
    """Path with its places filled in, name, and the rule: open, password is enough, roles, …"""
    lines = [json.loads(line) for line in desk.inside(_TABLE).splitlines()]
    return [(_filled(path), name, rule) for path, name, rule in lines]


def _numbered(path: str) -> bool:
    return bool(re.search("999999|/x/", path))


def _filled(path: str) -> str:
    path = re.sub(
        r"\(\?P<\w+>.*?\)|<(?:str|slug):\w+>", "x", path.replace("^", "").replace("$", "")
    )
    return re.sub(r"<int:\w+>", "999999", path)


def test_an_address_without_a_rule_is_closed_and_known(table: list[tuple[str, str, Any]]) -> None:
    """A new address that nobody gave a rule stands out here, and opens for nobody."""
    assert len(table) > 40
    assert {name for _, name, rule in table if rule is None} == CLOSED


def test_nobody_opens_more_than_the_rules_say(
    desk: Desk, table: list[tuple[str, str, Any]]
) -> None:
    """Anonymous, with a password only, and in each role; where it is refused, sending too."""
    people: dict[str, Client] = {"anonymous": desk.client()}
    people["half"] = desk.hired("privacy", "halverwege@zonneveld.example", second=False).client
    people |= {role: desk.colleague(role).client for role in ROLES}
    people["customer"] = _customer(desk)
    wrong = [
        f"{method} {path} as {who}: {got}, not {want}"
        for path, _, rule in table
        for who, want in _asked({who: expected(who, rule) for who in people}).items()
        for method in (("GET",) if want == "opens" else ("POST",) if who in INSIDE else BOTH)
        if (got := seen(_ask(people[who], method, path))) != want
        # Of a number that nobody has, a page behind an open door says that it is not there.
        and not (want == "opens" and got == "nothing" and (_numbered(path) or rule[0]))
    ]
    assert not wrong, "\n".join(wrong)


def _asked(wanted: dict[str, str]) -> dict[str, str]:
    """All who are kept out, and the first of those who get in: what each may is told elsewhere."""
    first = next((who for who, want in wanted.items() if want == "opens"), None)
    return {who: want for who, want in wanted.items() if want != "opens" or who == first}


def _customer(desk: Desk) -> Client:
    """Somebody with an account who works nowhere here."""
    desk.inside(_OPEN)
    who = Colleague(name="", email=CUSTOMER, role="customer", client=desk.client())
    assert desk.enter(who).to == "/"
    desk.make_second(who)
    return who.client


_OPEN = f"""
from django.utils import timezone
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers.models import Customer
who = Colleague(email="{CUSTOMER}", role="customer")
who.set_password("{PASSWORD}")
who.save()
Customer.objects.create(
    user=who, marks=[], opened_at=timezone.now(), seen_on=timezone.localdate()
)
"""


def _ask(client: Client, method: str, path: str) -> Answer:
    return client.get(path) if method == "GET" else client.post(path)


def expected(who: str, rule: Any) -> str:
    if rule is None:
        return "nothing"
    is_open, password_is_enough, roles, customers = rule
    if is_open:
        return "opens"
    if who == "anonymous":
        return "login"
    if password_is_enough:
        return "opens"
    if who == "half":
        return "second"
    return "opens" if who in roles or (who == "customer" and customers) else "refused"


def seen(answer: Answer) -> str:
    """How it ended. Whatever a view itself says is "opens": the door was behind her."""
    if answer.to.startswith("/account/login/?next="):
        return "login"
    if answer.to == "/account/tweede-stap/totp/activate/":
        return "second"
    if answer.status == 403:
        return "refused"
    return "nothing" if answer.status == 404 else "opens"
