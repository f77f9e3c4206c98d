"""Names of third parties that a statement may mention, from the list beside this file."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class Known:
    """The usual spelling of a name, and whether it is a public authority."""

    name: str
    authority: bool


@cache
def known_names() -> dict[str, Known]:
    """Each spelling, casefolded, with the party it stands for."""
    names: dict[str, Known] = {}
    for line in files(__package__).joinpath("third_parties.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            spellings = [part.strip() for part in line.lstrip("!").split("|")]
            known = Known(name=spellings[0], authority=line.startswith("!"))
            names |= {spelling.casefold(): known for spelling in spellings}
    return names


@cache
def name_pattern() -> re.Pattern[str]:
    """
    Any known name as a word of its own, longest first; it must begin as a name does.

    >>> name_pattern().findall("via mollie of PostNL, niet exact")
    ['PostNL']
    """
    spellings = sorted(_spellings(), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w@.-])(?=[A-Z0-9e])(?:{'|'.join(map(re.escape, spellings))})(?![\w@]|\.\w)"
    )


def _spellings() -> set[str]:
    """As listed, with a capital, and in capitals throughout."""
    listed: set[str] = set()
    for line in files(__package__).joinpath("third_parties.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            for part in line.lstrip("!").split("|"):
                name = part.strip()
                listed |= {name, name.upper(), name[0].upper() + name[1:], name.capitalize()}
    return {name for name in listed if name[0].isupper() or "-" in name}
