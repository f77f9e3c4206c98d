"""What the statement promises about requests, kept between them until the policy changes."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from nakomen import Company, Handling, verbs


def handling() -> Handling:
    """
    As policy.yaml has it now.

    Raises:
        NakomenError: the folder of the company has faults.
    """
    told = (settings.FOLDER / "policy.yaml").stat()
    return _read(settings.FOLDER, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=1)
def _read(folder: Path, changed: int, size: int) -> Handling:  # noqa: ARG001
    with Company.open(folder) as company:
        return verbs.handling(company)
