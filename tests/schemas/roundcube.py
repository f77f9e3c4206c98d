"""Roundcube, webmail: accounts that are e-mail addresses, address books full of other people."""

import json

from tests.schemas.fetch import debian
from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people

_SQL = "usr/share/dbconfig-common/data/roundcube/install/pgsql"


def build(url: str) -> None:
    """The PostgreSQL schema of Debian's `roundcube-core`, with 20 mailboxes."""
    script(url, (debian("roundcube-core") / _SQL).read_text("utf-8"))
    many = people(20)
    anna = many[0]
    identities = [_identity(p) for p in many]
    # A second name of Anna's mailbox, thrown away but still there.
    identities.append(_identity(anna) | {"email": "info@annadevries.example", "del": 1})
    insert(
        url,
        {
            "users": [_user(p) for p in many],
            "identities": identities,
            "responses": [_response(p) for p in many[:5]],
            "collected_addresses": [_collected(p, many[p.number % 20]) for p in many],
            "contacts": [
                _contact(p, many[(p.number + turn) % 20]) for p in many for turn in (0, 1)
            ],
            "contactgroups": [_group(p) for p in many],
            "contactgroupmembers": [
                {"contactgroup_id": p.number, "contact_id": p.number * 2 - 1} for p in many
            ],
            "cache": [_cache(p) for p in many],
            "searches": [_search(p) for p in many[:6]],
            "dictionary": [
                {"user_id": p.number, "language": "nl", "data": "storing modem"} for p in many[:3]
            ],
        },
    )


def _user(p: Person) -> dict[str, object]:
    return {
        "username": p.email, "mail_host": "mail.example", "created": day(p.number),
        "last_login": day(p.number + 50), "language": "nl_NL",
        "preferences": json.dumps({"timezone": "auto"}),
    }  # fmt: skip


def _identity(p: Person) -> dict[str, object]:
    return {
        "user_id": p.number, "changed": day(p.number), "standard": 1, "name": p.name,
        "email": p.email, "organization": "", "reply-to": "", "bcc": "",
        "signature": f"Groet, {p.first}",
    }  # fmt: skip


def _response(p: Person) -> dict[str, object]:
    return {"user_id": p.number, "name": "Dank", "data": f"Dank u wel. {p.first}"}


def _collected(p: Person, other: Person) -> dict[str, object]:
    return {"user_id": p.number, "name": other.name, "email": other.email, "type": 1}


def _contact(p: Person, other: Person) -> dict[str, object]:
    return {
        "user_id": p.number, "changed": day(p.number), "name": other.name, "email": other.email,
        "firstname": other.first, "surname": other.last,
        "vcard": f"BEGIN:VCARD\nFN:{other.name}\nTEL:{other.phone}\nEND:VCARD",
    }  # fmt: skip


def _group(p: Person) -> dict[str, object]:
    return {"user_id": p.number, "name": "Familie"}


def _cache(p: Person) -> dict[str, object]:
    return {"user_id": p.number, "cache_key": "mailboxes", "data": 'a:1:{i:0;s:5:"INBOX";}'}


def _search(p: Person) -> dict[str, object]:
    return {"user_id": p.number, "type": 1, "name": "Rekeningen", "data": "factuur"}
