"""Stopping as people expect: what was asked is answered first, and work beside the pages ends."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from nakomen.desk.kit.beside import Beside

ANSWER_S = 20.0
"""So long a request may take after somebody asked the desk to stop."""
END_S = 8.0
"""So long work beside the pages may take to come to a good end."""
_SENT_S = 0.2


class Stopping:
    """Counts the requests under way in *app*; on SIGTERM waits for them, then ends the server."""

    def __init__(self, app: Callable[..., Iterable[bytes]]) -> None:
        self._app, self._lock = app, threading.Lock()
        self._under_way, self._asked, self._over = 0, False, False

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self._count(1)
        try:
            return self._app(environ, start_response)
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self._under_way += more

    def on_signal(self, *_: object) -> None:
        """The first time wait beside the server, which goes on; then end it."""
        if self._over:
            sys.exit(0)
        if not self._asked:
            self._asked = True
            threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        until = time.monotonic() + ANSWER_S
        while self._under_way and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(_SENT_S)
        self._over = True
        os.kill(os.getpid(), signal.SIGTERM)


def end(works: Sequence[Beside]) -> None:
    """Ask all work to stop, and give it time; what is not done then waits for the next start."""
    for work in works:
        work.close()
    until = time.monotonic() + END_S
    for work in works:
        if work.ident is not None:
            work.join(max(0.0, until - time.monotonic()))
