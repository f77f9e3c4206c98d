"""Letters that come by mail become cases, once, on a real IMAP server and a desk of its own."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from tests.support.desk import Desk, running
from tests.support.imap import PASSWORD, Imap, dovecot
from tests.support.letters import SENDER, Letterbox, company, letterbox
from tests.support.servers import ServerMissing

NOW = datetime.now(UTC).replace(microsecond=0)
ROUNDS = """
import sys
from pathlib import Path
from nakomen.desk.start import configure
configure(Path(sys.argv[1]), "http://127.0.0.1:8000")
from nakomen.desk.dossiers.post import send_waiting
from nakomen.desk.mailbox.fetching import fetch_new
for _ in sys.stdin:
    fetch_new()
    send_waiting()
    print(flush=True)
"""
PHOTO = b"\xff\xd8\xff\xe0 a picture"


def mail(
    who: str, subject: str, text: str, sent: datetime = NOW, html: str = "", **lines: str
) -> EmailMessage:
    made = EmailMessage()
    made["From"] = f"Test {who.capitalize()} <{who}@post.example>" if "@" not in who else who
    made["To"] = SENDER
    made["Subject"] = subject
    made["Date"] = format_datetime(sent)
    made["Message-ID"] = f"<{subject.replace(' ', '-')}.{who}@post.example>"
    for name, value in lines.items():
        made[name.replace("_", "-")] = value
    if html:
        made.set_content(html, subtype="html")
    else:
        made.set_content(text)
    return made


@dataclass(kw_only=True)
class Post:
    """The company's folder, its mailbox and where its letters arrive."""

    folder: Path
    box: Imap
    letters: Letterbox

    def rows(self, select: str, *values: Any) -> list[Any]:
        file = f"file:{self.folder}/.nakomen/desk.sqlite?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as opened:
            return opened.execute(select, values).fetchall()

    @contextmanager
    def fetching(self) -> Iterator["subprocess.Popen[str]"]:
        """A process without pages that looks in the mailbox, and sends, for each line it gets."""
        words = [sys.executable, "-c", ROUNDS, str(self.folder)]
        pipe = subprocess.PIPE
        with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as process:
            yield process

    @contextmanager
    def desk(self, seen: int) -> Iterator[Desk]:
        """A desk that has handled *seen* messages; afterwards it is killed."""
        with running(self.folder, self.folder.parent / "desk.log") as desk:
            until = time.monotonic() + 60
            count = "SELECT count(*) FROM mailbox_seen WHERE kind != 'before' AND NOT owed"
            while desk.rows(count)[0][0] < seen:
                assert time.monotonic() < until, desk.log.read_text("utf-8")
                time.sleep(0.05)
            yield desk


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    home = tmp_path_factory.mktemp("mailbox")
    try:
        with (
            letterbox() as letters,
            dovecot() as box,
            company(home, letters.server) as folder,
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setenv("POSTVAK", PASSWORD)
            told = folder / "nakomen.yaml"
            address = f"\nmailbox:\n  server: {box.url}\n"
            told.write_text(told.read_text("utf-8") + address, "utf-8")
            yield Post(folder=folder, box=box, letters=letters)
    except ServerMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI reads mail on a real server: {missing}")
        pytest.skip(f"no server for this test: {missing}")


@pytest.fixture(scope="module")
def rounds(post: Post) -> Iterator["subprocess.Popen[str]"]:
    with post.fetching() as process:
        yield process


def look(process: "subprocess.Popen[str]") -> None:
    """One round, whole."""
    assert process.stdin
    assert process.stdout
    print(file=process.stdin, flush=True)
    assert process.stdout.readline() == "\n"


def events(desk: Desk | Post, who: str) -> list[str]:
    select = (
        "SELECT what FROM dossiers_event JOIN dossiers_case c ON c.id = case_id"
        " WHERE email = ? ORDER BY dossiers_event.id"
    )
    return [row[0] for row in desk.rows(select, f"{who}@post.example")]


def cases(desk: Desk | Post, who: str) -> list[tuple[str, ...]]:
    select = (
        "SELECT right, channel, state, language, received_on FROM dossiers_case WHERE email = ?"
    )
    return desk.rows(select, f"{who}@post.example")


def test_a_message_to_the_published_address_is_a_case_until_it_is_answered(post: Post) -> None:
    """
    Sure: its right, its clock since it was sent, a receipt and a code. Not sure: a person reads it.
    What no person wrote gets no answer. Nothing in the mailbox is touched but a copy of a card.
    """
    old = NOW - timedelta(days=3)
    passport = mail("ida", "Inzage", "Graag inzage in mijn gegevens. Bijgevoegd mijn paspoort.")
    passport.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="IMG_1.jpg")
    passport.add_attachment(b"brief", maintype="text", subtype="csv", filename="lijst.csv")
    for arrived in (
        mail("anna", "Verzoek", "Ik wil dat u al mijn gegevens wist.", old),
        mail("bram", "My data", "", html="<p>Please send me <b>a copy</b> of all my data.</p>"),
        mail("cleo", "Vraag", "Bent u ook op zaterdag open?", NOW + timedelta(days=40)),
        passport,
        passport,
        mail("dirk", "Nieuws", "Wilt u mijn gegevens verwijderen?", List_Unsubscribe="<x>"),
        mail("eva", "Afwezig", "Verwijder mijn gegevens.", Auto_Submitted="auto-replied"),
        mail(SENDER, "Inzage", "Ik wil inzage in mijn gegevens."),
    ):
        post.box.put(arrived)
    post.box.put(mail("oud", "Inzage", "Ik wil inzage in mijn gegevens."), flags="\\Seen")
    post.box.put(mail("anna", "Verzoek", "Ik wil dat u al mijn gegevens wist.", old))
    with post.desk(seen=7) as desk:
        assert [(*row[:4],) for row in cases(desk, "anna")] == [("erase", "mail", "asked", "nl")]
        assert cases(desk, "anna")[0][4] == f"{old.astimezone().date()}"
        assert cases(desk, "bram")[0][:4] == ("access", "mail", "asked", "en")
        assert cases(desk, "cleo")[0] == ("", "mail", "asked", "nl", f"{NOW.astimezone().date()}")
        assert post.letters.code("anna@post.example")
        assert post.letters.last("bram@post.example", "We received")
        post.letters.last("cleo@post.example", "ontvangen")
        assert post.letters.to("cleo@post.example", "code") == []
        for nobody in ("dirk", "eva", "oud"):
            assert cases(desk, nobody) == []
            assert post.letters.to(f"{nobody}@post.example") == []
        assert post.letters.to(SENDER) == []
        assert events(desk, "ida")[:2] == ["received", "id_came"]
        told = [each for each in events(desk, "ida") if each != "not_on_file"]  # at any moment
        assert told[-2:] == ["attached", "id_gone"]
        there = post.box.all()
        assert len(there) == 9  # of the two letters with a card one stands there, without it
        assert not any(b"IMG_1.jpg" in raw or b"/9j/4" in raw for _, raw in there)
        assert sum(b"lijst.csv" in raw for _, raw in there) == 1
        assert sum("\\Seen" in facts for facts, _ in there) == 1
        assert "post.example" not in desk.log.read_text("utf-8")
        _staff_reads(desk)


