"""What a cell of a register needs: the entries, and the promises that they point to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nakomen.policy import Policy, Promise
from nakomen.policy.register import Activity, Processor, Register, Role
from nakomen.policy.tell import told_by_promise
from nakomen.terms import Basis, Lang
from nakomen.terms.labels import label


@dataclass(frozen=True, kw_only=True)
class View:
    """The registers as they were on *day*, in *lang*."""

    policy: Policy
    register: Register
    lang: Lang
    day: date

    @cached_property
    def told(self) -> dict[str, str]:
        """Each promise as the published statement says it."""
        return told_by_promise(self.policy, self.lang)

    def activities(self, role: Role) -> tuple[Activity, ...]:
        """Those that were carried out on the day."""
        return tuple(
            activity
            for activity in self.register.activities
            if activity.role is role and activity.holds(self.day)
        )

    @property
    def processors(self) -> tuple[Processor, ...]:
        return self.register.processors

    def promises(self, ids: Iterable[str]) -> Iterator[Promise]:
        """Those that the policy has; the others are findings of the register's file."""
        wanted = set(ids)
        return (promise for promise in self.policy.promises if promise.id in wanted)

    def bases(self, activity: Activity) -> tuple[Basis, ...]:
        """Its own and those of its purposes, each once."""
        of_purposes = (
            basis
            for promise in self.promises(activity.purposes)
            if promise.purpose
            for basis in promise.purpose.bases
        )
        return tuple(dict.fromkeys((*activity.bases, *of_purposes)))

    def labels(self, words: Iterable[Basis]) -> str:
        return "; ".join(label(word).in_(self.lang) for word in words)
