"""The page on a MariaDB web shop: its grants are enough, and the first user can change nothing."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pymysql
import pytest
from sqlalchemy.engine import URL, make_url
from tests.support.console import ROOT, run_page

PAGE = ROOT / "docs" / "how-to" / "web-shop.md"
USERS = ("nakomen_look", "nakomen_apply")
PASSWORDS = ("a-long-password", "another-long-password")
SQL = re.compile(r"^```sql\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def here(mariadb_url: str) -> Iterator[dict[str, str]]:
    """What the page's address and users are on this server, with the page's own grants."""
    url = make_url(mariadb_url)
    names = {user: f"{url.database}_{user.partition('_')[2]}" for user in USERS}
    with closing(_root(url)) as root, root.cursor() as cursor:
        for statement in ";".join(SQL.findall(PAGE.read_text("utf-8"))).split(";"):
            if statement.strip():
                cursor.execute(_placed(statement, names | {"shop.*": f"{url.database}.*"}))
        yield names | {"db.example:3306/shop": f"127.0.0.1:{url.port}/{url.database}"}
        for name in names.values():
            cursor.execute(f"DROP USER '{name}'@'%'")


def test_the_page_says_what_happens_on_a_real_server(here: dict[str, str], tmp_path: Path) -> None:
    """Who follows the page gets there with exactly the rights it names."""
    assert run_page(PAGE, tmp_path, here) > 10


@pytest.mark.parametrize(("user", "password"), [*zip(USERS, PASSWORDS, strict=True)])
def test_a_user_may_do_no_more_than_the_page_says(
    here: dict[str, str], mariadb_url: str, user: str, password: str
) -> None:
    """Neither user can drop or make a table, and the first cannot remove a row."""
    url = make_url(mariadb_url)
    with closing(_root(url)) as root, root.cursor() as cursor:
        cursor.execute("CREATE TABLE visit (id INT PRIMARY KEY)")
        cursor.execute("INSERT INTO visit VALUES (7)")
    as_user = url.set(username=here[user], password=password)
    with closing(_root(as_user)) as connection, connection.cursor() as cursor:
        assert cursor.execute("SELECT id FROM visit") == 1
        for refused in ("DROP TABLE visit", "CREATE TABLE other (id INT)"):
            with pytest.raises(pymysql.err.OperationalError, match="denied"):
                cursor.execute(refused)
        if user == "nakomen_look":
            with pytest.raises(pymysql.err.OperationalError, match="denied"):
                cursor.execute("DELETE FROM visit")
        else:
            assert cursor.execute("DELETE FROM visit") == 1


def _placed(text: str, here: dict[str, str]) -> str:
    for name, place in here.items():
        text = text.replace(name, place)
    return text


def _root(url: URL) -> pymysql.Connection:
    return pymysql.connect(
        host="127.0.0.1", port=url.port or 3306, user=url.username,
        password=str(url.password or ""), database=url.database, autocommit=True,
    )  # fmt: skip
