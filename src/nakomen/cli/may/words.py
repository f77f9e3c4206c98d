"""Words of options that become values of a gate; what does not fit is a usage error."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from nakomen.errors import UsageError
from nakomen.terms.text import Text

W = TypeVar("W", bound=StrEnum)
_BRUSSELS = {"UK": "GB", "EL": "GR"}
"""What the European Union writes for two countries, and their code of ISO 3166."""
_YES = {"yes": True, "ja": True, "no": False, "nee": False}


class OptionWrong(UsageError):
    """What an option was given does not fit; *told* says what does, with ``{option}`` places."""

    told: Text

    def __init__(self, option: str, **facts: str) -> None:
        self._facts = {"option": option, **facts}
        super().__init__()

    @property
    def text(self) -> Text:
        return self.told.fill(**self._facts)


class WordUnknown(OptionWrong):
    """An option does not know this word."""

    told = Text(
        "{option} kent dit woord niet; kies uit: {words}.",
        "{option} does not know this word; choose from: {words}.",
    )

    def __init__(self, option: str, words: Iterable[str]) -> None:
        super().__init__(option, words=", ".join(words))


class DayUnknown(OptionWrong):
    """An option is not a date."""

    told = Text(
        "{option} is geen datum. Schrijf hem als 2026-11-21.",
        "{option} is not a date. Write it as 2026-11-21.",
    )


class TextUnreadable(OptionWrong):
    """A file with a text cannot be read."""

    told = Text(
        "{option} kan niet worden gelezen. Kijk of het bestand er is.",
        "{option} cannot be read. Check whether the file is there.",
    )


class PairUnknown(OptionWrong):
    """An option is not KIND=VALUE."""

    told = Text(
        "{option} is SOORT=WAARDE, zoals {option} email=ADRES.",
        "{option} is KIND=VALUE, such as {option} email=ADDRESS.",
    )


class CountryUnknown(UsageError):
    """--country is a code of two letters, such as NL, US or GB."""

    nl = "--country is een code van twee letters, zoals NL, US of GB."


def word(option: str, value: str | None, kind: type[W]) -> W | None:
    """
    Raises:
        WordUnknown: names the words that there are.
    """
    if value is None:
        return None
    known = {entry.value.replace("_", "-"): entry for entry in kind}
    found = known.get(value.casefold().replace("_", "-"))
    if found is None:
        raise WordUnknown(option, known)
    return found


def day(option: str, value: str | None) -> date | None:
    """
    Raises:
        DayUnknown: it is no date.
    """
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise DayUnknown(option) from None


def yes_no(option: str, value: str | None) -> bool | None:
    """
    Raises:
        WordUnknown: it is neither yes nor no.
    """
    if value is None:
        return None
    if value.casefold() not in _YES:
        raise WordUnknown(option, _YES)
    return _YES[value.casefold()]


def pairs(option: str, values: Iterable[str] | None) -> list[tuple[str, str]]:
    """
    Raises:
        PairUnknown: one is no KIND=VALUE.
    """
    found = [value.partition("=") for value in values or ()]
    if any(not (kind.strip() and equals and rest.strip()) for kind, equals, rest in found):
        raise PairUnknown(option)
    return [(kind.strip(), rest.strip()) for kind, _, rest in found]


def country(value: str | None) -> str | None:
    """
    Raises:
        CountryUnknown: it is no code of two letters.
    """
    if value is None:
        return None
    code = value.strip().upper()
    code = _BRUSSELS.get(code, code)
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise CountryUnknown
    return code
