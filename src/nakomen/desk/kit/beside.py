"""Work beside the pages: a thread of its own, again and again, until the desk closes."""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections

_LOG = logging.getLogger(__name__)


class Beside(threading.Thread):
    """Does *work* at once, then every *seconds*, and as soon as somebody asks for it."""

    def __init__(self, name: str, seconds: float, work: Callable[[], object]) -> None:
        super().__init__(name=name, daemon=True)
        self._seconds, self._work = seconds, work
        self._asked, self._closing = threading.Event(), threading.Event()

    def run(self) -> None:
        while not self._closing.is_set():
            self._asked.clear()
            self._once()
            self._asked.wait(self._seconds)

    def _once(self) -> None:
        close_old_connections()
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 (the next round must come; what broke is told)
            _LOG.error("%s: %s", self.name, type(error).__name__)
        finally:
            close_old_connections()

    def ask(self) -> None:
        """Do it again as soon as it can be done."""
        self._asked.set()

    def close(self) -> None:
        self._closing.set()
        self._asked.set()
