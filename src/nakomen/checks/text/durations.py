"""Numbers of days, months and years in a sentence, in digits or words."""

import re

_NUMBERS = {
    "een": 1,
    "één": 1,
    "one": 1,
    "twee": 2,
    "two": 2,
    "drie": 3,
    "three": 3,
    "vier": 4,
    "four": 4,
    "vijf": 5,
    "five": 5,
    "zes": 6,
    "six": 6,
    "zeven": 7,
    "seven": 7,
    "acht": 8,
    "eight": 8,
    "negen": 9,
    "nine": 9,
    "tien": 10,
    "ten": 10,
    "elf": 11,
    "twaalf": 12,
    "twelve": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "achttien": 18,
    "eighteen": 18,
    "twintig": 20,
    "eenentwintig": 21,
    "vierentwintig": 24,
    "achtentwintig": 28,
    "dertig": 30,
    "thirty": 30,
    "zestig": 60,
    "sixty": 60,
    "negentig": 90,
    "ninety": 90,
}
_DAYS = {
    "uur": 1 / 24,
    "hour": 1 / 24,
    "dag": 1,
    "day": 1,
    "week": 7,
    "wek": 7,
    "maand": 30.5,
    "month": 30.5,
    "jaar": 365.25,
    "jar": 365.25,
    "year": 365.25,
}
_PERIOD = re.compile(
    r"(?<![\w.,])(\d{1,4}|" + "|".join(_NUMBERS) + r")(?:\s{1,3}\(\w{1,12}\))?[\s-]{1,3}"
    r"(?:kalender|boek|werk|volle |gehele |hele |calendar |working )?"
    r"(uur|hour|dag|day|week|wek|maand|month|jaar|jar|year)(?:en|s)?\b"
)


def days(low: str) -> list[float]:
    """
    Every period in *low*, a sentence in lower case, in days.

    >>> days("wij wissen na 2 jaar, camerabeelden na vier weken")
    [730.5, 28]
    """
    return [
        (int(number) if number.isdigit() else _NUMBERS[number]) * _DAYS[unit]
        for number, unit in _PERIOD.findall(low)
    ]
