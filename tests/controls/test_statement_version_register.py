"""statement-version-register: which version was in force then has exactly one answer."""

from datetime import date, timedelta

import pytest
from tests.controls.office import Office


def _on(company: Office, day: date) -> str | None:
    held = company.run("version", "on", day)["version"]
    return held and held["number"]


def test_every_day_has_one_answer(company: Office) -> None:
    """None before the first, then always the latest that began."""
    company.run("version", "add", "--effective", "2026-04-01")
    company.next_version(("015 123 45 67", "015 765 43 21"))
    company.run("version", "add", "--effective", "2026-10-01")
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 9, 30), date(2026, 10, 1)]

    assert [_on(company, day) for day in days] == [None, "2.1", "2.1", "2.2"]
    assert _on(company, days[-1] + timedelta(days=1000)) == "2.2"


def test_the_text_of_a_day_is_the_text_of_then(company: Office) -> None:
    """The words that held, letter for letter, also after they changed."""
    file = company.folder / "statement.nl.md"
    old = file.read_text("utf-8")
    company.run("version", "add", "--effective", "2026-04-01")
    file.write_text(old + "\nEen zin erbij.\n", "utf-8")
    company.next_version()
    company.run("version", "add", "--effective", "2026-10-01")

    assert company.run("version", "on", "2026-05-01", "--text")["text"] == old
    assert "Een zin erbij." in company.run("version", "on", "2026-11-01", "--text")["text"]


@pytest.mark.parametrize("number", ["2.1", "2.2"], ids=["number", "date"])
def test_a_second_text_under_one_number_or_date_is_refused(company: Office, number: str) -> None:
    """Two texts under one name would be two truths."""
    company.run("version", "add", "--effective", "2026-04-01")
    file = company.folder / "statement.nl.md"
    file.write_text(file.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
    company.edit(("2.1", number))
    before = company.run("version", "list")

    told = company.run("version", "add", "--effective", "2026-12-01", code=1)

    assert "2.1" in told["error"]["message"]
    assert company.run("version", "list") == before


def test_a_text_that_was_tampered_with_is_told(company: Office) -> None:
    """Somebody who rewrites history is found by the hash."""
    company.run("version", "add", "--effective", "2026-04-01")
    company.run("version", "on", "2026-05-01", "--text")
    file = company.folder / "versions" / "2.1" / "statement.md"
    file.write_text(file.read_text("utf-8").replace("verantwoordelijk", "vrij"), "utf-8")

    company.run("version", "on", "2026-05-01", "--text", code=6)


def test_what_left_its_version_is_told_and_not_published(company: Office) -> None:
    """A policy that was changed is no version until somebody says so."""
    company.run("version", "add", "--effective", "2026-04-01")
    assert "C025" not in _codes(company)
    company.publish()
    company.edit(("keep: 7 jaar", "keep: 8 jaar"))

    assert "C025" in _codes(company)
    company.publish(code=4)
    company.run("publish", "-o", company.site, "--draft")


def _codes(company: Office) -> set[str]:
    return {finding["code"] for finding in company.run("check", code=None)["findings"]}


def test_status_tells_whether_the_promise_of_versions_is_kept(company: Office) -> None:
    """Unseen without a version, kept while the text is that of the version, broken when not."""
    promise = ("kind: liability", "kind: statement_version")
    company.edit(promise, ("control: informational", "control: statement-version-register"))
    verdicts = [company.verdicts()["liability-1"]]
    company.run("version", "add", "--effective", "2026-04-01")
    verdicts.append(company.verdicts()["liability-1"])
    company.edit(("keep: 7 jaar", "keep: 8 jaar"))
    verdicts.append(company.verdicts()["liability-1"])

    assert verdicts == ["unseen", "kept", "broken"]
