"""A person in JSON, in lists, under a key of two columns and behind a type: hers goes, no more."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from tests.circle.world import World

PERSON = 4
NAMES = ("Anna de Wit", "Bram Bos", "Chaima Smit", "Daan Mulder", "Emma Visser", "Fleur Kok")
STATEMENT = """# Privacyverklaring van Otterloo

Wij gebruiken uw gegevens om facturen te sturen.
U heeft het recht op inzage, en om uw gegevens te laten wissen of te laten beperken.
"""
STRANGE = '{"email": "anna@post.ex'


def _mail(number: int) -> str:
    return f"{NAMES[number % 6].split()[0].lower()}@post{number % 6}.example"


ANNA = _mail(0)


def _tables(dialect: str) -> sa.MetaData:
    """PostgreSQL has documents and lists of its own; elsewhere they are texts."""
    own = dialect == "postgresql"
    document = JSONB() if own else sa.Text()
    ids: Any = ARRAY(sa.Integer) if own else sa.Text()
    meta, key = sa.MetaData(), {"primary_key": True, "autoincrement": False}
    sa.Table(
        "customers", meta, sa.Column("tenant_id", sa.Integer, **key),
        sa.Column("customer_no", sa.Integer, **key), sa.Column("name", sa.String(80)),
        sa.Column("email", sa.String(120), unique=True),
    )  # fmt: skip
    sa.Table(
        "bookings", meta, sa.Column("id", sa.Integer, **key),
        sa.Column("tenant_id", sa.Integer), sa.Column("customer_no", sa.Integer),
        sa.Column("place", sa.String(80)),
    )  # fmt: skip
    sa.Table("users", meta, sa.Column("id", sa.Integer, **key),
             sa.Column("email", sa.String(120), unique=True))  # fmt: skip
    sa.Table("orders", meta, sa.Column("id", sa.Integer, **key), sa.Column("payload", document))
    sa.Table("events", meta, sa.Column("id", sa.Integer, **key), sa.Column("data", sa.Text),
             sa.Column("seen", document))  # fmt: skip
    sa.Table("teams", meta, sa.Column("id", sa.Integer, **key), sa.Column("user_ids", ids),
             sa.Column("settings", document))  # fmt: skip
    sa.Table(
        "comments", meta, sa.Column("id", sa.Integer, **key),
        sa.Column("commentable_type", sa.String(40)), sa.Column("commentable_id", sa.Integer),
        sa.Column("body", sa.String(80)),
    )  # fmt: skip
    return meta


def _rows(dialect: str) -> dict[str, list[dict[str, Any]]]:
    own = dialect == "postgresql"

    def kept(value: object) -> Any:
        return value if own else json.dumps(value)

    customers = [
        {"tenant_id": tenant, "customer_no": 100 + n, "name": f"{NAMES[n]} {tenant}",
         "email": _mail(n) if tenant == 4 else f"x{n}@elders.example"}
        for tenant in (4, 5) for n in range(6)
    ]  # fmt: skip
    orders = [
        {"user": {"id": n % 6 + 1}, "delivery": {"email": _mail(n), "name": NAMES[n % 6]},
         "gift": {"recipient_email": _mail(n + 2)}, "total": 1.5 * n}
        for n in range(12)
    ]  # fmt: skip
    strange = {"id": 99, "data": STRANGE, "seen": kept({"email": _mail(3)})}
    return {
        "customers": customers,
        "bookings": [
            {"id": n, "place": "Utrecht", "tenant_id": row["tenant_id"],
             "customer_no": row["customer_no"]}
            for n, row in enumerate([*customers, *customers])
        ],
        "users": [{"id": n + 1, "email": _mail(n)} for n in range(6)],
        "orders": [{"id": n, "payload": kept(order)} for n, order in enumerate(orders)],
        "events": [
            *({"id": n, "data": json.dumps({"email": _mail(n), "action": "login"}),
               "seen": kept({"action": n})} for n in range(24)),
            strange,
        ],
        "teams": [
            {"id": n, "user_ids": [n % 6 + 1, (n + 1) % 6 + 1] if own
             else json.dumps([n % 6 + 1, (n + 1) % 6 + 1]),
             "settings": kept({"cc": [{"email": _mail(n)}, {"email": _mail(n + 1), "x": 1.50}]})}
            for n in range(12)
        ],
        "comments": [
            {"id": n, "commentable_type": kind, "commentable_id": n % 6 + 1, "body": "belde over"}
            for n, kind in enumerate(["User", "Order"] * 12)
        ],
    }  # fmt: skip


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """The tables with six persons in them, and a company's folder that was confirmed."""
    url = str(request.getfixturevalue(f"{request.param}_url"))
    world = World(folder=tmp_path / "otterloo", urls={"crm": url})
    engine = world.engine("crm")
    meta = _tables(engine.dialect.name)
    meta.create_all(engine)
    with engine.begin() as connection:
        for name, rows in _rows(engine.dialect.name).items():
            connection.execute(sa.insert(meta.tables[name]), rows)
    statement = tmp_path / "statement.md"
    statement.write_text(STATEMENT, "utf-8")
    world.run("init", world.folder, "--statement", statement, "--store", f"crm={url}")
    world.run("confirm", "--all", "--by", "Chaima")
    yield world
    world.close()


