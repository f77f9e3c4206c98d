"""ejabberd: chat accounts, whom they know, what they said, and what they keep on the server."""

from tests.schemas.fetch import debian
from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people, person

_SCHEMA = "usr/share/ejabberd/sql/lite.sql"
_ROOMS = "rooms.chat.example"


def build(url: str) -> None:
    """The SQLite schema of Debian's `ejabberd`, with 24 accounts; number 31 bears Anna's name."""
    script(url, (debian("ejabberd") / _SCHEMA).read_text("utf-8"))
    many = [*people(22), person(31), person(32)]
    after = dict(zip(many, [*many[1:], many[0]], strict=True))
    insert(
        url,
        {
            "users": [_user(p) for p in many],
            "last": [_last(p) for p in many],
            "rosterusers": [_known(p, after[p]) for p in many],
            "rostergroups": [
                {"username": p.user, "jid": jid(after[p]), "grp": "Vrienden"} for p in many
            ],
            "spool": [{"username": p.user, "xml": _xml(p, after[p])} for p in many[:9]],
            "archive": [_said(p, after[p], turn) for p in many for turn in (0, 1)],
            "vcard": [
                {"username": p.user, "vcard": f"<vCard><FN>{p.name}</FN></vCard>"} for p in many
            ],
            "vcard_search": [_card(p) for p in many],
            "private_storage": [
                {"username": p.user, "namespace": "storage:bookmarks", "data": "<storage/>"}
                for p in many
            ],
            "privacy_list": [
                {"username": p.user, "name": "blok", "id": p.number} for p in many[:9]
            ],
            "privacy_list_data": [_blocked(p, after[p]) for p in many[:9]],
            "roster_version": [{"username": p.user, "version": f"{p.number:040x}"} for p in many],
            "pubsub_node": [
                {"host": jid(p), "node": "urn:xmpp:avatar", "plugin": "pep", "nodeid": p.number}
                for p in many
            ],
            "pubsub_node_owner": [{"nodeid": p.number, "owner": jid(p)} for p in many],
            "pubsub_item": [_item(p) for p in many],
            "muc_room": [{"name": "koffie", "host": _ROOMS, "opts": "[{public,true}]"}],
            "muc_registered": [
                {"jid": jid(p), "host": _ROOMS, "nick": p.first} for p in many[:12]
            ],
            "oauth_token": [
                {"token": f"{p.number * 7919:032x}", "jid": jid(p), "scope": "ejabberd:user",
                 "expire": 1_800_000_000} for p in many[:5]
            ],
            "push_session": [
                {"username": p.user, "timestamp": int(day(p.number).timestamp() * 1e6),
                 "service": "push.example", "node": f"{p.number:012x}", "xml": ""}
                for p in many[:7]
            ],
        },
    )  # fmt: skip


def jid(p: Person) -> str:
    return f"{p.user}@chat.example"


def _user(p: Person) -> dict[str, object]:
    return {
        "username": p.user, "password": f"{p.number * 104729:040x}",
        "serverkey": f"{p.number * 7919:040x}", "salt": f"{p.number * 31:024x}",
        "iterationcount": 4096,
    }  # fmt: skip


def _last(p: Person) -> dict[str, object]:
    return {"username": p.user, "seconds": str(int(day(p.number).timestamp())), "state": ""}


def _known(p: Person, other: Person) -> dict[str, object]:
    return {
        "username": p.user, "jid": jid(other), "nick": other.first, "subscription": "B",
        "ask": "N", "askmessage": "", "server": "N", "subscribe": "", "type": "item",
    }  # fmt: skip


def _xml(p: Person, other: Person) -> str:
    return (
        f"<message to='{jid(p)}' from='{jid(other)}/web'><body>Koffie om tien uur?</body></message>"
    )


def _said(p: Person, other: Person, turn: int) -> dict[str, object]:
    return {
        "username": p.user, "timestamp": int(day(p.number + turn).timestamp() * 1e6),
        "peer": f"{jid(other)}/web", "bare_peer": jid(other), "xml": _xml(p, other),
        "txt": "Koffie om tien uur?", "id": p.number * 10 + turn, "kind": "chat", "nick": "",
    }  # fmt: skip


def _card(p: Person) -> dict[str, object]:
    shown = {
        "fn": p.name, "family": p.last, "given": p.first, "middle": "", "nickname": p.first,
        "bday": f"19{60 + p.number:02d}-04-{p.number % 27 + 1:02d}", "ctry": "Nederland",
        "locality": p.city, "email": p.email, "orgname": "", "orgunit": "",
    }  # fmt: skip
    lowered = {f"l{name}": value.lower() for name, value in shown.items()}
    return {"username": p.user, "lusername": p.user, **shown, **lowered}


def _blocked(p: Person, other: Person) -> dict[str, object]:
    flags = ("all", "iq", "message", "presence_in", "presence_out")
    return {
        "id": p.number, "t": "j", "value": jid(other), "action": "d", "ord": 1,
        **{f"match_{flag}": flag == "all" for flag in flags},
    }  # fmt: skip


def _item(p: Person) -> dict[str, object]:
    when = str(int(day(p.number).timestamp()))
    return {
        "nodeid": p.number, "itemid": f"{p.number:040x}", "publisher": f"{jid(p)}/web",
        "creation": when, "modification": when, "payload": "<data/>",
    }  # fmt: skip
