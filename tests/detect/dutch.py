"""A provider's database with Dutch names, as a builder in Utrecht would make it."""

from datetime import date, datetime

from tests.detect.seen import column, survey, table

from nakomen.records import Survey

MOMENT = [datetime(2024, 1, 1, 9, 30)]
DAY = [date(2024, 1, 1)]
KLANT_ID = column("klant_id", "INTEGER", [1, 1, 2])
TO_KLANT = {"klant_id": "klant.id"}
PHONES = ["030-2345678", "06 1234 5678", "030-2345678"]
IBANS = ["NL91ABNA0417164300", "NL20INGB0001234567", "NL91ABNA0417164300"]


def dutch() -> Survey:
    """Thirteen tables; klant and contactpersoon point to one another."""
    return survey(
        table(
            "klant",
            column("klantnummer", "VARCHAR(10)", ["K0001", "K0002", "K0003"], unique=True),
            column("soort", "VARCHAR(10)", ["zakelijk", "particulier", "zakelijk"]),
            column("voorletters", "VARCHAR(10)", ["A.", "B."]),
            column("tussenvoegsel", "VARCHAR(10)", ["de", None]),
            column("achternaam", "VARCHAR(80)", ["Wit", "Bakker"]),
            column("bedrijfsnaam", "VARCHAR(80)", ["Bakkerij De Linde B.V.", None]),
            column("kvk", "CHAR(8)", ["12345678", "01234567"]),
            column("btw_nummer", "VARCHAR(20)", ["NL123456782B01"]),
            column("geslacht", "CHAR(1)", ["v", "m", "v"]),
            column("geboortedatum", "DATE", DAY),
            column("bsn", "CHAR(9)", ["111222333", "123456782", "111222333"]),
            column("emailadres", "VARCHAR(160)", ["Anna@post.example", "info@linde.example"] * 2),
            column("telefoonnummer", "VARCHAR(20)", PHONES),
            column("straat", "VARCHAR(80)", ["Dorpsstraat", "Kade", "Kade"]),
            column("nummer", "INTEGER", [1, 2, 2]),
            column("postcode", "CHAR(7)", ["1234 AB", "3511 KC"]),
            column("plaats", "VARCHAR(80)", ["Utrecht", "Zwolle"]),
            column("rekeningnummer", "VARCHAR(34)", IBANS),
            column("wachtwoord_hash", "VARCHAR(200)", ["$argon2id$x", "$argon2id$y"]),
            column("opmerkingen", "TEXT", ["belt graag na vijven"]),
            column("aangemaakt_op", "DATETIME", MOMENT),
            column("opzegdatum", "DATE", DAY),
            column("laatste_contact", "DATE", DAY),
            column("hoofdcontact_id", "INTEGER", [1, 2]),
            links={"hoofdcontact_id": "contactpersoon.id"},
        ),
        table(
            "contactpersoon",
            KLANT_ID,
            column("naam", "VARCHAR(80)", ["Bram Bakker", "Chaima Haddad"]),
            column("functie", "VARCHAR(80)", ["directeur"]),
            column("email", "VARCHAR(160)", ["info@linde.example"] * 2),
            column("mobiel", "VARCHAR(20)", PHONES[:2]),
            links=TO_KLANT,
        ),
        table(
            "abonnement",
            KLANT_ID,
            column("product_id", "INTEGER", [1, 1]),
            column("telefoonnummer", "VARCHAR(20)", ["0612345678", "0612345679"], unique=True),
            column("ingangsdatum", "DATE", DAY),
            column("einddatum", "DATE", [None]),
            links={"klant_id": "klant.id", "product_id": "product.id"},
        ),
        table(
            "factuur",
            column("factuurnummer", "VARCHAR(20)", ["2024000123", "2024000124"], unique=True),
            KLANT_ID,
            column("factuurdatum", "DATE", DAY),
            column("vervaldatum", "DATE", DAY),
            column("bedrag", "DECIMAL(10,2)"),
            column("btw_bedrag", "DECIMAL(10,2)"),
            column("factuurnaam", "VARCHAR(80)", ["A. de Wit"]),
            column("factuuradres", "VARCHAR(160)", ["Dorpsstraat 1, 1234 AB Utrecht"]),
            links=TO_KLANT,
        ),
        table(
            "factuurregel",
            column("factuur_id", "INTEGER", [1, 1]),
            column("omschrijving", "VARCHAR(160)", ["Glasvezel januari"]),
            column("aantal", "INTEGER", [1]),
            links={"factuur_id": "factuur.id"},
        ),
        table(
            "betaling",
            column("factuur_id", "INTEGER", [1, 1]),
            column("betaald_op", "DATE", DAY),
            column("iban", "VARCHAR(34)", IBANS),
            links={"factuur_id": "factuur.id"},
        ),
        table(
            "gesprek",
            column("abonnement_id", "INTEGER", [1, 1]),
            column("beller", "VARCHAR(20)", ["0612345678", "0302345678"]),
            column("gebelde", "VARCHAR(20)", ["0201234567", "0612345678"]),
            column("starttijd", "DATETIME", MOMENT),
            column("duur", "INTEGER", [60]),
            links={"abonnement_id": "abonnement.id"},
        ),
        table(
            "login",
            KLANT_ID,
            column("ip_adres", "VARCHAR(45)", ["192.0.2.1", "2001:db8::1"]),
            column("user_agent", "TEXT", ["Mozilla/5.0"]),
            column("ingelogd_op", "DATETIME", MOMENT),
            links=TO_KLANT,
        ),
        table(
            "ticket",
            KLANT_ID,
            column("behandelaar_id", "INTEGER", [1, 1]),
            column("onderwerp", "VARCHAR(160)", ["Storing"]),
            column("omschrijving", "TEXT", ["Internet doet het niet"]),
            column("geopend_op", "DATETIME", MOMENT),
            column("gewijzigd_op", "DATETIME", MOMENT),
            links={"klant_id": "klant.id", "behandelaar_id": "medewerker.id"},
        ),
        table(
            "bericht",
            column("ticket_id", "INTEGER", [1, 1]),
            column("inhoud", "TEXT", ["Goedemiddag"]),
            column("aangemaakt_op", "DATETIME", MOMENT),
            links={"ticket_id": "ticket.id"},
        ),
        table(
            "nieuwsbrief_abonnee",
            column("email", "VARCHAR(160)", ["anna@post.example"] * 2),
            column("naam", "VARCHAR(80)", ["Anna"]),
            column("aangemeld_op", "DATETIME", MOMENT),
            column("uitgeschreven_op", "DATETIME", MOMENT),
        ),
        table(
            "medewerker",
            column("naam", "VARCHAR(80)", ["Bram Bakker"]),
            column("email", "VARCHAR(160)", ["bram@zon.example", "chaima@zon.example"]),
            column("leidinggevende_id", "INTEGER", [1]),
            links={"leidinggevende_id": "medewerker.id"},
        ),
        table(
            "product",
            column("productnaam", "VARCHAR(80)", ["Glasvezel 1000"]),
            column("naam", "VARCHAR(80)", ["Roos"]),
            column("prijs", "DECIMAL(10,2)"),
        ),
    )
