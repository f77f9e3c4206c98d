"""The client of `warm.py`: commands in processes of their own, killed at a moment of choice."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
KILLED = -9
STOPPED = -19


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a command ended: its exit code, or minus the signal that ended or stopped it."""

    code: int
    seconds: float
    pid: int
    out: str
    err: str
    moments: list[str]

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> dict[str, Any]:
        """What a command that failed prints with --json."""
        error: dict[str, Any] = json.loads(self.out)["error"]
        return error

    @property
    def state(self) -> str:
        """What the last line of `apply` says."""
        return str(self.lines[-1]["state"])


class Fresh:
    """Each command runs in a fresh process, with stdout, stderr and passed moments in *folder*."""

    def __init__(self, folder: Path, env: dict[str, str] | None = None) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "tests.circle.warm"]
        this = {"PYTHONPATH": str(ROOT / "src")}  # also where another checkout is installed
        self._server = subprocess.Popen(
            command, cwd=ROOT, text=True, env={**(os.environ if env is None else env), **this},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def run(
        self,
        *words: object,
        at: int | None = None,
        seconds: float | None = None,
        signal: str = "SIGKILL",
        statements: bool = False,
    ) -> Ended:
        """
        Run one command: to its end, until moment number *at*, or for so many *seconds*.

        With *statements* a moment is every statement to a database, else every call that matters.
        """
        files = {name: str(self.folder / name) for name in ("out", "err", "log")}
        Path(files["log"]).write_text("")
        order = {"argv": list(map(str, words)), "at": at, "seconds": seconds, "signal": signal}
        return self._ended(self._ask({**order, **files, "statements": statements}))

    def go_on(self, stopped: Ended) -> Ended:
        """Wake a stopped command and wait for its end."""
        return self._ended(self._ask({"go_on": stopped.pid}))

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        print(json.dumps(order), file=self._server.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._server.stdout.readline())
        return answer

    def _ended(self, answer: dict[str, Any]) -> Ended:
        out, err, log = ((self.folder / n).read_text("utf-8") for n in ("out", "err", "log"))
        return Ended(**answer, out=out, err=err, moments=log.splitlines())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server.stdin and self._server.stdout:
            self._server.stdin.close()
            self._server.stdout.close()
        self._server.wait(timeout=30)
