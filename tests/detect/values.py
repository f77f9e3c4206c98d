"""
Columns of Dutch values without a header: what a table may hold, and what comes near and is not it.

Names, streets and places are written here and not taken from the lists of the detectors, so that
some are unknown to them, as in life. Everything is fictional; numbers get their check digits here,
by other arithmetic than the detectors use.
"""

import string
from collections.abc import Callable, Mapping
from random import Random
from uuid import UUID

Make = Callable[[Random], str]


def _words(text: str) -> list[str]:
    return text.split()


def _phrases(text: str) -> list[str]:
    return text.split("|")


_GIVEN = _words(
    "Anna Bram Chaima Daan Emma Femke Gijs Hanna Ilse Joris Kim Lars Marieke Niels Olga Pieter "
    "Quirijn Roos Sjoerd Tessa Umut Vera Wouter Xavi Yara Zoltan Aniek Berend Cilia Dunya Eelke "
    "Fleurtje Gerlof Hylkje Idske Jorrick Karsten Lowie Maayke Nanne Okke Pleuntje Radboud Sanneke"
)
_SURNAMES = _phrases(
    "Jansen|de Vries|van den Berg|Bakker|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters"
    "|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Hoekstra|van der Heijden|Yılmaz|Amrani"
    "|Kowalczyk|Nguyen|Bouzidi|Verkaik|Oosterling|Quaedvlieg|Terlouw|van Nispen tot Pannerden"
    "|Poortvliet|Zonderland|Wijngaarden|ten Hag|Bisschop|Lagerweij|Spoelstra|Ouwerling|Kranenburg"
)
_STREETS = _phrases(
    "Dorpsstraat|Kerkstraat|Molenweg|Stationsplein|Lindelaan|Prinsengracht|Havenkade|Zandpad"
    "|Burgemeester Smitweg|Nieuwe Markt|Oude Dijk|Vogelhof|Wilgendreef|Parksingel|Korte Brugsteeg"
    "|Laan van Meerdervoort|Plein 1944|Esdoornhage|Het Zand|Achterom"
)
_PLACES = _words(
    "Utrecht Amersfoort Zwolle Groningen Breda Leiden Deventer Emmen Venlo Almelo Hoorn Gouda Tiel "
    "Assen Meppel Sneek Weert Delft Zeist Houten Culemborg Winterswijk Middelburg Terneuzen"
)
_WORDS = _words(
    "internet doet het niet sinds gisteren graag terugbellen na vijf uur modem opnieuw gestart de "
    "lijn is weer goed klant vraagt om een kopie van de rekening en wil overstappen naar glasvezel "
    "monteur komt morgen tussen acht en twaalf bedankt voor uw hulp met vriendelijke groet"
)
_PRODUCTS = _phrases(
    "Fiber 1000|Fiber 200|VoIP Zakelijk|Office 365|Hosting Basis|Domein .nl|iPhone 14 Pro|Mesh Set"
    "|Switch 24 poorts|SIM Only 10 GB|Windows 11 Pro|Tv Compleet|Router X3|Backup 500"
)
_COMPANIES = _phrases(
    "Bakkerij de Linde B.V.|Garage Jansen|Schildersbedrijf Bos|Stichting De Brug|Hotel de Wereld"
    "|Slagerij van Dijk|Adviesbureau Noord|De Gouden Leeuw|Kapsalon Knip|Zeilmakerij De Boer VOF"
    "|Bouwbedrijf Vos en Zonen|Tandartspraktijk Centrum|Van den Berg Transport B.V.|Studio Klei"
)
_ILLNESSES = _words(
    "Astma Diabetes Reuma Migraine Epilepsie Hernia Depressie Burnout Zwanger Griep Slechthorend "
    "Coeliakie Hooikoorts COPD Rugklachten"
)


def digits(r: Random, count: int) -> str:
    return "".join(r.choices(string.digits, k=count))


def _letters(r: Random, count: int, of: str = string.ascii_uppercase) -> str:
    return "".join(r.choices(of, k=count))


def bsn(r: Random) -> str:
    """Nine digits that pass the elfproef, tried until they do."""
    while True:
        number = str(r.randrange(10_000_000, 999_999_999)).zfill(9)
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(w * int(d) for w, d in zip(weights, number, strict=True)) % 11 == 0:
            return number


