"""Kinds of cookies as the Telecommunicatiewet (artikel 11.7a) treats them apart."""

from enum import StrEnum


class CookieKind(StrEnum):
    FUNCTIONAL = "functional"
    ANALYTICAL = "analytical"
    MARKETING = "marketing"
