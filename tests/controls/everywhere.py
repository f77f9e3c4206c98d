"""Where a value stands in a database or a company's folder: plain looking, not through nakomen."""

from pathlib import Path

from sqlalchemy import Engine, MetaData, select


def places(engine: Engine, value: str) -> set[str]:
    """``table.column`` of every column in which some row holds *value*, however it is written."""
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        return {
            f"{table.name}.{column.name}"
            for table in metadata.tables.values()
            for row in connection.execute(select(table)).mappings()
            for column in table.columns
            if value.casefold() in str(row[column.name]).casefold()
        }


def files_with(folder: Path, value: str) -> list[str]:
    """Files under *folder* in whose bytes *value* stands."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return [str(file) for file in found if value.encode() in file.read_bytes()]
