"""The root of everything that stops the program. A class's docstring is its message and its cure."""

from typing import ClassVar


class NakomenError(Exception):
    """Something went wrong. Run `nakomen doctor` to see what."""

    exit_code: ClassVar[int] = 1
    retry: ClassVar[bool] = False
    """Whether trying again can help."""

    def __init__(self, detail: str = "", **facts: object) -> None:
        self.detail = detail
        self.facts = facts
        cure = (type(self).__doc__ or "").strip()
        super().__init__(f"{cure} ({detail})" if detail else cure)


class UsageError(NakomenError):
    """The command was used wrongly. See `nakomen --help`."""

    exit_code: ClassVar[int] = 2


class PersonMustDecide(NakomenError):
    """A person must decide first."""

    exit_code: ClassVar[int] = 4
