"""Trac: reports of faults, pages that everybody writes, and accounts that are only a name."""

from collections.abc import Iterator
from typing import Any

from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people, person
from tests.schemas.programs import made

_AGENTS = 3
"""The first persons answer the others; they report nothing themselves."""
_PARTS = ("modem", "telefonie", "webmail")


def build(url: str) -> None:
    """The SQLite tables of Trac, with 24 accounts; number 31 bears Anna's name."""
    script(url, (made("lists") / "trac.sql").read_text("utf-8"))
    many = [*people(22), person(31), person(32)]
    insert(
        url,
        {
            "system": [{"name": "database_version", "value": "45"}],
            "permission": [{"username": p.user, "action": "TICKET_CREATE"} for p in many],
            "auth_cookie": [_cookie(p) for p in many],
            "session": [
                {"sid": p.user, "authenticated": 1, "last_visit": _at(p.number)} for p in many
            ],
            "session_attribute": [*_settings(many)],
            "attachment": [
                {"type": "ticket", "id": str(p.number), "filename": f"log{p.number}.txt",
                 "size": 900 + p.number, "time": _micros(p.number), "description": "De melding",
                 "author": p.user} for p in many[_AGENTS:9]
            ],
            "wiki": [
                {"name": f"Hulp{p.number % 5}", "version": p.number, "time": _micros(p.number),
                 "author": p.user, "text": "= Hulp =\nZet het modem uit en aan.",
                 "comment": "duidelijker", "readonly": 0} for p in many
            ],
            "revision": [
                {"repos": 1, "rev": f"{p.number:040x}", "time": _micros(p.number),
                 "author": f"{p.name} <{p.email}>", "message": "Herstart is niet meer nodig"}
                for p in many[:12]
            ],
            "node_change": [
                {"id": p.number, "repos": 1, "rev": f"{p.number:040x}", "path": "src/modem.c",
                 "node_type": "F", "change_type": "E"} for p in many[:12]
            ],
            "ticket": [_ticket(p) for p in many[_AGENTS:]],
            "ticket_change": [*_changes(many[_AGENTS:])],
            "ticket_custom": [
                {"ticket": p.number, "name": "haast", "value": "ja"} for p in many[_AGENTS:]
            ],
            "enum": [{"type": "priority", "name": name, "value": "1"} for name in ("hoog", "laag")],
            "component": [
                {"name": part, "owner": person(n).user} for n, part in enumerate(_PARTS, 1)
            ],
            "milestone": [{"name": n, "due": _micros(400)} for n in ("voorjaar", "najaar")],
            "version": [{"name": n, "time": _micros(3)} for n in ("1.0", "2.0")],
            "report": [{"id": 1, "author": person(1).user, "title": "Open", "query": "SELECT 1"}],
            "notify_subscription": [
                {"id": p.number, "time": _micros(p.number), "class": "TicketReporterSubscriber",
                 "sid": p.user, "authenticated": 1, "distributor": "email", "priority": 1,
                 "adverb": "always"} for p in many[:10]
            ],
            "notify_watch": [
                {"id": p.number, "sid": p.user, "authenticated": 1, "class": "TicketWatch",
                 "realm": "ticket", "target": str(p.number)} for p in many[_AGENTS:10]
            ],
        },
    )  # fmt: skip


def _at(number: int) -> int:
    return int(day(number).timestamp())


def _micros(number: int) -> int:
    return _at(number) * 1_000_000


def _cookie(who: Person) -> dict[str, Any]:
    cookie = f"{who.number * 104_729:032x}"
    return {"cookie": cookie, "name": who.user, "ipnr": who.ip, "time": _at(who.number)}


def _settings(many: list[Person]) -> Iterator[dict[str, Any]]:
    for who in many:
        for name, value in (("name", who.name), ("email", who.email), ("tz", "Europe/Amsterdam")):
            yield {"sid": who.user, "authenticated": 1, "name": name, "value": value}


def _ticket(who: Person) -> dict[str, Any]:
    """Of each who is no agent; the number is that of the person. Anna is number 31's neighbour."""
    return {
        "id": who.number, "type": "defect", "time": _micros(who.number),
        "changetime": _micros(who.number + 1), "component": _PARTS[who.number % 3],
        "severity": "", "priority": "hoog" if who.number % 2 else "laag",
        "owner": person(who.number % 3 + 1).user, "reporter": who.user, "cc": "",
        "version": "2.0", "milestone": "najaar", "status": "new", "resolution": "",
        "summary": f"Het modem valt uit ({who.number})",
        "description": f"Elke avond om acht uur. Groet, {who.first}", "keywords": "modem",
    }  # fmt: skip


def _changes(many: list[Person]) -> Iterator[dict[str, Any]]:
    """An agent answers, and the reporter answers the agent."""
    for who in many:
        for turn, author in enumerate((person(who.number % 3 + 1), who)):
            yield {
                "ticket": who.number, "time": _micros(who.number) + turn, "author": author.user,
                "field": "comment", "oldvalue": str(turn), "newvalue": "Hebt u het al uitgezet?",
            }  # fmt: skip
