"""GNU Mailman: a person has several addresses, and an address may have no person."""

from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people, person
from tests.schemas.programs import made
from tests.schemas.whole import whole

SUBSCRIBERS = (*people(24), person(31))
GUESTS = tuple(person(number) for number in range(25, 31))
"""Subscribed by mail; they never made an account."""
LISTS = ("nieuws.list.example", "storingen.list.example")


def build(url: str) -> None:
    """The PostgreSQL tables of Mailman, with two lists."""
    script(url, (made("lists") / "mailman.sql").read_text("utf-8"))
    known = (*SUBSCRIBERS, *GUESTS, person(101))
    insert(
        url,
        whole(
            url,
            {
                "domain": [{"id": 1, "mail_host": "list.example"}],
                "language": [{"id": 1, "code": "nl"}],
                "mailinglist": [
                    {
                        "id": number,
                        "list_name": name.split(".")[0],
                        "mail_host": "list.example",
                        "list_id": name,
                        "display_name": name.split(".")[0].capitalize(),
                        "description": "Berichten van de provider",
                        "preferred_language": "nl",
                        "subject_prefix": "[bericht] ",
                        "created_at": day(number),
                    }
                    for number, name in enumerate(LISTS, 1)
                ],
                "preferences": [
                    {"id": number, "preferred_language": "nl"} for number in range(1, 401)
                ],
                "user": [_user(p) for p in (*SUBSCRIBERS, person(101))],
                "address": [
                    *map(_address, known),
                    _address(person(1))
                    | {"id": 51, "email": "info@annadevries.example", "preferences_id": 351},
                ],
                "domain_owner": [{"user_id": 101, "domain_id": 1}],
                "member": [
                    *({**_member(p, 1), "user_id": p.number} for p in SUBSCRIBERS),
                    *({**_member(p, 2), "address_id": p.number} for p in SUBSCRIBERS[:9]),
                    *({**_member(p, 1), "address_id": p.number} for p in GUESTS),
                    {**_member(person(1), 3), "address_id": 51},
                    {**_member(person(101), 1), "user_id": 101, "role": 2},
                ],
                "onelastdigest": [
                    {"id": p.number, "mailing_list_id": 1, "address_id": p.number}
                    for p in known[:12]
                ],
                "autoresponserecord": [
                    {"id": p.number, "mailing_list_id": 1, "address_id": p.number}
                    for p in known[:12]
                ],
                "bounceevent": [
                    {
                        "id": p.number * 10 + turn,
                        "list_id": LISTS[0],
                        "email": p.email,
                        "timestamp": day(p.number + turn),
                        "message_id": f"<{p.number}{turn}@list.example>",
                        "context": 1,
                        "processed": True,
                    }
                    for p in (*known[:12], GUESTS[0])
                    for turn in (0, 1)
                ],
                "ban": [
                    {"id": n, "email": person(n + 60).email, "list_id": LISTS[0]}
                    for n in range(1, 13)
                ],
                "pended": [
                    {"id": n, "token": f"{n * 7919:040x}", "expiration_date": day(n + 30)}
                    for n in range(1, 13)
                ],
                "pendedkeyvalue": [row for n in range(1, 13) for row in _waiting(n)],
            },
        ),
    )


def _user(who: Person) -> dict[str, object]:
    return {
        "id": who.number,
        "display_name": who.name,
        "password": f"$6$rounds=656000${who.number * 7919:016x}${who.number * 104729:043x}",
        "_user_id": f"{who.number:08x}-0000-4000-8000-000000000000",
        "_created_on": day(who.number),
        "is_server_owner": who.number == 101,
        "_preferred_address_id": who.number,
        "preferences_id": who.number,
    }


def _address(who: Person) -> dict[str, object]:
    account = who.number not in {p.number for p in GUESTS}
    return {
        "id": who.number,
        "email": who.email,
        "_original": who.email.title() if who.number % 5 == 0 else None,
        "display_name": who.name,
        "verified_on": day(who.number + 1),
        "registered_on": day(who.number),
        "user_id": who.number if account else None,
        "preferences_id": 150 + who.number,
    }


def _member(who: Person, turn: int) -> dict[str, object]:
    number = who.number * 10 + turn
    return {
        "id": number,
        "_member_id": f"{number:08x}-0000-4000-9000-000000000000",
        "role": 1,
        "list_id": LISTS[turn != 1],
        "preferences_id": 290 + who.number if turn == 1 else None,
        "bounce_score": 0,
    }


def _waiting(number: int) -> list[dict[str, object]]:
    """Subscriptions that wait for a yes: the guests 25 to 30 for a second list, and strangers."""
    mail = person(24 + number).email if number <= 6 else person(70 + number).email
    pairs = (("type", "subscription"), ("list_id", LISTS[1]), ("email", mail))
    return [
        {"id": number * 10 + turn, "pended_id": number, "key": key, "value": value}
        for turn, (key, value) in enumerate(pairs)
    ]
