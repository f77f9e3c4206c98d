"""A portal of members: django-newsletter and django-postman, messages between members."""

from collections.abc import Iterator

from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people, person
from tests.schemas.programs import made
from tests.schemas.whole import whole

MEMBERS = (*people(16), person(31))
"""Number 31 bears the name of number 1."""
VISITORS = tuple(person(number) for number in range(17, 24))
"""Known by mail only: they read the newsletter, or wrote to a member."""
EDITOR = person(101)


def build(url: str) -> None:
    """The MariaDB tables of both, with Django's accounts."""
    script(url, (made("django") / "portal.sql").read_text("utf-8"))
    subscriptions = [*_subscriptions()]
    insert(
        url,
        whole(
            url,
            {
                "django_content_type": [{"id": 1, "app_label": "newsletter", "model": "message"}],
                "django_site": [{"id": 1, "domain": "portaal.example", "name": "Portaal"}],
                "auth_user": [*map(_account, MEMBERS), _account(EDITOR) | {"is_staff": True}],
                "django_admin_log": [
                    {"user_id": 101, "content_type_id": 1, "object_id": "1", "object_repr": "Mei"}
                ],
                "newsletter_newsletter": [
                    {
                        "id": 1,
                        "title": "Portaalnieuws",
                        "slug": "portaalnieuws",
                        "email": "redactie@portaal.example",
                        "sender": "Redactie",
                    }
                ],
                "newsletter_newsletter_site": [{"id": 1, "newsletter_id": 1, "site_id": 1}],
                "newsletter_message": [
                    {"id": n, "title": f"Nieuws {n}", "slug": f"nieuws-{n}", "newsletter_id": 1}
                    for n in (1, 2)
                ],
                "newsletter_article": [
                    {"id": n, "post_id": n, "title": "Storing voorbij", "text": "Alles werkt weer."}
                    for n in (1, 2)
                ],
                "newsletter_subscription": subscriptions,
                "newsletter_submission": [
                    {"id": n, "site_id": 1, "newsletter_id": 1, "message_id": n} for n in (1, 2)
                ],
                "newsletter_submission_subscriptions": [
                    {"id": number, "submission_id": 1, "subscription_id": row["id"]}
                    for number, row in enumerate(subscriptions, 1)
                ],
                "postman_message": [*_messages()],
            },
        ),
    )


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


def _subscriptions() -> Iterator[dict[str, object]]:
    """Members by account, visitors by mail; one in four left and is kept as such."""
    for who in (*MEMBERS[:10], MEMBERS[-1], *VISITORS):
        member = who in MEMBERS
        left = who.number % 4 == 1
        yield {
            "id": 200 + who.number,
            "user_id": who.number if member else None,
            "name": None if member else who.name,
            "email": None if member else who.email,
            "ip": who.ip,
            "newsletter_id": 1,
            "create_date": day(who.number),
            "activation_code": f"{who.number * 7919:040x}",
            "subscribed": not left,
            "subscribe_date": day(who.number),
            "unsubscribed": left,
            "unsubscribe_date": day(who.number + 50) if left else None,
        }


def _messages() -> Iterator[dict[str, object]]:
    """Each member writes to the next; visitors write to Anna; one that Anna threw away."""
    for who in MEMBERS[:15]:
        yield {
            "id": who.number,
            "subject": "Modem over",
            "body": f"Heb jij nog een modem liggen? Groet, {who.first}",
            "sender_id": who.number,
            "recipient_id": who.number + 1,
            "sent_at": day(who.number),
            "sender_deleted_at": day(who.number + 9) if who.number == 1 else None,
            "moderation_status": "a",
            "moderation_by_id": 101,
        }
    for who in VISITORS:
        yield {
            "id": 100 + who.number,
            "subject": "Vraag",
            "body": "Bent u ook op zaterdag open?",
            "recipient_id": 1,
            "email": who.email,
            "sent_at": day(who.number),
            "moderation_status": "a",
        }
