"""Work beside the pages: a thread of its own, again and again, until the desk closes."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import ClassVar

from django.db import close_old_connections

FIRST_S = 1.0
"""So long the pages have the machine to themselves when the desk opens."""
_LOG = logging.getLogger(__name__)


class Beside(threading.Thread):
    """
    Does *work* soon after the start, then every *seconds*, and as soon as somebody asks for it.

    *apart*: in a process of its own, which takes the memory along when it ends, and no time from
    the pages. *work* is then a function of a module; where *due* says no, nothing is begun.

    A desk with workers has no work done here: each round *give_out* gets the name, for one of them.
    """

    give_out: ClassVar[Callable[[str], None] | None] = None

    def __init__(
        self,
        name: str,
        seconds: float,
        work: Callable[[], object],
        *,
        apart: bool = False,
        due: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(name=name, daemon=True)
        self._due = due
        self._seconds, self._work, self._apart = seconds, work, apart
        self._asked, self._closing = threading.Event(), threading.Event()
        self._other: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        self._asked.wait(FIRST_S)
        while not self._closing.is_set():
            self._asked.clear()
            self._once()
            self._asked.wait(self._seconds)

    def _once(self) -> None:
        close_old_connections()
        try:
            if Beside.give_out:
                Beside.give_out(self.name)
            elif self._due():
                self._elsewhere() if self._apart else self._work()
        except Exception as error:  # noqa: BLE001 (the next round must come; what broke is told)
            _LOG.error("%s: %s", self.name, type(error).__name__)
        finally:
            close_old_connections()

    def do(self) -> None:
        """One round, in this process; what broke is told, and the next round comes."""
        close_old_connections()
        try:
            if self._due():
                self._work()
        except Exception as error:  # noqa: BLE001 (as above)
            _LOG.error("%s: %s", self.name, type(error).__name__)
        finally:
            close_old_connections()

    def _elsewhere(self) -> None:
        words = ["-m", "nakomen.desk.apart", self._work.__module__, self._work.__name__]
        self._other = subprocess.Popen([sys.executable, *words], stdin=subprocess.DEVNULL)
        if self._closing.is_set():
            self._other.terminate()
        self._other.wait()

    def ask(self) -> None:
        """Do it again as soon as it can be done."""
        self._asked.set()

    def close(self) -> None:
        self._closing.set()
        self._asked.set()
        if self._other:
            self._other.terminate()
