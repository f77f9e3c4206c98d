"""
Public holidays of the Netherlands: those that certainly count, and those of the Atw.

The two lists differ. The Algemene termijnenwet (artikel 3) counts 5 May every year and equates
Goede Vrijdag; whether the Netherlands named these two for Regulation 1182/71 (article 2 lid 1)
could not be verified, so a term of European law never leans on them. In years that the library does
not know (before 1966, after 2100) no day is a holiday, which can only make a deadline earlier.
"""

from datetime import date
from functools import cache

# Both are in the library, but not where the Atw has them: it counts Goede Vrijdag as a public
# holiday, and 5 May as one in lustrum years only (in other years as an optional day).
_DOUBTED = frozenset({"goede vrijdag", "bevrijdingsdag"})


def core_holidays(year: int) -> frozenset[date]:
    """
    Nieuwjaarsdag, both days of Easter, Pentecost and Christmas, Hemelvaartsdag, Koningsdag.

    >>> date(2025, 4, 26) in core_holidays(2025)  # Koningsdag, because the 27th is a Sunday
    True
    >>> date(2026, 4, 3) in core_holidays(2026), date(2025, 5, 5) in core_holidays(2025)
    (False, False)
    """
    return frozenset(day for day, name in _named(year) if name.casefold() not in _DOUBTED)


def atw_holidays(year: int) -> frozenset[date]:
    """
    The same with Goede Vrijdag and 5 May of every year (Atw artikel 3 lid 1 en 2).

    >>> sorted(day.isoformat() for day in atw_holidays(2026) - core_holidays(2026))
    ['2026-04-03', '2026-05-05']
    """
    return frozenset(day for day, _ in _named(year))


@cache
def _named(year: int) -> tuple[tuple[date, str], ...]:
    # Here, because no other command should pay for what only a deadline needs.
    from holidays.constants import OPTIONAL, PUBLIC  # noqa: PLC0415
    from holidays.countries.netherlands import Netherlands  # noqa: PLC0415

    days = Netherlands(  # type: ignore[no-untyped-call]
        years=year, expand=False, language="nl", categories=frozenset({PUBLIC, OPTIONAL})
    )
    return tuple(sorted((day, name) for day, names in days.items() for name in names.split("; ")))
