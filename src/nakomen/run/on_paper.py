"""Promises that papers keep: the registers of versions, of notices, and of processing."""

from collections.abc import Mapping
from datetime import date

from nakomen.policy import Control, Promise
from nakomen.run.company import Company
from nakomen.run.registered import findings, registered
from nakomen.run.verdict import Ruling, Verdict
from nakomen.run.versions import in_force, lacks, register
from nakomen.terms import Text

Found = tuple[Ruling, Text]
CONTROLS = frozenset(
    {
        Control.STATEMENT_VERSION_REGISTER.value,
        Control.STATEMENT_VERSION_NOTICE.value,
        Control.PROCESSING_REGISTER.value,
    }
)


def on_paper(company: Company, today: date) -> Mapping[str, Found]:
    """What the company's own registers say of each of these controls."""
    return {
        Control.STATEMENT_VERSION_REGISTER.value: _versions(company, today),
        Control.STATEMENT_VERSION_NOTICE.value: _notices(company, today),
        Control.PROCESSING_REGISTER.value: _processing(company, today),
    }


def verdict(promise: Promise, found: Mapping[str, Found]) -> Verdict:
    ruling, why = found[promise.control]
    return Verdict(promise=promise, ruling=ruling, why=why)


def _versions(company: Company, today: date) -> Found:
    held = in_force(company, today)
    if held is None:
        return Ruling.UNSEEN, _NO_VERSION
    if any(finding.code == "C025" for finding in findings(company, today)):
        return Ruling.BROKEN, _LEFT.fill(number=held.number)
    return Ruling.KEPT, _HELD.fill(number=held.number)


def _notices(company: Company, today: date) -> Found:
    """A version whose day has come without its notice is a promise that was broken."""
    known = register(company)
    begun = [v for v in known.versions if v.effective <= today]
    if len(begun) < 2:
        return Ruling.UNSEEN, _NO_NOTICE
    late = [v.number for v in begun if lacks(company, known, v)]
    if late:
        return Ruling.BROKEN, _UNTOLD.fill(numbers=", ".join(late))
    return Ruling.KEPT, _TOLD


def _processing(company: Company, today: date) -> Found:
    if registered(company).drafted:
        return Ruling.UNSEEN, _DRAFTED
    gaps = [f for f in findings(company, today) if "C021" <= f.code <= "C024"]
    if gaps:
        return Ruling.BROKEN, _GAPS.fill(count=len(gaps))
    return Ruling.KEPT, _COMPLETE


_NO_VERSION = Text(
    "er is nog geen versie vastgelegd; dat kan met nakomen version add",
    "no version was noted yet; do so with nakomen version add",
)
_LEFT = Text(
    "tekst of beleid is anders dan versie {number}, die geldt",
    "text or policy differs from version {number}, which is in force",
)
_HELD = Text(
    "versie {number} geldt, woord voor woord", "version {number} is in force, word by word"
)
_NO_NOTICE = Text(
    "er was nog geen nieuwe versie om te melden", "there was no new version to tell of yet"
)
_UNTOLD = Text(
    "niet of te laat gemeld: versie {numbers}", "not told, or too late: version {numbers}"
)
_TOLD = Text("elke versie is op tijd gemeld", "every version was told in time")
_DRAFTED = Text(
    "het register is nog een concept; schrijf het met nakomen register --write",
    "the register is a draft; write it with nakomen register --write",
)
_GAPS = Text("het register heeft {count} gaten", "the register has {count} gaps")
_COMPLETE = Text("het register is volledig", "the register is complete")
