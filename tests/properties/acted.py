"""What carrying steps out makes of a company that chance made."""

import copy
from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck
from tests.properties.worlds import Place, World

from nakomen.plan import Step
from nakomen.records import Keys
from nakomen.stores.memory import MemoryStore

EXAMPLES = {"deadline": None, "suppress_health_check": list(HealthCheck)}
"""A schema made by chance takes its time, and most of chance is thrown away."""


def carried_out(world: World, steps: Sequence[Step], keys: Keys) -> World:
    """The same company afterwards."""
    tables = copy.deepcopy(world.tables)
    store = MemoryStore(world.store_map, tables)
    store.act([s.task for s in steps if s.task.act.destructive], keys)
    return World(store_map=world.store_map, tables=tables)


def there(world: World) -> dict[Place, dict[str, Any]]:
    return {place: row for place, _, row in world.rows()}
