"""Values that stand nowhere else, planted in every personal column, and the search for them."""

import base64
import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, text

EMAIL = "quirijntje@zwaluwstaert.example"
MOBILE = "+31687361943"
HERS = {
    "customer": {
        "number": "K73918464",
        "name": "Quirijntje Zwaluwstaert-Knöll",
        "company_name": "Duikelaar en Spreeuwepoot",
        "email": EMAIL,
        "phone": "06-87361952",
        "street": "Wielewaalsteegje 8731",
        "postcode": "9731 QZ",
        "city": "Vinkendrechterveen",
        "iban": "NL51FICT0739184655",
        "date_of_birth": "1909-03-17",
    },
    "contact": {
        "name": "Balthasarus Roerdompel",
        "email": "roerdompel@ijsvogelhof.example",
        "phone": "06-87361961",
    },
    "subscription": {"msisdn": MOBILE},
    "invoice": {
        "number": "F739184671",
        "bill_name": "Q. Zwaluwstaert-Knöll, Putterije",
        "bill_address": "Nachtegaalskrocht 5182, 9731 QZ Vinkendrechterveen",
    },
    "payment": {"iban": "NL24FICT0739184656"},
    "login_event": {"ip": "2001:db8:7391:8465:5182::93"},
    "ticket": {"subject": "Flierefluiterij bij Kwartelkamp"},
    "ticket_message": {"body": "Hartritmestoornis sinds Pimpelmezen; BSN 739184659"},
    "subscriber": {"email": EMAIL.upper(), "confirmed_ip": "2001:db8:7391:8465:5182::94"},
    "calls": {"caller": MOBILE, "callee": MOBILE},
}
"""By table and column; one row each, so that what must be unique stays so."""
OF_OTHERS = {
    "staff": {"name": "Theobaldus Grutto-Kievitsnest", "email": "grutto@kievitsnest.example"},
    "ticket_message": {"body": "Bokkepoteters, Sperwerzoon belde vanaf 0687361978"},
}
PASSWORD = "Goudvink-Zwartkop-5183"

_ANNA = {
    "customer": "id = 7",
    "contact": "id = (SELECT min(id) FROM contact)",
    "subscription": "id = 13",
    "invoice": "id = 61",
    "payment": "invoice_id = 61",
    "login_event": "id = 61",
    "ticket": "id = 13",
    "ticket_message": "id = (SELECT min(id) FROM ticket_message WHERE ticket_id = 13)",
    "subscriber": "id = 7",
}
_OTHERS = {"staff": "id = 3", "ticket_message": "id = 61"}
_LINE = "+31640102947"


def plant(engines: Mapping[str, Engine]) -> None:
    """Anna of the example becomes somebody whom nobody else resembles."""
    with engines["crm"].begin() as crm:
        crm.execute(text(f"UPDATE contact SET customer_id = 7 WHERE {_ANNA['contact']}"))
    for values, places in ((HERS, _ANNA), (OF_OTHERS, _OTHERS)):
        for table, where in places.items():
            assigned = ", ".join(f"{column} = :{column}" for column in values[table])
            changed = text(f"UPDATE {table} SET {assigned} WHERE {where}")
            with engines["newsletter" if table == "subscriber" else "crm"].begin() as store:
                assert store.execute(changed, values[table]).rowcount == 1, table
    with engines["calls"].begin() as calls:
        for column in HERS["calls"]:
            changed = text(f"UPDATE calls SET {column} = :new WHERE {column} = :old")
            assert calls.execute(changed, {"new": MOBILE, "old": _LINE}).rowcount


def planted(values: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Name, as ``customer.email``, to value."""
    return {f"{t}.{c}": value for t, columns in values.items() for c, value in columns.items()}


def marks(value: str) -> set[bytes]:
    """
    In how many ways *value* could lie in a file: whole, in part, coded, or hashed without a key.

    All in small letters; who searches makes the text small too.
    """
    found: set[bytes] = set()
    for written in {value, value.casefold(), re.sub(r"[ .-]", "", value)}:
        raw = written.encode()
        found |= {raw, json.dumps(written)[1:-1].encode(), quote(written).encode()}
        found |= {raw.hex().encode(), base64.b64encode(raw)[:-4], written.encode("utf-16-le")}
        hashed = [hashlib.new(name, raw).digest()[:8] for name in ("md5", "sha1", "sha256")]
        found |= {digest.hex().encode() for digest in hashed} | set(hashed)
    found |= {word.encode() for word in re.findall(r"[^\W\d_]{8,}|\d{8,}", value)}
    return {mark.lower() for mark in found}


def seen_in(content: bytes, values: Mapping[str, str]) -> set[str]:
    """Names of *values* that are somehow in *content*."""
    small = content.lower()
    return {name for name, value in values.items() if any(m in small for m in marks(value))}


def seen_in_files(files: Iterable[Path], values: Mapping[str, str]) -> dict[str, set[str]]:
    """File to the names of what is in it; a ZIP is opened."""
    found = {}
    for file in files:
        for name, content in contents(file):
            if seen := seen_in(content, values):
                found[name] = seen
    return found


def contents(file: Path) -> Iterator[tuple[str, bytes]]:
    yield str(file), str(file).encode() + file.read_bytes()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                yield f"{file.name}/{name}", archive.read(name)
