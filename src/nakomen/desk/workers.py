"""Several processes for the work beside the pages, on PostgreSQL; one that dies is replaced."""

import subprocess
import sys
import threading
from importlib.util import find_spec

from django.db import connection

from nakomen.desk.kit.beside import Beside
from nakomen.errors import UsageError

AGAIN_S = 1.0


class WorkersNeedServer(UsageError):
    """
    Workers need PostgreSQL: SQLite has one writer. Put `desk: database: postgresql://…` in
    nakomen.yaml, or leave --workers out.
    """

    nl = (
        "Voor workers is PostgreSQL nodig: SQLite heeft één schrijver. Zet `desk: database: "
        "postgresql://…` in nakomen.yaml, of laat --workers weg."
    )


class WorkersNotInstalled(UsageError):
    """Workers need procrastinate, which is not installed: pip install 'nakomen[workers]'."""

    nl = (
        "Voor workers is procrastinate nodig, en dat is niet geïnstalleerd: pip install "
        "'nakomen[workers]'."
    )


def check() -> None:
    """
    Raises:
        WorkersNeedServer, WorkersNotInstalled: as their texts say.
    """
    if connection.vendor != "postgresql":
        raise WorkersNeedServer
    if find_spec("procrastinate") is None:
        raise WorkersNotInstalled


class Workers(threading.Thread):
    """So *many* processes, until `end`."""

    def __init__(self, many: int) -> None:
        super().__init__(name="workers", daemon=True)
        from nakomen.desk.queue import Giving, fresh

        fresh()
        self._giving, self._closing = Giving(), threading.Event()
        self.processes = [_started() for _ in range(many)]
        Beside.give_out = self._giving

    def run(self) -> None:
        while not self._closing.wait(AGAIN_S):
            self.processes = [p if p.poll() is None else _started() for p in self.processes]

    def end(self) -> None:
        """They finish what they are at."""
        self._closing.set()
        self.join()
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()
        Beside.give_out = None
        self._giving.close()


def _started() -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-m", "nakomen.desk.worker"]
    return subprocess.Popen(words, stdin=subprocess.DEVNULL)
