"""The answer to a request whose plan was carried out: told from the evidence, not from the wish."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from nakomen.errors import UsageError
from nakomen.law.tables.refusal import BEFORE, fee_grounds, grounds
from nakomen.papers.access_model import Controller
from nakomen.papers.complaint import ComplaintPaper
from nakomen.papers.complaint import complaint as complaint_answer
from nakomen.papers.document import Document
from nakomen.papers.pdf import as_pdf
from nakomen.papers.reply import (
    Done,
    Fee,
    Ground,
    Kept,
    NoFinding,
    NoGround,
    ReplyPaper,
    reply,
)
from nakomen.plan import ASKED_BY, Plan, Request, Step
from nakomen.policy.handling import Handling
from nakomen.records import Act
from nakomen.run.about import receivers
from nakomen.run.company import Company
from nakomen.run.noted import Noted
from nakomen.run.outcomes import StepOutcome
from nakomen.run.shelf import load_plan
from nakomen.terms import Lang, RecordKind, Right, Text


class NotCarriedOut(UsageError):
    """This plan was not carried out, so there is nothing to answer yet. Apply it first."""

    nl = "Dit plan is nog niet uitgevoerd, dus er is nog niets te antwoorden. Voer het eerst uit."


def letter(
    company: Company,
    id: str,
    received: date,
    reference: str,
    on: date,
    lang: Lang,
    fee: Fee | None = None,
    own: Sequence[str] = (),
) -> Document:
    """
    The letter about plan *id*, for a request that came in on *received*; *own* is told as it is.

    Raises:
        NoSuchPlan, NotCarriedOut: there is no letter.
    """
    plan = load_plan(company, id)
    noted = Noted.of(company, plan)
    if not noted.finished:
        raise NotCarriedOut(id)
    changed = any(step.task.act.destructive for step in plan.steps)
    return reply(
        ReplyPaper(
            lang=lang,
            controller=Controller.of(company.policy.controller),
            request=plan.request,
            reference=reference,
            received_on=received,
            made_on=on,
            done=tuple(_done(company, plan, dict(noted.outcomes))),
            kept=tuple(_kept(company, plan)),
            told=tuple(str(p.recipient["name"]) for p in receivers(company, plan))
            if changed
            else (),
            fee=fee,
            effects=effects(Handling.of(company.policy), plan.request),
            own=tuple(own),
            copied=noted.own,
            to_known=plan.request is Request.RECTIFY,
        )
    )


def refusal(
    company: Company,
    request: Request | None,
    received: date,
    reference: str,
    on: date,
    lang: Lang,
    ground: str,
    because: str,
    fee: Fee | None = None,
) -> Document:
    """
    The letter to somebody whose request is refused.

    Raises:
        NoGround: *ground* is not one of `grounds`, or no reason is given.
    """
    rows = {row.id: row for row in (*grounds(_right(request)), BEFORE)}
    if ground not in rows:
        raise NoGround
    row = rows[ground]
    return reply(
        ReplyPaper(
            lang=lang,
            controller=Controller.of(company.policy.controller),
            request=request,
            reference=reference,
            received_on=received,
            made_on=on,
            ground=Ground(text=row.when, article=row.article),
            refused=because.strip(),
            fee=fee,
        )
    )


def refusal_grounds(request: Request | None) -> dict[str, Ground]:
    """The closed list of grounds on which *request* can be refused, by name."""
    rows = grounds(_right(request))
    return {row.id: Ground(text=row.when, article=row.article) for row in rows}


def paid_grounds() -> dict[str, Ground]:
    """When the law lets money be asked, by name."""
    return {row.id: Ground(text=row.when, article=row.article) for row in fee_grounds()}


def fee(company: Company, cents: int, ground: str, because: str) -> Fee | None:
    """
    What an answer costs; None: nothing, as the law has it.

    Raises:
        NoFinding: no ground of the law, or no reason.
        PromisedFree: the statement says that a request costs nothing.
    """
    if not cents:
        return None
    rows = {row.id: row for row in fee_grounds()}
    if ground not in rows or not because.strip():
        raise NoFinding
    if Handling.of(company.policy).free:
        raise PromisedFree
    row = rows[ground]
    told = Ground(text=row.when, article=row.article)
    return Fee(cents=cents, ground=told, because=because.strip())


class PromisedFree(UsageError):
    """The statement promises that a request costs nothing. Ask no money."""

    nl = "De verklaring belooft dat een verzoek niets kost. Vraag geen geld."


def complaint(
    company: Company,
    received: date,
    reference: str,
    on: date,
    lang: Lang,
    judged: str,
    outcome: str,
) -> Document:
    """
    The answer to a complaint.

    Raises:
        NoOutcome: there is no letter.
    """
    return complaint_answer(
        ComplaintPaper(
            lang=lang,
            controller=Controller.of(company.policy.controller),
            reference=reference,
            received_on=received,
            made_on=on,
            judged=judged,
            outcome=outcome,
        )
    )


def _right(request: Request | None) -> Right | None:
    return next((right for right, asked in ASKED_BY.items() if asked is request), None)


def effects(handling: Handling, request: Request) -> tuple[str, ...]:
    """What the statement says that *request* does to the service."""
    return tuple(e.says for e in handling.effects if not e.rights or _right(request) in e.rights)


def as_paper(document: Document, on: date) -> bytes:
    return as_pdf(document, datetime.combine(on, time(), UTC))


def _done(company: Company, plan: Plan, outcomes: Mapping[str, StepOutcome]) -> Iterator[Done]:
    """Each kind of record with what became of it; only what was counted again is told."""
    rows: Counter[tuple[RecordKind, Act]] = Counter()
    for step in plan.steps:
        outcome = outcomes.get(step.id)
        if outcome and outcome.proven and (many := _many(step, outcome)):
            rows[_records(company, step), step.task.act] += many
    for (records, act), many in rows.items():
        yield Done(records=records, act=act, rows=many)


def _many(step: Step, outcome: StepOutcome) -> int:
    if step.task.act is Act.EXPORT:
        return outcome.found
    return outcome.gone


def _kept(company: Company, plan: Plan) -> Iterator[Kept]:
    """What stays, once for each kind of record, reason and day."""
    rows: Counter[tuple[RecordKind, Text, date | None]] = Counter()
    for step in plan.steps:
        if step.task.act is Act.KEEP and step.rows:
            rows[_records(company, step), _why(step), step.because.until] += step.rows
    for (records, why, until), many in rows.items():
        yield Kept(records=records, rows=many, why=why, until=until)


def _why(step: Step) -> Text:
    """The reason, with its article where the words do not have it yet."""
    text, article = step.because.text, step.because.article
    if not article or article in text.nl:
        return text
    return Text(f"{text.nl} ({article})", f"{text.en} ({article})")


def _records(company: Company, step: Step) -> RecordKind:
    return company.store_map(step.store).dataset(step.task.dataset).records
