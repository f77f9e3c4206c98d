"""portability-export: a file that the own system reads back to the very same."""

from pathlib import Path
from zipfile import ZipFile

from sqlalchemy import MetaData, text
from tests.circle.world import World
from tests.controls.house import ANNA as HERS
from tests.controls.house import POLICY, house

from nakomen.demo.provider import cast
from nakomen.papers.portable import Portable, read_portable

ANNA = f"email={cast.ANNA.email}"
ODD = (
    "INSERT INTO customer (id, number, kind, name, company_name, email, created_at, cancelled_on) "
    "VALUES (900, 'K900', 'person', '', 'a \"b\", =1+1', 'odd@post.example', "
    "'2026-03-29 01:30:00', NULL)"
)


def _taken(world: World, file: Path, key: str) -> dict[str, bytes]:
    planned = world.plan("port", "--key", key)
    world.run("apply", planned["plan"], "--yes", "-o", file, code=0)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _put(world: World, told: Portable) -> None:
    """Into the same tables, emptied: what another system that imports the file would do."""
    for store in world.urls:
        metadata = MetaData()
        metadata.reflect(world.engine(store))
        with world.engine(store).begin() as connection:
            free = {
                "postgresql": "SET session_replication_role = replica",
                "mysql": "SET foreign_key_checks = 0",
                "sqlite": "PRAGMA foreign_keys = OFF",
            }
            connection.execute(text(free[connection.dialect.name]))
            for table in metadata.tables.values():
                connection.execute(table.delete())
            for part in told.datasets:
                if part.store == store and part.rows:
                    rows = [_stored(connection.dialect.name, row) for row in part.rows]
                    names = ", ".join(rows[0])
                    held = ", ".join(f":{name}" for name in rows[0])
                    insert = f"INSERT INTO {part.dataset} ({names}) VALUES ({held})"
                    connection.execute(text(insert), rows)


def _stored(dialect: str, row: dict[str, object]) -> dict[str, object]:
    return {
        name: str(v) if dialect == "sqlite" and hasattr(v, "isoformat") else v
        for name, v in row.items()
    }


def test_export_import_export_gives_the_same(provider_world: World, tmp_path: Path) -> None:
    """Types, zones, digits and order survive; empty is not absent; twice gives the same file."""
    world = provider_world
    with world.engine("crm").begin() as connection:
        connection.execute(text(ODD))
    keys = {"anna": ANNA, "odd": "email=odd@post.example"}
    first = {who: _taken(world, tmp_path / f"{who}.zip", key) for who, key in keys.items()}
    assert _taken(world, tmp_path / "again.zip", ANNA) == first["anna"]
    for who, key in keys.items():
        told = read_portable(tmp_path / f"{who}.zip")
        customer = next(d for d in told.datasets if d.dataset == "customer")
        assert len(customer.rows) == 1
        _put(world, told)
        assert _taken(world, tmp_path / "second.zip", key) == first[who]
    assert (customer.rows[0]["name"], customer.rows[0]["cancelled_on"]) == ("", None)
    assert customer.rows[0]["company_name"] == 'a "b", =1+1'


REGISTER = """activities:
  - {id: a, name: klanten, status: active, purposes: [purpose-1], stores: [crm.customers]}
  - {id: b, name: bezoeken, status: active, purposes: [purpose-2], stores: [crm.visits]}
"""


def test_what_goes_along_is_what_rests_on_a_contract_or_consent(
    tmp_path: Path, sqlite_url: str
) -> None:
    """The register says for what, the policy on which basis; what nobody states is asked."""
    interest = POLICY.replace("bases: [consent]", "bases: [legitimate_interests]")
    with house(tmp_path, sqlite_url, interest) as small:

        def acts() -> dict[str, str]:
            steps = small.plan("port", "--key", f"email={HERS}")["steps"]
            return {s["dataset"]: s["act"] for s in steps if s["rows"]}

        assert acts() == {"customers": "export", "visits": "export", "invoices": "keep"}
        (small.folder / "register.yaml").write_text(REGISTER, "utf-8")
        assert acts() == {"customers": "export", "visits": "keep", "invoices": "keep"}
        policy = small.folder / "policy.yaml"
        text_of = policy.read_text("utf-8")
        policy.write_text(text_of.replace("bases: [contract]", "bases: [public_task]"), "utf-8")
        assert acts()["customers"] == "keep"
        (small.folder / "register.yaml").unlink()
        assert acts()["customers"] == "ask"


def test_only_what_the_law_gives_goes_along(sqlite_world: World, tmp_path: Path) -> None:
    """The books rest on a duty and stay out, with the article and the way to see them."""
    world = sqlite_world
    files = _taken(world, tmp_path / "port.zip", ANNA)
    planned = world.plan("port", "--key", ANNA)
    acts = {s["dataset"]: s for s in planned["steps"] if s["rows"]}
    assert {n for n, s in acts.items() if s["act"] == "export"} >= {"customer", "subscriber"}
    invoice = acts["invoice"]
    assert (invoice["act"], invoice["because"]["rule"]) == ("keep", "POR-04")
    assert "inzage" in invoice["because"]["text"]
    assert not [name for name in files if "invoice" in name]
    assert cast.BRAM_AT_HOME.email.encode() not in b"".join(files.values())
