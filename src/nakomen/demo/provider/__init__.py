"""
Zonneveld Telecom & Hosting B.V., a company that does not exist: its statement and its data.

`schema` the tables, `cast` the people known by name, `generate` the data, `oracle` in plain SQL
what must be gone and what must stay. Nothing here uses the rest of nakomen.
"""

from importlib.resources import files
from typing import Final

from nakomen.demo.provider.generate import SIZES, NotEmpty, generate
from nakomen.demo.provider.schema import STORES

STATEMENT: Final = files(__package__) / "statement.nl.md"
"""Its privacy statement, Markdown in UTF-8."""

__all__ = ["SIZES", "STATEMENT", "STORES", "NotEmpty", "generate"]
