"""processing-register: complete for a day, and what is outside it is a finding."""

import json
from typing import Any

from openpyxl import load_workbook
from ruamel.yaml import YAML
from tests.controls.office import Office


def _codes(company: Office) -> list[str]:
    return [finding["code"] for finding in company.run("check", code=None)["findings"]]


def _edit_register(company: Office, change: Any) -> None:
    file = company.folder / "register.yaml"
    yaml = YAML()
    content = yaml.load(file.read_text("utf-8"))
    change(content["activities"])
    with file.open("w", encoding="utf-8") as out:
        yaml.dump(content, out)


def test_every_dataset_with_personal_data_is_in_the_draft(company: Office) -> None:
    """A register that begins complete is one that gets finished."""
    told = company.run("register")
    stores = {store for activity in told["activities"] for store in activity["stores"]}

    assert told["drafted"]
    assert stores == {"crm.customers"}
    assert "C020" in _codes(company)


def test_an_unlinked_store_is_a_finding(company: Office) -> None:
    """Taken out of the register, the customer table is told."""
    company.run("register", "--write")
    assert "C021" not in _codes(company)
    _edit_register(company, lambda activities: [a.pop("stores", None) for a in activities])

    assert "C021" in _codes(company)


def test_each_activity_has_one_basis_and_one_term(company: Office) -> None:
    """None or two bases, or no term, is told; one of each is not."""
    company.run("register", "--write")

    def complete(activities: list[dict[str, Any]]) -> None:
        for activity in activities:
            activity["retention"] = "retention-1"
            activity.setdefault("purposes", ["purpose-1"])

    _edit_register(company, complete)
    assert not {"C022", "C023"} & set(_codes(company))
    _edit_register(company, lambda activities: activities[0].update(bases=["consent"]))
    assert "C022" in _codes(company)
    _edit_register(company, lambda activities: activities[0].pop("retention"))
    assert "C023" in _codes(company)


def test_the_register_of_a_day_has_what_was_done_then(company: Office) -> None:
    """An activity that ended is in the register of last year and not of today."""
    company.run("register", "--write")
    ended = "facturen-sturen"
    _edit_register(
        company,
        lambda activities: activities[0].update(since="2020-01-01", until="2026-06-01"),
    )

    assert ended in _published(company, "2026-05-31")
    assert ended not in _published(company, "2026-06-01")


def _published(company: Office, day: str) -> list[str]:
    company.run("publish", "-o", company.site, today=day)
    told = json.loads((company.site / "registers.nl.json").read_text("utf-8"))
    return [row["entry"]["id"] for row in told["controller"]]


def test_the_sheet_opens_with_its_drop_downs(company: Office) -> None:
    """Columns name their article; what is chosen comes from the list that stands in the book."""
    site = company.publish()
    book = load_workbook(site / "registers.nl.xlsx")
    sheet, lists = book.worksheets[0], book["Lijsten"]
    titles = [str(cell.value) for cell in sheet[1]]
    wanted = {f"30(1)({letter})" for letter in "abcdefg"}

    assert {article for article in wanted if any(article in title for title in titles)} == wanted
    for rule in sheet.data_validations.dataValidation:
        sheet_name, _, cells = str(rule.formula1).rpartition("!")
        assert sheet_name == "'Lijsten'"
        assert all(row[0].value for row in lists[cells.replace("$", "")])
    assert len(sheet.data_validations.dataValidation) == 4


def test_controller_and_processor_stand_apart(company: Office) -> None:
    """dual-role-separation: own administration and work for customers are two registers."""
    company.run("register", "--write")

    def host(activities: list[dict[str, Any]]) -> None:
        activities[0].update(role="processor", on_behalf_of=["klanten met hosting"])

    _edit_register(company, host)
    site = company.publish()
    told = json.loads((site / "registers.nl.json").read_text("utf-8"))
    own = {row["entry"]["id"] for row in told["controller"]}
    others = {row["entry"]["id"]: row["cells"] for row in told["processor"]}

    assert others["facturen-sturen"]["on_behalf_of"] == "klanten met hosting"
    assert "facturen-sturen" not in own


def test_a_reference_to_no_promise_is_told_with_its_line(company: Office) -> None:
    """A register that points to nothing would lose a term in silence."""
    company.run("register", "--write")
    _edit_register(company, lambda activities: activities[0].update(retention="bestaat-niet"))
    told = company.run("check", code=None)["findings"]
    (found,) = [finding for finding in told if finding["code"] == "G002"]

    assert found["place"]["file"] == "register.yaml"
    assert found["place"]["line"] > 1
