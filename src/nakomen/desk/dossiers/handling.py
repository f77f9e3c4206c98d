"""What the statement promises about requests, kept between them until the policy changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

from nakomen import verbs
from nakomen.desk.kit.company import opened

if TYPE_CHECKING:
    from nakomen import Handling


def handling() -> Handling:
    """
    As policy.yaml has it now.

    Raises:
        NakomenError: the folder of the company has faults.
    """
    told = (settings.FOLDER / "policy.yaml").stat()
    return _read(told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=1)
def _read(changed: int, size: int) -> Handling:  # noqa: ARG001
    with opened() as company:
        return verbs.handling(company)
