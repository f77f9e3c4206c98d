"""
How fast whole columns are scanned, and how many types are right, beside public scanners.

    uv run --frozen python benchmarks/scan.py

The public scanners run in an environment of their own that `uv` makes (`--without-others` leaves
them out). All get the same columns, in this run, on this machine. A cell is one value; equal
values in a column count as often as they stand there. Processor time, so that neighbours do not
count; two processes are also timed by the clock on the wall.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import NamedTemporaryFile, TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.detect.seen import column as seen_column
from tests.detect.values import NEAR, PERSONAL, column

from nakomen.detect import Measure
from nakomen.detect.categorise import told_by_values

BATCH = 20_000
COUNT = 20_000
FOR_OTHERS = 1_000
ROW = "{:<40}{:>11}{:>11}{:>14}"
# What another scanner calls our types, where it has a name for them at all.
COLSCAN = {
    "email": "email", "phone": "phone", "iban": "iban", "bic": "bic", "postcode": "postcode",
    "address": "address", "street": "address", "name": "person_name", "given_name": "first_name",
    "surname": "last_name", "birth": "date", "ip": "ip", "mac": "mac", "bsn": "national_id",
    "btw": "vat_number", "card": "credit_card", "passport": "passport", "plate": "license_plate",
    "imei": "imei", "imsi": "imsi", "coordinates": "coordinate", "user_agent": "user_agent",
    "password_hash": "hash", "health_inside": "health", "kvk": "company_id",
}  # fmt: skip
DATAFOG = {
    "email": "EMAIL", "phone": "PHONE", "birth": "DATE", "ip": "IP_ADDRESS", "bsn": "SSN",
    "card": "CREDIT_CARD", "postcode": "ZIP_CODE",
}  # fmt: skip
OTHERS = """
import json, sys
from time import process_time
columns = json.load(open(sys.argv[1]))
def colscan(values):
    from colscan import scan_column
    found = scan_column(values)
    return found["type"] or ""
def datafog(values):
    import datafog
    from collections import Counter
    found = Counter(kind for v in values for kind in {e.type for e in datafog.scan(v).entities})
    kind, count = found.most_common(1)[0] if found else ("", 0)
    return kind if count >= 0.9 * len(values) else ""
