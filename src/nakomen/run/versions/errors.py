"""Why a version cannot be added, found or published."""

from typing import ClassVar

from nakomen.errors import NakomenError, PersonMustDecide, UsageError
from nakomen.policy.versions import Lack
from nakomen.terms import Text


class NumberRefused(UsageError):
    """A version number has letters, digits, dots and dashes, and is that of policy.yaml."""

    nl = "Een versienummer heeft letters, cijfers, punten en streepjes, en is dat van policy.yaml."


class NoSuchVersion(UsageError):
    """There is no version of that number. `nakomen version list` shows all."""

    nl = "Een versie met dat nummer is er niet. `nakomen version list` toont ze."


class NoSuchChannel(UsageError):
    """There is no channel of that name. Use one of those that are listed."""

    nl = "Een kanaal met die naam is er niet. Gebruik een van de genoemde."


class NoticeLacking(PersonMustDecide):
    """
    The notice that your statement promises was not given. Give it, and note it with
    `nakomen version notice`.
    """

    nl = (
        "Het bericht dat uw verklaring belooft is niet gegeven. Geef het, en leg het vast met "
        "`nakomen version notice`."
    )

    def __init__(self, lacks: tuple[Lack, ...]) -> None:
        self.lacks = lacks
        super().__init__()

    @property
    def text(self) -> Text:
        bare = super().text
        told = [lack.tell() for lack in self.lacks]
        nl, en = "; ".join(t.nl for t in told), "; ".join(t.en for t in told)
        return Text(f"{bare.nl} ({nl})", f"{bare.en} ({en})") if told else bare


class Unversioned(PersonMustDecide):
    """
    The policy is not that of any version. Note it first with `nakomen version add`, or look at it
    with `nakomen publish --draft`.
    """

    nl = (
        "Het beleid is niet dat van een vastgelegde versie. Leg het eerst vast met "
        "`nakomen version add`, of bekijk het met `nakomen publish --draft`."
    )


class TextChanged(NakomenError):
    """The text or policy of a version was changed after it was noted. Put it back from a copy."""

    nl = "De tekst of het beleid van een versie is later veranderd. Zet het terug uit een kopie."
    exit_code: ClassVar[int] = 6
