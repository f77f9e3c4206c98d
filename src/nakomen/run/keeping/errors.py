"""Why a backup is not made, or not put back."""

from typing import ClassVar

from nakomen.errors import NakomenError, UsageError


class AlreadyThere(UsageError):
    """There is a file of that name already. Give another name; a backup replaces nothing."""

    nl = "Er is al een bestand met die naam. Geef een andere; een back-up vervangt niets."


class KeyInside(UsageError):
    """
    The key would stand in the company's folder, and be lost with it. Give a file elsewhere, also
    not beside the backups.
    """

    nl = (
        "De sleutel zou in de map van het bedrijf staan, en met haar verloren gaan. Geef een "
        "bestand elders, ook niet naast de back-ups."
    )


class KeyMissing(UsageError):
    """There is no key of a backup in that file. Give the one with which the backup was made."""

    nl = "In dat bestand staat geen sleutel van een back-up. Geef die waarmee hij is gemaakt."


class BackupUnreadable(NakomenError):
    """
    This is no whole backup of this key: another key, cut short, or changed. Nothing was put back.
    """

    nl = (
        "Dit is geen hele back-up van deze sleutel: een andere sleutel, afgekapt of veranderd. Er "
        "is niets teruggezet."
    )
    exit_code: ClassVar[int] = 6


class NotEmpty(UsageError):
    """The folder is not empty. Restore into a new one: -C FOLDER; nothing is ever overwritten."""

    nl = "De map is niet leeg. Zet terug in een nieuwe: -C MAP; er wordt nooit iets overschreven."
