"""A sentence in other words: what it brings is seen first; then text and policy change as one."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from tests.circle.providers import provider
from tests.circle.world import World

from nakomen import Company, verbs
from nakomen.demo.provider import STATEMENT
from nakomen.errors import NakomenError, UsageError
from nakomen.reading import read
from nakomen.terms import Period

LOGINS = "**Inloggegevens** bewaren wij 12 maanden."
YEAR = Period(months=12)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    home = tmp_path_factory.mktemp("mending")
    with provider("sqlite", "tiny", home) as urls:
        made = World(folder=home / "zonneveld", urls=urls)
        made.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        yield made
        made.close()


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Each text is read once: what is tested here is not the reading."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nakomen.run.source.read_facts", cache(read))
        yield


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".nakomen" not in file.parts
    }


def _logins(company: Company) -> str:
    (known,) = [p for p in company.policy.retention if p.says and "Inloggegevens" in p.says]
    return known.id


def test_what_other_words_bring_is_seen_before_anything_changes(world: World) -> None:
    """Rows that stay, promises that change, notices that are due; sentence and term must agree."""
    before = _files(world.folder)
    with Company.open(world.folder) as company:
        promise = _logins(company)
        assert verbs.term_of(company, promise) == Period(months=6)
        mending = verbs.mend(company, promise, LOGINS, YEAR, "Chaima", world.today)
        far = world.today + timedelta(days=60)
        seen = verbs.consequences(company, mending, far, world.today)
        assert seen.before.ruling == "broken"
        assert (seen.before.count or 0) > (seen.after.count or 0)
        assert seen.material
        assert [change.promise for change in seen.changes if change.material] == [promise]
        assert seen.persons > 0
        with pytest.raises(UsageError, match="another term"):
            verbs.mend(company, promise, LOGINS, Period(months=7), "Chaima", world.today)
        with pytest.raises(UsageError):
            verbs.mend(company, promise, "", YEAR, "Chaima", world.today)
        with pytest.raises(UsageError):
            verbs.mend(company, "nergens-1", LOGINS, YEAR, "Chaima", world.today)
    assert _files(world.folder) == before


def test_text_and_policy_change_as_one_also_when_cut_off(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Cut off before the one file that counts, nothing changed; after it, all that is left is to note
    the version. Confirmations of sentences that only moved stay.
    """
    before = _files(world.folder)
    effective = world.today + timedelta(days=60)
    with Company.open(world.folder) as company:
        promise = _logins(company)
        yes = {p.id for p in company.policy.promises if p.confirmed}
        mending = verbs.mend(company, promise, LOGINS, YEAR, "Chaima", world.today)

    class Killed(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Killed

    def carry() -> None:
        with Company.open(world.folder) as company:
            verbs.put_in_place(company, mending, effective, "Chaima", world.today)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", cut)
        with pytest.raises(Killed):
            carry()
    after = _files(world.folder)
    assert after["policy.yaml"] == before["policy.yaml"]
    assert after["statement.nl.md"] == before["statement.nl.md"]
    assert not verbs.finish_mending(
        world.folder, "5", mending.digest, effective, "Chaima", world.today
    )

    with monkeypatch.context() as broken:
        broken.setattr("nakomen.run.mending.finish", cut)
        with pytest.raises(Killed):
            carry()
    with Company.open(world.folder) as company:
        assert company.policy.digest == mending.digest
        assert LOGINS in company.statement
        assert "Versie 5, laatst gewijzigd op" in company.statement
        assert {p.id for p in company.policy.promises if p.confirmed} == yes | {promise}
        assert [version.number for version in verbs.versions(company)] == ["4"]
    for _ in range(2):
        assert verbs.finish_mending(
            world.folder, "5", mending.digest, effective, "Chaima", world.today
        )
    with Company.open(world.folder) as company:
        assert [(v.number, v.material) for v in verbs.versions(company)] == [
            ("4", False),
            ("5", True),
        ]
        with pytest.raises(NakomenError, match="Look again"):
            verbs.put_in_place(
                company, replace(mending, base="x"), effective, "Chaima", date.today()
            )