def _everything(world: World) -> dict[str, dict[int, Any]]:
    engine = world.engine("crm")
    with engine.connect() as connection:
        return {
            table.name: {number: dict(row._mapping) for number, row in
                         enumerate(connection.execute(sa.select(table).order_by(*table.primary_key)))}
            for table in _tables(engine.dialect.name).sorted_tables
        }  # fmt: skip


def _documents(rows: dict[int, Any], column: str) -> list[Any]:
    return [json.loads(v) if isinstance(v := row[column], str) else v for row in rows.values()]


def _acts(plan: Any) -> set[tuple[str, str, int]]:
    return {(s["dataset"], s["act"], s["rows"]) for s in plan["steps"] if s["rows"]}


def test_hers_goes_from_documents_lists_and_keys_of_two_columns(world: World) -> None:
    """Rows by a path, by both halves of a key and by a type go; her elements go; others stay."""
    before = _everything(world)
    text = json.dumps(before, default=str)
    assert text.count(ANNA) > 10
    planned = world.plan("erase", "--key", f"email={ANNA}")
    acts = _acts(planned)
    assert {
        ("customers", "erase", 1), ("bookings", "erase", 2), ("users", "erase", 1),
        ("orders", "erase", 2), ("orders", "ask", 2), ("teams", "omit", 4),
        ("comments", "erase", 8), ("events", "erase", 4), ("events", "ask", 1),
    } == acts, acts  # fmt: skip
    assert _everything(world) == before, "planning changes nothing"
    world.apply(planned["plan"], code=PERSON)
    after = _everything(world)
    assert _documents(after["teams"], "user_ids")[:2] == [[2], [2, 3]]
    cc = [document["cc"] for document in _documents(after["teams"], "settings")]
    assert cc[0] == [{"email": _mail(1), "x": 1.5}]
    assert cc[1] == [{"email": _mail(1)}, {"email": _mail(2), "x": 1.5}]
    for name, rows in before.items():
        kept = [row for row in rows.values() if row in after[name].values()]
        hers = [row for row in rows.values() if row not in after[name].values()]
        assert len(kept) >= len(rows) / 2
        assert all(_is_hers(name, row) for row in hers), name
    left = [row for row in after["events"].values() if "anna" in str(row["data"])]
    assert [row["data"] for row in left] == [STRANGE], "what nobody can read stays, and is asked"


def _is_hers(name: str, row: dict[str, Any]) -> bool:
    if name == "bookings":
        return (row["tenant_id"], row["customer_no"]) == (4, 100)
    if name == "comments":
        said = row["commentable_type"], row["commentable_id"]
        return said in (("User", 1), ("Order", 6))  # the sixth order is hers
    return ANNA in json.dumps(row, default=str)


@pytest.mark.parametrize("world", ["sqlite"], indirect=True)
def test_the_part_of_another_is_not_shown_and_what_is_frozen_comes_back(world: World) -> None:
    """Her order shows her; who gets the gift is masked and asked. Lifting restores each byte."""
    before = _everything(world)
    planned = world.plan("access", "--key", f"email={ANNA}")
    assert ("orders", "ask", 2) in _acts(planned), "the gift goes to somebody else"
    file = world.folder / "copy.zip"
    world.run("apply", planned["plan"], "-o", file, code=PERSON)
    with zipfile.ZipFile(file) as copy:
        told = json.loads(copy.read("data/crm.orders.json"))
    assert [json.loads(row["payload"]) for row in told] == [
        {**json.loads(before["orders"][n]["payload"]), "gift": "•••"} for n in (0, 6)
    ]
    frozen = world.plan("restrict", "--key", f"email={ANNA}", "--ground", "unlawful")
    world.apply(frozen["plan"], code=PERSON)
    held = _documents(_everything(world)["orders"], "payload")
    assert [held[n]["delivery"] for n in (0, 6)] == [{"email": None, "name": None}] * 2
    lifted = world.plan("unrestrict", "--key", f"email={ANNA}", "--wish", "2026-11-20")
    world.apply(lifted["plan"], code=None)
    assert _everything(world) == before
