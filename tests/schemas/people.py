"""Fictional persons for databases of other people's design, the same in each."""

from dataclasses import dataclass
from datetime import datetime, timedelta

_FIRST = [
    "Anna",
    "Bram",
    "Chaima",
    "Daan",
    "Emma",
    "Finn",
    "Gerda",
    "Hugo",
    "Iris",
    "Jan",
    "Karin",
    "Lars",
    "Mila",
    "Noor",
    "Otto",
    "Petra",
    "Quinten",
    "Roos",
    "Sem",
    "Tess",
    "Umar",
    "Vera",
    "Willem",
    "Xandra",
    "Yara",
    "Zeno",
    "Lotte",
    "Joris",
    "Fleur",
    "Thijs",
]
_LAST = [
    "de Vries",
    "Jansen",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "de Wit",
    "Dijkstra",
    "Smits",
    "de Graaf",
    "van der Meer",
]
_STREETS = ["Dorpsstraat", "Kerkweg", "Molenlaan", "Stationsplein", "Beukenhof", "Havenkade"]
_CITIES = ("Utrecht", "Zwolle", "Breda", "Assen", "Delft", "Groningen", "Tilburg")
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"


@dataclass(frozen=True, kw_only=True)
class Person:
    number: int
    first: str
    last: str
    street: str
    house: int
    postcode: str
    city: str
    phone: str
    ip: str
    iban: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def user(self) -> str:
        """Two persons may bear one name; nobody shares a username."""
        return f"{self.first}.{self.last.split()[-1]}{self.number}".lower()

    @property
    def email(self) -> str:
        return f"{self.user}@post.example"

    @property
    def address(self) -> str:
        return f"{self.street} {self.house}"


def person(number: int) -> Person:
    """
    The person of that *number*; 1 is Anna de Vries, and 31 bears the same name.

    Persons 2 and 3 live at one address and share a telephone.
    """
    home = 2 if number == 3 else number
    first = _FIRST[(number - 1) % len(_FIRST)]
    last = _LAST[0] if number == 31 else _LAST[(number - 1) * 8 % len(_LAST)]
    account = f"{4_170_000 + number * 8191:010d}"
    check = 98 - int(f"27101124{account}232100") % 97  # RABO and NL as numbers, ISO 13616
    return Person(
        number=number,
        first=first,
        last=last,
        street=_STREETS[home % len(_STREETS)],
        house=home * 3 % 97 + 1,
        postcode=f"{1011 + home * 37} {_LETTERS[home % 20]}{_LETTERS[home * 7 % 20]}",
        city=_CITIES[home % len(_CITIES)],
        phone=f"06{10_000_000 + home * 7919 % 89_999_999:08d}",
        ip=f"198.51.100.{number % 250 + 1}",
        iban=f"NL{check:02d}RABO{account}",
    )


def people(many: int) -> list[Person]:
    return [person(number) for number in range(1, many + 1)]


def day(number: int) -> datetime:
    """A moment in 2024 or 2025, another for each *number*."""
    return datetime(2024, 1, 8, 9, 30) + timedelta(days=number * 7 % 640, minutes=number * 13 % 480)
