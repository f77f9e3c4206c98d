"""The example provider in a folder, confirmed by Chaima: what the generated pages show."""

from datetime import date
from pathlib import Path

from scripts.ask import TODAY, Ask
from sqlalchemy import create_engine

from nakomen.demo.provider import STATEMENT, generate


def made_in(place: Path, ask: Ask) -> tuple[str, ...]:
    """Make it; returns the words that go before a verb."""
    engine = create_engine(f"sqlite:///{place}/crm.sqlite")
    generate(engine, "tiny", "crm", today=date.fromisoformat(TODAY))
    engine.dispose()
    home = ("--today", TODAY, "-C", str(place / "zonneveld"))
    store = f"crm=sqlite:///{place}/crm.sqlite"
    ask(*home, "init", ".", "--statement", str(STATEMENT), "--store", store)
    ask(*home, "confirm", "--all", "--by", "Chaima")
    return home
