"""The way in for customers: ask for a letter, choose a password, read the warning."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from nakomen import NakomenError
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers import notices, opening
from nakomen.desk.customers.deeds import note
from nakomen.desk.customers.forms import Address, Choose, Read
from nakomen.desk.customers.models import Deed, Opening
from nakomen.desk.kit.access import customers, everybody
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.portal import limits

_ways = require_http_methods(["GET", "HEAD", "POST"])


@everybody
@_ways
def ask(request: HttpRequest) -> HttpResponse:
    """Which address? Then the same page for everybody."""
    form = Address(request.POST or None)
    if not form.is_valid():
        page = {"form": form, "possible": opening.possible()}
        return render(request, "customers/open.html", page, status=422 if form.errors else 200)
    if limits.too_many_from(request):
        return render(request, "portal/too-many.html", status=429)
    opening.ask(form.cleaned_data["email"], lang().value)
    return redirect("mine-sent")


@everybody
@require_http_methods(["GET", "HEAD"])
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next, whoever she is."""
    return render(request, "customers/sent.html")


@everybody
@_ways
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """A password; opened by a scanner of links, the page does nothing."""
    found = opening.found(token)
    if found is None:
        return render(request, "customers/used.html", status=410)
    account = Colleague.objects.filter(email=found.email).first()
    keeps = opening.keeps_password(account)
    form = Read(request.POST or None) if keeps else Choose(found.email, request.POST or None)
    if form.is_valid():
        return _opened(request, found, form.cleaned_data.get("password", ""))
    page = {"form": form, "keeps": keeps, "email": found.email, **_warning()}
    return render(request, "customers/choose.html", page, status=422 if form.errors else 200)


def _opened(request: HttpRequest, found: Opening, password: str) -> HttpResponse:
    try:
        customer = opening.open_account(found, password)
    except NakomenError:
        customer = None
    if customer is None:
        return render(request, "customers/used.html", status=410)
    note(request, customer, Deed.OPENED)
    notices.confirm(request, customer)
    messages.success(request, chosen("U kunt nu inloggen.", "You can log in now."))
    return redirect("account_login")


def _warning() -> dict[str, object]:
    return {"risk": notices.RISK.in_(lang()), "warnings": notices.warnings()}


@customers
@_ways
def notice(request: HttpRequest) -> HttpResponse:
    """The warning, when it says something else than what she confirmed."""
    form = Read(request.POST or None)
    if form.is_valid():
        notices.confirm(request, request.user.customer)
        back = request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
        return redirect(back if safe else reverse("mine"))
    page = {"form": form, "next": request.GET.get("next", ""), **_warning()}
    return render(request, "customers/notice.html", page, status=422 if form.errors else 200)


@customers
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Her account goes, at once; what the company has of her stays as it was."""
    opening.close(request.user.customer)
    told = chosen("Uw account is weg.", "Your account is gone.")
    messages.success(request, told)
    return redirect("start")
