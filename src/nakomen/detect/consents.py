"""
Columns in which somebody says yes or no to advertising, seen by their names and types.

>>> consent_of("newsletter_optin", "BOOLEAN"), consent_of("unsubscribed_at", "timestamp")
(('marketing', 'false'), ('marketing', 'today'))
>>> consent_of("marketing_status", "VARCHAR(20)"), consent_of("newsletter_id", "INTEGER")
(('marketing', None), None)
"""

import re

_ABOUT = re.compile(
    r"nieuwsbrief|newsletter|marketing|mailing|reclame|advertis|promotion|campaign|"
    r"opt_?in|opt_?out|unsubscri|uitgeschreven|afgemeld|do_?not_?(mail|call|contact)|no_?spam"
)
_NO = re.compile(
    r"opt_?out|unsubscri|uitgeschreven|afgemeld|(^|_)(no|not|geen|niet)_|do_?not|no_?spam"
)
_YES_NO = re.compile(r"bool|tinyint\(1\)|bit\(1\)", re.I)
_NUMBER = re.compile(r"(tiny|small)?int", re.I)
_WHEN = re.compile(r"date|timestamp", re.I)
_WORD = re.compile(r"(var)?char|text|enum", re.I)
_STATE = re.compile(
    r"status|state|stand|consent|toestemming|opt_?in|subscribed|voorkeur|preference"
)
_PLAIN = re.compile(r"opt_?(in|out)|subscribed|unsubscribed|afgemeld|aangemeld|wants|consent")


def consent_of(name: str, kind: str) -> tuple[str, str | None] | None:
    """
    (the use it allows, what it becomes for "no"); None for any other column.

    "No" itself is None where only a person can say which word means it.
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).casefold()
    if not _ABOUT.search(words) or words.endswith(("_id", "_count", "count", "_number")):
        return None
    refuses = bool(_NO.search(words))
    if _YES_NO.match(kind):
        return "marketing", "true" if refuses else "false"
    if _WHEN.match(kind):
        return "marketing", "today" if refuses else "empty"
    if _NUMBER.match(kind) and _PLAIN.search(words):
        return "marketing", "1" if refuses else "0"
    if _WORD.match(kind) and _STATE.search(words):
        return "marketing", None
    return None
