"""Names of columns that say something of the program or of a thing, whatever else they mention."""

import re
from functools import cache

from nakomen.terms import Text

MESSAGE_ID = Text("het kenmerk van een bericht", "the identifier of a message")
"""Has the form of an e-mail address and is none."""

_TABLE: tuple[tuple[Text, re.Pattern[str]], ...] = (
    (MESSAGE_ID, re.compile(r"\b(?:message|msg|mail) ?id$|^in ?reply ?to$|^references$")),
    (
        Text("een aantal", "a count"),
        re.compile(r"^(?:num|count|cnt|nof|aantal|max|min)\b|\bper page$"),
    ),
    (
        Text("een instelling van het programma", "a setting of the program"),
        re.compile(
            r"\b(?:box|mail|smtp|imap|pop3?|server|proxy|db|ldap) (?:host|server|domain)$"
            r"|\b(?:port|protocol|interval|folder|dir|directory|socket|charset|encoding)$"
            r"|^(?:base|redirect|callback|webhook|next|api|site|logout|return) ?(?:url|uri)$"
            r"|^reply to address$"
        ),
    ),
    (
        Text("een controlegetal", "a checksum"),
        re.compile(r"\b(?:data|id|url|uri|query|message|body|index|cache|image) hash$"),
    ),
    (
        Text("een tekst van het programma", "a text of the program"),
        re.compile(
            r"\b(?:error|status|log|system|debug|exception) (?:message|text)$"
            r"|\b(?:auto ?respon\w*|auto ?reply|boilerplate|wrapped|sjabloon|template)\b.*"
            r" (?:text|body|html)$"
            r"|\bhelp text$"
        ),
    ),
)


@cache
def of_program(name: str) -> Text | None:
    """
    What a column whose *name* is in words holds, if it is something of the program.

    >>> [of_program(n).en for n in ("email box host", "message id", "num orders")]
    ['a setting of the program', 'the identifier of a message', 'a count']
    >>> [of_program(n) for n in ("remote host", "email", "message", "password hash", "mail")]
    [None, None, None, None, None]
    """
    return next((what for what, pattern in _TABLE if pattern.search(name)), None)
