"""Words as builders of tables shorten them, Dutch and English, written out. The table is all."""

_SHORT = {
    "achternm": "achternaam", "anm": "achternaam", "bday": "birthday", "birthdt": "birth date",
    "btwnr": "btw nummer", "cstmr": "customer", "ctry": "country", "cust": "customer",
    "custno": "customer no", "custnr": "customer nr", "deb": "debiteur", "debnr": "debiteur nr",
    "gbdat": "geboorte datum", "gebdat": "geboorte datum", "gebdt": "geboorte datum",
    "hsnr": "huisnummer", "hsno": "house no", "huisnum": "huisnummer", "initls": "initials",
    "kltnr": "klant nr", "mobnr": "mobiel nr", "mobno": "mobile no", "pasp": "paspoort",
    "passw": "password", "pcode": "postcode", "pcd": "postcode", "postc": "postcode",
    "plts": "plaats", "rekno": "rekening nr", "rek": "rekening", "rekn": "rekening",
    "relnr": "relatie nr", "sexe": "geslacht", "straatnm": "straatnaam", "telno": "tel no",
    "telnum": "tel nummer", "tussenvgsl": "tussenvoegsel", "tvgsl": "tussenvoegsel",
    "useragt": "user agent", "vatno": "vat no", "voorltrs": "voorletters", "voorn": "voornaam",
    "vnm": "voornaam", "vrltrs": "voorletters", "wnpl": "woonplaats", "wplts": "woonplaats",
    "woonpl": "woonplaats",
}  # fmt: skip


def written_out(name: str) -> str:
    """
    A spoken name with its short words in full.

    >>> written_out("relnr"), written_out("cust no"), written_out("deb nr"), written_out("adres")
    ('relatie nr', 'customer no', 'debiteur nr', 'adres')
    """
    return " ".join(_SHORT.get(word, word) for word in name.split())
