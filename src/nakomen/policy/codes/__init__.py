"""
Every finding about a file, visible in one table: code → what it tells people.

``Y`` how a file is written, ``P`` policy.yaml, ``G`` register.yaml, ``M`` a data map,
``S`` nakomen.yaml.
"""

from nakomen.policy.codes.code import Code, Fact, shown
from nakomen.policy.codes.files import FILES
from nakomen.policy.codes.promises import PROMISES
from nakomen.policy.codes.register import REGISTER
from nakomen.policy.codes.settings import SETTINGS
from nakomen.policy.codes.shapes import SHAPES
from nakomen.policy.codes.systems import SYSTEMS

CODES = {row.code: row for row in (*FILES, *SHAPES, *PROMISES, *REGISTER, *SYSTEMS, *SETTINGS)}

__all__ = ["CODES", "Code", "Fact", "shown"]
