"""Pictures of the promises: what falls due when, and where data goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from babel import Locale
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.roles import ANY, DESK
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.promises import ahead, datamap
from nakomen.desk.promises.models import Ahead
from nakomen.desk.promises.timeline import table, timeline

if TYPE_CHECKING:
    from nakomen import Company


@staff(*ANY)
@require_safe
def the_timeline(request: HttpRequest) -> HttpResponse:
    """The last look that succeeded; one of today is made beside the page."""
    ahead.wanted()
    last = Ahead.objects.first()
    good = Ahead.objects.filter(shown__isnull=False).first()
    page: dict[str, Any] = {
        "counted": good,
        "counting": last is not None and last.ended is None,
        "error": last.error.get(lang().value, "") if last else "",
        "may_count": request.user.role in DESK,
    }
    if good:
        page |= _told(good.shown)
    return render(request, "promises/timeline.html", page)


def _told(shown: dict[str, Any]) -> dict[str, Any]:
    return {
        "picture": timeline(shown, lang()),
        "table": table(shown, lang()),
        "reviews": [date.fromisoformat(day) for day in shown["reviews"]],
        "destroyed": [
            (p["plan"], date.fromisoformat(p["until"]), p["rows"]) for p in shown["destroyed"]
        ],
    }


@staff(*DESK)
@require_POST
def look_again(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Count ahead again, beside the pages."""
    ahead.again()
    return redirect("timeline")


@staff(*ANY)
@require_safe
def the_map(request: HttpRequest) -> HttpResponse:
    """Where data goes, by the register; no system is asked."""
    try:
        with opened() as company:
            page = _mapped(company)
    except NakomenError as error:
        page = {"error": error.text.in_(lang())}
    return render(request, "promises/datamap.html", page)


def _mapped(company: Company) -> dict[str, Any]:
    nowhere = chosen("nog niet aangewezen", "not pointed out yet")
    nobody = chosen("geen ontvanger genoemd", "no receiver named")
    untold = chosen("land niet vastgelegd", "country not on record")
    register = verbs.register(company)
    ways = datamap.ways(register, _receiver(company), nowhere, nobody)
    country = _country(company, register.processors, untold)
    unknown = frozenset((nowhere, nobody, untold))
    heads = (chosen("Waar", "Where"), chosen("Waarom", "Why"), chosen("Wie", "Who"),
             chosen("Welk land", "Which country"))  # fmt: skip
    return {
        "drafted": register.drafted,
        "ways": ways,
        "picture": datamap.picture(ways, country, unknown) if ways else None,
        "heads": [(x, words) for (x, *_), words in zip(datamap.COLUMNS, heads, strict=True)],
        "loose": sorted(_places(company) - {place for way in ways for place in way.stores}),
        "table": [(way, [(name, country(name)) for name in way.receivers]) for way in ways],
    }


def _places(company: Company) -> set[str]:
    """Everything on the maps, as ``crm.invoice``."""
    return {f"{each.store}.{dataset.name}" for each in company.maps for dataset in each.datasets}


def _receiver(company: Company) -> Callable[[str], str]:
    """Whom a promise names, or which kind of receiver."""

    def named(promise: str) -> str:
        said = company.policy.promise(promise)
        kinds = ", ".join(said.receivers) or said.authority or ""
        return str(said.recipient.get("name") or kinds)

    return named


def _country(company: Company, processors: Any, untold: str) -> Callable[[str], str]:
    """Where a receiver is: as the policy says, else the register."""
    names = Locale(lang().value).territories
    known = {each.name: each.country for each in processors if each.country}
    said = [promise.recipient for promise in company.policy.promises]
    known |= {str(r["name"]): str(r["country"]) for r in said if r.get("name") and r.get("country")}

    def there(receiver: str) -> str:
        code = known.get(receiver)
        return str(names.get(code, code)) if code else untold

    return there
