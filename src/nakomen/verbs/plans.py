"""Plans: made, agreed to, carried out, put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from nakomen.ledger import Parcel
    from nakomen.papers.own_part import OwnPart
    from nakomen.plan import Plan, Request, Step
    from nakomen.plan.requests.ground import Ground
    from nakomen.run.company import Company
    from nakomen.run.followed import Followed, Made
    from nakomen.run.frozen import Restriction
    from nakomen.run.outcomes import Event
    from nakomen.run.planning import Planned
    from nakomen.run.recall import Recalled
    from nakomen.terms import Text


def plan(
    company: Company,
    request: Request,
    given: Sequence[tuple[str, str]],
    today: date,
    claim: tuple[str, date] | None = None,
    settings: Sequence[tuple[str, str]] = (),
    purpose: str | None = None,
    ground: Ground | None = None,
    compelling: str | None = None,
) -> Planned:
    """
    What *request* would do, and why. Changes nothing in any store.

    Args:
        settings: for a rectification, what is named and what is right.
        purpose: of an objection or a withdrawal; it is noted at once, and `may` then refuses.
        compelling: the grounds that go before an objection that was weighed; the use may go on.
        ground: of a restriction, why she may ask for it; a statement can promise it without.
    """
    from nakomen.plan import Claim, Request
    from nakomen.run.planning import plan_person, plan_retention
    from nakomen.run.versions import ruled

    if request is Request.RETENTION:
        return plan_retention(ruled(company, today), today)
    if request is Request.DESTRUCTION:
        from nakomen.run.destruction import plan_destruction

        return plan_destruction(ruled(company, today), today)
    held = Claim(reason=claim[0], until=claim[1]) if claim else None
    return plan_person(
        ruled(company, today), request, given, today, held, settings,
        purpose=purpose, ground=ground, compelling=compelling,
    )  # fmt: skip


def plan_list(
    company: Company,
    request: Request,
    file: Path,
    today: date,
    claim: tuple[str, date] | None = None,
) -> Planned:
    """
    As `plan`, for everybody in *file*: one person a line. Changes nothing in any store.

    Raises:
        ListEmpty, ListUnreadable, ListFaulty: about the file.
        OneByOne: the request is not made for many.
    """
    from nakomen.plan import Claim
    from nakomen.run import planning
    from nakomen.run.versions import ruled

    held = Claim(reason=claim[0], until=claim[1]) if claim else None
    return planning.plan_list(ruled(company, today), request, file, today, held)


def lift(
    company: Company,
    given: Sequence[tuple[str, str]],
    today: date,
    wish: date | None = None,
    informed: date | None = None,
) -> Planned:
    """
    The plan that lifts a restriction: she asked for it on *wish*, or was told on *informed*.

    Raises:
        NotRestricted: nothing of this person is frozen.
        NotToldYet, HersToLift, DayAhead: nothing was planned.
    """
    from nakomen.run import restricting
    from nakomen.run.planning import Planned
    from nakomen.run.versions import ruled

    why = restricting.Lifting(wish=wish, informed=informed)
    return Planned(
        plan=restricting.plan_lifting(ruled(company, today), given, why, today), found=True
    )


def approve(company: Company, plan: Plan, by: str, on: date) -> list[Text]:
    """
    Note that *by* read *plan* and agrees.

    Returns:
        Why it still waits: for a second person. Empty when it may be carried out.
    """
    from nakomen.run import guards
    from nakomen.run.versions import ruled

    return guards.approve(ruled(company, plan.today), plan, by, on)


def waits_for(company: Company, plan: Plan) -> list[Text]:
    """Why *plan* waits for a person who read it; empty when it does not."""
    from nakomen.run import guards
    from nakomen.run.versions import ruled

    return guards.unmet(ruled(company, plan.today), plan)


def recall(company: Company, id: str) -> Recalled:
    """
    A stored plan and how far it is.

    Raises:
        NoSuchPlan: nothing is stored under that name.
    """
    from nakomen.run.recall import state_of
    from nakomen.run.shelf import load_plan

    return state_of(company, load_plan(company, id))


def follow(company: Company, id: str, today: date) -> Followed:
    """
    How far plan *id* is, who said yes to it, and why it may not be carried out any more, if so.

    Raises:
        NoSuchPlan: nothing is stored under that name.
        PlanChanged: it can no longer be read.
    """
    from nakomen.run import followed
    from nakomen.run.versions import ruled

    return followed.follow(ruled(company, today), id, today)


def made(company: Company, request: Request) -> list[Made]:
    """Plans of one sort of request, the last first, each with how far it is."""
    from nakomen.run import followed

    return followed.made(company, request)


def apply(
    company: Company,
    plan: Plan,
    today: date,
    output: Path | None = None,
    own: Sequence[OwnPart] = (),
) -> Iterator[Event]:
    """
    Carry out a plan that was shown; see `nakomen.run.apply`.

    Args:
        own: what the caller itself keeps of the person of a copy; it comes last in it.
    """
    from nakomen.run.apply import apply_plan
    from nakomen.run.versions import ruled

    return apply_plan(ruled(company, today), plan, today, output, own)


def decide_step(
    company: Company, plan: Plan, step: str, yes: bool, because: str, by: str, today: date
) -> Plan:
    """
    The plan that follows when *by* answers one question of *plan*, named by step or place.

    Raises:
        NoSuchQuestion, Unfinished, NothingFollows, PlanReplaced, ReasonMissing: nothing was noted.
    """
    from nakomen.run import choosing
    from nakomen.run.versions import ruled

    return choosing.decide_step(ruled(company, today), plan, step, yes, because, by, today)


def questions(plan: Plan) -> list[Step]:
    """What *plan* asks of a person about rows that are there."""
    from nakomen.run import choosing

    return choosing.questions(plan)


def undo(company: Company, id: str, today: date) -> Planned:
    """
    The plan that puts back what plan *id* took out, while that can be done.

    Raises:
        NoSuchPlan: nothing is stored under that name.
        NothingToUndo: nothing of it can be put back.
    """
    from nakomen.run import undoing
    from nakomen.run.planning import Planned
    from nakomen.run.versions import ruled

    return Planned(plan=undoing.plan_undo(ruled(company, today), id, today), found=True)


def restricted(company: Company) -> list[Restriction]:
    """Whose data is restricted now, by printed fingerprints."""
    from nakomen.run import frozen

    return frozen.shown(company)


def restorable(company: Company) -> list[Parcel]:
    """What is out of the systems and can still be put back."""
    from nakomen.run import parked

    return parked.restorable(company)
