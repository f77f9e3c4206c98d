"""A program for the tests: append batches to a ledger and say after each what is on disk."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from nakomen.ledger import Entry, Ledger

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def main(folder: str, name: str, batches: int, lines: int) -> None:
    with Ledger.open(Path(folder)) as ledger:
        for batch in range(batches):
            entry = Entry("outcome", {"plan": name, "batch": batch})
            receipt = ledger.append([entry] * lines, AT)
            print(receipt.last, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
