"""Isso: comments below the pages of a site, by whoever leaves a name and perhaps an address."""

from collections.abc import Iterator

from tests.schemas.load import insert, script
from tests.schemas.people import day, people, person
from tests.schemas.programs import made

PAGES = ("/nieuws/storing-voorbij", "/nieuws/nieuwe-tarieven", "/hulp/modem-herstarten")


def build(url: str) -> None:
    """The SQLite tables of Isso, with comments of 24 readers on three pages."""
    script(url, (made("lists") / "isso.sql").read_text("utf-8"))
    insert(
        url,
        {
            "preferences": [{"key": "session-key", "value": "0f3c9d5b7a"}],
            "threads": [
                {"id": n, "uri": uri, "title": uri.rpartition("/")[2]}
                for n, uri in enumerate(PAGES, 1)
            ],
            "comments": [*_comments()],
        },
    )


def _comments() -> Iterator[dict[str, object]]:
    """
    Two of each reader; every fifth leaves no address. Number 31 bears Anna's name; number 32
    answers Anna, and others each other. Addresses are kept without their last part.
    """
    answered = {32: 10, 5: 20, 8: 50, 11: 81, 14: 111}
    for who in (*people(22), person(31), person(32)):
        for turn in (0, 1):
            yield {
                "id": who.number * 10 + turn,
                "tid": who.number % 3 + 1,
                "parent": answered.get(who.number),
                "created": day(who.number + turn).timestamp(),
                "mode": 1,
                "remote_addr": who.ip.rpartition(".")[0] + ".0",
                "text": f"Bij mij werkt het weer. {who.first}",
                "author": who.name,
                "email": None if who.number % 5 == 0 else who.email,
                "website": f"https://{who.user.replace('.', '-')}.example/",
                "voters": bytes(64),
            }
