"""Kamailio, the telephone exchange of a provider: accounts, registrations, calls, short numbers."""

from datetime import timedelta

from tests.schemas.fetch import debian
from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people

_SQL = "usr/share/kamailio/db_sqlite"
_MODULES = "standard auth_db usrloc alias_db speeddial avpops group acc msilo"
DOMAIN = "bellen.example"
# The columns that the documentation of the module `acc` has an operator add for call records.
_EXTRA = """
ALTER TABLE {table} ADD COLUMN src_user VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE {table} ADD COLUMN src_domain VARCHAR(128) NOT NULL DEFAULT '';
ALTER TABLE {table} ADD COLUMN src_ip VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE {table} ADD COLUMN dst_user VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE {table} ADD COLUMN dst_domain VARCHAR(128) NOT NULL DEFAULT '';
"""


def build(url: str) -> None:
    """The SQLite schema of Debian's `kamailio-sqlite-modules`, with 40 subscribers."""
    folder = debian("kamailio-sqlite-modules") / _SQL
    for module in _MODULES.split():
        script(url, (folder / f"{module}-create.sql").read_text("utf-8"))
    for table in ("acc", "missed_calls"):
        script(url, _EXTRA.format(table=table))
    many = people(40)
    insert(
        url,
        {
            "subscriber": [_subscriber(p) for p in many],
            "location": [_location(p) for p in many],
            "location_attrs": [_attribute(p) for p in many[:4]],
            "dbaliases": [_alias(p) for p in many],
            "speed_dial": [_short(p, many[p.number % 40]) for p in many],
            "usr_preferences": [_preference(p) for p in many],
            "grp": [{"username": p.user, "domain": DOMAIN, "grp": "int"} for p in many[:20]],
            "acc": [_call(p, many[p.number % 40], 0) for p in many],
            "missed_calls": [_call(p, many[(p.number + 1) % 40], 1) for p in many],
            "silo": [_message(p, many[p.number % 40]) for p in many],
        },
    )


def _subscriber(p: Person) -> dict[str, object]:
    hashes = {"ha1": f"{p.number * 7919:032x}", "ha1b": f"{p.number * 104729:032x}"}
    return {"username": p.user, "domain": DOMAIN, "password": f"s{p.number:08x}"} | hashes


def _location(p: Person) -> dict[str, object]:
    return {
        "ruid": f"uloc-{p.number:x}", "username": p.user, "domain": DOMAIN,
        "contact": f"sip:{p.user}@{p.ip}:5060", "received": f"sip:{p.ip}:5060",
        "user_agent": f"Yealink SIP-T46 66.85.0.{p.number}", "callid": f"c{p.number}@{p.ip}",
        "expires": day(p.number), "last_modified": day(p.number), "socket": "udp:192.0.2.5:5060",
    }  # fmt: skip


def _attribute(p: Person) -> dict[str, object]:
    known = {"ruid": f"uloc-{p.number:x}", "username": p.user, "domain": DOMAIN}
    return known | {"aname": "floor", "avalue": "2", "last_modified": day(p.number)}


def _alias(p: Person) -> dict[str, object]:
    """Her telephone number leads to her account; persons 2 and 3 have a number each."""
    number = f"3110{2_000_000 + p.number * 7919:07d}"
    alias = {"alias_username": number, "alias_domain": DOMAIN}
    return alias | {"username": p.user, "domain": DOMAIN}


def _short(p: Person, other: Person) -> dict[str, object]:
    return {
        "username": p.user, "domain": DOMAIN, "sd_username": "12", "sd_domain": DOMAIN,
        "new_uri": f"sip:{other.user}@{DOMAIN}", "fname": other.first, "lname": other.last,
    }  # fmt: skip


def _preference(p: Person) -> dict[str, object]:
    known = {"uuid": "", "username": p.user, "domain": DOMAIN, "last_modified": day(p.number)}
    return known | {"attribute": "fwd_busy", "value": f"sip:{p.phone}@{DOMAIN}"}


def _call(p: Person, other: Person, turn: int) -> dict[str, object]:
    return {
        "method": "INVITE", "from_tag": f"f{p.number}", "to_tag": f"t{p.number}",
        "callid": f"{turn}-{p.number:x}@198.51.100.9", "sip_code": "200", "sip_reason": "OK",
        "time": day(p.number + turn) + timedelta(hours=turn), "src_user": p.user,
        "src_domain": DOMAIN, "src_ip": p.ip, "dst_user": other.user, "dst_domain": DOMAIN,
    }  # fmt: skip


def _message(p: Person, other: Person) -> dict[str, object]:
    """A message that waits for *p*, from *other*."""
    return {
        "src_addr": f"sip:{other.user}@{DOMAIN}", "dst_addr": f"sip:{p.user}@{DOMAIN}",
        "username": p.user, "domain": DOMAIN, "inc_time": 1_736_000_000 + p.number,
        "exp_time": 1_736_900_000 + p.number, "body": b"Bel je terug?",
    }  # fmt: skip
