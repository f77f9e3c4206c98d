"""Who receives data: third parties by name, and kinds of receivers without one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts import RecipientCategory, RecipientFact
from nakomen.reading.gazetteer import known_names, name_pattern
from nakomen.reading.sentences import Role, Sentence