def _luhn(body: str) -> str:
    """*body* with its check digit."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return body + str(-total % 10)


def _mod97(text: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in text)) % 97


def iban(r: Random) -> str:
    country, body = r.choice(
        [
            *[("NL", r.choice(("ABNA", "INGB", "RABO", "BUNQ")) + digits(r, 10))] * 6,
            ("BE", digits(r, 12)),
            ("DE", digits(r, 18)),
        ]
    )
    check = f"{98 - _mod97(body + country + '00'):02d}"
    whole = country + check + body
    spaced = " ".join(whole[i : i + 4] for i in range(0, len(whole), 4))
    return r.choice((whole, whole, spaced))


def btw(r: Random) -> str:
    while True:
        number = f"NL{digits(r, 9)}B{r.randrange(1, 100):02d}"
        if _mod97(number) == 1:
            return number


def card(r: Random) -> str:
    whole = _luhn(r.choice(("4" + digits(r, 14), "5" + r.choice("12345") + digits(r, 13))))
    return r.choice((whole, " ".join(whole[i : i + 4] for i in range(0, 16, 4))))


def not_a_card(r: Random) -> str:
    """Sixteen digits of an issuer with a wrong check digit."""
    whole = card(r).replace(" ", "")
    return whole[:-1] + str((int(whole[-1]) + r.randrange(1, 10)) % 10)


def _person(r: Random) -> str:
    given, surname = r.choice(_GIVEN), r.choice(_SURNAMES)
    return r.choice((f"{given} {surname}",) * 4 + (f"{given[0]}.{r.choice('ABJMPW')}. {surname}",))


def _email(r: Random) -> str:
    name = f"{r.choice(_GIVEN)}.{r.choice(_SURNAMES)}".lower().replace(" ", "").replace("ı", "i")
    return f"{name}{r.choice(('', r.randrange(99)))}@{r.choice(('post', 'mail'))}.example"


def _dutch_phone(r: Random) -> str:
    mobile = digits(r, 8)
    return r.choice(
        (
            f"06{mobile}",
            f"06-{mobile}",
            f"06 {mobile[:4]} {mobile[4:]}",
            f"+316{mobile}",
            f"030-{digits(r, 7)}",
            f"(0318) {digits(r, 6)}",
        )
    )


def _foreign_phone(r: Random) -> str:
    return r.choice(
        (
            f"+32 2 {digits(r, 3)} {digits(r, 2)} {digits(r, 2)}",
            f"+4930{digits(r, 8)}",
            f"+44 20 {digits(r, 4)} {digits(r, 4)}",
            f"0033{r.randrange(1, 8)}{digits(r, 8)}",
        )
    )


def _postcode(r: Random) -> str:
    letters = _letters(r, 2, "ABCDEGHJKLMNPRTVWXZ")
    return f"{r.randrange(1000, 9999)}{r.choice(('', ' '))}{letters}"


def _line(r: Random) -> str:
    number = f"{r.randrange(1, 300)}{r.choice(('', '', '', 'a', '-2', ' bis'))}"
    return f"{r.choice(_STREETS)} {number}"


def _day(r: Random, first: int, last: int) -> str:
    return f"{r.randrange(first, last)}-{r.randrange(1, 13):02d}-{r.randrange(1, 29):02d}"


def _dutch_birthday(r: Random) -> str:
    year, month, day = _day(r, 1940, 2006).split("-")
    return f"{day}-{month}-{year}"


def _plate(r: Random) -> str:
    form = r.choice(("X-999-XX", "99-XX-XX", "9-XXX-99", "XX-999-X", "XX-99-XX"))
    signs = {"X": "BDFGHJKLNPRSTVXZ", "9": string.digits}
    return "".join(r.choice(signs[sign]) if sign in signs else sign for sign in form)


def _document(r: Random) -> str:
    signs = string.ascii_uppercase.replace("O", "") + string.digits
    return _letters(r, 2, signs[:25]) + _letters(r, 6, signs) + r.choice(string.digits)


def _agent(r: Random) -> str:
    system = r.choice(("Windows NT 10.0; Win64; x64", "X11; Linux x86_64", "iPhone; CPU iPhone OS"))
    return f"Mozilla/5.0 ({system}) Gecko/20100101 Firefox/{r.randrange(90, 140)}.0"


def _hash(r: Random) -> str:
    signs = string.ascii_letters + string.digits
    salted = _letters(r, 22, signs), _letters(r, 43, signs)
    return r.choice(
        (
            f"$2b$12${_letters(r, 53, signs)}",
            f"$argon2id$v=19$m=65536,t=3,p=4${'$'.join(salted)}",
            f"pbkdf2_sha256$600000${salted[0]}${salted[1]}=",
            f"$P$B{_letters(r, 30, signs)}",
        )
    )


def _sentence(r: Random) -> str:
    return " ".join(r.choices(_WORDS, k=r.randrange(5, 15))).capitalize() + "."


def _health(r: Random) -> str:
    return r.choice(
        (r.choice(_ILLNESSES), f"{r.choice(_ILLNESSES)}, sinds {r.randrange(2010, 2026)}")
    )


def _hex(r: Random, count: int) -> str:
    return _letters(r, count, "0123456789abcdef")


PERSONAL: Mapping[str, tuple[str, Make]] = {
    "e-mail address": ("email", _email),
    "Dutch phone": ("phone", _dutch_phone),
    "foreign phone": ("phone", _foreign_phone),
    "IBAN": ("iban", iban),
    "BIC": ("bic", lambda r: _letters(r, 4) + r.choice(("NL2A", "NL2U", "BEBB", "DEFFXXX"))),
    "postcode": ("postcode", _postcode),
    "address line": ("address", _line),
    "full address": (
        "postcode",
        lambda r: f"{_line(r)}, {_postcode(r).upper()} {r.choice(_PLACES)}",
    ),
    "street": ("street", lambda r: r.choice(_STREETS)),
    "name": ("name", _person),
    "given name": ("given_name", lambda r: r.choice(_GIVEN)),
    "surname": ("surname", lambda r: r.choice(_SURNAMES)),
    "date of birth": ("birth", lambda r: _day(r, 1940, 2006)),
    "Dutch date of birth": ("birth", _dutch_birthday),
    "IPv4": ("ip", lambda r: ".".join(str(r.randrange(1, 255)) for _ in range(4))),
    "IPv6": ("ip", lambda r: f"2001:db8:{_hex(r, 4)}::{_hex(r, 4)}"),
    "MAC": ("mac", lambda r: r.choice(":-").join([_hex(r, 2) for _ in range(6)])),
    "BSN": ("bsn", bsn),
    "btw": ("btw", btw),
    "card": ("card", card),
    "document": ("passport", _document),
    "plate": ("plate", _plate),
    "IMEI": ("imei", lambda r: _luhn("35" + digits(r, 12))),
    "IMSI": ("imsi", lambda r: f"20408{digits(r, 10)}"),
    "coordinates": (
        "coordinates",
        lambda r: f"{51 + r.random() * 2:.5f}, {4 + r.random() * 3:.5f}",
    ),
    "latitude": ("coordinates", lambda r: f"{51 + r.random() * 2:.6f}"),
    "user agent": ("user_agent", _agent),
    "password hash": ("password_hash", _hash),
    "health": ("health_inside", _health),
    "KvK": ("kvk", lambda r: f"{r.randrange(21, 90)}{digits(r, 6)}"),
}
"""What it is → the detector that must know it, and how to make one."""

NEAR: Mapping[str, Make] = {
    "order number": lambda r: f"ORD-{r.randrange(10**6):06d}",
    "order number of ten digits": lambda r: f"2024{digits(r, 6)}",
    "article code": lambda r: f"{_letters(r, 2, 'AEIOUQC')}-{digits(r, 2)}-{digits(r, 2)}",
    "article code of nine signs": lambda r: f"{_letters(r, 2)}{digits(r, 7)}",
    "amount": lambda r: f"{r.randrange(10**5)}.{r.randrange(100):02d}",
    "Dutch amount": lambda r: f"{r.randrange(1, 999)}.{digits(r, 3)},{digits(r, 2)}",
    "EAN": lambda r: f"871{digits(r, 10)}",
    "UUID": lambda r: str(UUID(int=r.getrandbits(128), version=4)),
    "seconds since 1970": lambda r: str(r.randrange(1_600_000_000, 1_800_000_000)),
    "milliseconds since 1970": lambda r: str(r.randrange(1_600_000_000_000, 1_800_000_000_000)),
    "moment": lambda r: f"{_day(r, 2015, 2026)} {r.randrange(24):02d}:{r.randrange(60):02d}:00",
    "day": lambda r: _day(r, 2012, 2027),
    "day of eight digits": lambda r: _day(r, 2012, 2027).replace("-", ""),
    "time": lambda r: f"{r.randrange(24):02d}:{r.randrange(60):02d}:{r.randrange(60):02d}",
    "version": lambda r: ".".join(str(r.randrange(20)) for _ in range(3)),
    "build": lambda r: f"10.0.{r.randrange(10_000, 30_000)}.{r.randrange(900)}",
    "nine digits": lambda r: str(r.randrange(100_000_000, 999_999_999)),
    "sixteen digits": not_a_card,
    "fifteen digits": lambda r: f"9{digits(r, 14)}",
    "IBAN with a wrong check": lambda r: f"NL00ABNA{digits(r, 10)}",
    "btw with a wrong check": lambda r: f"NL{digits(r, 9)}B00",
    "measure": lambda r: f"{r.random() * 40:.1f}",
    "share": lambda r: f"{r.random():.6f}",
    "product": lambda r: r.choice(_PRODUCTS),
    "company": lambda r: r.choice(_COMPANIES),
    "place": lambda r: r.choice(_PLACES),
    "sentence": _sentence,
    "state": lambda r: r.choice(("open", "gesloten", "wacht op klant")),
    "checksum": lambda r: _hex(r, 40),
    "path": lambda r: f"/var/log/{_letters(r, 5, 'abcdef')}/{r.randrange(99)}.log",
    "word in capitals": lambda r: r.choice(("RESERVED", "INTERNET", "GLASVEZEL", "TELEFONIE")),
    "host": lambda r: f"srv{r.randrange(99)}.example.nl",
}
"""What is no personal data by its form, and looks like something that is."""


def column(make: Make, seed: str, count: int = 200) -> list[str]:
    """The same values each time; 2 % is "-" or "onbekend", as people fill in."""
    r = Random(seed)
    return [r.choice(("-", "onbekend")) if r.random() < 0.02 else make(r) for _ in range(count)]
