"""The fire drill: it measures what is found, touches nobody, and cleans up after itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Connection, NullPool, create_engine, make_url, text
from tests.circle.account import rows_of
from tests.circle.conftest import drawn_up, fill
from tests.circle.fresh import KILLED, Fresh
from tests.circle.refusal import Company
from tests.circle.test_killed import SEED

from nakomen.ledger import Ledger, SubjectBook, SubjectUnknown

_LINK = "      - {columns: [ticket_id], to: ticket, to_columns: [id]}\n"


def served(home: Path, url: str) -> Company:
    """Customers and calls at *url*, the newsletter in a file."""
    home.mkdir(parents=True)
    urls = {"crm": url, "newsletter": f"sqlite:///{home / 'newsletter'}.sqlite"}
    for store, address in urls.items():
        fill(address, store, calls_apart=False)
    return drawn_up(home, urls)


@contextmanager
def crm(company: Company) -> Iterator[Connection]:
    with create_engine(company.urls["crm"], poolclass=NullPool).begin() as connection:
        yield connection


def drills(company: Company, code: int = 0) -> dict[str, object]:
    told = company.tell("--json", "drill")
    assert told.code == code, told.all
    found: dict[str, object] = told.json
    return found


def by_dataset(told: dict[str, object]) -> dict[str, dict[str, int]]:
    assert isinstance(told["datasets"], list)
    return {f"{row['store']}.{row['dataset']}": row for row in told["datasets"]}


def test_everything_is_found_and_nobody_is_touched(any_sql_url: str, tmp_path: Path) -> None:
    """On every database each planted row is found, copied, and gone or held; others are as ever."""
    company = served(tmp_path / "home", any_sql_url)
    before = rows_of(company.urls)
    told = drills(company)
    rows = by_dataset(told)
    assert told["recall"] == 1.0
    assert told["planted"] == sum(row["planted"] for row in rows.values()) > 9
    assert {row["left"] for row in rows.values()} == {0}
    assert rows["crm.customer"]["planted"] == 1
    assert rows["newsletter.subscriber"]["erased"] == 1
    assert rows["crm.invoice"]["held"] == 1, "the law keeps an invoice, also of nobody"
    assert rows_of(company.urls) == before
    nothing_is_left(company)


def nothing_is_left(company: Company) -> None:
    """No key in the subject book, nothing on the calendar, no word of hers in any file of ours."""
    state = company.folder / ".nakomen"
    with SubjectBook.open(state) as book:
        for number in range(1, 9):
            with pytest.raises(SubjectUnknown):
                book.keys(f"subject-{number}")
    with Ledger.open(state) as ledger:
        ledger.verify()
        begun = [line.body["drill"] for line in ledger.lines(kind="drill")]
        ended = [line.body["drill"] for line in ledger.lines(kind="drill-clean")]
        held = {str(line.body["subject"]) for line in ledger.lines(kind="hold")}
        assert held <= {str(line.body["subject"]) for line in ledger.lines(kind="released")}
    assert begun == ended
    assert not (state / "drill.zip").exists()
    assert not any(b"nakomen.invalid" in f.read_bytes() for f in state.rglob("*") if f.is_file())


def test_what_the_map_does_not_reach_is_measured(company: Company) -> None:
    """A link that the map lacks is a row that is not found: less than all, exit 3, and where."""
    company.edit("systems/crm.yaml", f"    links:\n{_LINK}", "")
    assert company.tell("confirm", "--all", "--by", "Chaima").code == 0
    before = rows_of(company.urls)
    told = drills(company, code=3)
    rows = by_dataset(told)
    missed = [name for name, row in rows.items() if row["found"] < row["planted"]]
    assert missed == ["crm.ticket_message"]
    assert rows["crm.ticket_message"]["left"] == 1
    assert told["recall"] < 1  # type: ignore[operator]
    shown = company.tell("--json", "status").json["drill"]
    assert (shown["verdict"], shown["left"]) == ("broken", sum(r["left"] for r in rows.values()))
    assert rows_of(company.urls) == before


def test_the_last_drill_stands_beside_the_rights(company: Company) -> None:
    """Unseen before the first and after its term, and when a map changed; else what it showed."""

    def told(*words: object) -> dict[str, object]:
        found: dict[str, object] = company.tell("--json", *words, "status").json["drill"]
        return found

    assert (told()["verdict"], told()["recall"]) == ("unseen", None)
    drills(company)
    shown = told()
    assert (shown["verdict"], shown["recall"], shown["left"]) == ("kept", 1.0, 0)
    assert shown["on"] == str(company.today)
    assert "crm.staff" in str(shown["untried"])
    assert "100%" in company.tell("status", lang="en").text
    assert told("--today", "2027-02-20")["verdict"] == "kept"
    late = told("--today", "2027-02-21")
    assert (late["verdict"], late["recall"]) == ("unseen", 1.0)
    company.edit("systems/newsletter.yaml", "category: ip_address", "category: none")
    assert told()["verdict"] == "unseen"


def test_a_drill_is_no_request(company: Company) -> None:
    """Verdicts about requests of persons do not count a drill, nor does the law's month."""
    before = company.tell("--json", "status").json
    drills(company)
    after = company.tell("--json", "status").json
    assert [(p["promise"], p["verdict"]) for p in after["promises"]] == [
        (p["promise"], p["verdict"]) for p in before["promises"]
    ]
    late = company.tell("--json", "--today", "2027-03-01", "status")
    assert late.json["overdue"] == []


