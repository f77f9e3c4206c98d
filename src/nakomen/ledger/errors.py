"""What can stop the ledger and the subject book."""

from nakomen.errors import NakomenError


class LedgerError(NakomenError):
    """The state folder could not be used. See the reason, and run again when it is mended."""

    nl = "De map met de administratie is niet te gebruiken. Herstel de oorzaak en probeer opnieuw."


class LedgerFull(LedgerError):
    """
    The evidence could not be written: the disk is full or the file is read-only. Make room and
    give the same command again: it goes on where it stopped, and does nothing twice.
    """

    nl = (
        "Het bewijs kon niet worden opgeschreven: de schijf is vol of het bestand is alleen-lezen. "
        "Maak ruimte en geef dezelfde opdracht nog eens: die gaat verder waar dit ophield, en doet "
        "niets twee keer."
    )
    exit_code = 7
    retry = True


class LedgerBusy(LedgerError):
    """Another nakomen has the state folder in use for too long. Wait for it and run again."""

    nl = "Een andere nakomen gebruikt deze administratie te lang. Wacht even en probeer opnieuw."
    exit_code = 7
    retry = True


class LedgerBroken(LedgerError):
    """
    The ledger or the subject book was changed outside nakomen, is damaged, or has another key.
    Put the state folder back from the last good backup, and find out who changed it.
    """

    nl = (
        "De administratie van het bewijs is buiten nakomen om veranderd, is beschadigd of heeft "
        "een andere sleutel. Zet de laatste goede back-up terug en zoek uit wie haar veranderde."
    )
    exit_code = 6


class LedgerEmpty(LedgerError):
    """There is no evidence yet. Carry out a plan first, then ask for the bundle."""

    nl = "Er is nog geen bewijs. Voer eerst een plan uit en vraag dan om de bundel."
    exit_code = 2


class LedgerNewer(LedgerError):
    """A newer nakomen made these files. Install that version, or use its backup of this folder."""

    nl = "Een nieuwere nakomen maakte deze bestanden. Installeer die versie."
    exit_code = 2


class KeyUnusable(LedgerError):
    """
    A key file is not there, cannot be read or is not a key. Put it back from the backup of
    the folder `keys`; without it nothing can be signed or looked up.
    """

    nl = (
        "Een sleutelbestand ontbreekt, is niet te lezen of is geen sleutel. "
        "Zet het terug uit de back-up van de map `keys`."
    )
    exit_code = 6


class EntryRefused(LedgerError):
    """This cannot be written down as evidence. Give names, whole words and numbers, and a time."""

    nl = "Dit kan niet als bewijs worden opgeschreven. Geef namen, woorden, getallen en een tijd."


class SubjectUnknown(LedgerError):
    """The subject book does not know this subject, or has forgotten it. Make a new plan."""

    nl = "Deze persoon staat niet (meer) in het personenboek. Maak een nieuw plan."
    exit_code = 2


class SubjectAmbiguous(LedgerError):
    """These keys belong to more than one person. Give a key that only one of them has."""

    nl = "Deze gegevens horen bij meer dan één persoon. Geef een gegeven dat er maar één heeft."
    exit_code = 4