def _staff_reads(desk: Desk) -> None:
    """It stands in the list of the contact, who says what is asked; then the plan can be made."""
    contact = desk.colleague("owner").client
    page = contact.get("/zaken/").words
    assert page.count("nog onduidelijk") == 1
    assert "4 brieven over zaken, 3 niet door een mens geschreven" in page
    (number,) = desk.rows("SELECT id FROM dossiers_case WHERE email = 'cleo@post.example'")[0]
    assert "Wat vraagt zij?" in contact.get(f"/zaken/{number}/").words
    contact.post(f"/zaken/{number}/gezien/", {"how": "person"})
    assert contact.post(f"/zaken/{number}/plan/").status in (404, 422)
    assert contact.post(f"/zaken/{number}/recht/", {"right": "undo"}).status == 422
    assert contact.post(f"/zaken/{number}/recht/", {"right": "access"}).status == 302
    assert cases(desk, "cleo")[0][0] == "access"
    (sure,) = desk.rows("SELECT id FROM dossiers_case WHERE email = 'anna@post.example'")[0]
    assert "Vroeg zij iets anders?" in contact.get(f"/zaken/{sure}/").words
    assert "Maak het plan" in contact.get(f"/zaken/{number}/").words


def test_a_desk_that_is_killed_between_letters_opens_each_case_once(
    post: Post, request: pytest.FixtureRequest
) -> None:
    """Killed while it handles eight letters, and started again: a case and a receipt for each."""
    people = [f"p{number:02}" for number in range(8)]
    for who in people:
        post.box.put(mail(who, "Inzage", "Mag ik een kopie van al mijn gegevens?"))
    count = "SELECT count(*) FROM dossiers_case WHERE email LIKE 'p__@post.example'"
    with post.fetching() as process:
        assert process.stdin
        print(file=process.stdin, flush=True)
        until = time.monotonic() + 60
        while post.rows(count)[0][0] < 2:
            assert time.monotonic() < until
            time.sleep(0.005)
        process.kill()
    assert post.rows(count)[0][0] < len(people), "killed too late to show anything"
    look(request.getfixturevalue("rounds"))
    assert [len(cases(post, who)) for who in people] == [1] * len(people)
    letters = "SELECT subject FROM dossiers_letter WHERE \"to\" = ? AND subject LIKE 'Wij hebben%'"
    assert [len(post.rows(letters, f"{who}@post.example")) for who in people] == [1] * len(people)


def test_a_letter_that_comes_back_is_marked_and_no_stranger_can_mark_one(
    post: Post, rounds: "subprocess.Popen[str]"
) -> None:
    """A delivery report with the letter's own number; what she writes more joins her case."""
    failed = "SELECT subject FROM dossiers_letter WHERE state = 'failed'"
    post.box.put(mail("gijs", "Inzage", "Mag ik een kopie van al mijn gegevens?"))
    look(rounds)
    ours = post.letters.to("gijs@post.example", "ontvangen")[0]
    reference = ours["Subject"].split()[-1]
    mark = ours["Message-ID"].strip("<").partition(".")[0]
    post.box.put(report(f"<{mark}.guess@zonneveld.example>", "guess"))
    post.box.put(mail("gijs", f"Re: {reference}", "Hoe staat het ermee?"))
    post.box.put(mail("vera", f"Re: {reference}", "Wanneer bent u open?"))
    look(rounds)
    assert events(post, "gijs").count("wrote") == 1
    assert [len(cases(post, who)) for who in ("gijs", "vera")] == [1, 1]
    assert post.rows(failed) == []
    post.box.put(report(ours["Message-ID"], "true"))
    look(rounds)
    assert post.rows(failed) == [(ours["Subject"],)]
    assert "bounced" in events(post, "gijs")


def report(number: str, subject: str) -> bytes:
    """A delivery report as mail servers write it."""
    return (
        "From: MAILER-DAEMON@mx.example\r\n"
        f"To: {SENDER}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@mx.example>\r\n"
        f"Date: {format_datetime(NOW)}\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        "Final-Recipient: rfc822; x@post.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {number}\r\n\r\n--b--\r\n"
    ).encode()
