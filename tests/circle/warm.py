"""
A program that gives each command a process of its own for the price of a fork, and kills it.

One JSON document a line comes in and one goes out. It has everything imported and nothing open, so
a child is as fresh as ``python -m nakomen``. The product has no hook for this: the child listens
to SQLAlchemy and to renames, counts *moments*, and sends itself a signal at one of them.
"""

import json
import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect
from tests.support.imported import everything

from nakomen.cli import main

LASTING = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|WITH\b.*\b(UPDATE|DELETE)\b)", re.I | re.S)
AT_ONCE = re.compile(r"\s*(VACUUM|PRAGMA wal_checkpoint)", re.I)
SMALL_BATCH = 400


class Moments:
    """Counts moments, writes their names to *log* and sends *how* to itself at number *at*."""

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

    def around_changes(self) -> None:
        """Before and after each commit that changes rows, each file swept clean, each rename."""
        commit = DefaultDialect.do_commit

        def note(connection: Any, _cursor: object, statement: str, *_: object) -> None:
            if LASTING.match(statement):
                connection.info["changed"] = connection.engine.url.database.rpartition("/")[2]
            if AT_ONCE.match(statement):
                self.passed(f"before {statement}")

        def noted(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if AT_ONCE.match(statement):
                self.passed(f"after {statement}")

        def do_commit(dialect: DefaultDialect, connection: Any) -> None:
            changed = connection.info.pop("changed", None)
            if changed:
                self.passed(f"before a commit in {changed}")
            commit(dialect, connection)
            if changed:
                self.passed(f"after a commit in {changed}")

        event.listen(Engine, "before_cursor_execute", note)
        event.listen(Engine, "after_cursor_execute", noted)
        DefaultDialect.do_commit = do_commit  # type: ignore[method-assign,assignment]
        for kind, name in ((os, "replace"), (os, "rename"), (os, "link")):
            self.around(kind, name)

    def around(self, place: Any, name: str) -> None:
        before = getattr(place, name)

        @wraps(before)
        def wrapped(*words: Any, **named: Any) -> Any:
            self.passed(f"before a {name}")
            result = before(*words, **named)
            self.passed(f"after a {name}")
            return result

        setattr(place, name, wrapped)

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
        moments.around_changes()
    small_batches()
    code = main(order["argv"])
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def small_batches() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("nakomen.run.") and hasattr(module, "BATCH_ROWS"):
            module.BATCH_ROWS = SMALL_BATCH


def fork(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = child(order)
        except BaseException:  # noqa: BLE001 - shown as Python would, for who looks for data in it
            traceback.print_exc()
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
        return {"code": wait(order["go_on"]), "pid": order["go_on"], "seconds": 0.0}
    began = time.monotonic()
    pid = fork(order)
    if (seconds := order.get("seconds")) is not None:
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
    code = wait(pid, os.WUNTRACED)
    return {"code": code, "pid": pid, "seconds": time.monotonic() - began}


def serve() -> None:
    everything()
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
