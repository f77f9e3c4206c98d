"""What a customer sees of herself: her data by kind, and the statement that it is kept by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nakomen import verbs
from nakomen.desk.customers.live import hers, live
from nakomen.desk.customers.models import Deed
from nakomen.desk.customers.told import DEEDS, cells, told
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen
from nakomen.desk.support.told import sessions_of
from nakomen.terms import RecordKind

if TYPE_CHECKING:
    from nakomen import Company, Version

PAGE = 50
"""Rows on one page."""
SHOWN = 200
"""Lines of the log of her account."""
ITEMS = (RecordKind.BILLING, RecordKind.CONTRACT)
"""What a customer looks for most: her invoices, her services."""


@hers
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Each kind of records: how many, what for, how long; the customer file itself in full."""
    with live(request) as (company, her):
        found = verbs.mine(company, her, timezone.localdate())
        kinds = [_kind(kind, 0) for kind in found.kinds]
        sessions = sessions_of(her.marks)
    page = {
        "own": [k for k in kinds if k["records"] is RecordKind.CUSTOMER],
        "items": [k for k in kinds if k["records"] in ITEMS],
        "others": [k for k in kinds if k["records"] not in (*ITEMS, RecordKind.CUSTOMER)],
        "unseen": found.unseen,
        "sessions": sessions,
    }
    return render(request, "customers/mine.html", page)


def _kind(kind: Any, first: int) -> dict[str, Any]:
    own = kind.part.records is RecordKind.CUSTOMER
    rows = cells(kind, kind.read(first, PAGE)) if own else []
    words = told(kind)
    return {"records": kind.part.records, "told": words, "facts": _facts(words.columns, rows)}


def _facts(columns: tuple[tuple[str, str], ...], rows: list[list[str]]) -> list[Any]:
    """Of each row its columns with their values, one under another."""
    return [list(zip([name for name, _ in columns], row, strict=True)) for row in rows]


@hers
@require_safe
def kind(request: HttpRequest, name: str) -> HttpResponse:
    """The records of one kind, as they stand now."""
    first = _first(request)
    with live(request) as (company, her):
        place = re.sub(r"-\d+$", "", name)
        found = verbs.mine(company, her, timezone.localdate(), place).kind(name)
        if found is None:
            raise Http404
        rows = cells(found, found.read(first, PAGE))
    last = min(first + PAGE, found.rows)
    page = {"told": told(found), "rows": rows, "first": first + 1, "last": last}
    page |= {"before": max(0, first - PAGE) if first else None}
    page |= {"after": last if last < found.rows else None}
    return render(request, "customers/kind.html", page)


def _first(request: HttpRequest) -> int:
    said = request.GET.get("na", "0")
    return int(said) if re.fullmatch(r"\d{1,9}", said) else 0


@hers
@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """The statement in force, and every one before it."""
    with opened() as company:
        held = verbs.version_on(company, timezone.localdate())
        text = verbs.version_text(company, held) if held else company.statement
        page = {"held": held, "text": text, "versions": _versions(company)}
    return render(request, "customers/statement.html", page)


@hers
@require_safe
def version(request: HttpRequest, number: str) -> HttpResponse:
    """One version, letter for letter."""
    with opened() as company:
        found = next((v for v in _versions(company) if v.number == number), None)
        if found is None:
            raise Http404
        text = verbs.version_text(company, found)
    return render(request, "customers/version.html", {"held": found, "text": text})


@hers
@require_safe
def deeds(request: HttpRequest) -> HttpResponse:
    """What was done or tried with her account, the newest first."""
    found = request.user.customer.notes.all()[:SHOWN]
    lines = [(noted, chosen(*DEEDS[Deed(noted.what)])) for noted in found]
    return render(request, "customers/deeds.html", {"lines": lines})


def _versions(company: Company) -> list[Version]:
    """Those that took effect, the newest first."""
    today = timezone.localdate()
    return [v for v in reversed(verbs.versions(company)) if v.effective <= today]
