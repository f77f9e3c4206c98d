"""
JSON Schema (draft 2020-12) for editors: names, words and a line of help while typing.

``python -m nakomen.policy.schema docs/schema`` writes the published files.
"""

import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from nakomen.policy.map_form import MapForm
from nakomen.policy.policy_form import PolicyForm
from nakomen.policy.register.form import RegisterForm
from nakomen.policy.settings_form import SettingsForm

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMS: dict[str, tuple[type[BaseModel], str]] = {
    "policy": (PolicyForm, "policy.yaml"),
    "systems": (MapForm, "systems/NAME.yaml"),
    "register": (RegisterForm, "register.yaml"),
    "nakomen": (SettingsForm, "nakomen.yaml"),
}


def schemas() -> dict[str, dict[str, Any]]:
    """``policy``, ``systems``, ``register`` and ``nakomen``, each the schema of that file."""
    return {name: _schema(form, file) for name, (form, file) in _FORMS.items()}


def _schema(form: type[BaseModel], file: str) -> dict[str, Any]:
    return {"$schema": DIALECT, **form.model_json_schema(), "title": file}


@cache
def schema_texts() -> Mapping[str, str]:
    """File name → its text, as published in docs/schema and put in a company's folder."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def main(folder: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (Path(folder) / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