def test_what_cannot_be_planted_is_told_as_unseen(company: Company) -> None:
    """A rule of a table that nobody can guess: that dataset was not tried, and says so."""
    with crm(company) as connection:
        connection.execute(text(
            "CREATE TRIGGER no_ticket BEFORE INSERT ON ticket "
            "BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: house rule'); END"
        ))  # fmt: skip
    told = company.tell("drill", lang="en")
    rows = by_dataset(drills(company))
    assert rows["crm.ticket"]["planted"] == 0
    assert rows["crm.ticket"]["unseen"]
    assert rows["crm.ticket_message"]["planted"] == 0, "never under the ticket of somebody else"
    assert "Not planted, so not seen" in told.all
    assert "crm.ticket" in told.all


def test_nothing_is_planted_on_what_nobody_confirmed(company: Company) -> None:
    """The erasure would stop halfway: the drill says so before it begins."""
    company.edit("systems/crm.yaml", "confirmed:", "# confirmed:")
    company.refuses("drill", code=4, nl="Niemand heeft bevestigd", en="Nobody confirmed")


@pytest.mark.parametrize("server", ["sqlite", "mariadb"])
def test_killed_anywhere_the_next_drill_cleans_up(
    server: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Also between a planting and its commit; other rows are byte for byte as they were."""
    company = served(tmp_path / "home", str(request.getfixturevalue(f"{server}_url")))
    before = rows_of(company.urls)
    words = ["--json", "--today", company.today, "-C", company.folder, "drill"]
    with TemporaryDirectory() as root, Fresh(Path(root) / "fresh") as fresh:
        whole = fresh.run(*words)
        assert whole.code == 0, whole.err
        moments = chosen(whole.moments, str(make_url(company.urls["crm"]).database))
        for at in moments:
            assert fresh.run(*words, at=at).code == KILLED
            if at == moments[1]:
                assert rows_of(company.urls) != before, "rows of the drill stand there"
        ended = fresh.run(*words)
    assert ended.code == 0, (moments, ended.err)
    assert rows_of(company.urls) == before, moments
    nothing_is_left(company)


def chosen(moments: list[str], database: str) -> list[int]:
    """Around the commit of the planting, and a moment by chance, counted from one."""
    name = Path(database).name
    planted = moments.index(f"before a commit in {name}") + 1
    # What an earlier one left is cleaned up first, so that moments move a little.
    return [planted, planted + 4, Random(f"{SEED} drill").randint(planted + 4, len(moments))]
