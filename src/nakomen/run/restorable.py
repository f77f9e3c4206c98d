"""A promise is not kept while what should be gone can still be put back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nakomen.ledger import Parcel
from nakomen.run.verdict import Ruling, Verdict
from nakomen.terms import Text


def not_gone(verdict: Verdict, parcels: Sequence[Parcel], today: date) -> Verdict:
    """
    *verdict*, but never kept while rows that were taken out for it lie in the vault.

    Until their last day they are out of the systems and not destroyed: unseen, not kept. After it
    they should have been destroyed: broken.
    """
    mine = [p for p in parcels if p.promise == verdict.promise.id and p.until and p.rows]
    if verdict.ruling is not Ruling.KEPT or not mine:
        return verdict
    rows, last = sum(parcel.rows for parcel in mine), max(p.until for p in mine if p.until)
    over = [parcel for parcel in mine if parcel.until and parcel.until <= today]
    if over:
        late = sum(parcel.rows for parcel in over)
        return replace(verdict, ruling=Ruling.BROKEN, why=_LATE.fill(rows=late), count=late)
    return replace(verdict, ruling=Ruling.UNSEEN, why=_WAITS.fill(rows=rows, day=last))


_WAITS = Text(
    "uit de systemen, maar nog niet weg: {rows} rijen zijn tot {day} terug te zetten",
    "out of the systems, but not gone yet: {rows} rows can be put back until {day}",
)
_LATE = Text(
    "de tijd om terug te draaien is om, en {rows} rijen zijn nog niet vernietigd; "
    "`nakomen plan retention` doet dat",
    "the time for undoing is over, and {rows} rows are not destroyed yet; "
    "`nakomen plan retention` does it",
)
