"""
A program that gives each command a process of its own for the price of a fork, and kills it.

One JSON document a line comes in and one goes out. It has everything imported and nothing open, so
a child is as fresh as ``python -m nakomen``. The product has no hook for this: the child wraps the
calls after which something has changed, counts them as *moments*, and stops itself at one.
"""

import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from nakomen.cli import main
from nakomen.ledger.database import Database
from nakomen.ledger.ledger import Ledger
from nakomen.ledger.subjects import SubjectBook
from nakomen.run import apply
from nakomen.stores.sql.store import SqlStore

WARM = ("cli.app", "verbs", "papers", "stores.sql.store", "policy", "detect", "reading", "checks")
CALLS = (
    (Ledger, "append"),
    (SqlStore, "act"),
    (SubjectBook, "remember"),
    (SubjectBook, "keep_only"),
    (SubjectBook, "forget"),
    (Database, "compact"),
    (Path, "replace"),
)
SMALL_BATCH = 50


class Moments:
    """Counts moments, writes their names to *log* and sends *signal* to itself at number *at*."""

    def __init__(self, log: Path, at: int | None, how: signal.Signals) -> None:
        self.log = log.open("a")
        self.at = at
        self.how = how
        self.count = 0

    def passed(self, name: str) -> None:
        self.count += 1
        self.log.write(f"{name}\n")
        self.log.flush()
        if self.count == self.at:
            os.kill(os.getpid(), self.how)

    def around(self, kind: type, name: str) -> None:
        before, told = getattr(kind, name), f"{kind.__name__}.{name}"

        @wraps(before)
        def wrapped(*words: Any, **named: Any) -> Any:
            self.passed(f"before {told}")
            result = before(*words, **named)
            self.passed(f"after {told}")
            return result

        setattr(kind, name, wrapped)

    def around_batches(self) -> None:
        sweep = SqlStore.sweep

        def wrapped(*words: Any) -> Iterator[int]:
            self.passed("before SqlStore.sweep")
            for rows in sweep(*words):
                self.passed("after a batch")
                yield rows
            self.passed("after SqlStore.sweep")

        SqlStore.sweep = wrapped  # type: ignore[method-assign]

    def around_statements(self) -> None:
        """Before and after every statement to any database, and before every commit."""

        def say(name: str) -> Callable[..., None]:
            return lambda *_: self.passed(name)

        event.listen(Engine, "before_cursor_execute", say("before a statement"))
        event.listen(Engine, "after_cursor_execute", say("after a statement"))
        event.listen(Engine, "commit", say("before a commit"))


def child(order: dict[str, Any]) -> int:
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(order[name], os.O_CREAT | os.O_TRUNC | os.O_WRONLY), number)
    moments = Moments(Path(order["log"]), order.get("at"), signal.Signals[order["signal"]])
    if order["statements"]:
        moments.around_statements()
    else:
        moments.around_batches()
        for kind, name in CALLS:
            moments.around(kind, name)
    apply.BATCH_ROWS = SMALL_BATCH
    code = main(order["argv"])
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def fork(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = child(order)
        finally:
            os._exit(code)
    return pid


def wait(pid: int, options: int = 0) -> int | None:
    """The exit code, minus the signal that ended or stopped it; None while it runs."""
    found, status = os.waitpid(pid, options)
    if not found:
        return None
    if os.WIFSTOPPED(status):
        return -os.WSTOPSIG(status)
    return os.waitstatus_to_exitcode(status)


def answer(order: dict[str, Any]) -> dict[str, Any]:
    if "go_on" in order:
        os.kill(order["go_on"], signal.SIGCONT)
        return {"code": wait(order["go_on"]), "pid": order["go_on"]}
    pid = fork(order)
    if (seconds := order.get("seconds")) is not None:
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
    return {"code": wait(pid, os.WUNTRACED), "pid": pid}


def serve() -> None:
    for name in WARM:
        importlib.import_module(f"nakomen.{name}")
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
