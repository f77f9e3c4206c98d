"""Whole addresses of pages, as people reach them from a letter or a calendar."""

from django.conf import settings
from django.urls import reverse


def link(name: str, *args: object) -> str:
    """Where the page *name* stands, with the address of the desk before it."""
    return str(settings.ADDRESS).rstrip("/") + str(reverse(name, args=args))
