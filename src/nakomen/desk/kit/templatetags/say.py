"""Words in templates: `{% say "Nederlands" "English" %}`, days, moments and numbers as told."""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from django import template
from django.utils import timezone

from nakomen.desk.kit.words import chosen, lang
from nakomen.terms import Lang

register = template.Library()


@register.simple_tag
def say(nl: str, en: str) -> str:
    return chosen(nl, en)


@register.filter
def day(value: date | datetime | None) -> str:
    """3 december 2026, where the clock of Amsterdam says so."""
    if value is None:
        return ""
    known = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return str(format_date(known, "d MMMM y", locale=lang().value))


@register.filter
def moment(value: datetime | None) -> str:
    """3 december 2026, 14.05 uur."""
    if value is None:
        return ""
    here = timezone.localtime(value)
    clock = f"{here:%H.%M} uur" if lang() is Lang.NL else f"{here:%H:%M}"
    return f"{day(value)}, {clock}"


@register.filter
def figure(value: int | None) -> str:
    """1.204 in Dutch, 1,204 in English."""
    return "" if value is None else str(format_decimal(value, locale=lang().value))


@register.filter
def euros(cents: int | None) -> str:
    """€ 1.234,50 in Dutch, €1,234.50 in English."""
    if cents is None:
        return ""
    return str(format_currency(Decimal(cents) / 100, "EUR", locale=lang().value))


@register.filter
def kind(value: object) -> str:
    """Which sort of block of a letter it is."""
    return type(value).__name__


@register.filter
def of(known: dict[str, object], name: str) -> object:
    """What a table of things *known* has under a *name*."""
    return known.get(name) if known else None
