"""Limitation of claims: how long somebody can still go to court. Never a duty to keep."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept
from nakomen.law.sources import BW_3
from nakomen.terms import Period, Text

_FIVE = Period(years=5)


def _claim(id: str, what: Text, basis: str, start: Text, note: Text | None = None) -> Kept:
    return Kept(
        id=id,
        what=what,
        most=_FIVE,
        start=start,
        basis=basis,
        force=Force.STATUTORY,
        note=note,
        checked=Checked.OLDER,
        source=BW_3,
    )


ROWS = (
    Kept(
        id="limitation-general-20y",
        what=Text("verjaring in het algemeen", "limitation in general"),
        most=Period(years=20),
        start=Text(
            "de dag na de gebeurtenis of die waarop kan worden geëist",
            "the day after the event or that on which it can be claimed",
        ),
        basis="BW 3:306",
        force=Force.STATUTORY,
        note=Text(
            "Geen reden om alles zo lang te bewaren: alleen voor een vordering die concreet te "
            "verwachten is.",
            "No reason to keep everything that long: only for a claim that is concretely expected.",
        ),
        checked=Checked.OLDER,
        source=BW_3,
        words=("verjaring", "limitation"),
    ),
    _claim(
        "limitation-contract-5y",
        Text("nakoming van een overeenkomst", "performance of a contract"),
        "BW 3:307 lid 1",
        starts.DUE,
    ),
    _claim(
        "limitation-periodic-5y",
        Text("huur, rente en wat elke maand komt", "rent, interest and what comes every month"),
        "BW 3:308",
        starts.DUE,
    ),
    _claim(
        "limitation-undue-payment",
        Text("betaald zonder dat het hoefde", "paid without having to"),
        "BW 3:309",
        starts.KNOWN,
    ),
    _claim(
        "limitation-damages",
        Text("schade en boetes", "damages and penalties"),
        "BW 3:310 lid 1",
        starts.KNOWN,
        Text(
            "Bij letsel alleen de vijf jaar; voor een minderjarige vanaf achttien (lid 5).",
            "For injury only the five years; for a minor from eighteen (paragraph 5).",
        ),
    ),
    _claim(
        "limitation-termination",
        Text(
            "ontbinding of herstel van wat niet goed is gedaan",
            "termination or repair of what was not done well",
        ),
        "BW 3:311 lid 1",
        starts.KNOWN,
    ),
)
