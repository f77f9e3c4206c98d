"""One statement serves many persons, and never two at once."""

from concurrent.futures import ThreadPoolExecutor

from nakomen.records import KeyIn, Keys
from nakomen.stores.contract_shop import SHOP
from nakomen.stores.sql.keytables import KeyTables
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.sqlite import Sqlite
from nakomen.stores.sql.statements import Call, Statements
from nakomen.stores.sql.target import Targets

STATEMENTS = Statements(Targets(SHOP), Sqlite())
ANNA: Keys = {"email": ("anna@example.nl",)}
BRAM: Keys = {"email": ("bram@example.nl",)}


def asked(keys: Keys) -> Selector:
    """What a statement about *keys* reads when it runs."""
    tables = KeyTables(STATEMENTS.dialect, None)
    return Call(statements=STATEMENTS, keys=keys, tables=tables).once("who", lambda made: made)


def test_a_statement_is_written_once_and_reads_the_keys_of_its_call() -> None:
    """The second person costs no writing, and gets her own rows."""
    first = asked(ANNA)
    assert first.keys == ANNA
    assert asked(BRAM) is first
    assert first.keys == BRAM


def test_a_call_in_another_thread_does_not_change_whose_rows_are_meant() -> None:
    """Between writing and running, nobody else's keys can slip in."""
    mine = asked(ANNA)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(asked, BRAM).result()
    assert other.keys == BRAM
    assert mine.keys == ANNA


def test_a_condition_that_comes_back_is_written_once() -> None:
    """A long statement has one parameter for it, and each person her own keys in that."""
    hers = KeyIn("email", "email")
    selector = asked(ANNA)
    said = selector.where(hers, "customer")
    assert selector.where(hers, "customer") is said
    params = said.compile().params
    asked(BRAM)
    assert [*said.compile().params] == [*params]
    assert said.compile().params != params
