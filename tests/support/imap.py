"""A real IMAP server (Dovecot) on the loopback address, with one mailbox."""

import getpass
import imaplib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from tests.support.servers import ServerMissing

USER, PASSWORD = "privacy", "proef@wacht/woord"
_CONFIG = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
default_internal_user = {who}
default_login_user = {who}
default_internal_group = {group}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{home}/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True, kw_only=True)
class Imap:
    """A mailbox that listens on *port*; all its files are under *home*."""

    port: int
    home: Path

    @property
    def url(self) -> str:
        """For nakomen.yaml: the password is in the environment, as ``POSTVAK``."""
        return f"imap://{USER}:${{env:POSTVAK}}@127.0.0.1:{self.port}/INBOX"

    @contextmanager
    def session(self) -> Iterator[imaplib.IMAP4]:
        opened = imaplib.IMAP4("127.0.0.1", self.port, timeout=5)
        opened.login(USER, PASSWORD)
        opened.select("INBOX")
        try:
            yield opened
        finally:
            opened.logout()

    def put(
        self, message: EmailMessage | bytes, arrived: float | None = None, flags: str = ""
    ) -> None:
        """As a mail server does: it arrives *arrived* (seconds since 1970), else now."""
        raw = message if isinstance(message, bytes) else message.as_bytes()
        at = imaplib.Time2Internaldate(arrived or time.time())
        with self.session() as box:
            answer, _ = box.append("INBOX", flags, at, raw)
            assert answer == "OK"

    def all(self) -> list[tuple[str, bytes]]:
        """Each message there with its flags."""
        with self.session() as box:
            _, numbers = box.uid("SEARCH", "ALL")
            found = []
            for number in numbers[0].split():
                _, came = box.uid("FETCH", number, "(FLAGS BODY.PEEK[])")
                found.append((came[0][0].decode() + str(came[-1]), came[0][1]))
            return found


@contextmanager
def dovecot() -> Iterator[Imap]:
    """
    Raises:
        ServerMissing: Debian's dovecot-imapd is not here.
    """
    program = shutil.which("dovecot") or shutil.which("/usr/sbin/dovecot")
    if not program or not Path("/usr/lib/dovecot/imap").exists():
        raise ServerMissing("install Debian's dovecot-imapd")
    home = Path(tempfile.mkdtemp(prefix="imap-"))
    process = None
    try:
        made = _written(home)
        command = [program, "-F", "-c", str(home / "dovecot.conf")]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        _ready(made.port, process)
        yield made
    finally:
        if process:
            process.terminate()
            process.wait()
            assert process.stderr
            process.stderr.close()
        shutil.rmtree(home, ignore_errors=True)


def _written(home: Path) -> Imap:
    root = getpass.getuser() == "root"
    who = "nobody" if root else getpass.getuser()
    group = subprocess.check_output(["id", "-gn", who], text=True).strip()
    uid, gid = (subprocess.check_output(["id", f, who], text=True).strip() for f in ("-u", "-g"))
    home.chmod(0o755)
    (home / "mail").mkdir()
    if root:
        shutil.chown(home / "mail", who, group)
    made = Imap(port=_free(), home=home)
    text = _CONFIG.format(
        home=home,
        who=who,
        group=group,
        uid=uid,
        gid=gid,
        password=PASSWORD,
        port=made.port,
    )
    (home / "dovecot.conf").write_text(text)
    return made


def _free() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ready(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    assert process.stderr
    process.terminate()
    raise ServerMissing(process.stderr.read().decode())
