"""django-helpdesk: tickets by mail, with and without an account, and the agents who answer."""

from collections.abc import Iterator

from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people, person
from tests.schemas.programs import made
from tests.schemas.whole import whole

AGENTS = tuple(person(number) for number in (101, 102, 103))
ACCOUNTS = (*people(20), person(31))
"""Customers who can log in; number 31 bears the name of number 1."""
GUESTS = tuple(person(number) for number in (21, 22, 23, 24))
"""Customers known by their mail only."""


def build(url: str) -> None:
    """The MariaDB tables of `django-helpdesk` and of Django's own accounts."""
    script(url, (made("django") / "helpdesk.sql").read_text("utf-8"))
    tickets = [*_tickets()]
    insert(
        url,
        whole(
            url,
            {
                "django_content_type": [
                    {"id": 1, "app_label": "helpdesk", "model": "queue"},
                    {"id": 2, "app_label": "auth", "model": "user"},
                ],
                "auth_group": [{"id": 1, "name": "support"}],
                "auth_user": [*map(_agent, AGENTS), *map(_account, ACCOUNTS)],
                "auth_user_groups": [{"user_id": p.number, "group_id": 1} for p in AGENTS],
                "django_admin_log": [
                    {
                        "user_id": 101 + n % 3,
                        "content_type_id": 1,
                        "object_id": "1",
                        "object_repr": "Storingen",
                        "change_message": "[]",
                    }
                    for n in range(12)
                ],
                "helpdesk_queue": [
                    {
                        "id": 1,
                        "title": "Storingen",
                        "slug": "storingen",
                        "email_address": "storing@helpdesk.example",
                        "default_owner_id": 101,
                        "email_box_user": "storing",
                        "email_box_pass": "geheim-9",
                    }
                ],
                "helpdesk_kbcategory": [{"id": 1, "name": "Mail", "title": "Mail", "slug": "mail"}],
                "helpdesk_kbitem": [
                    {"id": 1, "category_id": 1, "title": "Hoe stel ik mijn mail in?"}
                ],
                "helpdesk_kbitem_voted_by": [
                    {"id": p.number, "kbitem_id": 1, "user_id": p.number} for p in ACCOUNTS[:9]
                ],
                "helpdesk_ticket": tickets,
                "helpdesk_followup": [row for t in tickets for row in _followups(t)],
                "helpdesk_ticketchange": [
                    {
                        "id": t["id"],
                        "followup_id": int(str(t["id"])) * 10 + 1,
                        "field": "Status",
                        "old_value": "Open",
                        "new_value": "Opgelost",
                    }
                    for t in tickets
                ],
                "helpdesk_followupattachment": [
                    {
                        "id": p.number,
                        "followup_id": p.number * 20,
                        "file": f"helpdesk/attachments/{p.number}/modem.png",
                        "filename": "modem.png",
                        "mime_type": "image/png",
                        "size": 20_480 + p.number,
                    }
                    for p in ACCOUNTS
                ],
                "helpdesk_ticketcc": [*_copies()],
                "helpdesk_usersettings": [
                    {"id": p.number, "user_id": p.number, "ticket_respond_layout": "default"}
                    for p in (*AGENTS, *ACCOUNTS)
                ],
                "helpdesk_savedsearch": [
                    {"id": 1, "user_id": 101, "title": "Mijn open meldingen", "query": "e30="}
                ],
                "helpdesk_customfield": [
                    {"id": 1, "name": "modem", "label": "Modem", "data_type": "varchar"}
                ],
                "helpdesk_ticketcustomfieldvalue": [
                    {"id": t["id"], "ticket_id": t["id"], "field_id": 1, "value": "AX-1200"}
                    for t in tickets
                ],
            },
        ),
    )


def _agent(who: Person) -> dict[str, object]:
    mail = f"{who.first.lower()}.{who.number}@helpdesk.example"
    return _account(who) | {"is_staff": True, "email": mail}


def _account(who: Person) -> dict[str, object]:
    return {
        "id": who.number,
        "password": f"pbkdf2_sha256$600000${who.number:022x}${who.number * 7919:043x}=",
        "last_login": day(who.number + 40),
        "username": who.user,
        "first_name": who.first,
        "last_name": who.last,
        "email": who.email,
        "is_active": True,
        "date_joined": day(who.number),
    }


def _tickets() -> Iterator[dict[str, object]]:
    """Two of each customer; Anna's second was sent from a telephone that writes capitals."""
    for who in (*ACCOUNTS, *GUESTS):
        for number in (who.number * 2 - 1, who.number * 2):
            yield {
                "id": number,
                "queue_id": 1,
                "title": ("Geen internet", "Mail komt niet aan", "Factuur klopt niet")[number % 3],
                "created": day(number),
                "modified": day(number + 1),
                "submitter_email": who.email.capitalize() if number == 2 else who.email,
                "assigned_to_id": 101 + number % 3,
                "status": 1 + number % 3,
                "description": f"Goedemorgen, sinds gisteren werkt het niet. Groet, {who.name}",
                "resolution": "Modem opnieuw opgestart.",
                "priority": 3,
                "secret_key": f"{number:08x}-0000-4000-8000-{number * 7919:012x}",
            }
    yield {"id": 90, "queue_id": 1, "title": "Switch vervangen", "assigned_to_id": 101}


def _followups(ticket: dict[str, object]) -> Iterator[dict[str, object]]:
    """One of the agent and one of the customer, who is a user only if she has an account."""
    number = int(str(ticket["id"]))
    customer = (number + 1) // 2
    known = customer in {p.number for p in ACCOUNTS}
    texts = ("Kunt u het modem herstarten?", "Dat heb ik gedaan, het werkt weer.")
    for turn, user in ((1, 101 + number % 3), (0, customer if known else None)):
        yield {
            "id": number * 10 + turn,
            "ticket_id": number,
            "date": day(number),
            "title": "Reactie",
            "comment": texts[1 - turn],
            "public": True,
            "user_id": user,
            "message_id": f"<{number * 10 + turn}@helpdesk.example>",
        }


def _copies() -> Iterator[dict[str, object]]:
    """Who reads along: in Anna's ticket a guest and Bram, in Chaima's ticket Anna."""
    yield {"id": 1, "ticket_id": 1, "email": GUESTS[0].email, "can_view": True}
    yield {"id": 2, "ticket_id": 1, "user_id": 2, "can_view": True}
    yield {"id": 3, "ticket_id": 5, "user_id": 1, "can_view": True}
    for number in range(4, 14):
        yield {"id": number, "ticket_id": number * 2, "email": person(number + 40).email}
