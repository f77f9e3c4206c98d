"""A program hands on that a customer said yes to a use of her data, or takes that back."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from nakomen import verbs
from nakomen.desk.api import shapes
from nakomen.desk.api.auth import Key
from nakomen.desk.api.once import once
from nakomen.desk.api.problems import Problem, wrong, wrong_day
from nakomen.desk.api.scopes import Scope
from nakomen.desk.customers import saying
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.models import Channel
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen

if TYPE_CHECKING:
    from nakomen import Choosable, Company, Known

router = Router()


@router.post(
    "/consents",
    auth=Key(Scope.CONSENTS),
    response={201: shapes.Consented, **shapes.WRONG},
    operation_id="noteConsent",
    summary="A customer said yes",
)
def note_consent(
    request: HttpRequest, agreed: shapes.Agreed, name: shapes.Name
) -> tuple[int, dict[str, Any]]:
    """In the evidence, with day and words; then written where the systems keep it."""
    if agreed.given_on > timezone.localdate():
        raise wrong_day("given_on")

    def work() -> dict[str, Any]:
        with opened() as company:
            return _noted(company, agreed)

    return 201, once(request, request.auth, name, work)


def _noted(company: "Company", agreed: shapes.Agreed) -> dict[str, Any]:
    her = verbs.known(company, agreed.email)
    if her is None:
        raise Problem(404, chosen("Deze klant is er niet.", "There is no such customer."))
    one = _use(company, her, agreed.purpose)
    given = [("email", her.address)]
    number = verbs.note_consent(company, given, one.purpose, agreed.words, agreed.given_on)
    done = _written(company, her, one)
    return {
        "purpose": one.purpose,
        "given_on": agreed.given_on.isoformat(),
        "evidence": str(number),
        "written": [place for place, says in done.items() if says],
        "not_written": [place for place, says in done.items() if not says],
    }


def _use(company: "Company", her: "Known", purpose: str) -> "Choosable":
    """
    Raises:
        Problem: there is no such use to which she can say yes.
    """
    uses = saying.every(company, her)
    named = (one for one in uses if purpose in (one.purpose, *one.also))
    if (found := next(named, None)) is None:
        known = ", ".join(one.purpose for one in uses)
        raise wrong("purpose", chosen("Noem een van: ", "Name one of: ") + known)
    return found


def _written(company: "Company", her: "Known", one: "Choosable") -> dict[str, bool]:
    """Of each place that is about this very use and no wider one, whether it says yes now."""
    own = [a for a in one.answers if one.purpose in (saying.ADVERTISING, a.purpose)]
    done = {answer.place: answer.says for answer in own}
    settings = [(a.place, a.yes) for a in own if a.yes and not a.says]
    if settings and saying.yes(company, [("email", her.address)], settings):
        done |= dict.fromkeys((place for place, _ in settings), True)
    return done


@router.delete(
    "/consents",
    auth=Key(Scope.CONSENTS),
    response={200: shapes.Withdrawn, **shapes.WRONG},
    operation_id="withdrawConsent",
    summary="A customer takes her yes back",
)
def withdraw(request: HttpRequest, use: shapes.Use, name: shapes.Name) -> dict[str, Any]:
    """As easy as giving it (AVG artikel 7 lid 3): it holds at once, whoever noted her yes."""
    from nakomen import Request

    def work() -> dict[str, Any]:
        with opened() as company:
            given = [("email", use.email)]
            stopped = saying.no(company, given, Request.WITHDRAW, use.purpose)
        return {"stopped": stopped, "request": None if stopped else _case(use)}

    return once(request, request.auth, name, work)


def _case(use: shapes.Use) -> str:
    """A colleague must look: the request in which she does."""
    case = flow.receive(Right.WITHDRAW, Channel.API, use.email, words=use.purpose)
    flow.prove(case)
    return case.reference
