"""
The company that this desk serves, brought in when a page first needs it.

What reads policies and speaks to databases takes half a second to import and tens of megabytes: no
module of the desk imports it at its top, so that the first page waits for none of it.

Policy and maps are read once for each process, and again as soon as one of their files changed.
Connections are made anew each time: what stands in the systems is always as it is now.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from pathlib import Path

    from nakomen import Company

AGAIN_S = 600
"""At least so often all is read again: a password may stand elsewhere, and what was seen ages."""
Stamp = tuple[tuple[str, int, int], ...]


def opened() -> Company:
    """
    To be used with ``with``: it closes its stores.

    Raises:
        NakomenError: the company's folder has faults.
    """
    return _READING.of(settings.FOLDER).again()


class _Reading:
    """The last reading of a folder, and what its files were then."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[tuple[Stamp, int], Company] | None = None

    def of(self, folder: Path) -> Company:
        from nakomen import Company

        now = _stamp(folder), int(time.monotonic() / AGAIN_S)
        with self._lock:
            if self._kept is None or self._kept[0] != now:
                self._kept = now, Company.open(folder)
            return self._kept[1]


_READING = _Reading()


def _stamp(folder: Path) -> Stamp:
    """Of each file that a person or a survey writes: when it changed, and its length."""
    files = [*folder.glob("*.*"), *folder.glob("systems/*.yaml"), folder / ".nakomen/written.json"]
    seen = ((file, file.stat()) for file in sorted(files) if file.is_file())
    return tuple((file.name, stat.st_mtime_ns, stat.st_size) for file, stat in seen)
