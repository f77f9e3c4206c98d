"""A disk that is full, of the company's folder: nothing is half done, and nothing is done twice."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.circle.account import rows_of
from tests.circle.conftest import drawn_up, fill
from tests.circle.refusal import ANNA, Company
from tests.cli.terminal import Told

from nakomen.demo.provider import cast
from nakomen.ledger import Ledger

KB = 1024
PAGE = 4 * KB


@dataclass
class Disk:
    """A disk of our own that is really full where we may mount one, else a limit on every file."""

    home: Path
    mounted: bool

    @property
    def filler(self) -> Path:
        return self.home / "filler"

    def tell(self, company: Company, *words: object, free: int, lang: str = "nl") -> Told:
        """Give a command while no more than *free* bytes are left."""
        if not self.mounted:
            return company.tell(*words, lang=lang, file_bytes=max(free, PAGE))
        seen = os.statvfs(self.home)
        self.filler.write_bytes(b"x" * max(0, seen.f_bavail * seen.f_bsize - free))
        try:
            return company.tell(*words, lang=lang)
        finally:
            self.filler.unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    home = tmp_path / "disk"
    home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(home)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0
    yield Disk(home, mounted)
    if mounted:
        subprocess.run(["umount", "--lazy", str(home)], check=True)


@pytest.fixture
def company(disk: Disk, postgres_url: str) -> Company:
    """Its systems are elsewhere and have room enough."""
    fill(postgres_url, "crm", calls_apart=False)
    return drawn_up(disk.home, {"crm": postgres_url})


def planned(company: Company, *words: object) -> str:
    return str(company.tell("--json", "plan", *words).json["plan"])


def lines(company: Company, kind: str, plan: str) -> list[dict[str, Any]]:
    with Ledger.open(company.file(".nakomen")) as ledger:
        ledger.verify()
        return [dict(line.body) for line in ledger.lines(kind=kind, plan=plan)]


def test_an_erasure_on_a_full_disk_goes_on_where_it_stopped(disk: Disk, company: Company) -> None:
    """However little room there is: before the intent, between act and outcome, while settling."""
    plan = planned(company, "erase", "--key", ANNA)
    before, stopped = rows_of(company.urls), []
    done = None
    for pages in (0, *range(14, 80, 3)):
        done = disk.tell(company, "apply", plan, "--yes", free=pages * PAGE)
        if done.code == 0:
            break
        assert done.code == 7, done.all
        assert "de schijf is vol" in done.text
        assert "dezelfde opdracht nog eens" in done.text
        stopped.append((len(lines(company, "intent", plan)), rows_of(company.urls) == before))
    assert stopped[0] == (0, True), "before the intent"
    assert any(not same for _, same in stopped), "between act and outcome"
    assert company.tell("apply", plan, "--yes").code == 0
    after = rows_of(company.urls)
    assert after["customer"] != before["customer"]
    steps = [body["step"] for body in lines(company, "outcome", plan)]
    assert len(steps) == len(set(steps))
    assert all(body["found"] == body["gone"] for body in lines(company, "outcome", plan)
               if body["act"] in ("erase", "blank"))  # fmt: skip
    assert [body["state"] for body in lines(company, "done", plan)] == ["done"]


def test_nothing_half_is_left_of_what_does_not_fit(disk: Disk, company: Company) -> None:
    """No plan without its line, no yes without its line, no copy that ends in the middle."""
    access = planned(company, "access", "--key", ANNA)
    copy = disk.home / "kopie.zip"
    with company.unchanged():
        for words, lang, told in (
            (("plan", "erase", "--key", f"email={cast.LOTTE.email}"), "nl", "schijf"),
            (("plan", "retention"), "en", "disk"),
            (("apply", access, "--yes", "-o", copy), "nl", "schijf"),
        ):
            full = disk.tell(company, *words, free=0, lang=lang)
            assert full.code == 7, full.all
            assert told in full.text
    assert not copy.exists()
    company.edit("policy.yaml", "keep: P90D", "keep: P91D")
    with company.unchanged():
        full = disk.tell(company, "confirm", "--all", "--by", "Chaima", free=0)
        assert full.code == 7, full.all
        assert "schijf" in full.text
    assert company.tell("confirm", "--all", "--by", "Chaima").code == 0
