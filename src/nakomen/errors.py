"""The root of everything that stops the program: a class says what is wrong and what to do."""

from typing import ClassVar

from nakomen.terms.text import Text


class NakomenError(Exception):
    """
    Something went wrong inside nakomen. Please report it with the command you ran.

    A subclass's docstring is its English message and cure; ``nl`` is the same in Dutch. *detail*
    names the place or the thing and holds no personal data; *facts* are for programs.
    """

    nl: ClassVar[str] = "Er ging iets mis in nakomen. Meld het met de opdracht die u gaf."
    exit_code: ClassVar[int] = 1
    retry: ClassVar[bool] = False
    """Whether trying again can help."""

    def __init__(self, detail: str = "", **facts: object) -> None:
        self.detail = detail
        self.facts = facts
        super().__init__(self.text.en)

    @property
    def text(self) -> Text:
        first = (type(self).__doc__ or "").strip().split("\n\n")[0]
        en = " ".join(first.split())
        return Text(self._with_detail(self.nl), self._with_detail(en))

    def _with_detail(self, message: str) -> str:
        return f"{message} ({self.detail})" if self.detail else message


class UsageError(NakomenError):
    """The command was used wrongly. See `nakomen --help`."""

    nl = "De opdracht klopt niet. Zie `nakomen --help`."
    exit_code = 2


class PersonMustDecide(NakomenError):
    """A person must decide first."""

    nl = "Een mens moet eerst beslissen."
    exit_code = 4
