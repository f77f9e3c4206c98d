"""access-export: of each part what, what for, where from, who and how long; nobody else's."""

from pathlib import Path
from zipfile import ZipFile

from sqlalchemy import text
from tests.circle.world import World

from nakomen.demo.provider import cast

ANNA = f"email={cast.ANNA.email}"
REGISTER = """
activities:
  - id: books
    name: Boekhouding
    purposes: [purpose-3]
    receivers: [processor-5]
    stores: [crm.invoice, crm.invoice_line, crm.payment]
  - id: cards
    name: Cadeaubonnen
    receivers: [processor-2]
    stores: [crm.product]
  - id: letters
    name: Nieuwsbrief
    receivers: [processor-4]
    stores: [newsletter.subscriber]
"""


def _letter(world: World, key: str, file: Path) -> tuple[str, dict[str, bytes]]:
    planned = world.plan("access", "--key", key)
    world.run("apply", planned["plan"], "--yes", "-o", file, code=None)
    with ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return files.pop("overzicht.html").decode(), files


def test_each_part_says_what_for_and_who_receives_it(sqlite_world: World, tmp_path: Path) -> None:
    """By the register: exactly the processors that hold something of this person are named."""
    world = sqlite_world
    (world.folder / "register.yaml").write_text(REGISTER, "utf-8")
    letter, files = _letter(world, ANNA, tmp_path / "anna.zip")
    assert "Wij maken facturen en verwerken uw betalingen" in letter
    assert "Boekhuys Noord B.V." in letter
    assert "Briefduif Mail B.V." in letter
    assert "Mollie" not in letter
    assert cast.BRAM_AT_HOME.email.encode() not in b"".join(files.values())
    reader, _ = _letter(world, f"email={cast.READER.email}", tmp_path / "reader.zip")
    assert "Briefduif Mail B.V." in reader
    assert "Boekhuys" not in reader


def test_rows_that_know_their_source_say_it(sqlite_world: World, tmp_path: Path) -> None:
    """A column with the source of each row is named, and its values go along (artikel 15 lid 1)."""
    world = sqlite_world
    with world.engine("crm").begin() as connection:
        connection.execute(text("ALTER TABLE customer ADD COLUMN herkomst VARCHAR(20)"))
        connection.execute(text("UPDATE customer SET herkomst = 'KvK-register'"))
    file = world.folder / "systems" / "crm.yaml"
    column = "      cancelled_on: {type: DATE"
    told = file.read_text("utf-8")
    assert column in told
    file.write_text(
        told.replace(column, f"      herkomst: {{type: VARCHAR(20), category: none}}\n{column}"),
        "utf-8",
    )
    letter, files = _letter(world, ANNA, tmp_path / "anna.zip")
    assert "bij elke regel, in herkomst" in letter
    assert b"KvK-register" in files["data/crm.customer.json"]
