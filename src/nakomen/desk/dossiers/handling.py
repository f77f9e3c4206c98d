"""What the statement promises about requests, kept between them until the policy changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.kit.company import opened

if TYPE_CHECKING:
    from datetime import date

    from nakomen import Handling


def handling() -> Handling:
    """
    As the version of the statement has it that holds today.

    Raises:
        NakomenError: the folder of the company has faults.
    """
    folder = settings.FOLDER
    files = [folder / "policy.yaml", *sorted(folder.glob("versions/*/version.json"))]
    told = tuple((file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    return _read(told, timezone.localdate())


@lru_cache(maxsize=1)
def _read(changed: tuple[tuple[int, int], ...], day: date) -> Handling:  # noqa: ARG001
    with opened() as company:
        return verbs.handling(company, day)
