"""The registers as JSON, for programs: codes and ids beside the words of people."""

from dataclasses import asdict
from typing import Any

from nakomen.papers.registers.columns import CONTROLLER, PROCESSOR, PROCESSORS, ActivityColumn
from nakomen.papers.registers.view import View
from nakomen.policy.register import Role


def as_register_json(view: View) -> dict[str, Any]:
    """``controller``, ``processor`` and ``processors``: each row its entry and its cells."""
    return {
        "as_on": view.day.isoformat(),
        "language": view.lang.value,
        "drafted": view.register.drafted,
        "controller": _rows(view, Role.CONTROLLER, CONTROLLER),
        "processor": _rows(view, Role.PROCESSOR, PROCESSOR),
        "processors": [
            {
                "entry": _plain(asdict(party)),
                "cells": {c.key: c.cell(view, party) for c in PROCESSORS},
            }
            for party in view.processors
        ],
    }


def _rows(view: View, role: Role, columns: tuple[ActivityColumn, ...]) -> list[dict[str, Any]]:
    return [
        {
            "entry": _plain(asdict(activity)),
            "cells": {column.key: column.cell(view, activity) for column in columns},
        }
        for activity in view.activities(role)
    ]


def _plain(entry: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in entry.items() if value not in (None, (), [])}
