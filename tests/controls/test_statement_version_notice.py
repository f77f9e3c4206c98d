"""statement-version-notice: a material version waits for the notice that the statement promised."""

from pathlib import Path

from tests.controls.office import CUSTOMERS, Office

MATERIAL = ("keep: 7 jaar", "keep: 8 jaar")


def _material(company: Office) -> None:
    company.run("version", "add", "--effective", "2026-04-01")
    company.next_version(MATERIAL)
    company.run("version", "add", "--effective", "2027-02-01", code=4)


def _notice(company: Office, channel: str, on: str, *more: object, code: int = 0) -> None:
    company.run("version", "notice", "2.2", "--channel", channel, "--on", on, *more, code=code)


def _in_force(company: Office, day: str) -> str:
    return str(company.run("version", "on", day)["version"]["number"])


def test_a_material_version_without_notice_is_refused(company: Office) -> None:
    """Publishing it is refused, and on its day the old version still holds."""
    _material(company)

    company.publish(code=4)
    assert not company.site.exists()
    assert _in_force(company, "2027-02-01") == "2.1"


def test_after_each_promised_notice_it_takes_effect(company: Office) -> None:
    """E-mail and site, thirty days before: then it is published, and holds from its day."""
    _material(company)
    _notice(company, "email", "2026-12-30", code=4)
    company.publish(code=4)
    _notice(company, "website", "2026-12-30")

    assert (company.publish() / "statement.nl.html").exists()
    assert _in_force(company, "2027-01-31") == "2.1"
    assert _in_force(company, "2027-02-01") == "2.2"


def test_a_notice_that_came_too_late_does_not_count(company: Office) -> None:
    """Twenty-nine days is not thirty."""
    _material(company)
    _notice(company, "website", "2026-12-30", code=4)
    _notice(company, "email", "2027-01-03", code=4)

    company.publish(code=4)


def test_every_customer_must_have_been_written_to(company: Office, tmp_path: Path) -> None:
    """One customer who was forgotten keeps the version from taking effect; writing does not."""
    _material(company)
    _notice(company, "website", "2026-12-30", code=4)
    sent = tmp_path / "sent.txt"
    sent.write_text("\n".join(CUSTOMERS[:2]).upper(), "utf-8")
    told = company.run(
        *("version", "notice", "2.2", "--channel", "email", "--on", "2026-12-30"),
        *("--sent", sent),
        code=4,
    )
    (noticed,) = [n for n in told["notices"] if n["channel"] == "email"]

    assert (noticed["persons"], noticed["missed"]) == (2, 1)
    assert [lack["missed"] for lack in told["lacks"]] == [1]
    company.publish(code=4)
    sent.write_text("\n".join(CUSTOMERS), "utf-8")
    _notice(company, "email", "2026-12-30", "--sent", sent)
    company.publish()


def test_no_address_stays_behind(company: Office, tmp_path: Path) -> None:
    """The list is counted in the store; folder and ledger keep numbers only."""
    _material(company)
    sent = tmp_path / "sent.txt"
    sent.write_text("\n".join(CUSTOMERS), "utf-8")
    _notice(company, "email", "2026-12-30", "--sent", sent, code=4)
    kept = [f.read_bytes() for f in company.folder.rglob("*") if f.is_file()]

    assert any(b'"persons": 3' in data for data in kept)
    assert not any(CUSTOMERS[0].encode() in data for data in kept)


def test_a_small_change_needs_no_notice(company: Office) -> None:
    """The statement promises notice of what matters; a phone number does not."""
    company.run("version", "add", "--effective", "2026-04-01")
    company.next_version(("015 123 45 67", "015 765 43 21"))
    told = company.run("version", "add", "--effective", "2026-12-01")

    assert (told["material"], told["lacks"]) == (False, [])
    company.publish()


def test_status_tells_of_a_version_whose_day_came_untold(company: Office) -> None:
    """The promise of notice is broken from the day on which the version should have held."""
    _material(company)
    days = ("2026-11-21", "2027-02-01")
    told = [company.run("status", today=day, code=None)["promises"] for day in days]
    verdicts = [{p["promise"]: p["verdict"] for p in promises} for promises in told]

    assert [verdict["notice-1"] for verdict in verdicts] == ["unseen", "broken"]
