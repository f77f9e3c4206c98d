"""What can go wrong between us and a store, finer than the contract needs."""

from nakomen.errors import UsageError
from nakomen.records import StoreError, StoreRefused, StoreUnreachable


class StoreUnknown(StoreError):
    """No connector is known for this address. Use one of those that are named here."""

    nl = "Voor dit adres is geen koppeling bekend. Gebruik een van de genoemde soorten."
    exit_code = 2


class AddressWrong(StoreUnreachable):
    """
    This is not the address of a database. Write it as postgresql://USER@HOST/DATABASE,
    mysql://USER@HOST/DATABASE or sqlite:///FILE.
    """

    nl = (
        "Dit is geen adres van een database. Schrijf het als "
        "postgresql://GEBRUIKER@MACHINE/DATABASE, mysql://GEBRUIKER@MACHINE/DATABASE of "
        "sqlite:///BESTAND."
    )
    exit_code = 2
    retry = False


class FileAbsent(StoreUnreachable):
    """There is no database file of this name. Check the path."""

    nl = "Er is geen databasebestand met deze naam. Controleer het pad."
    retry = False


class FileDamaged(StoreUnreachable):
    """This file is not a database, or it is damaged. Check the path, or put back a backup."""

    nl = (
        "Dit bestand is geen database, of het is beschadigd. Controleer het pad, of zet een "
        "back-up terug."
    )
    retry = False


class LoginRefused(StoreUnreachable):
    """The store does not accept this user. Check the name, the password and the database."""

    nl = "Het systeem laat deze gebruiker niet toe. Controleer naam, wachtwoord en database."
    retry = False


class StoreBusy(StoreUnreachable):
    """Another program holds these rows. Nothing of this step was changed; try again later."""

    nl = (
        "Een ander programma houdt deze rijen vast. Van deze stap is niets veranderd; "
        "probeer het later nog eens."
    )


class RuleBroken(StoreRefused):
    """A rule of the table forbids this. See which rule, and whether other rows need these."""

    nl = (
        "Een regel van de tabel verbiedt dit. Kijk welke regel, en of andere rijen deze nodig "
        "hebben."
    )


class RightMissing(StoreRefused):
    """This user of the store may not do this. Grant the right, or use another user."""

    nl = "Deze gebruiker van het systeem mag dit niet. Geef het recht, of gebruik een ander."


class Unbounded(StoreRefused):
    """This would touch every row of the dataset, and that is never done."""

    nl = "Dit zou elke rij van de gegevensset raken, en dat gebeurt nooit."


class CannotBlank(StoreRefused):
    """This column must hold a value and has no blank. Erase the row, or let the column be empty."""

    nl = (
        "Deze kolom moet een waarde hebben en kan niet leeg. "
        "Wis de rij, of sta toe dat de kolom leeg is."
    )


class DoesNotFit(StoreRefused):
    """This column cannot hold the new value: wrong type, or too long. Nothing was changed."""

    nl = (
        "Deze kolom kan de nieuwe waarde niet bevatten: verkeerd soort, of te lang. "
        "Er is niets veranderd."
    )


class NotGiven(StoreRefused):
    """The new value of this column is not there, or there are several. Make a new plan."""

    nl = "De nieuwe waarde van deze kolom is er niet, of er zijn er meer. Maak een nieuw plan."


class NoTotals(StoreRefused):
    """
    The rows cannot become totals: the map names no table for them, or a group stands there twice.
    See `totals` in the data map.
    """

    nl = (
        "De rijen kunnen geen totalen worden: de kaart noemt er geen tabel voor, of een groep "
        "staat daar twee keer. Kijk bij `totals` in de gegevenskaart."
    )


class CannotPark(StoreRefused):
    """
    Without a primary key nobody can tell which row comes back where. Give the table one, or turn
    the time for undoing off.
    """

    nl = (
        "Zonder primaire sleutel is niet te zeggen welke rij waar terug moet. Geef de tabel er "
        "een, of zet de tijd om terug te draaien uit."
    )


class NoClock(StoreRefused):
    """This column holds no date, so it cannot be a clock. Choose another in the data map."""

    nl = (
        "Deze kolom bevat geen datum en kan dus geen klok zijn. "
        "Kies een andere in de gegevenskaart."
    )


class LooksInside(StoreRefused):
    """
    This database cannot look inside this column: it holds no document or list, or no program can
    tell there whether a text is JSON (PostgreSQL before 16). Take the path out of the data map.
    """

    nl = (
        "Deze database kan niet in deze kolom kijken: zij bevat geen document of lijst, of er is "
        "niet te zien of een tekst JSON is (PostgreSQL vóór 16). Haal het pad uit de gegevenskaart."
    )


class SchemaUnreadable(UsageError):
    """This is no SQL that can be read as a schema of that database. Mend it, or give a database."""

    nl = (
        "Dit is geen SQL die als schema van die database te lezen is. Herstel het, of geef een "
        "database."
    )
