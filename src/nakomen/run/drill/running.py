"""One drill while it runs: who is planted, and what stands where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from nakomen.ledger import JSON, Entry
from nakomen.records import StoreMap
from nakomen.records.planting import Planted, Planter, Refused, Sample
from nakomen.run.company import Company

_MARK_CHARS = 16


@dataclass
class Running:
    """One drill while it runs."""

    company: Company
    sample: Sample
    today: date
    rows: dict[str, list[Planted]] = field(default_factory=dict)
    refused: dict[str, list[Refused]] = field(default_factory=dict)

    def mark(self, value: str) -> str:
        return self.company.subjects.fingerprint("drill", value)[:_MARK_CHARS]

    def note(self, kind: str, **body: JSON) -> None:
        entry = Entry(kind=kind, body={"drill": self.sample.tag, **body})
        self.company.ledger.append([entry], at=datetime.now(UTC))


def plant(running: Running, store_map: StoreMap) -> None:
    store = running.company.stores[store_map.store]
    if not isinstance(store, Planter):
        return

    def noted(rows: Sequence[Planted]) -> None:
        told: list[JSON] = [
            {
                "dataset": row.dataset,
                "key": dict(row.key),
                "marks": {name: running.mark(value) for name, value in row.values.items()},
            }
            for row in rows
        ]
        running.note("drill-rows", store=store_map.store, rows=told)

    running.rows[store_map.store], running.refused[store_map.store] = store.plant(
        running.sample, noted
    )


def archive_of(company: Company) -> Path:
    return company.state / "drill.zip"
