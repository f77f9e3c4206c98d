"""What a code, a promise or a norm means, in plain words."""

from datetime import date
from pathlib import Path

from rapidfuzz.process import extractOne

from nakomen.checks import explain_code, known_codes
from nakomen.checks.text import answer_told
from nakomen.errors import NakomenError, UsageError
from nakomen.law.catalogue import catalogue
from nakomen.law.explainable import explainable
from nakomen.policy import Promise
from nakomen.run.company import Company
from nakomen.terms import Text


class NothingToExplain(UsageError):
    """No code, promise or norm has this name."""

    nl = "Geen code, belofte of wetsregel heet zo."


def explain(folder: Path, name: str, today: date | None = None) -> Text:
    """
    A rule comes with what it found in this company's statement, as of *today* if that is given.

    Raises:
        NothingToExplain: names the near one.
    """
    law = explainable()
    same = {id.casefold(): id for id in law}
    if name.casefold() in same:
        id = same[name.casefold()]
        return _both(law[id](), _found(folder, id, today) if today else None)
    if name.upper() in known_codes():
        return explain_code(name.upper())
    promises = _promises(folder)
    if name in promises:
        return _promise(promises[name])
    near = extractOne(name, [*law, *known_codes(), *promises], score_cutoff=60)
    raise NothingToExplain(f"→ {near[0]}" if near else "")


def _both(told: Text, found: Text | None) -> Text:
    return Text(f"{told.nl}\n\n{found.nl}", f"{told.en}\n\n{found.en}") if found else told


def _found(folder: Path, id: str, today: date) -> Text | None:
    """What rule *id* answers of the company's statement; None without company or rule."""
    if id not in catalogue():
        return None
    try:
        with Company.open(folder) as company:
            text, file = company.statement, company.policy.statement.file
    except NakomenError:
        return None
    return answer_told(id, text, file, today) if text.strip() else None


def _promises(folder: Path) -> dict[str, Promise]:
    try:
        with Company.open(folder) as company:
            return {promise.id: promise for promise in company.policy.promises}
    except NakomenError:
        return {}


def _promise(promise: Promise) -> Text:
    said = f"«{promise.says}»" if promise.says else ""
    nl = f"{promise.id} ({promise.kind}), bewaakt door {promise.control}. {said}"
    en = f"{promise.id} ({promise.kind}), kept by {promise.control}. {said}"
    return Text(nl.strip(), en.strip())
