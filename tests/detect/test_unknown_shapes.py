"""Shapes of schemas that say little of themselves, each on a small SQLite file of our own."""

from tests.schemas.load import script
from tests.schemas.score import STORE, connected

from nakomen.detect import as_connect_json, draft_map
from nakomen.plan import whose
from nakomen.records import Act, KeyRole, Selection, StoreMap, Task
from nakomen.run.resolve import resolve
from nakomen.stores.sql import open_store

USERS = """
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, deleted_at TEXT);
INSERT INTO users VALUES (11, 'anna@post.example', '2025-01-01'), (12, 'bram@post.example', NULL),
  (13, 'chaima@post.example', NULL);
"""
ORDERS = """
CREATE TABLE purchase (id INTEGER PRIMARY KEY, state TEXT);
INSERT INTO purchase VALUES (71, 'new'), (72, 'new'), (73, 'new'), (74, 'new');
CREATE TABLE purchase_meta (
  id INTEGER PRIMARY KEY, purchase_id INT, meta_key TEXT, meta_value TEXT
);
INSERT INTO purchase_meta (purchase_id, meta_key, meta_value) VALUES
  (71, '_user', '11'), (71, '_billing_email', 'werk@kantoor.example'), (71, '_city', 'Zwolle'),
  (72, '_user', '0'), (72, '_billing_email', 'gast@post.example'), (72, '_city', 'Assen'),
  (73, '_user', '12'), (73, '_billing_email', 'anna@post.example'), (73, '_city', 'Delft'),
  (74, '_user', '13'), (74, '_billing_email', 'chaima@post.example'), (74, '_city', 'Breda');
"""


def _rows(url: str, store_map: StoreMap, **given: str) -> dict[str, dict[str, set[object]]]:
    """Dataset → the first primary key of the rows that are hers, and of those she is named in."""
    found: dict[str, dict[str, set[object]]] = {"hers": {}, "shared": {}}
    with open_store(STORE, url, store_map) as store:
        keys = resolve([store_map], {STORE: store}, list(given.items()))
        for dataset in store_map.datasets:
            owned = whose(store_map, frozenset(keys), found=True)[dataset.name]
            for part, where in (("hers", owned.hers), ("shared", owned.shared)):
                selection = Selection(dataset.name, where)
                columns = dataset.primary_key or (dataset.columns[0].name,)
                task = Task(selection=selection, act=Act.EXPORT, columns=columns)
                ids = {row[columns[0]] for row in store.export(task, keys)}
                if ids:
                    found[part][dataset.name] = ids
    return found


def _links(store_map: StoreMap, name: str) -> set[tuple[str, str, str | None]]:
    return {
        (link.columns[0], link.to, link.when[1] if link.when else None)
        for link in store_map.dataset(name).links
    }


def test_a_key_value_row_says_whose_the_order_is(sqlite_url: str) -> None:
    """By account or, for a guest, by address; another address in her own order changes nothing."""
    script(sqlite_url, USERS + ORDERS)
    store_map = connected(sqlite_url)
    assert ("meta_value", "users", "_user") in _links(store_map, "purchase_meta")

    anna = _rows(sqlite_url, store_map, email="anna@post.example")
    assert anna["hers"] == {"users": {11}, "purchase": {71}, "purchase_meta": {1, 2, 3}}
    guest = _rows(sqlite_url, store_map, email="gast@post.example")
    assert guest["hers"] == {"purchase": {72}, "purchase_meta": {4, 5, 6}}


def test_an_order_of_another_account_with_her_address_is_asked(sqlite_url: str) -> None:
    """Bram ordered and Anna's address stands in it: the order is his, and the row names her."""
    script(sqlite_url, USERS + ORDERS)
    store_map = connected(sqlite_url)
    anna = _rows(sqlite_url, store_map, email="anna@post.example")
    bram = _rows(sqlite_url, store_map, email="bram@post.example")
    assert anna["shared"] == {"purchase_meta": {8}}
    assert bram["hers"] == {"users": {12}, "purchase": {73}, "purchase_meta": {7, 8, 9}}


def test_keys_that_people_filled_in_are_no_schema(sqlite_url: str) -> None:
    """An address that stands where a key should be is kept out of the map."""
    script(sqlite_url, ORDERS)
    script(
        sqlite_url,
        "INSERT INTO purchase_meta (purchase_id, meta_key, meta_value) VALUES "
        "(71, 'gast@post.example', 'x'), (71, '0612345678', 'x')",
    )
    with open_store(STORE, sqlite_url) as store:
        survey = store.survey()
    (meta,) = [d for d in survey.datasets if d.name == "purchase_meta"]
    assert {part.when[1] for part in meta.parts} == {"_user", "_billing_email", "_city"}
    assert "gast@post.example" not in repr(survey)


def test_what_a_note_is_about_depends_on_its_type(sqlite_url: str) -> None:
    """The same number is a ticket in one row and a machine in the next."""
    script(
        sqlite_url,
        USERS + "CREATE TABLE ticket (id INTEGER PRIMARY KEY, user_id INT, subject TEXT);"
        "INSERT INTO ticket VALUES (5, 11, 'Storing'), (6, 12, 'Storing'), (7, 13, 'Modem');"
        "CREATE TABLE machine (id INTEGER PRIMARY KEY, room TEXT);"
        "INSERT INTO machine VALUES (5, 'A'), (6, 'B');"
        "CREATE TABLE annotation (id INTEGER PRIMARY KEY, object_type TEXT, object_id INT, body);"
        "INSERT INTO annotation VALUES (1, 'App\\Ticket', 5, 'Belt terug'),"
        "(2, 'App\\Machine', 5, 'Olie'), (3, 'App\\Ticket', 6, '?'), (4, 'App\\Machine', 6, '');",
    )
    store_map = connected(sqlite_url)
    assert _links(store_map, "annotation") == {
        ("object_id", "ticket", "App\\Ticket"),
        ("object_id", "machine", "App\\Machine"),
    }
    anna = _rows(sqlite_url, store_map, email="anna@post.example")
    assert anna["hers"] == {"users": {11}, "ticket": {5}, "annotation": {1}}


