"""Work beside the pages of customers, in one thread: letters soon, and each hour what is over."""

import time

from nakomen.desk.customers import opening, tidying
from nakomen.desk.kit.beside import Beside

EVERY_S = 15.0
TIDY_S = 3600.0


class _Work:
    def __init__(self) -> None:
        self._tidied = float("-inf")

    def __call__(self) -> None:
        opening.send_waiting()
        if time.monotonic() - self._tidied > TIDY_S:
            tidying.tidy()
            self._tidied = time.monotonic()


CUSTOMERS = Beside("customers", EVERY_S, _Work())
