"""A desk that can be killed at any moment, and opened again in the same folder."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.desk import Client, Colleague, running
from tests.support.letters import Letterbox, Mailed, company, letterbox


@dataclass
class Mortal:
    """A desk that is killed, and opened again in the same folder; its mail comes and goes."""

    home: Path
    folder: Path
    port: int
    owner: Colleague | None = None
    at: Mailed = field(init=False)
    box: ExitStack = field(default_factory=ExitStack)
    runs: ExitStack = field(default_factory=ExitStack)
    times: int = 0

    def open(self) -> Mailed:
        """Open the desk; who was signed in still is."""
        self.times += 1
        log = self.home / f"desk-{self.times}.log"
        desk = self.runs.enter_context(running(self.folder, log))
        if self.owner:
            self.owner.client.address = desk.address
            desk.colleagues["owner"] = self.owner
        self.at = Mailed(desk=desk, letters=self.letters, crm=self.home / "crm.sqlite")
        self.owner = desk.colleague("owner")
        return self.at

    def kill(self) -> None:
        """SIGKILL, in whatever it is doing."""
        self.runs.close()

    def again(self) -> Mailed:
        self.kill()
        return self.open()

    def mail_up(self) -> Letterbox:
        self.letters = self.box.enter_context(letterbox(self.port))
        return self.letters

    def mail_down(self) -> None:
        self.box.close()

    def wait(self, select: str, wanted: object, *values: Any) -> None:
        """Until the desk's tables say what is *wanted*."""
        until = time.monotonic() + 60
        while (got := self.at.desk.rows(select, *values)) != wanted:
            assert time.monotonic() < until, got
            time.sleep(0.02)

    def change(self, order: str, *values: object) -> None:
        """As if time went by."""
        with closing(sqlite3.connect(self.folder / ".nakomen" / "desk.sqlite")) as opened:
            opened.execute(order, values)
            opened.commit()

    @property
    def staff(self) -> Client:
        assert self.owner
        return self.owner.client


@contextmanager
def mortal_desk(home: Path) -> Iterator[Mortal]:
    """The example provider, tiny, with its desk open and a mail server."""
    with letterbox() as box:
        port = box.port
    with company(home, f"smtp://127.0.0.1:{port}") as folder:
        made = Mortal(home=home, folder=folder, port=port)
        made.mail_up()
        made.open()
        try:
            yield made
        finally:
            made.kill()
            made.mail_down()
