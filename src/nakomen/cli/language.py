"""Which language people read: --lang, else the locale, else Dutch."""

import os
import sys
from collections.abc import Mapping, Sequence

from nakomen.terms.text import Lang

LANGUAGES = frozenset(lang.value for lang in Lang)


def language(argv: Sequence[str], env: Mapping[str, str]) -> Lang:
    """
    >>> language(["status", "--lang", "en"], {}), language([], {"LANG": "en_GB.UTF-8"})
    (<Lang.EN: 'en'>, <Lang.EN: 'en'>)
    >>> language([], {"LANG": "C.UTF-8"})
    <Lang.NL: 'nl'>
    """
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        if word == "--lang" and following in LANGUAGES:
            return Lang(following)
        if word in {"--lang=nl", "--lang=en"}:
            return Lang(word[-2:])
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return Lang.EN if locale.lower().startswith("en") else Lang.NL


LANG = language(sys.argv[1:], os.environ)


def say(nl: str, en: str) -> str:
    """The sentence in the language of this run."""
    return nl if LANG is Lang.NL else en
