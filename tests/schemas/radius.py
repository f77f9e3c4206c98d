"""FreeRADIUS, as an internet provider keeps it: sessions, passwords and addresses by username."""

from datetime import timedelta

from tests.schemas.fetch import debian
from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people

_SQL = "etc/freeradius/3.0/mods-config/sql"
SHARED_IP = "203.0.113.77"
"""An address out of the pool: Anna had it in one month, Bram in the next."""


def build(url: str) -> None:
    """The MariaDB schema of Debian's `freeradius-config`, with 40 subscribers."""
    folder = debian("freeradius-config") / _SQL
    for part in ("main", "ippool"):
        script(url, (folder / part / "mysql/schema.sql").read_text("utf-8"))
    many = people(40)
    insert(
        url,
        {
            "nas": [{"nasname": "192.0.2.1", "shortname": "bng1", "secret": "s3cret"}],
            "radcheck": [_check(p) for p in many],
            "radreply": [
                {"username": p.user, "attribute": "Framed-IP-Address", "value": p.ip}
                for p in many[:10]
            ],
            "radusergroup": [{"username": p.user, "groupname": "fiber-1000"} for p in many],
            "radgroupreply": [
                {"groupname": "fiber-1000", "attribute": "Mikrotik-Rate-Limit", "value": "1000M"}
            ],
            "radacct": [_session(p, n) for p in many for n in (0, 1)],
            "radpostauth": [_login(p) for p in many] + [_login(many[0], user=many[0].user.upper())],
            "radippool": [_lease(p) for p in many] + [_free(n) for n in range(20)],
        },
    )


def _check(person: Person) -> dict[str, object]:
    secret = f"zomer-{person.number * 7717}"
    return {"username": person.user, "attribute": "Cleartext-Password", "value": secret}


def _session(person: Person, turn: int) -> dict[str, object]:
    begun = day(person.number * 2 + turn)
    mac = f"02:00:5E:{person.number:02X}:{person.house:02X}:10"
    return {
        "acctsessionid": f"{person.number:08X}{turn}",
        "acctuniqueid": f"{person.number * 2 + turn:032x}",
        "username": person.user,
        "nasipaddress": "192.0.2.1",
        "acctstarttime": begun,
        "acctstoptime": begun + timedelta(hours=7),
        "acctsessiontime": 25200,
        "acctinputoctets": person.number * 1_000_003,
        "acctoutputoctets": person.number * 17_000_023,
        "calledstationid": "bng1-ge0",
        "callingstationid": mac,
        "acctterminatecause": "User-Request",
        "framedipaddress": SHARED_IP if person.number < 3 and turn else person.ip,
        "framedipv6prefix": f"2001:db8:{person.number:x}::/56",
    }


def _login(person: Person, user: str = "") -> dict[str, object]:
    name, when = user or person.user, day(person.number)
    return {"username": name, "pass": "verkeerd", "reply": "Access-Reject", "authdate": when}


def _lease(person: Person) -> dict[str, object]:
    return {
        "pool_name": "vast",
        "framedipaddress": person.ip,
        "nasipaddress": "192.0.2.1",
        "username": person.user,
        "pool_key": f"port-{person.number}",
        "expiry_time": day(person.number),
    }


def _free(number: int) -> dict[str, object]:
    return {"pool_name": "vrij", "framedipaddress": f"203.0.113.{number + 100}", "pool_key": ""}
