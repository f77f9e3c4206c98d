"""Why a decision of the review is not noted."""

from nakomen.errors import PersonMustDecide, UsageError


class NoSuchItem(UsageError):
    """There is no such item. `nakomen review` names them."""

    nl = "Dit punt is er niet. `nakomen review` noemt ze."


class OnlyKept(UsageError):
    """A hold can be kept on until another day, or ended: nakomen hold end."""

    nl = "Een vasthouding kunt u verlengen (keep), of opheffen: nakomen hold end."


class ArchiveUnfinished(UsageError):
    """An archive names its last day (--end DATE), --purpose and --role, without names of people."""

    nl = (
        "Een archief noemt de laatste dag (--end DATUM), --purpose en --role, zonder namen van "
        "mensen."
    )


class ArchiveTooShort(UsageError):
    """The law keeps some of these rows longer, or they bear no date. Choose a later --end."""

    nl = (
        "De wet bewaart een deel van deze rijen langer, of zij hebben geen datum. Kies een later "
        "--end."
    )


class TermBelow(PersonMustDecide):
    """
    Rows with a promised term of their own hang under these, and an archive would keep them longer.
    Choose another decision.
    """

    nl = (
        "Onder deze rijen hangen rijen met een eigen beloofde termijn, en een archief zou die "
        "langer bewaren. Kies een ander besluit."
    )


class ArchiveStays(UsageError):
    """An archive can be kept (keep) or put back (nakomen undo PLAN); it goes on its last day."""

    nl = (
        "Een archief kunt u houden (keep) of terugzetten (nakomen undo PLAN); op de laatste dag "
        "gaat het weg."
    )


class NothingTaken(PersonMustDecide):
    """
    Nothing of these rows can be taken so: the law keeps them, or they point to a person for good.
    Choose another decision.
    """

    nl = (
        "Van deze rijen kan zo niets weg: de wet bewaart ze, of ze wijzen vast naar een persoon. "
        "Kies een ander besluit."
    )
