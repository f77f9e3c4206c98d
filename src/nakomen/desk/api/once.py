"""The same request, sent again because its answer was lost, is done once."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from nakomen.desk.api.models import Answered, Token
from nakomen.desk.api.problems import Problem
from nakomen.desk.kit.words import chosen

KEPT = timedelta(days=7)


def once(
    request: HttpRequest, token: Token, name: str, work: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """
    What *work* answers, or answered before under this *name*. Name, answer and what was done are
    one transaction: killed at any moment, all of it is there or nothing.

    Raises:
        Problem: the name was given to another request.
    """
    said = f"{request.method} {request.path}\n".encode() + request.body
    body = hashlib.sha256(said).hexdigest()
    known = hashlib.sha256(name.encode()).hexdigest()
    with transaction.atomic():
        try:
            with transaction.atomic():
                new = Answered.objects.create(token=token, name=known, body=body, at=timezone.now())
        except IntegrityError:
            return _before(token, known, body)
        new.answer = work()
        new.save(update_fields=["answer"])
        done: dict[str, Any] = new.answer
        return done


def _before(token: Token, name: str, body: str) -> dict[str, Any]:
    before = Answered.objects.get(token=token, name=name)
    if before.body != body:
        raise Problem(
            422,
            chosen(
                "Deze Idempotency-Key hoort bij een ander verzoek.",
                "This Idempotency-Key belongs to another request.",
            ),
        )
    answer: dict[str, Any] = before.answer
    return answer


def clear() -> None:
    """Answers that nobody asks for any more."""
    Answered.objects.filter(at__lt=timezone.now() - KEPT).delete()
