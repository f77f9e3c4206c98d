"""Around a request: what processors were asked, what stands in texts of others, what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nakomen.papers.document import Document
    from nakomen.papers.reply import Fee, Ground
    from nakomen.plan import Request
    from nakomen.policy.handling import Handling
    from nakomen.reading.letter import Recognised
    from nakomen.run.company import Company
    from nakomen.run.hits import Hit
    from nakomen.run.outside import Outside
    from nakomen.run.overdue import Overdue
    from nakomen.run.term import Term
    from nakomen.terms import Lang, Text


def outside(company: Company, today: date) -> list[Outside]:
    """What processors and receivers were asked or told, and how far each is on *today*."""
    from nakomen.run import outside as others
    from nakomen.run.versions import ruled

    return others.outside(ruled(company, today), today)


def answer(
    company: Company,
    name: str,
    state: str,
    today: date,
    receipt: bytes | None = None,
    ground: str | None = None,
) -> Outside:
    """
    Note that an ask was ``sent``, ``done`` or ``refused``; of *receipt* only a SHA-256 is kept.

    Raises:
        NoSuchAsk, GroundMissing: nothing was noted.
    """
    from nakomen.run import outside as others

    return others.answer(company, name, others.State(state), today, receipt, ground)


def hits(company: Company, given: Sequence[tuple[str, str]]) -> list[Hit]:
    """
    Texts of others in which one of a person's keys stands; all but the hit is masked, none is kept.

    Raises:
        ManyPersons: the keys lead to several customers.
    """
    from nakomen.run import hits as found

    return found.hits(company, given)


def asked_in(subject: str, text: str) -> Recognised:
    """Which right a letter in Dutch or English asks for, and whether that is sure."""
    from nakomen.reading.letter import recognise

    return recognise(subject, text)


def handling(company: Company, day: date | None = None) -> Handling:
    """
    What the statement that holds on *day*, today when None, promises about requests: when, where
    to, at what price.
    """
    from nakomen.policy.handling import Handling
    from nakomen.run.versions import ruled

    return Handling.of(ruled(company, day).policy)


def answer_by(handling: Handling, received: date) -> tuple[date, Text]:
    """The last day for an answer to a request of *received*, and why that day."""
    from nakomen.run import term

    return term.answer_by(handling, received)


def complaint_by(handling: Handling, received: date) -> tuple[date, Text]:
    """The last day for an answer to a complaint of *received*, and why that day."""
    from nakomen.run import term

    return term.complaint_by(handling, received)


def term(
    received: date,
    due: date,
    why: Text,
    today: date,
    *,
    asked: date | None = None,
    arrived: date | None = None,
    told: date | None = None,
) -> Term:
    """
    How the clock of a request stands on *today*; see `nakomen.run.term.term`.

    *asked*, *arrived*: when more was asked of her because of a doubt that was written down, and
    when she answered. *told*: when a notice of extension with its reason left.
    """
    from nakomen.run import term as clock

    return clock.term(received, due, why, today, asked=asked, arrived=arrived, told=told)


def reply(
    company: Company,
    plan: str,
    received: date,
    reference: str,
    on: date,
    lang: Lang,
    fee: Fee | None = None,
    own: Sequence[str] = (),
) -> Document:
    """
    The letter that ends a request whose *plan* was carried out. *own*: sentences about what whoever
    answers keeps of the request itself.

    Raises:
        NoSuchPlan, NotCarriedOut: there is no letter.
    """
    from nakomen.run import replying
    from nakomen.run.versions import ruled

    return replying.letter(ruled(company, on), plan, received, reference, on, lang, fee, own)


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
    The letter that ends a request with a refusal, on one of `refusal_grounds`, *because* as she
    reads it. No *request*: it never became clear which right was meant.

    Raises:
        NoGround: a refusal without a ground of the law or without a reason is none.
    """
    from nakomen.run import replying
    from nakomen.run.versions import ruled

    return replying.refusal(
        ruled(company, on), request, received, reference, on, lang, ground, because, fee
    )


def refusal_grounds(request: Request | None) -> dict[str, Ground]:
    """The closed list of grounds on which the law lets *request* be refused, by name."""
    from nakomen.run import replying

    return replying.refusal_grounds(request)


def fee(company: Company, cents: int, ground: str, because: str) -> Fee | None:
    """
    What an answer costs: nothing, unless on one of `fee_grounds`, with a reason.

    Raises:
        NoFinding, PromisedFree: no money may be asked.
    """
    from nakomen.run import replying
    from nakomen.run.versions import ruled

    return replying.fee(ruled(company, None), cents, ground, because)


def fee_grounds() -> dict[str, Ground]:
    """When the law lets money be asked for an answer, by name."""
    from nakomen.run import replying

    return replying.paid_grounds()


def effects(handling: Handling, request: Request) -> tuple[str, ...]:
    """What the statement says that *request* does to the service."""
    from nakomen.run import replying

    return replying.effects(handling, request)


def complaint_answer(
    company: Company,
    received: date,
    reference: str,
    on: date,
    lang: Lang,
    judged: str,
    outcome: str,
) -> Document:
    """
    The answer to a complaint: *judged* ``right``, ``partly`` or ``wrong``, and what was found.

    Raises:
        NoOutcome: there is no letter.
    """
    from nakomen.run import replying
    from nakomen.run.versions import ruled

    return replying.complaint(ruled(company, on), received, reference, on, lang, judged, outcome)


def on_file(company: Company, kind: str, value: str, before: date | None = None) -> bool:
    """
    Whether a key (``email``) stands in a file of the company now; *before*: in a row that was made
    before this day.

    Raises:
        StoreUnreachable: a store did not answer.
    """
    from nakomen.run import on_file as files

    return files.on_file(company, kind, value, before)


def as_pdf(document: Document, on: date) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1)."""
    from nakomen.run import replying

    return replying.as_paper(document, on)


def overdue(company: Company, today: date) -> list[Overdue]:
    """Requests that the law wants answered by now, and are not."""
    from nakomen.run import overdue as late
    from nakomen.run.versions import ruled

    return late.overdue(ruled(company, today), today)
