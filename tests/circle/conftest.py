"""A provider's folder and systems, drawn up once and put back for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine
from tests.circle.refusal import Company
from tests.circle.world import TODAY, World

from nakomen.demo.provider import STATEMENT, generate
from nakomen.ledger import SubjectBook

STORES = ("crm", "calls", "newsletter")


def fill(url: str, store: str, *, calls_apart: bool = True) -> None:
    """The provider's rows of *store*, in the size that people can oversee."""
    engine = create_engine(url)
    generate(engine, "tiny", store, today=TODAY, calls_apart=calls_apart)
    engine.dispose()


def drawn_up(home: Path, urls: dict[str, str]) -> Company:
    """Read, connected and confirmed; its subject book is there, and empty."""
    world = World(folder=home / "zonneveld", urls=urls)
    world.init(Path(str(STATEMENT)), "UTC")
    world.close()
    SubjectBook.open(world.folder / ".nakomen").close()
    return Company(folder=world.folder, urls=urls)


@pytest.fixture(scope="session")
def put_back() -> Iterator[Callable[[], Company]]:
    """Each call puts the company back as it was drawn up."""
    with TemporaryDirectory(prefix="nakomen-circle-") as root:
        home, kept = Path(root, "home"), Path(root, "kept")
        home.mkdir()
        urls = {name: f"sqlite:///{home / name}.sqlite" for name in STORES}
        for store, url in urls.items():
            fill(url, store)
        made = drawn_up(home, urls)
        shutil.copytree(home, kept)

        def again() -> Company:
            shutil.rmtree(home)
            shutil.copytree(kept, home)
            return Company(folder=made.folder, urls=dict(urls))

        yield again


@pytest.fixture
def company(put_back: Callable[[], Company]) -> Company:
    """A company on SQLite, as it is on the day before anybody asks anything."""
    return put_back()
