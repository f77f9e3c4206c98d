"""A running desk, and people who use it: with a second factor, over HTTP, as a browser does."""

import base64
import hashlib
import hmac
import html
import json
import os
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import (
    HTTPCookieProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    Request,
    build_opener,
)

from tests.circle.providers import provider
from tests.circle.world import World

from nakomen.demo.provider import STATEMENT

PASSWORD = "zeven groene fietsen"
PERIOD_S = 30
FIRST = "owner@zonneveld.example"
"""Who takes up the invitation that the desk shows when it starts."""
ROOT = Path(__file__).parents[2]
EXACTLY, LIGHTLY = "nakomen", "tests.support.lightly"
_DIES_WITH_US = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []


def code(secret: str, steps: int = 0) -> str:
    """The six figures of an authenticator app now, or so many *steps* of half a minute later."""
    key = base64.b32decode(secret)
    counter = struct.pack(">Q", int(time.time()) // PERIOD_S + steps)
    made = hmac.new(key, counter, hashlib.sha1).digest()
    at = made[-1] & 15
    return f"{(struct.unpack('>I', made[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back. *to* is where it sends the browser, a path; empty when it does not."""

    status: int
    headers: Any
    body: bytes
    to: str = ""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """What a reader sees, on one line."""
        seen = re.sub(r"<(script|style|head)\b.*?</\1>", " ", self.text, flags=re.S)
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", seen)).split())


class _Stays(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class _From(HTTPHandler):
    """Requests that come from one of the many addresses of this machine."""

    def __init__(self, ip: str) -> None:
        super().__init__()
        self.ip = ip

    def http_open(self, req: Request) -> Any:
        here = partial(HTTPConnection, source_address=(self.ip, 0))
        return self.do_open(here, req)  # type: ignore[arg-type]


_IPS = (f"127.9.{a}.{b}" for a in range(256) for b in range(1, 255))


@dataclass
class Client:
    """
    A browser without a window: it keeps cookies and shows the token of forms it was given.

    It has an IP address of its own, so that what one test tries too often is not held against
    another.
    """

    address: str
    headers: dict[str, str] = field(default_factory=lambda: {"Accept-Language": "nl"})
    ip: str = field(default_factory=lambda: next(_IPS))

    def __post_init__(self) -> None:
        self.cookies = CookieJar()
        self._opener = build_opener(_From(self.ip), HTTPCookieProcessor(self.cookies), _Stays())

    def get(self, path: str, **headers: str) -> Answer:
        return self.send("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, Any] | None = None, **headers: str) -> Answer:
        """Send a form of this page; its token is asked for first where none was seen yet."""
        if self.cookie("csrftoken") is None:
            self.get("/account/login/")
        given = {"csrfmiddlewaretoken": self.cookie("csrftoken") or "", **(fields or {})}
        return self.send("POST", path, urlencode(given, doseq=True).encode(), headers)

    def send(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str] | None = None
    ) -> Answer:
        """One request as it is; nothing is followed. *path* may be a whole address."""
        given = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        asked = Request(urljoin(self.address, path), body, {**self.headers, **given}, method=method)
        try:
            with closing(self._opener.open(asked, timeout=30)) as came:
                return self._answer(came.status, came.headers, came.read())
        except HTTPError as refused:
            with closing(refused):
                return self._answer(refused.code, refused.headers, refused.read())

    def _answer(self, status: int, headers: Any, body: bytes) -> Answer:
        to = (headers.get("Location") or "").removeprefix(self.address)
        return Answer(status=status, headers=headers, body=body, to=to)

    def follow(self, answer: Answer) -> Answer:
        """Where *answer* sends the browser in the end."""
        while answer.to:
            answer = self.get(answer.to)
        return answer

    def cookie(self, name: str) -> str | None:
        return next((cookie.value for cookie in self.cookies if cookie.name == name), None)


@dataclass(kw_only=True)
class Colleague:
    """Somebody who works here; *client* is signed in, *secret* is what her app holds."""

    name: str
    email: str
    role: str
    client: Client
    password: str = PASSWORD
    secret: str = ""
    spent: int = 0

    recovery: list[str] = field(default_factory=list)

    def code(self) -> str:
        """A code that was not used before: of the app first, then of her recovery codes."""
        self.spent += 1
        return code(self.secret) if self.spent == 1 else self.recovery.pop()


@dataclass(kw_only=True)
class Desk:
    """*folder* is the company's; *invitation* is the first owner's, used by `colleague`."""

    address: str
    invitation: str
    folder: Path
    log: Path
    process: subprocess.Popen[str]
    colleagues: dict[str, Colleague] = field(default_factory=dict)

    def client(self, **headers: str) -> Client:
        """Somebody new at the door, who asks for Dutch."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return Client(self.address, {"Accept-Language": "nl", **given})

    def colleague(self, role: str = "owner") -> Colleague:
        """Who has *role*, signed in with a second factor; made once."""
        if role not in self.colleagues:
            self.colleagues[role] = self.hired(role, f"{role}@zonneveld.example")
        return self.colleagues[role]

    def hired(self, role: str, email: str, *, second: bool = True) -> Colleague:
        """A colleague of her own for one test; without *second* she gave a password only."""
        made = self.invited(role, email)
        self.enter(made)
        if second:
            self.make_second(made)
        return made

    def invited(self, role: str, email: str) -> Colleague:
        """Somebody who took up her invitation, and is not signed in yet."""
        name = f"{email.split('@')[0].capitalize()} Proef"
        made = Colleague(name=name, email=email, role=role, client=self.client())
        fields = {"password": PASSWORD, "again": PASSWORD, "signed": "on"}
        if email == FIRST:
            link, fields = self.invitation, fields | {"name": name, "email": email}
        else:
            link = self.link(role, email, name)
        answer = made.client.post(link, fields)
        assert answer.status == 302, answer.words
        return made

    def link(self, role: str, email: str, name: str) -> str:
        """The invitation that the owner makes for somebody."""
        owner = self.colleague("owner").client
        shown = owner.post("/collegas/", {"name": name, "email": email, "role": role})
        found = re.search(r"/uitnodiging/[\w=-]+/[\w-]+/", shown.text)
        assert found, shown.words
        return found[0]

    def enter(self, who: Colleague, client: Client | None = None) -> Answer:
        """Give the password at the door."""
        at = client or who.client
        answer = at.post("/account/login/", {"login": who.email, "password": who.password})
        assert answer.status == 302, answer.words
        return answer

    def make_second(self, who: Colleague) -> Answer:
        """Put the secret in an app, and show its first code."""
        path = "/account/tweede-stap/totp/activate/"
        page = who.client.get(path)
        who.secret = re.search(r"\b[A-Z2-7]{32}\b", page.text)[0]  # type: ignore[index]
        answer = who.client.post(path, {"code": who.code()})
        assert answer.status == 302, answer.words
        shown = who.client.follow(answer)
        who.recovery = re.findall(r"<code>(\d{8})</code>", shown.text)
        assert len(who.recovery) == 10, shown.words
        return answer

    def again(self, who: Colleague) -> Client:
        """The same colleague on another device, with her second factor."""
        client = self.client()
        self.enter(who, client)
        answer = client.post("/account/tweede-stap/authenticate/", {"code": who.code()})
        assert answer.status == 302, answer.words
        return client

    def inside(self, script: str) -> str:
        """What a program prints that runs with the desk's own settings, beside it."""
        first = "import sys; from nakomen.desk.start import configure\n"
        first += "from pathlib import Path; configure(Path(sys.argv[1]), sys.argv[2])\n"
        words = [sys.executable, "-c", first + script, str(self.folder), self.address]
        return subprocess.run(
            words, stdout=subprocess.PIPE, text=True, check=True, env=warm()
        ).stdout

    def files(self) -> dict[Path, bytes]:
        """Everything that the desk keeps, as somebody reads it who took the disk."""
        state = self.folder / ".nakomen"
        return {file: file.read_bytes() for file in state.rglob("*") if file.is_file()}

    def rows(self, select: str, *values: Any) -> list[Any]:
        """What stands in the desk's own tables."""
        file = f"file:{self.folder}/.nakomen/desk.sqlite?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as opened:
            return opened.execute(select, values).fetchall()

    def write(self, statement: str, *values: Any) -> None:
        """Something that only time or a fault brings about, done to the desk's own tables."""
        with closing(sqlite3.connect(self.folder / ".nakomen" / "desk.sqlite")) as opened, opened:
            opened.execute(statement, values)

    def counted(self, within_s: float = 90.0) -> None:
        """Wait until the first count of the promises is done."""
        until = time.monotonic() + within_s
        while not self.rows("SELECT 1 FROM promises_count WHERE ended IS NOT NULL"):
            assert time.monotonic() < until, self.log.read_text("utf-8")
            time.sleep(0.1)


def warm() -> dict[str, str]:
    """Our environment, in which a program keeps what Python made of it, as an installed one has."""
    kept = {"PYTHONPYCACHEPREFIX": f"{tempfile.gettempdir()}/nakomen-tests-pyc-{os.getuid()}"}
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | kept


def bare(of: Path, to: Path) -> Path:
    """The company of *of* in a folder *to*, without anything that was kept of it."""
    return shutil.copytree(of, to, ignore=shutil.ignore_patterns(".nakomen"))


def port_of(pid: int) -> int:
    """Where a process listens."""
    sockets = {link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir()}
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        cells = line.split()
        if cells[3] == "0A" and f"socket:[{cells[9]}]" in sockets:
            return int(cells[1].split(":")[1], 16)
    raise AssertionError("it listens nowhere")


@contextmanager
def running(
    folder: Path, log: Path, *more: str, today: str | None = None, program: str = LIGHTLY
) -> Iterator[Desk]:
    """
    `nakomen up` for the company in *folder*, until the block ends or this process does.

    Passwords are hashed lightly, unless *program* is EXACTLY.
    """
    words = ["-m", program, "-C", str(folder), "up", "--port", "0", "--json", *more]
    if today:
        words[2:2] = ["--today", today]
    environment = warm() | {"PYTHONWARNINGS": "default", "LC_ALL": "C.UTF-8"}
    if program == LIGHTLY:
        environment["PYTHONPATH"] = str(ROOT)
    with log.open("w") as err:
        process = subprocess.Popen(
            [*_DIES_WITH_US, sys.executable, *words],
            stdout=subprocess.PIPE,
            stderr=err,
            stdin=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
    assert process.stdout
    try:
        told = process.stdout.readline()
        assert told, log.read_text("utf-8")
        yield Desk(**json.loads(told), folder=folder, log=log, process=process)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()


@contextmanager
def opened_desk(home: Path) -> Iterator[Desk]:
    """The example provider, tiny on SQLite under *home*, with its desk open."""
    with provider("sqlite", "tiny", home) as urls:
        world = World(folder=home / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        world.close()
        with running(world.folder, home / "desk.log", program=EXACTLY) as desk:
            yield desk
