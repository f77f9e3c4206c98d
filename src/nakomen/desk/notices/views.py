"""The versions of the statement, who is told of them, and what the world reads about it."""

from typing import Any

from django.conf import settings
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from nakomen import verbs
from nakomen.desk.accounts.roles import ANY, DESK
from nakomen.desk.dossiers.models import Sending
from nakomen.desk.kit.access import everybody, staff
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import lang
from nakomen.desk.notices import telling
from nakomen.desk.notices.models import Notice
from nakomen.desk.promises.wall import wall
from nakomen.errors import NakomenError


@staff(*ANY)
@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """Every version: from when it holds, what still keeps it waiting, and how its notice goes."""
    today = timezone.localdate()
    try:
        with opened() as company:
            now = verbs.version_on(company, today)
            rows = [_row(company, version, now) for version in reversed(verbs.versions(company))]
        page: dict[str, Any] = {"rows": rows}
    except NakomenError as error:
        page = {"error": error.text.in_(lang())}
    page |= {"may": request.user.role in DESK, "today": today, "mail": bool(settings.MAIL_SERVER)}
    page["busy"] = any(row["notice"] and not row["notice"].noted_at for row in page.get("rows", ()))
    return render(request, "notices/versions.html", page)


def _row(company: Any, version: Any, now: Any) -> dict[str, Any]:
    notice = Notice.objects.filter(number=version.number).first()
    return {
        "version": version,
        "holds": now is not None and now.number == version.number,
        "lacks": [lack.tell().in_(lang()) for lack in verbs.version_lacks(company, version)],
        "notice": notice,
        "error": notice.error.get(lang().value, "") if notice else "",
        **(_progress(notice) if notice else {}),
    }


def _progress(notice: Notice) -> dict[str, int]:
    """How many letters there are, and how many of them left, came back or may have left."""
    found = notice.letters.values_list("state").annotate(many=Count("pk"))
    many = dict(found.order_by())
    return {
        "all": sum(many.values()),
        "sent": many.get(Sending.SENT, 0),
        "unsure": many.get(Sending.LEAVING, 0),
        "failed": notice.letters.filter(state=Sending.FAILED, otherwise=False).count(),
        "otherwise": notice.letters.filter(otherwise=True).count(),
    }


@staff(*DESK)
@require_POST
def begin(request: HttpRequest, number: str) -> HttpResponse:
    """Tell everybody of this version."""
    with opened() as company:
        version = next((v for v in verbs.versions(company) if v.number == number), None)
        waits = version is not None and bool(verbs.version_lacks(company, version))
    if version is None or not waits or not settings.MAIL_SERVER:
        raise Http404
    telling.begin(number, version.effective, request.user)
    return redirect("versions")


@staff(*DESK)
@require_POST
def otherwise(request: HttpRequest, number: str) -> HttpResponse:  # noqa: ARG001
    """Whom mail did not reach was told in another way."""
    telling.told_otherwise(get_object_or_404(Notice, number=number))
    return redirect("versions")


@everybody
@require_safe
def coming(request: HttpRequest) -> HttpResponse:
    """What changes, from when, and the whole new text."""
    notice = telling.coming(timezone.localdate())
    if notice is None:
        raise Http404
    with opened() as company:
        version = next(v for v in verbs.versions(company) if v.number == notice.number)
        text = verbs.version_text(company, version)
    shown = {"company": settings.COMPANY_NAME, "statement": text, "verdicts": []}
    page = {"notice": notice, "version": version, "blocks": wall(shown, lang()).blocks}
    return render(request, "notices/coming.html", page)
