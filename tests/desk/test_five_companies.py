"""The same letter to five companies ends as each of their statements says."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.circle.providers import provider
from tests.circle.world import World, statement
from tests.support.desk import running
from tests.support.imap import PASSWORD, Imap, dovecot
from tests.support.letters import SENDER, Letterbox, Mailed, letterbox
from tests.support.servers import ServerMissing

from nakomen import Company, verbs

WHO = "verhuisd@nergens.example"
"""An address that the company has, and had not yet when the letter came."""
SERVICE_ENDS = "de dienstverlening niet langer voortzetten"
QUALITY = "niet dezelfde kwaliteit"


@dataclass(frozen=True, kw_only=True)
class Said:
    """
    What a statement makes of it: *within* so many days where it names them, *never* to an address
    that was not on file, a *warning* in the letter, whether *news* may go to a customer and
    whether somebody of 17 may become one (*seventeen*).
    """

    within: int | None = None
    never: bool = False
    warning: str = ""
    news: str = "allow"
    seventeen: str = "allow"


FIVE = {
    "vextra": Said(),
    "upgraders": Said(news="ask"),
    "itsb": Said(within=30, warning=SERVICE_ENDS, news="deny"),
    "technorama": Said(),
    "etsoft": Said(never=True, news="deny", seventeen="deny"),
}


def received() -> date:
    """A day of the last weeks on which thirty days end before a month does, if there is one."""
    today = datetime.now(UTC).date()
    days = [today - timedelta(days=n) for n in range(4, 26)]
    return next((day for day in days if _month(day) > day + timedelta(days=30)), days[0])


def _month(day: date) -> date:
    after = day.replace(day=1) + timedelta(days=31)
    last = (after.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return after.replace(day=min(day.day, last.day))


@pytest.fixture(scope="module")
def box() -> Iterator[Imap]:
    """A mailbox with one letter that nobody opened yet."""
    day = received()
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = f"Test <{WHO}>", SENDER, "Mijn gegevens"
    letter["Date"], letter["Message-ID"] = at, "<een@nergens.example>"
    letter.set_content("Ik wil mijn gegevens overdragen aan een andere aanbieder (artikel 20 AVG).")
    try:
        with dovecot() as made:
            made.put(letter, at.timestamp())
            yield made
    except ServerMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI reads mail on a real server: {missing}")
        pytest.skip(f"no server for this test: {missing}")


@contextmanager
def company(name: str, home: Path, box: Imap, letters: Letterbox) -> Iterator[Mailed]:
    """The provider under that statement, with its desk open."""
    source = statement(name)
    with provider("sqlite", "tiny", home) as urls:
        world = World(folder=home / "firm", urls=urls)
        world.begin(source, "UTC", f"sqlite tiny {name}")
        world.close()
        file = world.folder / "nakomen.yaml"
        mail = f"\nmail:\n  server: {letters.server}\n  sender: {SENDER}\n"
        mail += f"mailbox:\n  server: {box.url}\n"
        file.write_text(file.read_text("utf-8") + mail, "utf-8")
        with running(world.folder, home / "desk.log") as desk:
            yield Mailed(desk=desk, letters=letters, crm=home / "crm.sqlite")


@pytest.mark.parametrize("name", FIVE)
def test_the_same_letter_ends_as_the_statement_says(
    name: str, box: Imap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its term, where the answer may go, what the letter warns of; news, and the least age."""
    monkeypatch.setenv("POSTVAK", PASSWORD)
    said = FIVE[name]
    with letterbox() as letters, company(name, tmp_path, box, letters) as at:
        code = letters.code(WHO)
        [[number, token, right, due]] = at.desk.rows(
            "SELECT id, token, right, due FROM dossiers_case"
        )
        assert right == "port"
        _in_time(at, said, date.fromisoformat(due))
        at.joined(WHO, datetime.now(UTC).date())
        her, path = at.visitor(), f"/verzoek/{token}/"
        assert her.post(path, {"code": code}).to == path
        staff, answer = at.desk.colleague("owner").client, f"/zaken/{number}/antwoord/"
        at.carried_out(staff, number, at.planned(staff, number))

        assert staff.post(answer).status == 422, "she was not identified"
        assert staff.post(f"/zaken/{number}/wie/", {"how": "called"}).status == 302
        assert staff.post(answer).status == (422 if said.never else 302)
        if not said.never:
            read = her.get(path).words
            assert "Autoriteit Persoonsgegevens" in read
            assert [words for words in (SERVICE_ENDS, QUALITY) if words in read] == (
                [said.warning] if said.warning else []
            )
        _gates(at, said)


def _in_time(at: Mailed, said: Said, due: date) -> None:
    """The earlier of what is promised and a month; never later than the law."""
    with Company.open(at.desk.folder) as company:
        handling = verbs.handling(company)
    day = received()
    law, _ = verbs.answer_by(replace(handling, answers=()), day)
    assert [str(term.days) for term in handling.answers] == (
        [str(said.within)] if said.within else []
    )
    assert due == verbs.answer_by(handling, day)[0] <= law
    if said.within and _month(day) > day + timedelta(days=said.within):
        assert due < law


def _gates(at: Mailed, said: Said) -> None:
    world = World(folder=at.desk.folder, urls={})
    kind = ("--customer", "--similar", "ja", "--opt-out", "ja", "--channel", "email")
    assert world.run("may", "marketing", *kind, code=None)["decision"] == said.news
    told = world.run("may", "minor", "--age", "17", "--basis", "consent", code=None)
    assert told["decision"] == said.seventeen
