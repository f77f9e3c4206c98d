"""Her data as it stands now: only where her address still leads to the customer that she was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from nakomen import NakomenError, verbs
from nakomen.desk.customers import notices
from nakomen.desk.kit.access import customers
from nakomen.desk.kit.company import opened

if TYPE_CHECKING:
    from nakomen import Company, Known

View = Callable[..., HttpResponse]


class NotKnown(Exception):
    """Her address is no customer's any more, or another's."""


def hers(view: View) -> View:
    """
    A page of a customer, for herself; she confirmed the warning first.

    Where her address leads nowhere the page says so, and nothing else is shown.
    """

    @wraps(view)
    def shown(request: HttpRequest, **more: Any) -> HttpResponse:
        if not notices.confirmed(request.user.customer):
            return redirect(f"{reverse('mine-notice')}?{urlencode({'next': request.path})}")
        try:
            return view(request, **more)
        except NotKnown:
            return render(request, "customers/gone.html")
        except NakomenError as error:
            page = {"again": error.retry}
            return render(request, "customers/not-now.html", page, status=503)

    return customers(shown)


@contextmanager
def live(request: HttpRequest) -> Iterator[tuple[Company, Known]]:
    """
    The company, and who she is in its systems.

    Raises:
        NotKnown: nothing is to be shown.
        NakomenError: a system did not answer, or the folder has faults.
    """
    with opened() as company:
        her = verbs.known(company, request.user.email)
        if her is None or not her.marks & {*request.user.customer.marks}:
            raise NotKnown
        yield company, her