def test_who_wrote_a_note_is_another_person(sqlite_url: str) -> None:
    """Bram's note on Anna's ticket does not make his account hers, nor his other notes."""
    script(
        sqlite_url,
        USERS + "CREATE TABLE ticket (id INTEGER PRIMARY KEY, user_id INT, subject TEXT);"
        "INSERT INTO ticket VALUES (5, 11, 'Storing'), (6, 12, 'Storing'), (7, 13, 'Modem');"
        "CREATE TABLE annotation (id INTEGER PRIMARY KEY, user_id INT, object_type TEXT,"
        " object_id INT);"
        "INSERT INTO annotation VALUES (1, 12, 'ticket', 5), (2, 12, 'ticket', 6),"
        " (3, 13, 'ticket', 7);",
    )
    store_map = connected(sqlite_url)
    anna = _rows(sqlite_url, store_map, email="anna@post.example")
    assert anna["hers"]["users"] == {11}
    assert anna["hers"]["ticket"] == {5}
    assert not anna["hers"].get("annotation", set()) - {1}


def test_values_overrule_a_name_and_confirm_one_that_says_little(sqlite_url: str) -> None:
    """`user_id` of another program leads nowhere; `owner` and `maker` lead to users if all do."""
    script(
        sqlite_url,
        USERS + "CREATE TABLE login (id INTEGER PRIMARY KEY, user_id INT);"
        "INSERT INTO login VALUES (1, 901), (2, 902), (3, 903);"
        "CREATE TABLE list (id INTEGER PRIMARY KEY, owner INT, maker INT);"
        "INSERT INTO list VALUES (1, 11, 11), (2, 12, 99), (3, 13, 0);",
    )
    store_map = connected(sqlite_url)
    assert _links(store_map, "login") == set()
    assert _links(store_map, "list") == {("owner", "users", None)}


def test_another_name_of_an_account_leads_to_it(sqlite_url: str) -> None:
    """Whoever gives her second address is known by her account; nobody else's row comes along."""
    script(
        sqlite_url,
        USERS + "CREATE TABLE user_alias (id INTEGER PRIMARY KEY, user_id INT, email TEXT);"
        "INSERT INTO user_alias VALUES (1, 11, 'a.devries@werk.example'), (2, 12, 'b@x.example');"
        "CREATE TABLE invoice (id INTEGER PRIMARY KEY, user_id INT, total INT);"
        "INSERT INTO invoice VALUES (31, 11, 10), (32, 12, 20);",
    )
    store_map = connected(sqlite_url)
    assert [key.role for key in store_map.dataset("user_alias").keys] == [KeyRole.ALIAS]
    anna = _rows(sqlite_url, store_map, email="a.devries@werk.example")
    assert anna["hers"] == {"users": {11}, "user_alias": {1}, "invoice": {31}}
    assert anna["shared"] == {}


def test_a_view_is_named_and_is_no_dataset(sqlite_url: str) -> None:
    """Its rows are those of the table: counted once, erased once."""
    script(
        sqlite_url, USERS + "CREATE VIEW living AS SELECT * FROM users WHERE deleted_at IS NULL;"
    )
    with open_store(STORE, sqlite_url) as store:
        survey = store.survey()
    printed = as_connect_json(survey, draft_map(survey))
    assert printed["views"] == ["living"]
    assert [dataset["name"] for dataset in printed["datasets"]] == ["users"]


def test_the_survey_asks_a_bounded_number_of_values(sqlite_url: str) -> None:
    """However many rows refer, at most 200 different values are looked for."""
    rows = ",".join(f"({n}, {11 + n % 3})" for n in range(1, 5001))
    script(
        sqlite_url,
        USERS + "CREATE TABLE visit (id INTEGER PRIMARY KEY, user_id INT);"
        f"INSERT INTO visit VALUES {rows};",
    )
    with open_store(STORE, sqlite_url) as store:
        survey = store.survey()
    fits = [fit for d in survey.datasets if d.name == "visit" for fit in d.fits]
    assert [(fit.to, fit.tested, fit.share) for fit in fits] == [("users", 3, 1.0)]


def test_a_cell_with_several_values_is_looked_into(postgres_url: str) -> None:
    """Places inside arrays and documents are drafted like columns; they name no owner unasked."""
    script(
        postgres_url,
        "CREATE TABLE customer (id int PRIMARY KEY, emails text[], details jsonb);"
        "INSERT INTO customer SELECT n, ARRAY['a' || n || '@post.example', 'b@post.example'],"
        " jsonb_build_object('mail', 'a' || n || '@post.example') FROM generate_series(1, 20) n;",
    )
    (customer,) = connected(postgres_url).datasets
    for place in ("emails:$[*]", "details:$.mail"):
        assert customer.column(place).category.value == "email"
    owners = [key.column for key in customer.keys if key.role is KeyRole.SUBJECT]
    assert owners == ["id"]