scan = {"colscan": colscan, "datafog": datafog}[sys.argv[2]]
scan(["warm up", "anna@example.nl"])
started = process_time()
told = {name: scan(values) for name, values in columns.items()}
print(json.dumps({"seconds": process_time() - started, "told": told}))
"""


def rows(count: int) -> dict[str, list[str]]:
    """A table such as companies have: keys, states and days come back, addresses do not."""
    r = Random(6)
    made = {what: PERSONAL[what][1] for what in ("name", "e-mail address", "Dutch phone", "IBAN")}
    made |= {"postcode": PERSONAL["postcode"][1], "line": PERSONAL["address line"][1]}
    made |= {what: NEAR[what] for what in ("state", "day", "moment", "amount", "product", "place")}
    made |= {"sentence": NEAR["sentence"], "order number": NEAR["order number"]}
    table = {what: [make(r) for _ in range(count)] for what, make in made.items()}
    return table | {f"key {n}": [str(r.randrange(count)) for _ in range(count)] for n in range(4)}


def scan(values: list[str]) -> int:
    """Every value, in batches as they come from a database."""
    seen = Measure()
    for start in range(0, len(values), BATCH):
        seen.add(values[start : start + BATCH])
    return seen.filled


def ours(columns: Mapping[str, list[str]]) -> float:
    started = process_time()
    for values in columns.values():
        scan(values)
    return process_time() - started


def others(name: str, columns: Mapping[str, list[str]]) -> dict[str, Any]:
    """What a public scanner says of the same columns; empty when it cannot be had."""
    with NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(columns, file)
        file.flush()
        command = ["uv", "run", "-q", "--no-project", "--with", name, "python", "-c", OTHERS]
        run = subprocess.run([*command, file.name, name], capture_output=True, text=True)
    return dict(json.loads(run.stdout)) if run.returncode == 0 else {}


def main() -> None:
    """Speed on one of each type and on a table of a company; then types right."""
    types = {what: make for what, (_, make) in PERSONAL.items()} | dict(NEAR)
    each = {what: column(make, f"scan {what}", COUNT) for what, make in types.items()}
    table = rows(COUNT * 5)
    print(ROW.format("", "cells", "cells/s", "ratio"))
    ours({what: values[:100] for what, values in each.items()})
    _print("one column of each type", each, ours(each))
    _print("a table of a company", table, ours(table))
    with TemporaryDirectory() as folder:
        _two_processes(table, str(Path(folder) / "table.db"))
    if "--without-others" not in sys.argv:
        few = {what: values[:FOR_OTHERS] for what, values in each.items()}
        _beside(few)


def _two_processes(table: Mapping[str, list[str]], file: str) -> None:
    """Each process reads half of the columns from a database and scans them."""
    names = [f"c{n}" for n in range(len(table))]
    with sqlite3.connect(file) as made:
        made.execute(f"CREATE TABLE t ({', '.join(names)})")
        marks = ", ".join("?" * len(names))
        made.executemany(f"INSERT INTO t VALUES ({marks})", zip(*table.values(), strict=True))
    halves = [(file, names[::2]), (file, names[1::2])]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(scan_file, [(file, names[:1])] * 2))
        started = perf_counter()
        busy = list(pool.map(scan_file, halves))
        seconds = perf_counter() - started
    _print("read and scanned by two, on the clock", table, seconds)
    _print("the same, were both cores idle", table, max(busy))


def scan_file(half: tuple[str, list[str]]) -> float:
    """Read columns in batches of rows and scan them; processor seconds."""
    file, names = half
    started = process_time()
    seen = [Measure() for _ in names]
    cursor = sqlite3.connect(file).execute(f"SELECT {', '.join(names)} FROM t")
    while batch := cursor.fetchmany(BATCH):
        for measure, values in zip(seen, zip(*batch, strict=True), strict=True):
            measure.add(values)
    return process_time() - started


def _print(what: str, columns: Mapping[str, list[str]], seconds: float, ratio: str = "") -> None:
    cells = sum(map(len, columns.values()))
    print(ROW.format(what, f"{cells:,}", f"{cells / seconds:,.0f}", ratio))


def _beside(columns: Mapping[str, list[str]]) -> None:
    """Ourselves once more, on as few values as the others get."""
    seconds = ours(columns)
    _print("nakomen", columns, seconds)
    ours_told = {what: told_by_values(seen_column("x", values=v)) for what, v in columns.items()}
    right = {"nakomen": _right(ours_told, {d: d for d, _ in PERSONAL.values()})}
    for name, names in (("colscan", COLSCAN), ("datafog", DATAFOG)):
        answer = others(name, columns)
        if not answer:
            print(f"{name} could not be had")
            continue
        _print(name, columns, answer["seconds"], f"{answer['seconds'] / seconds:.1f}x slower")
        right[name] = _right(answer["told"], names)
    for name, (types, near) in right.items():
        print(f"{name}: {types} of {len(PERSONAL)} types right, {near} of {len(NEAR)} traps taken")


def _right(told: Mapping[str, str | None], names: Mapping[str, str]) -> tuple[int, int]:
    """Types that got their own name; and traps that got the name of something personal."""
    personal = {name for name in names.values() if name != "date"}
    hits = sum(
        bool(told[what]) and str(told[what]).startswith(names.get(detector, "?"))
        for what, (detector, _) in PERSONAL.items()
    )
    taken = sum(any(str(told[what]).startswith(name) for name in personal) for what in NEAR)
    return hits, taken


if __name__ == "__main__":
    main()
