"""
The desk under load: pages of the portal, the wall beside a long history, and a morning of mail.

    python benchmarks/desk.py                         as the next line
    python benchmarks/desk.py 10000 1000000 1000      open cases, lines of evidence, letters

Pages are asked for by wrk, a load generator of others (Debian package ``wrk``); the mailbox is
Dovecot's. All of it shares this machine's processors with the desk.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.desk import Client, Desk, running
from tests.support.imap import PASSWORD, Imap, dovecot
from tests.support.letters import company, letterbox

from nakomen import Company
from nakomen.ledger import Entry

A_SECOND = 50
"""
Requests, spread over as many connections; each waits a second between two of its own, more or less:
people do not all press at the same moment.
"""
STAFF = 10
"""Requests a second of all colleagues."""
SECONDS = 20
AN_HOUR = 3600
PAGES = ("/vragen/", "/klacht/", "/account/login/")
RATE = """
local paths = {{{paths}}}
local turn = 0
function delay() return math.random(0, 2000) end
function request()
  turn = turn + 1
  return wrk.format("GET", paths[turn % #paths + 1])
end
"""
CASES = """
from datetime import timedelta
from django.utils import timezone
from nakomen.desk.dossiers.models import Case, Channel, State
from nakomen.desk.dossiers.rights import Right
today, now = timezone.localdate(), timezone.now()
Case.objects.bulk_create((
    Case(token=f"{n:043}", right=Right.ACCESS, channel=Channel.PHONE, name=f"Test {n}",
         email=f"test{n}@post.example", received_at=now, received_on=today, state=State.PROVEN,
         due=today + timedelta(days=n % 30), due_why_nl="een maand", due_why_en="a month",
         known=False)
    for n in range(MANY)), batch_size=500)
"""


@dataclass(frozen=True)
class Told:
    """What wrk says: milliseconds at the percentiles, requests a second, answers that failed."""

    p50: float
    p95: float
    p99: float
    rate: float
    failed: int

    def __str__(self) -> str:
        spread = f"p50 {self.p50:6.1f}  p95 {self.p95:6.1f}  p99 {self.p99:6.1f} ms"
        return f"{spread}  {self.rate:5.1f} a second, {self.failed} failed"


def asked(address: str, paths: tuple[str, ...], cookie: str = "", a_second: int = A_SECOND) -> Told:
    """So many requests a second for *paths* in turn."""
    script = RATE.format(paths=", ".join(f'"{path}"' for path in paths))
    script += 'function done(s, l) io.write(string.format("95 %.0f\\n", l:percentile(95))) end\n'
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        words = ["wrk", "-t1", f"-c{a_second}", f"-d{SECONDS}s", "--latency", "-s", file.name]
        more = ["-H", f"Cookie: {cookie}"] if cookie else []
        told = subprocess.run(
            [*words, *more, address], check=True, capture_output=True, text=True
        ).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return Told(
        p50=_ms(told, "50%"),
        p95=float(re.search(r"^95 (\d+)", told, re.M)[1]) / 1000,  # type: ignore[index]
        p99=_ms(told, "99%"),
        rate=float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),  # type: ignore[index]
        failed=int(failed[1]) if failed else 0,
    )


def _ms(told: str, name: str) -> float:
    value, unit = re.search(rf"{name}\s+([\d.]+)(us|ms|s)", told).groups()  # type: ignore[union-attr]
    return float(value) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[unit]


def cookies(client: Client) -> str:
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in client.cookies)


def grown(desk: Desk, cases: int, lines: int) -> None:
    """The desk with so many open cases and so much evidence, counted anew."""
    desk.inside(CASES.replace("MANY", str(cases)))
    with Company.open(desk.folder) as opened:
        entries = [Entry("benchmark", {"turn": n}) for n in range(min(lines, 10_000))]
        for _ in range(0, lines, max(len(entries), 1)):
            opened.ledger.append(entries, at=datetime.now(UTC))


@contextmanager
def postbox(home: Path) -> Iterator[tuple[Desk, Imap]]:
    """A desk that looks in a mailbox."""
    with letterbox() as letters, dovecot() as box, company(home, letters.server) as folder:
        os.environ["POSTVAK"] = PASSWORD
        told = folder / "nakomen.yaml"
        told.write_text(f"{told.read_text('utf-8')}\nmailbox:\n  server: {box.url}\n", "utf-8")
        with running(folder, home / "log") as desk:
            yield desk, box


def letter(number: int) -> EmailMessage:
    made = EmailMessage()
    made["From"] = f"Test {number} <test{number}@post{number % 50}.example>"
    made["To"] = "privacy@zonneveld.example"
    made["Subject"] = "Inzageverzoek"
    made["Date"] = format_datetime(datetime.now(UTC))
    made["Message-ID"] = f"<{number}@post.example>"
    made.set_content("Graag ontvang ik een kopie van alle gegevens die u van mij hebt.")
    return made


@contextmanager
def opened(home: Path) -> Iterator[Desk]:
    """A desk that sends its letters to a server here."""
    with (
        letterbox() as letters,
        company(home, letters.server) as folder,
        running(folder, home / "log") as desk,
    ):
        yield desk


def pages(cases: int, lines: int) -> None:
    with tempfile.TemporaryDirectory() as home, opened(Path(home)) as desk:
        desk.counted()
        print(f"portal                       {asked(desk.address, PAGES)}")
        owner = desk.colleague("owner").client
        told = asked(desk.address, ("/beloften/",), cookies(owner), STAFF)
        print(f"wall of an empty desk        {told}")
        grown(desk, cases, lines)
        print(f"with {cases} open cases and {lines} more lines of evidence:")
        for name, path in (("wall", "/beloften/"), ("cases", "/zaken/")):
            told = asked(desk.address, (path,), cookies(owner), STAFF)
            print(f"{name:29}{told}")


def mail(many: int) -> None:
    with tempfile.TemporaryDirectory() as home, postbox(Path(home)) as (desk, box):
        desk.counted()
        with box.session() as session:
            for number in range(many):
                session.append("INBOX", "", "", letter(number).as_bytes())
        began = time.perf_counter()
        while (found := desk.rows("SELECT count(*) FROM dossiers_case")[0][0]) < many:
            time.sleep(0.5)
            if time.perf_counter() - began > AN_HOUR:
                break
        seconds = time.perf_counter() - began
        people = desk.rows("SELECT count(DISTINCT email) FROM dossiers_case")[0][0]
        print(f"mail: {many} letters, {found} cases of {people} people in {seconds:.0f} s")


if __name__ == "__main__":
    if not shutil.which("wrk"):
        sys.exit("install Debian's wrk first: apt-get install wrk")
    cases, lines, letters = [int(word) for word in sys.argv[1:]] or [10_000, 1_000_000, 1_000]
    pages(cases, lines)
    mail(letters)
