"""Which passwords are good enough, and what is said about one that is not."""

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.kit.words import chosen

WRONG = {
    "password_too_short": (
        "Het wachtwoord is te kort: neem ten minste 12 tekens.",
        "The password is too short: take at least 12 characters.",
    ),
    "password_too_common": (
        "Dit wachtwoord is uitgelekt of veel gebruikt. Neem een ander.",
        "This password leaked or is used a lot. Take another.",
    ),
    "password_too_similar": (
        "Het wachtwoord lijkt te veel op uw naam of adres. Neem een ander.",
        "The password looks too much like your name or address. Take another.",
    ),
    "password_entirely_numeric": (
        "Het wachtwoord heeft alleen cijfers. Neem er woorden bij.",
        "The password has digits only. Add words.",
    ),
}
_WRITTEN = str.maketrans("013457@$!", "oleastasi")
_DRESS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_REPEATED = re.compile(r"(.{1,10}?)\1+")


class Dressed:
    """
    A leaked password in other clothes is a leaked password: P@ssw0rd2026!, welkomwelkom. So is a
    few signs over and over.

    The list is the one of `CommonPasswordValidator`: twenty thousand, on this machine.
    """

    def __init__(self) -> None:
        self.leaked = CommonPasswordValidator().passwords

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        repeated = _REPEATED.fullmatch(password.lower().strip())
        if repeated or any(worn in self.leaked for worn in undressed(password)):
            raise forms.ValidationError("", code="password_too_common")

    def get_help_text(self) -> str:
        return ""


def undressed(password: str) -> set[str]:
    """
    What is left of *password* without figures around it, figures for letters, and repetition.

    >>> sorted(undressed("P@ssw0rd2026!"))
    ['p@ssw0rd', 'p@ssw0rd2026!', 'password', 'passwordiois!']
    """
    plain = password.lower().strip()
    bare = _DRESS.sub("", plain)
    found = {plain, bare, *(each.translate(_WRITTEN) for each in (plain, bare))}
    once = {match[1] for each in found if (match := _REPEATED.fullmatch(each))}
    return {each for each in found | once if each}


def checked(password: str, colleague: Colleague | None) -> str:
    """
    *password*, when it is good enough for *colleague*.

    Raises:
        ValidationError: what is wrong with it, in our own words.
    """
    try:
        validate_password(password, colleague)
    except forms.ValidationError as found:
        told = dict.fromkeys(chosen(*WRONG[error.code]) for error in found.error_list)
        raise forms.ValidationError(list(told)) from None
    return password
