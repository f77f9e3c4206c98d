"""version.json: one version as a file, checked when it is read."""

import json
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nakomen.errors import NakomenError
from nakomen.policy.versions.notice import GivenNotice
from nakomen.policy.versions.register import Register, Version
from nakomen.terms import Channel


class VersionUnreadable(NakomenError):
    """A version file is damaged. Put it back from a copy; nothing was changed."""

    nl = "Een versiebestand is beschadigd. Zet het terug uit een kopie; er is niets veranderd."


class _Notice(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    channel: Channel
    on: date
    persons: Annotated[int, Field(ge=0)] | None = None
    missed: Annotated[int, Field(ge=0)] = 0


class _Version(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    number: Annotated[str, Field(min_length=1)]
    issued: date
    effective: date
    author: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    policy: str
    material: bool = False
    changes: tuple[str, ...] = ()
    notices: tuple[_Notice, ...] = ()


def load_version(text: str, name: str) -> Version:
    """
    Raises:
        VersionUnreadable: names the file and the field.
    """
    try:
        form = _Version.model_validate_json(text)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise VersionUnreadable(f"{name}: {place}") from None
    notices = tuple(GivenNotice(**vars(notice)) for notice in form.notices)
    return Version(**{**vars(form), "notices": notices})


def dump_version(version: Version) -> str:
    """The file, as `load_version` reads it."""
    return json.dumps(asdict(version), default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def ordered(versions: list[Version]) -> Register:
    """Versions as they take effect."""
    return Register(tuple(sorted(versions, key=lambda version: version.effective)))
