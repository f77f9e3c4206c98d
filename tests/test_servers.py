"""The databases that the tests run on are what they say they are."""

from sqlalchemy import create_engine, make_url, text

FIRST = {"sqlite": "3.", "postgresql": "1", "mysql": "10."}


def test_every_server_answers_with_a_fresh_database(any_sql_url: str) -> None:
    """A test gets an empty database of the kind it asked for."""
    engine = create_engine(any_sql_url)
    ask = "sqlite_version()" if engine.dialect.name == "sqlite" else "version()"
    with engine.connect() as connection:
        version = str(connection.execute(text(f"SELECT {ask}")).scalar())
        connection.execute(text("CREATE TABLE fresh (id integer)"))
    engine.dispose()
    kind = make_url(any_sql_url).get_backend_name()
    assert version.removeprefix("PostgreSQL ").startswith(FIRST[kind])
