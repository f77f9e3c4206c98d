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

    >>> name_pattern().findall("via mollie of PostNL en MoneyBird, niet exact")
    ['PostNL', 'MoneyBird']
    """
    spellings = sorted(known_names(), key=len, reverse=True)
    names = "|".join(map(re.escape, spellings))
    return re.compile(rf"(?<![\w@.-])(?=[A-Z0-9]|e-)(?i:{names})(?![\w@]|\.\w)")
