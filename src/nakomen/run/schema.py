"""A schema before it is in use: does it bring personal data that no promise covers?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nakomen import stores
from nakomen.checks import check_new, check_traffic, declared
from nakomen.detect import draft_map
from nakomen.errors import UsageError
from nakomen.records import Dataset, StoreMap, Survey
from nakomen.run.company import Company
from nakomen.run.source import facts_of
from nakomen.run.surveyed import looked_at
from nakomen.stores.sql.ddl import survey_of_ddl
from nakomen.terms import Finding


class WhichStore(UsageError):
    """Say whose schema this is: --store NAME."""

    nl = "Zeg van welk systeem dit schema is: --store NAAM."


class NoSchema(UsageError):
    """There is no such file with SQL. Name .sql files, a folder with them, or a database."""

    nl = "Dit bestand met SQL is er niet. Noem .sql-bestanden, een map ervan, of een database."


def new_personal_data(
    company: Company, sources: Sequence[str], store: str | None = None
) -> list[Finding]:
    """
    Columns of the schema *sources* that the map does not have, with data no promise covers.

    Args:
        sources: one address of a database with the new schema, empty or not; or files with SQL and
            folders of them, in the order in which they are run.
        store: the system that gets this schema; may be left out when there is one.

    Raises:
        WhichStore, NoSchema: it is not clear what is asked.
        SchemaUnreadable: the SQL cannot be read.
    """
    store_map = _store_map(company, store)
    named = declared(company.policy, facts_of(company.statement))
    seen = draft_map(_survey(store_map, sources))
    found = check_new(company.policy, store_map, seen, named)
    return [*found, *check_traffic(company.policy, (_only_new(seen, store_map),))]


def _only_new(seen: StoreMap, known: StoreMap) -> StoreMap:
    """Columns that the map does not have; of those it has, a person said what they are."""
    return replace(seen, datasets=tuple(_new_columns(d, known) for d in seen.datasets))


def _new_columns(seen: Dataset, known: StoreMap) -> Dataset:
    if not known.has(seen.name):
        return seen
    mapped = known.dataset(seen.name)
    new = tuple(column for column in seen.columns if not mapped.has(column.name))
    return replace(seen, records=mapped.records, columns=new)


def _store_map(company: Company, name: str | None) -> StoreMap:
    found = [m for m in company.maps if name in (None, m.store)]
    if len(found) != 1:
        raise WhichStore(", ".join(m.store for m in company.maps))
    return found[0]


def _survey(store_map: StoreMap, sources: Sequence[str]) -> Survey:
    if len(sources) == 1 and ":/" in sources[0]:
        with stores.load(store_map.store, sources[0]) as store:
            return looked_at(store)
    texts = [(file.name, _text(file)) for source in sources for file in _files(Path(source))]
    return survey_of_ddl(texts, store_map.store, store_map.kind)


def _files(place: Path) -> Iterator[Path]:
    """The file, or all in the folder by name: that is how migrations are numbered."""
    if place.is_dir():
        yield from sorted(place.glob("*.sql"))
    elif place.is_file():
        yield place
    else:
        raise NoSchema(place.name)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise NoSchema(file.name) from None
