"""What falls due by itself on a day: the steps of a retention plan, before anything is counted."""

from collections.abc import Iterable
from datetime import date

from nakomen.plan import Case, Person, Step, erase_steps, retention_steps
from nakomen.records import Keys
from nakomen.run.anonymity import measured
from nakomen.run.company import Company
from nakomen.run.spared import Spared


def due_steps(
    company: Company, today: date, over: Iterable[tuple[str, Keys]], spared: Spared
) -> list[Step]:
    """
    The ends of holds, then terms, without a change to what is *spared*.

    Args:
        over: whose holds are over: a name for one person or several, and by what rows are found.
    """
    steps = [step for name, keys in over for step in _hers(company, today, name, keys)]
    steps += retention_steps(company.policy, company.maps, today)
    return measured(company, spared.heeded(company, steps), spared.keys)


def _hers(company: Company, today: date, name: str, keys: Keys) -> list[Step]:
    person = Person(subject=name, kinds=frozenset(keys))
    return erase_steps(Case(policy=company.policy, maps=company.maps, person=person, today=today))
