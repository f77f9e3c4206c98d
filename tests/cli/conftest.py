"""Companies for the command line: one with broken promises, one that has walked the circle."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.circle.world import TODAY
from tests.cli.terminal import Told, terminal

from nakomen.demo.provider import cast
from nakomen.demo.walk import walk

ANNA = f"email={cast.ANNA.email}"


@dataclass(frozen=True, kw_only=True)
class Firm:
    """A company's folder and how its commands are given: on one day, in one language."""

    folder: Path
    home: Path

    def words(self, *words: object) -> list[object]:
        return ["-C", self.folder, "--today", TODAY, *words]

    def run(self, *words: object, lang: str = "nl", **how: object) -> Told:
        return terminal(lang).run(*self.words(*words), **how)

    def document(self, *words: object, lang: str = "nl") -> object:
        return self.run(*words, "--json", lang=lang).json


def _walked(home: Path, until: str) -> Firm:
    for stage in walk(home, TODAY):
        if stage.name == until:
            break
    return Firm(folder=home / "zonneveld", home=home)


@pytest.fixture(scope="session")
def _broken() -> Iterator[Firm]:
    with TemporaryDirectory(prefix="nakomen-cli-") as root:
        yield _walked(Path(root, "broken"), "status")


@pytest.fixture(scope="session")
def done() -> Iterator[Firm]:
    """All three plans are carried out; look, but change nothing."""
    with TemporaryDirectory(prefix="nakomen-cli-") as root:
        yield _walked(Path(root, "done"), "verify")


@pytest.fixture
def firm(_broken: Firm, tmp_path: Path) -> Firm:
    """Everything is confirmed and promises are broken; a copy of its own, with its own systems."""
    home = tmp_path / "home"
    shutil.copytree(_broken.home, home)
    settings = home / "zonneveld" / "nakomen.yaml"
    settings.write_text(settings.read_text().replace(str(_broken.home), str(home)))
    assert str(_broken.home) not in settings.read_text()
    return Firm(folder=home / "zonneveld", home=home)
