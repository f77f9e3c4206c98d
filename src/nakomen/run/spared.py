"""What no plan takes now: of whose data is restricted, what a hold keeps, and of who works here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from nakomen.plan import Because, Step
from nakomen.records import (
    Act,
    Condition,
    Keys,
    Nothing,
    Selection,
    StoreMap,
    all_of,
    any_of,
    gather,
    not_,
)
from nakomen.run.company import Company
from nakomen.run.frozen import ASK, KEPT, Frozen
from nakomen.run.held import ARTICLE, RULE, TAKING, Held
from nakomen.run.staff import WHY, Staff
from nakomen.run.standing import standing
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Spared:
    frozen: Frozen
    held: Held
    staff: Staff = field(default_factory=lambda: Staff(keys={}))

    @classmethod
    def of(cls, company: Company) -> Self:
        """For what a person asks: whoever works here may ask it too."""
        stands = standing(company)
        return cls(frozen=Frozen.of(company, stands), held=Held.of(company, stands))

    @classmethod
    def by_sweeps(cls, company: Company) -> Self:
        """For what falls due by itself."""
        return replace(cls.of(company), staff=Staff.of(company))

    @property
    def keys(self) -> Keys:
        """By which all their rows are found, together."""
        each = (self.frozen.keys, self.held.keys, self.staff.keys)
        return gather((kind, v) for keys in each for kind, values in keys.items() for v in values)

    def heeded(self, company: Company, steps: Sequence[Step]) -> list[Step]:
        """*steps* without a change to what is spared: kept or asked where it is hers."""
        if not (self.frozen.persons or self.held.keeps or self.staff.keys):
            return list(steps)
        return [kept for step in steps for kept in self._heeded(company, step)]

    def rows(self, store_map: StoreMap, dataset: str) -> Condition:
        """Rows of *dataset* that no sweep takes."""
        frozen = self.frozen.hers(store_map, dataset) if self.frozen.persons else Nothing()
        held, staff = self.held.rows(store_map, dataset), self.staff.rows(store_map, dataset)
        return any_of(frozen, held, staff)

    def _heeded(self, company: Company, step: Step) -> Iterator[Step]:
        if not step.task.act.destructive or step.task.act is Act.FREEZE:
            yield step
        elif step.subject is None:
            rows = self.rows(company.store_map(step.store), step.task.dataset)
            yield from _parted(step, rows, self._why)
        elif step.subject in self.frozen.subjects:
            yield replace(step, task=replace(step.task, act=Act.ASK), because=ASK, sql=())
        elif step.task.act not in TAKING or not self.held.keeps:
            yield step
        elif hold := self.held.on(step.subject):
            asked = step.because.rule == "avg-17"
            because = replace(
                hold.because, promise=step.because.promise, refused=ARTICLE if asked else None
            )
            task = replace(step.task, act=Act.KEEP, columns=(), becomes=())
            yield replace(step, task=task, because=because, sql=())
        else:
            # Her own keys go with this step, and not those of who is held.
            rows = self.held.rows(company.store_map(step.store), step.task.dataset, persons=False)
            yield from _parted(step, rows, self._of_hold)

    @property
    def _why(self) -> Because:
        """Their keys travel together: of several reasons none can be told apart."""
        reasons = [KEPT] if self.frozen.persons else []
        reasons += [self._of_hold] if self.held.keeps else []
        reasons += [WHY] if self.staff.keys else []
        return reasons[0] if len(reasons) == 1 else Because(text=_SEVERAL)

    @property
    def _of_hold(self) -> Because:
        first = min((hold.until for hold in self.held.holds), default=None)
        text = _HELD if self.held.holds else _DISPUTED
        return Because(text=text, rule=RULE, article=ARTICLE, until=first)


def _parted(step: Step, spared: Condition, why: Because) -> Iterator[Step]:
    """*step* without the rows that are *spared*, and those as what stays."""
    rows = step.task.selection
    if isinstance(spared, Nothing):
        yield step
        return
    others = Selection(rows.dataset, all_of(rows.where, not_(spared)))
    yield replace(step, task=replace(step.task, selection=others))
    theirs = Selection(rows.dataset, all_of(rows.where, spared))
    kept = replace(step.task, selection=theirs, act=Act.KEEP, columns=(), becomes=())
    yield replace(step, task=kept, because=replace(why, promise=step.because.promise), sql=())


_HELD = Text(
    "vastgehouden om een geschil (nakomen hold list): het wissen wacht tot een mens dat opheft",
    "on hold for a dispute (nakomen hold list): erasing waits until a person ends that",
)
_DISPUTED = Text(
    "in geschil, zegt het systeem: het wissen wacht tot dat daar is opgelost",
    "in dispute, says the system: erasing waits until that is settled there",
)
_SEVERAL = Text(
    "beperkt op verzoek, vastgehouden om een geschil, of van iemand die hier werkt: het wissen "
    "wacht (nakomen status)",
    "restricted as asked, on hold for a dispute, or of somebody who works here: erasing waits "
    "(nakomen status)",
)
