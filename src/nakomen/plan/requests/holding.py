"""Which receivers hold data of this person, as far as the register says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.policy import Promise
from nakomen.policy.register import Activity, Register, Status


@dataclass(frozen=True, kw_only=True)
class Holding:
    """
    *places* are the datasets with rows of hers: ``crm.customer``. *register* is the one that a
    person wrote; without it every receiver may hold something.
    """

    register: Register | None = None
    places: frozenset[str] = frozenset()

    def has(self, promise: Promise) -> bool:
        """The receiver that *promise* names may hold data of hers: when unsure, it may."""
        told = [a for a in self._activities() if promise.id in a.receivers]
        known = [set(activity.stores) for activity in told if activity.stores]
        return not told or len(known) < len(told) or any(stores & self.places for stores in known)

    def under(self, name: str) -> Iterator[str]:
        """Sub-processors of a processor."""
        for processor in self.register.processors if self.register else ():
            if processor.name.casefold() == name.casefold():
                yield from processor.subprocessors

    def _activities(self) -> list[Activity]:
        activities = self.register.activities if self.register else ()
        return [activity for activity in activities if activity.status is not Status.ENDED]
