"""
Fills an empty database with the provider's data, or prints its statement.

    python -m nakomen.demo.provider --size tiny --url sqlite:///crm.db
    python -m nakomen.demo.provider --statement > statement.nl.md
"""

import argparse
import sys
from datetime import date
from time import perf_counter

from sqlalchemy import create_engine, func, select

from nakomen.demo.provider import SIZES, STATEMENT, STORES, NotEmpty, generate
from nakomen.demo.provider.schema import tables_of


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m nakomen.demo.provider",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--size", choices=SIZES, default="tiny")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--url", help="SQLAlchemy URL of an empty database")
    what.add_argument("--statement", action="store_true", help="print the privacy statement")
    parser.add_argument("--store", choices=STORES, default="crm")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    parser.add_argument("--calls-apart", action="store_true", help="crm without call_record")
    return parser.parse_args()


def main() -> int:
    """Exit 0 when done, 2 when the database is not empty."""
    wish = _arguments()
    if wish.statement:
        print(STATEMENT.read_text("utf-8"), end="")
        return 0
    engine = create_engine(wish.url)
    start = perf_counter()
    try:
        generate(engine, wish.size, wish.store, today=wish.today, calls_apart=wish.calls_apart)
    except NotEmpty as refusal:
        print(refusal, file=sys.stderr)
        return 2
    seconds = perf_counter() - start
    with engine.connect() as connection:
        for table in tables_of(wish.store, calls_apart=wish.calls_apart):
            rows = connection.scalar(select(func.count()).select_from(table))
            print(f"{table.name:16} {rows:>12,}")
    print(f"{wish.size} on {engine.dialect.name}: {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
