"""When two writings are the same: of a name, a number, an address, a term."""

import re
from typing import Any

_FORMS = re.compile(
    r"[\s,]+(?:b\.?v\.?|n\.?v\.?|inc\.?|llc|ltd\.?|limited|gmbh|plc|corp\.?|ag|a/s|s\.?a\.?)$"
)


def words(value: Any) -> str:
    """
    Letters and digits in lower case, one space between.

    >>> words("Dorpsstraat 9-a,  Otterlo")
    'dorpsstraat 9 a otterlo'
    """
    return " ".join(re.findall(r"\w+", str(value).casefold()))


def digits(value: Any) -> str:
    """
    A number without its marks; the country's zero or prefix is no difference.

    >>> digits("+31 (0)20-1234567") == digits("020 123 45 67")
    True
    """
    found = re.sub(r"\D", "", str(value).replace("(0)", ""))
    return re.sub(r"^(?:0031|31|0)", "", found)


def compact(value: Any) -> str:
    """
    >>> compact("NL 0012.34.567 b01")
    'nl001234567b01'
    """
    return re.sub(r"\W", "", str(value)).casefold()


def site(value: Any) -> str:
    """
    >>> site("https://www.otterloo.example/")
    'otterloo.example'
    """
    return re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", str(value).casefold())


def party(value: Any) -> str:
    """
    A company without its legal form.

    >>> party("Zilverpost B.V."), party("Wolk Ltd.")
    ('zilverpost', 'wolk')
    """
    return words(_FORMS.sub("", str(value).casefold().strip()))


def term(value: Any) -> str:
    """
    A term in months or days, so that a year is twelve months.

    >>> term("P1Y") == term("P12M"), term("P4W") == term("P28D"), term("P30D") == term("P1M")
    (True, True, False)
    """
    counted = dict.fromkeys("YMWD", 0)
    for number, unit in re.findall(r"(\d+)([YMWD])", str(value)):
        counted[unit] += int(number)
    return f"{counted['Y'] * 12 + counted['M']} months {counted['W'] * 7 + counted['D']} days"
