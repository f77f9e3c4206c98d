"""Customers of the example provider with an account, at a desk that sends letters."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.support.desk import Answer, Client, Colleague
from tests.support.letters import Mailed

PASSWORD = "elf paarse paraplu's"


@dataclass(kw_only=True)
class Her:
    """A customer; *client* is signed in. *number* is her row in the customer file."""

    mailed: Mailed
    email: str
    number: int
    client: Client
    links: list[str] = field(default_factory=list)

    def get(self, path: str) -> Answer:
        return self.client.get(path)

    def post(self, path: str, **given: Any) -> Answer:
        return self.client.post(path, given)

    def again(self) -> Client:
        """On another device."""
        client = self.mailed.desk.client()
        answer = entered(client, self.email)
        assert answer.to == "/", answer.words
        return client

    def column(self, name: str) -> Any:
        """What stands in the customer file now."""
        asked = f"SELECT {name} FROM customer WHERE id = ?"
        return self.mailed.rows(asked, self.number)[0][0]

    def write(self, name: str, value: Any) -> None:
        with closing(sqlite3.connect(self.mailed.crm)) as opened, opened:
            opened.execute(f"UPDATE customer SET {name} = ? WHERE id = ?", (value, self.number))


_NUMBERS = count(901)


def newcomer(mailed: Mailed) -> str:
    """Somebody who became a customer just now, with an invoice; her address."""
    number = next(_NUMBERS)
    email = f"nieuw{number}@klanten.example"
    row = {
        "number": f"K{number:06}",
        "kind": "person",
        "name": f"Nieuwkomer-{number} van Ergens",
        "email": email,
        "phone": f"+316555{number:05}",
        "street": f"Nieuwpad {number}",
        "postcode": f"9{number} NP",
        "city": "Overal",
        "iban": f"NL00FICT{number:010}",
        "created_at": "2026-01-02 10:00:00",
        "gender": "vrouw",
        "mailings": 1,
    }
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    with closing(sqlite3.connect(mailed.crm)) as opened, opened:
        made = opened.execute(f"INSERT INTO customer ({names}) VALUES ({marks})", [*row.values()])
        bill = (f"F9{number:07}", made.lastrowid, "2026-02-03", 12.5, row["name"], row["street"])
        opened.execute(
            "INSERT INTO invoice (number, customer_id, issued_on, total, bill_name, bill_address)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            bill,
        )
    return email


def entered(client: Client, email: str, password: str = PASSWORD) -> Answer:
    return client.post("/account/login/", {"login": email, "password": password})


def link(mailed: Mailed, client: Client, email: str, many: int = 1) -> str:
    """Ask for a letter, and take the link out of it."""
    asked = client.post("/mijn/openen/", {"email": email})
    assert asked.to == "/mijn/openen/verstuurd/", asked.words
    found = re.search(r"/mijn/openen/[\w-]{43}/", mailed.letters.last(email, "account", many))
    assert found
    return found[0]


def customer(mailed: Mailed, email: str = "") -> Her:
    """Somebody (new) who opened her account, confirmed the warning and logged in."""
    email = email or newcomer(mailed)
    client = mailed.desk.client()
    path = link(mailed, client, email)
    chosen = client.post(path, {"password": PASSWORD, "again": PASSWORD, "noticed": "on"})
    assert chosen.to == "/account/login/", chosen.words
    answer = entered(client, email)
    assert answer.to == "/", answer.words
    [(number,)] = mailed.rows("SELECT id FROM customer WHERE email = ?", email)
    return Her(mailed=mailed, email=email, number=number, client=client, links=[path])


def second(her: Her) -> Colleague:
    """She makes a second factor in the session that she has."""
    made = Colleague(name="", email=her.email, role="customer", client=her.client)
    her.mailed.desk.make_second(made)
    return made
