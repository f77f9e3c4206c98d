"""From a broken promise to a kept one, in the browser: made, read, agreed to, carried out."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser
from tests.circle.providers import provider
from tests.circle.world import World
from tests.support.browser import violations
from tests.support.desk import Answer, Client, Desk, running

from nakomen.demo.provider import STATEMENT


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The example company with rows that should be gone."""
    home = tmp_path_factory.mktemp("plans")
    with provider("sqlite", "tiny", home) as urls:
        made = World(folder=home / "zonneveld", urls=urls)
        made.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        made.close()
        yield made


@pytest.fixture(scope="module")
def own(world: World) -> Iterator[Desk]:
    """Its desk."""
    with running(world.folder, world.folder.parent / "own.log") as opened:
        yield opened


@pytest.fixture(scope="module")
def owner(own: Desk) -> Client:
    return own.colleague("owner").client


def until(client: Client, path: str, words: str, within_s: float = 120.0) -> Answer:
    """The page at *path*, as soon as it says *words*; where it sends the browser it goes."""
    end = time.monotonic() + within_s
    while words not in (page := client.follow(client.get(path))).words:
        assert time.monotonic() < end, page.words
        time.sleep(0.1)
    return page


def made(client: Client, asked_as: str = "") -> str:
    """The path of a new plan."""
    answer = client.post("/plannen/nieuw/", {"asked_as": asked_as or str(uuid4())})
    page = until(client, answer.to, "Wat het doet")
    return "/plannen/" + re.search(r"plan-\d{4}", page.words)[0] + "/"  # type: ignore[index]


def shown(page: Answer) -> dict[str, str]:
    """What the form of the page sends along: the very plan that was read."""
    return {"digest": re.search(r'name="digest" value="([^"]+)"', page.text)[1]}  # type: ignore[index]


def plans_in(world: World) -> int:
    return len(list((world.folder / ".nakomen" / "plans").glob("plan-*.json")))


def test_a_wish_that_is_sent_twice_makes_one_plan(own: Desk, owner: Client, world: World) -> None:
    """Who clicks twice, or loads the page again, has one plan; it changes nothing yet."""
    own.counted()
    wall = owner.get("/beloften/")
    assert "Herstel de praktijk" in wall.words
    asked = re.search(r'name="asked_as" value="([^"]+)"', wall.text)[1]  # type: ignore[index]

    first, again = made(owner, asked), made(owner, asked)

    assert first == again
    assert plans_in(world) == 1
    page = owner.get(first)
    assert "wissen" in page.words
    assert "voor de eerste keer wist dit hier iets" in page.words
    assert "wacht op een ja" in owner.get("/plannen/").words


def test_only_who_answers_for_the_promises_sees_and_makes_plans(own: Desk, owner: Client) -> None:
    """The helpdesk sees the promises, and no plan; a stranger is sent to the door."""
    path = made(owner)
    helpdesk = own.colleague("support").client
    assert helpdesk.get("/beloften/").status == 200
    assert "Herstel de praktijk" not in helpdesk.get("/beloften/").words
    for page in ("/plannen/", path):
        assert owner.get(page).status == 200
        assert helpdesk.get(page).status == 403
        assert own.client().get(page).to.startswith("/account/login/")
    for form in ("/plannen/nieuw/", f"{path}ja/", f"{path}uitvoeren/"):
        assert helpdesk.post(form, shown(owner.get(path))).status == 403


def test_an_old_plan_and_a_changed_one_say_so_with_the_cure(
    owner: Client, world: World, own: Desk
) -> None:
    """A plan that holds no more is not carried out, whatever form is sent."""
    long_ago = date.today() - timedelta(days=60)
    old = f"/plannen/{world.plan('retention', today=long_ago)['plan']}/"
    assert "meer dan een maand oud. Maak een nieuw plan." in owner.get(old).words

    path = made(owner)
    digest = shown(owner.get(path))
    policy = world.folder / "policy.yaml"
    known = policy.read_text("utf-8")
    policy.write_text(known.replace("keep: P6M", "keep: P7M", 1), "utf-8")
    try:
        answer = owner.post(f"{path}uitvoeren/", digest)
    finally:
        policy.write_text(known, "utf-8")
    assert answer.status == 409
    assert "is veranderd na dit plan. Maak een nieuw plan." in answer.words
    assert not own.rows("SELECT 1 FROM plans_job WHERE kind = 'carry'")


def test_stopped_halfway_it_goes_on_and_the_promise_is_kept(
    own: Desk, owner: Client, world: World, browser: Browser
) -> None:
    """
    Nothing goes before a yes to the plan that was read; a desk that is killed halfway shows how far
    it was, goes on where it stopped, and the wall counts again by itself.
    """
    own.counted()
    path = made(owner)
    digest = shown(owner.get(path))
    assert owner.post(f"{path}uitvoeren/", digest).status == 409, "nobody said yes"
    assert owner.post(f"{path}ja/", {"digest": "another"}).status == 409
    for _ in range(2):
        assert owner.post(f"{path}ja/", digest).to == path
    assert "Owner Proef" in owner.get(path).words
    assert owner.post(f"{path}uitvoeren/", {"digest": "another"}).status == 409

    file = world.urls["crm"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as busy:
        busy.execute("BEGIN IMMEDIATE")  # somebody else writes, so that the plan stands still
        for _ in range(2):
            assert owner.post(f"{path}uitvoeren/", digest).to == path
        until(owner, path, "Wordt uitgevoerd")
        assert len(own.rows("SELECT 1 FROM plans_job WHERE kind = 'carry'")) == 1
        while world.run("show", path.split("/")[2])["state"] != "begun":
            time.sleep(0.1)
        own.process.kill()
        own.process.wait()

    with running(world.folder, world.folder.parent / "again.log") as back:
        owner.address = back.address
        page = owner.get(path)
        assert "Begonnen, nog niet af" in page.words
        assert owner.post(f"{path}uitvoeren/", shown(page)).to == path
        page = until(owner, path, "Uitgevoerd en nageteld")
        assert "regels" in page.words
        _kept(owner)
        assert "uitgevoerd en nageteld" in owner.get("/plannen/").words
        assert _faults(browser, owner, ("/plannen/", path)) == []


def _kept(client: Client) -> None:
    """The wall says of no promise any more that rows stayed too long."""
    end = time.monotonic() + 120
    while "Herstel de praktijk" in client.get("/beloften/").words:
        assert time.monotonic() < end
        time.sleep(0.2)


def _faults(browser: Browser, client: Client, paths: tuple[str, ...]) -> list[str]:
    """What axe finds on each page, in light and in dark."""
    found = []
    context = browser.new_context(base_url=client.address, locale="nl-NL")
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": client.address} for c in client.cookies]
    )
    page = context.new_page()
    for path in paths:
        page.goto(path)
        found += violations(page)
        page.emulate_media(color_scheme="dark")
        found += violations(page, "color-contrast")
        page.emulate_media(color_scheme="light")
    context.close()
    return found
