"""What a program can ask. Each answer is JSON, each refusal Problem Details."""

from datetime import date, datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import NinjaAPI, Path

from nakomen import verbs
from nakomen.desk.api import consents, shapes
from nakomen.desk.api.auth import Key
from nakomen.desk.api.door import PATH
from nakomen.desk.api.once import once
from nakomen.desk.api.problems import Problem, wrong_day
from nakomen.desk.api.scopes import Scope
from nakomen.desk.api.tokens import may
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.models import Case, Channel
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen
from nakomen.desk.promises.models import Count

FIRST = date(2018, 5, 25)
"""Before this day nobody had these rights; an earlier one is a slip."""
NOON = 12
api = NinjaAPI(
    title="nakomen",
    version="1",
    description="Requests and consents of persons, verdicts on promises, and whether a use of data "
    "is allowed.",
    docs_url=None,
    openapi_url=None,
    servers=[{"url": PATH}],
)
api.add_router("", consents.router)
_Reference = Annotated[str, Path(pattern=r"^Z-[0-9]{4}-[0-9]{4,9}$")]


@api.post(
    "/requests",
    auth=Key(Scope.WRITE),
    response={201: shapes.Standing, **shapes.WRONG},
    operation_id="openRequest",
    summary="Hand on the request of a person",
)
def open_request(
    request: HttpRequest, response: HttpResponse, asked: shapes.Asking, name: shapes.Name
) -> tuple[int, dict[str, Any]]:
    """Opens a case, once. Its clock runs, and the person gets a receipt."""
    return _opened(request, response, asked, asked.right, Channel(asked.channel), name)


@api.post(
    "/departures",
    auth=Key(Scope.WRITE),
    response={201: shapes.Standing, **shapes.WRONG},
    operation_id="giveNotice",
    summary="A customer gives notice",
)
def give_notice(
    request: HttpRequest, response: HttpResponse, leaver: shapes.Leaver, name: shapes.Name
) -> tuple[int, dict[str, Any]]:
    """Who leaves, asks for erasure on the promised day: opens that case with its last day, once."""
    return _opened(request, response, leaver, Right.OFFBOARD, Channel.API, name)


def _opened(
    request: HttpRequest,
    response: HttpResponse,
    asked: shapes.Leaver,
    right: Right,
    channel: Channel,
    name: str,
) -> tuple[int, dict[str, Any]]:
    token = request.auth
    if asked.signed_in and not may(token, Scope.VOUCH):
        raise Problem(403, chosen("Nodig is: ", "It needs: ") + Scope.VOUCH.value)
    at = _moment(asked.received_on)

    def work() -> dict[str, Any]:
        given = {"name": asked.name, "words": asked.words, "language": asked.language}
        case = flow.receive(right, channel, asked.email, at=at, **given)
        if asked.signed_in:
            flow.prove(case)
        return _standing(case)

    done = once(request, token, name, work)
    response["Location"] = f"{settings.ADDRESS.rstrip('/')}{PATH}/requests/{done['reference']}"
    return 201, done


def _moment(day: date | None) -> datetime | None:
    """
    Raises:
        Problem: it is no day on which somebody can have asked.
    """
    if day is None or day == timezone.localdate():
        return None
    if not FIRST <= day <= timezone.localdate():
        raise wrong_day("received_on")
    noon: datetime = timezone.make_aware(datetime(day.year, day.month, day.day, NOON))
    return noon


@api.get(
    "/requests/{reference}",
    auth=Key(Scope.READ),
    response={200: shapes.Standing, **shapes.WRONG},
    operation_id="readRequest",
    summary="How a request is doing",
)
def read_request(request: HttpRequest, reference: _Reference) -> dict[str, Any]:  # noqa: ARG001
    """Its state and its last day; never who she is or what she wrote."""
    case = get_object_or_404(Case, pk=int(reference.rpartition("-")[2]))
    if case.reference != reference:
        raise Problem(404)
    return _standing(case)


def _standing(case: Case) -> dict[str, Any]:
    return {
        "reference": case.reference,
        "right": case.right or None,
        "channel": case.channel,
        "state": case.state,
        "received_on": case.received_on.isoformat(),
        "due": case.due.isoformat(),
        "due_why": chosen(case.due_why_nl, case.due_why_en),
        "ended_on": case.ended_on.isoformat() if case.ended_on else None,
    }


@api.get(
    "/promises",
    auth=Key(Scope.PROMISES),
    response={200: shapes.Promises, **shapes.WRONG},
    operation_id="listPromises",
    summary="Every promise with its verdict",
)
def list_promises(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """As the desk counted them last; empty as long as nothing was counted."""
    count = Count.objects.filter(shown__isnull=False).first()
    if count is None:
        return {"counted_at": None, "promises": []}
    statement = count.shown["statement"]
    told = [_promised(statement, verdict) for verdict in count.shown["verdicts"]]
    return {"counted_at": count.ended, "promises": told}


def _promised(statement: str, verdict: dict[str, Any]) -> dict[str, Any]:
    start = verdict["start"]
    names = ("control", "why", "oldest", "since", "evidence")
    return {
        "id": verdict["promise"],
        "sentence": None if start is None else statement[start : verdict["end"]],
        "verdict": verdict["ruling"],
        "rows": verdict["count"],
        **{name: verdict[name] for name in names},
    }


@api.post(
    "/may",
    auth=Key(Scope.MAY),
    response={200: shapes.Answer, **shapes.WRONG},
    operation_id="mayUse",
    summary="May this data be used for this purpose, now?",
)
def may_use(request: HttpRequest, asked: shapes.Asked) -> dict[str, Any]:  # noqa: ARG001
    """The question and its answer go into the evidence, of the person only fingerprints."""
    from nakomen import Allowed, Consent, Wanted

    wanted = Wanted(
        purpose=asked.purpose,
        given=[(key.kind, key.value) for key in asked.person],
        records=asked.records,
        ground=Allowed(asked.ground) if asked.ground else None,
        consent=Consent(given=asked.consent, withdrawn=asked.withdrawn),
        collected=asked.collected,
    )
    with opened() as company:
        decision = verbs.may_use(company, wanted, timezone.localdate())
    return {
        "answer": decision.answer.value,
        "why": {"nl": decision.text.nl, "en": decision.text.en},
        "promise": decision.promise,
        "rule": decision.rule,
        "article": decision.article,
        "missing": list(decision.missing),
    }
