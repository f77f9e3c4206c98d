"""
A yes that a person gave elsewhere, such as at a checkout: when, to what, and with which words.

Whoever leans on consent can show that it was given (AVG artikel 7 lid 1). Of her only fingerprints
stand in the ledger.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from nakomen.detect.inside import numbers
from nakomen.errors import UsageError
from nakomen.ledger import Entry, Line
from nakomen.plan.requests.purposes import MARKETING, channel_of, purpose_named, purposes
from nakomen.records import normal
from nakomen.run.company import Company
from nakomen.run.objecting import Pair, UnknownPurpose, mark_of, marks_of
from nakomen.run.resolve import resolve
from nakomen.terms import Basis

KIND = "consented"
LONGEST = 2000


class WordsNamePerson(UsageError):
    """
    These are to be the words that everybody read who said yes: without an address, and without the
    number of an account, a card or a citizen.
    """

    nl = (
        "Dit moeten de woorden zijn die iedereen las die ja zei: zonder adres, en zonder nummer "
        "van een rekening, een kaart of een burger."
    )


def note(company: Company, given: Sequence[Pair], purpose: str, words: str, on: date) -> int:
    """
    As `nakomen.verbs.note_consent`.

    Raises:
        UnknownPurpose: no such use rests on consent.
        WordsNamePerson: nothing was noted.
    """
    name = _purpose(company, purpose)
    said = " ".join(words.split())
    if not said or len(said) > LONGEST or "@" in said or numbers(said):
        raise WordsNamePerson
    known = [(kind, normal(kind, value)) for kind, value in given]
    keys = resolve(company.maps, company.stores, known)
    body = {
        "purpose": name,
        "marks": sorted(marks_of(company, keys)),
        "words": said,
        "on": on.isoformat(),
    }
    same = [ln for ln in company.ledger.lines(kind=KIND) if ln.body == body]
    if same:
        return same[-1].seq
    return company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC)).last


def _purpose(company: Company, word: str) -> str:
    found = purpose_named(company.policy, word)
    if found is None or not (found.marketing or Basis.CONSENT in found.bases):
        raise UnknownPurpose(", ".join(purposes(company.policy)))
    return found.name


def consented_on(company: Company, given: Sequence[Pair], purpose: str) -> date | None:
    """
    The last day on which whoever has one of the keys *given* said yes to *purpose*: of advertising
    by one channel, to that or to all of it.
    """
    marks = {mark_of(company, kind, normal(kind, value)) for kind, value in given}
    names = {purpose, MARKETING} if channel_of(purpose) else {purpose}
    days = [_day(line) for line in company.ledger.lines(kind=KIND) if _is(line, marks, names)]
    return max(days, default=None)


def _is(line: Line, marks: set[str], names: set[str]) -> bool:
    return line.body["purpose"] in names and not marks.isdisjoint(line.body["marks"])


def _day(line: Line) -> date:
    return date.fromisoformat(str(line.body["on"]))
