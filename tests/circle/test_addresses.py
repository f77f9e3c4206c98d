"""A system is found again from wherever the next command is given."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests.circle.world import TODAY, World

from nakomen.demo.provider import STATEMENT, generate


def test_a_file_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who names a file of SQLite from where she stands, means that file tomorrow as well."""
    engine = create_engine(f"sqlite:///{tmp_path / 'shop.sqlite'}")
    generate(engine, "tiny", "newsletter", today=TODAY)
    engine.dispose()
    world = World(folder=tmp_path / "zonneveld", urls={"shop": "sqlite:///shop.sqlite"})
    monkeypatch.chdir(tmp_path)
    world.init(Path(str(STATEMENT)))
    monkeypatch.chdir("/")
    assert world.plan("retention")["steps"]

    settings = world.folder / "nakomen.yaml"
    named = settings.read_text("utf-8")
    assert str(tmp_path / "shop.sqlite") in named
    settings.write_text(named.replace(f"{tmp_path}/shop", "../shop"), "utf-8")
    assert world.plan("retention")["steps"]
