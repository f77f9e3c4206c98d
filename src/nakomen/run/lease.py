"""One runner at a time in a company's folder; a killed one leaves nothing behind."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from nakomen.errors import NakomenError
from nakomen.run.company import Company


class Busy(NakomenError):
    """Another run is at work in this folder. Wait until it has ended."""

    nl = "In deze map is al een uitvoering bezig. Wacht tot die klaar is."
    exit_code: ClassVar[int] = 7
    retry: ClassVar[bool] = True


@contextmanager
def lease(company: Company, name: str = "apply") -> Iterator[None]:
    """
    Args:
        name: of the work; a drill has one of its own, within which its requests are applied.

    Raises:
        Busy: another run holds it.
    """
    lock = company.state / f"{name}.lock"
    lock.touch(mode=0o600)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        yield
