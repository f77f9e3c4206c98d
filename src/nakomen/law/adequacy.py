"""
Countries where data may go as within the EEA (AVG artikel 45), each decision with its days.

A decision that ended stays in the list, so that nobody can lean on it without being told. The list
of countries was read on a page of the European Commission on 2026-11-21; the days on which they
began, and what came after that page, are from reports and memory. See the list itself before you
rely on one: https://commission.europa.eu, "adequacy decisions".

    >>> [d.country for d in in_force("GB", date(2026, 11, 21))], in_force("GB", date(2032, 1, 1))
    (['GB'], [])
"""

from dataclasses import dataclass
from datetime import date

from nakomen.law.checked import Checked
from nakomen.terms import Text

EEA = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
        *("IS", "LI", "NO"),
    }
)
"""The European Union with Iceland, Liechtenstein and Norway, ISO 3166."""


@dataclass(frozen=True, kw_only=True)
class Adequacy:
    """
    One decision, in force from *since* until and including *until*; None has no end.

    *certified*: only for receivers that are on a list; *only* says for whom it is.
    """

    country: str
    since: date
    until: date | None = None
    certified: bool = False
    only: Text | None = None
    name: str
    checked: Checked = Checked.REPORTED

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


_BUSINESS = Text("alleen commerciële organisaties", "commercial organisations only")


def _since(country: str, day: str, name: str, only: Text | None = None) -> Adequacy:
    return Adequacy(country=country, since=date.fromisoformat(day), name=name, only=only)


DECISIONS: tuple[Adequacy, ...] = (
    _since("CH", "2000-07-26", "Beschikking 2000/518/EG"),
    _since("CA", "2001-12-20", "Beschikking 2002/2/EG", _BUSINESS),
    _since("AR", "2003-06-30", "Beschikking 2003/490/EG"),
    _since("GG", "2003-11-21", "Beschikking 2003/821/EG"),
    _since("IM", "2004-04-28", "Beschikking 2004/411/EG"),
    _since("JE", "2008-05-08", "Beschikking 2008/393/EG"),
    _since("FO", "2010-03-05", "Besluit 2010/146/EU"),
    _since("AD", "2010-10-19", "Besluit 2010/625/EU"),
    _since("IL", "2011-01-31", "Besluit 2011/61/EU"),
    _since("UY", "2012-08-21", "Besluit 2012/484/EU"),
    _since("NZ", "2012-12-19", "Besluit 2013/65/EU"),
    _since("JP", "2019-01-23", "Besluit (EU) 2019/419"),
    _since("KR", "2021-12-17", "Besluit (EU) 2022/254"),
    Adequacy(
        country="GB",
        since=date(2021, 6, 28),
        until=date(2031, 12, 27),
        name="Besluit (EU) 2021/1772, verlengd op 19 december 2025",
    ),
    _since("BR", "2026-01-27", "besluit van 27 januari 2026"),
    Adequacy(
        country="US",
        since=date(2000, 7, 26),
        until=date(2015, 10, 6),
        certified=True,
        name="Safe Harbor",
    ),
    Adequacy(
        country="US",
        since=date(2016, 7, 12),
        until=date(2020, 7, 16),
        certified=True,
        name="Privacy Shield",
    ),
    Adequacy(
        country="US",
        since=date(2023, 7, 10),
        certified=True,
        only=Text(
            "alleen ontvangers die zijn gecertificeerd onder het Data Privacy Framework",
            "only receivers certified under the Data Privacy Framework",
        ),
        name="Besluit (EU) 2023/1795 (Data Privacy Framework)",
    ),
)
"""In the order in which each country got its first."""


def in_force(country: str, day: date) -> list[Adequacy]:
    """The decisions on which a transfer to *country* (ISO 3166) can rest on *day*."""
    return [d for d in DECISIONS if d.country == country and d.holds(day)]


def ended(country: str, day: date) -> Adequacy | None:
    """The last decision for *country* that is over on *day*."""
    over = [d for d in DECISIONS if d.country == country and d.until and d.until < day]
    return over[-1] if over else None
