"""
The events of ordinary YAML, by libyaml: some twenty times as quick as ruamel, which is the judge.

What is wrong or out of the ordinary is left to ruamel, which says where and why; a test holds the
two against each other on texts by chance.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from ruamel.yaml import events

_EVENTS = {name: getattr(events, name) for name in dir(events) if name.endswith("Event")}
_ODD = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe]|^(?:---|\.\.\.|%)", re.MULTILINE
)
"""What the two read otherwise: tabs, marks of byte order, directives, several documents."""


def quick_events(text: str) -> Iterator[events.Event] | None:
    """The events of *text* as ruamel would give them; None when ruamel has to look at it."""
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None or _ODD.search(text):
        return None
    try:
        found = list(yaml.parse(text, Loader=loader))
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return None if any(map(_is_odd, found)) else map(_as_ruamel, found)


def _is_odd(event: Any) -> bool:
    """
    An anchor or a tag, which are refused; a block of text, or nothing with perhaps a comment
    behind it: the two differ on where those end.
    """
    if isinstance(event, yaml.AliasEvent) or any(vars(event).get(x) for x in ("anchor", "tag")):
        return True
    if not isinstance(event, yaml.ScalarEvent):
        return False
    return event.style in ("|", ">") or not (event.value or event.style)


def _as_ruamel(event: Any) -> Any:
    """The same event in ruamel's class."""
    return _EVENTS[type(event).__name__](**vars(event))
