"""A mail server on loopback, a desk that sends its letters there, and somebody who asks."""

import asyncio
import re
import socket
import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor, HTTPHandler, build_opener

from aiosmtpd.controller import Controller
from tests.circle.providers import provider
from tests.circle.world import World
from tests.support.desk import Answer, Client, Desk, running
from tests.support.desk import _Stays as Stays

from nakomen.demo.provider import STATEMENT

SENDER = "privacy@zonneveld.example"


@dataclass
class Letterbox:
    """
    What was sent. *replies* are what the server says to the next letters in place of "250 ok";
    *slow_s* is how long it thinks after a letter has come in.
    """

    port: int
    got: list[EmailMessage] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    slow_s: float = 0.0

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        if self.replies:
            return self.replies.pop(0)
        self.got.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        if self.slow_s:
            await asyncio.sleep(self.slow_s)
        return "250 ok"

    @property
    def server(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def to(self, address: str, words: str = "") -> list[EmailMessage]:
        """Letters to *address* with *words* in the subject."""
        return [m for m in self.got if m["to"] == address and words in m["subject"]]

    def last(self, address: str, words: str, many: int = 1) -> str:
        """The text of the newest of those, once there are so *many*."""
        until = time.monotonic() + 60
        while len(found := self.to(address, words)) < many:
            assert time.monotonic() < until, [m["subject"] for m in self.got]
            time.sleep(0.02)
        return str(found[-1].get_content())

    def code(self, address: str, many: int = 1) -> str:
        found = re.search(r"\b\d{6}\b", self.last(address, "Uw code", many))
        assert found
        return found[0]


@contextmanager
def letterbox(port: int = 0) -> Iterator[Letterbox]:
    """A server that takes every letter, until the block ends."""
    box = Letterbox(port)
    port = port or _free()
    box.port = port
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@dataclass(kw_only=True)
class Mailed:
    """A desk that sends its letters to *letters*; *crm* is the file with the customers."""

    desk: Desk
    letters: Letterbox
    crm: Path
    places: Iterator[int] = field(default_factory=lambda: iter(range(1, 255)))

    def customers(self, many: int, after: int = 0) -> list[str]:
        """Addresses of persons whom the company knows, each once."""
        asked = (
            "SELECT email FROM customer WHERE kind = 'person' AND cancelled_on IS NULL"
            " GROUP BY email HAVING count(*) = 1 ORDER BY min(id) LIMIT ? OFFSET ?"
        )
        return [row[0] for row in self.rows(asked, many, after)]

    def rows(self, select: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(self.crm)) as opened:
            return opened.execute(select, values).fetchall()

    def write_crm(self, statement: str, *values: Any) -> None:
        """Something that happens in the company's own systems."""
        with closing(sqlite3.connect(self.crm)) as opened, opened:
            opened.execute(statement, values)

    def joined(self, email: str, on: date = date(2024, 3, 5)) -> str:
        """Somebody whom the company knows by *email* since a day; nobody else asks about her."""
        number = f"T{zlib.crc32(email.encode()):x}"
        self.write_crm(
            "INSERT INTO customer (number, kind, name, email, created_at) VALUES (?, ?, ?, ?, ?)",
            number, "person", "Test Persoon", email, f"{on} 09:00:00.000000",
        )  # fmt: skip
        return email

    def visitor(self, place: str = "") -> Client:
        """A browser at a *place* on the net (an address of this machine); else one of its own."""
        place = place or f"127.0.1.{next(self.places)}"
        client = self.desk.client()
        here = partial(HTTPConnection, source_address=(place, 0))
        client._opener = build_opener(HTTPCookieProcessor(client.cookies), Stays(), _From(here))
        return client

    def asked(self, client: Client, right: str, email: str, **given: str) -> str:
        """The four pages of the portal; the path of the case."""
        sent = ask(client, right, email, **given)
        assert sent.to.startswith("/verzoek/"), (sent.status, sent.words)
        return sent.to

    def proven(self, right: str, email: str, **given: str) -> tuple[Client, str]:
        """Somebody who asked and showed that the address is hers."""
        client, before = self.visitor(), len(self.letters.to(email, "Uw code"))
        path = self.asked(client, right, email, **given)
        shown = client.post(path, {"code": self.letters.code(email, before + 1)})
        assert shown.to == path, shown.words
        return client, path

    def taken_down(self, channel: str, right: str, email: str, on: date | None = None) -> int:
        """A request that came to staff *on* a day (else today), written down; its number."""
        staff = self.desk.colleague("owner").client
        token = staff.get("/zaken/nieuw/").text.split('name="token" value="')[1].split('"')[0]
        given = {"channel": channel, "right": right, "name": "Test Persoon", "email": email}
        given |= {"token": token, "received_on": (on or date.today()).isoformat()}
        sent = staff.post("/zaken/nieuw/", given)
        assert sent.status == 302, sent.words
        return int(sent.to.split("/")[2])

    def number(self, path: str) -> int:
        """What staff call the case at *path*."""
        found = self.desk.rows("SELECT id FROM dossiers_case WHERE token = ?", path.split("/")[2])
        return int(found[0][0])

    def state(self, number: int) -> str:
        found = self.desk.rows("SELECT state FROM dossiers_case WHERE id = ?", number)
        return str(found[0][0])

    def planned(self, staff: Client, number: int, **given: str) -> str:
        """A plan for the case; its name."""
        made = staff.post(f"/zaken/{number}/plan/", given)
        assert made.status == 302, made.words
        found = self.desk.rows("SELECT plan FROM dossiers_case WHERE id = ?", number)
        return str(found[0][0])

    def carried_out(self, staff: Client, number: int, plan: str) -> None:
        done = staff.post(f"/zaken/{number}/uitvoeren/", {"plan": plan})
        assert (done.status, self.state(number)) == (302, "carried_out"), done.words


class _From(HTTPHandler):
    def __init__(self, connect: Any) -> None:
        super().__init__()
        self._connect = connect

    def http_open(self, req: Any) -> Any:
        return self.do_open(self._connect, req)


def ask(
    client: Client, right: str, email: str, name: str = "Test Persoon", words: str = "Graag snel."
) -> Answer:
    """What the button "Versturen" answers, after the first three pages."""
    for path, fields in (
        ("/vragen/", {"right": right}),
        ("/vragen/wie/", {"name": name, "email": email}),
        ("/vragen/uitleg/", {"words": words}),
    ):
        answer = client.post(path, fields)
        assert answer.status == 302, answer.words
    return client.post("/vragen/versturen/")


def printed(answer: Answer) -> str:
    """The words of a PDF, on one line."""
    import pypdfium2

    assert answer.headers["Content-Type"] == "application/pdf", answer.words
    paper = pypdfium2.PdfDocument(answer.body)
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
    paper.close()
    return " ".join(text.split())


@contextmanager
def company(home: Path, server: str) -> Iterator[Path]:
    """A folder of the example provider, tiny, on files under *home*, with *server* for letters."""
    with provider("sqlite", "tiny", home) as urls:
        world = World(folder=home / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        _say_more(home / "crm.sqlite", world)
        world.close()
        told = world.folder / "nakomen.yaml"
        mail = f"\nmail:\n  server: {server}\n  sender: {SENDER}\n"
        told.write_text(told.read_text("utf-8") + mail, "utf-8")
        yield world.folder


def _say_more(crm: Path, world: World) -> None:
    """Customers say of themselves what nobody knows them by, and whether they want mailings."""
    with closing(sqlite3.connect(crm)) as opened, opened:
        opened.execute("ALTER TABLE customer ADD COLUMN gender VARCHAR(20)")
        opened.execute("ALTER TABLE customer ADD COLUMN mailings BOOLEAN")
        for way in ("email", "phone"):
            opened.execute(f"ALTER TABLE customer ADD COLUMN ads_{way} BOOLEAN DEFAULT 1")
        opened.execute("UPDATE customer SET gender = 'vrouw', mailings = 1")
    drawn = world.folder / "systems" / "crm.yaml"
    text, before = drawn.read_text("utf-8"), "      created_at:"
    assert before in text
    drawn.write_text(text.replace(before, f"{SAID}{before}", 1), "utf-8")
    world.run("confirm", "--all", "--by", "Chaima")


SAID = """\
      gender: {type: VARCHAR(20), category: gender}
      mailings: {type: BOOLEAN, category: none, consent_for: marketing, no: "false"}
      ads_email: {type: BOOLEAN, category: none, consent_for: "marketing:email", no: "false"}
      ads_phone: {type: BOOLEAN, category: none, consent_for: "marketing:phone", no: "false"}
"""


@contextmanager
def mailed_desk(home: Path) -> Iterator[Mailed]:
    """The example provider with its desk open, and a letterbox."""
    with (
        letterbox() as box,
        company(home, box.server) as folder,
        running(folder, home / "desk.log") as desk,
    ):
        yield Mailed(desk=desk, letters=box, crm=home / "crm.sqlite")
