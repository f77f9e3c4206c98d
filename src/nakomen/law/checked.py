"""How sure we are of a norm: whether its text was read, in which state, and by whom."""

from enum import StrEnum

from nakomen.terms import Text


class Checked(StrEnum):
    """What was read on 21 November 2026. Only READ may be leaned on without looking again."""

    READ = "read"
    OLDER = "older"
    REPORTED = "reported"
    MEMORY = "memory"

    @property
    def verified(self) -> bool:
        return self in (Checked.READ, Checked.OLDER)

    @property
    def told(self) -> Text:
        """
        One sentence for under an explanation.

        >>> Checked.MEMORY.told.en
        'Not verified: written from memory.'
        """
        return _TOLD[self]


_TOLD = {
    Checked.READ: Text("De tekst is nagelezen.", "The text was read."),
    Checked.OLDER: Text(
        "Nagelezen in een oudere tekst: kijk of die nog zo luidt.",
        "Read in an older text: see whether it still reads so.",
    ),
    Checked.REPORTED: Text(
        "Niet geverifieerd: gelezen bij anderen, niet in de bron zelf.",
        "Not verified: read in reports of others, not in the source itself.",
    ),
    Checked.MEMORY: Text(
        "Niet geverifieerd: uit het geheugen opgeschreven.",
        "Not verified: written from memory.",
    ),
}
