"""register.yaml as people like to read it; what is written here loads without a finding."""

from dataclasses import fields
from enum import Enum
from typing import Any

from nakomen.policy.register.model import Register
from nakomen.policy.write import entries_yaml

_HEAD = """\
# yaml-language-server: $schema=.nakomen/schema/register.schema.json
#
# Het register van verwerkingen (AVG artikel 30) en van verwerkers (artikel 28). Termijnen, doelen
# en ontvangers staan in policy.yaml; hier staat alleen de naam van die belofte.
"""


def register_yaml(register: Register) -> str:
    """The file; what is empty is left out."""
    return entries_yaml(
        _HEAD,
        {
            "activities": [_entry(activity) for activity in register.activities],
            "processors": [_entry(processor) for processor in register.processors],
        },
    )


def _entry(value: Any) -> dict[str, Any]:
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: _plain(held)
        for name, held in said.items()
        if held not in (None, (), False) and held != _default(value, name)
    }


def _default(value: Any, name: str) -> Any:
    return next(field.default for field in fields(value) if field.name == name)


def _plain(held: Any) -> Any:
    if isinstance(held, tuple):
        return [_plain(item) for item in held]
    return held.value if isinstance(held, Enum) else held
