"""What people see of each kind of fault, and that no code goes without."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.checks import golden

from nakomen.checks import CODES, check_drift, check_new, check_texts, check_written
from nakomen.policy import decode, load_map, load_policy, no_statement, unmapped
from nakomen.records import Column, SeenColumn, SeenDataset, StoreMap, Survey
from nakomen.terms import Category, Finding, Place

SOURCES = Path(__file__).parents[2] / "src" / "nakomen"
CRM = """\
store: crm
kind: postgresql
datasets:
  customer:
    records: customer
    columns:
      id: {category: none}
      email: {category: email}
  login:
    records: login
    columns:
      ip: {category: ip_address}
"""


def _crm() -> StoreMap:
    store_map, findings = load_map(CRM, "systems/crm.yaml")
    assert store_map is not None
    assert findings == []
    return store_map


def _drifted() -> list[Finding]:
    """The e-mail column was renamed, one was added, and a table got another name."""
    store_map = _crm()
    customer, login = store_map.datasets
    columns = (
        customer.columns[0],
        Column(name="e_mail", type="text", category=Category.EMAIL),
        Column(name="phone", type="text", category=Category.PHONE),
    )
    seen = (replace(customer, columns=columns), replace(login, name="logins"))
    return check_drift(store_map, replace(store_map, datasets=seen))


def _in_a_text() -> list[Finding]:
    """A survey found numbers of cards in the texts of tickets; the values themselves it let go."""
    body = SeenColumn(name="body", type="TEXT", sampled=200, shares={"card_inside": 0.015})
    ticket = SeenDataset(name="ticket", rows=200, columns=(body,))
    survey = Survey(store="crm", kind="postgresql", datasets=(ticket,))
    policy, _ = load_policy("statement: {file: s.md}\npromises: []\n", "policy.yaml", None)
    assert policy is not None
    nothing_mapped = StoreMap(store="crm", kind="postgresql", datasets=())
    return list(check_texts(policy, nothing_mapped, survey, set()))


def _not_yet_there() -> list[Finding]:
    """A change of the schema would add a date of birth, of which the statement does not speak."""
    store_map = _crm()
    customer = store_map.datasets[0]
    new = Column(name="geboren", type="date", category=Category.DATE_OF_BIRTH)
    seen = replace(store_map, datasets=(replace(customer, columns=(*customer.columns, new)),))
    policy, _ = load_policy("statement: {file: s.md}\npromises: []\n", "policy.yaml", None)
    assert policy is not None
    return list(check_new(policy, store_map, seen, {Category.EMAIL}))


def _written_otherwise() -> list[Finding]:
    """The map was made when each address was in small letters; three that came later are not."""
    keys = "    keys:\n      - {kind: email, column: email, written: normal}\n  login:"
    store_map, _ = load_map(CRM.replace("  login:", keys), "systems/crm.yaml")
    assert store_map is not None
    dataset = store_map.datasets[0]
    return [check_written(store_map, dataset, dataset.keys[0], 3)]


MADE: Mapping[str, Callable[[], list[Finding]]] = {
    "Y004-not-utf-8": lambda: decode("één".encode("latin-1"), "policy.yaml")[1],
    "Y005-too-large": lambda: decode(b"#" * 5_242_881, "policy.yaml")[1],
    "P015-no-statement": lambda: no_statement("statement:\n  file: oud.md\n", "policy.yaml"),
    "S005-no-map": lambda: unmapped("stores:\n  crm: {url: x}\n", "nakomen.yaml", {"calls"}),
    "Y003-control-characters": lambda: load_policy("a: \x07\x1b[31m\n", "policy.yaml", None)[1],
    "Y013-too-many": lambda: load_policy("a: b\n" * 300, "policy.yaml", None)[1][-1:],
    "C010-C011-C012-C013-drift": _drifted,
    "C018-in-a-text": _in_a_text,
    "C019-not-yet-there": _not_yet_there,
    "C020-no-register": lambda: [CODES["C020"].found(Place("policy.yaml", 1))],
    "C032-written-otherwise": _written_otherwise,
    "C025-left-its-version": lambda: [CODES["C025"].found(Place("statement.md", 1), number="2.1")],
}
"""Cases that cannot stand in a text file."""


@pytest.mark.parametrize("name", [case for case in golden.CASES if case not in MADE])
def test_a_fault_is_shown_with_its_place_its_line_and_its_cure(name: str) -> None:
    """What stands in the golden file is what people read, in both languages."""
    case = golden.read(name)
    findings = golden.findings_of(case)
    assert set(case.codes) <= {finding.code for finding in findings}
    golden.compare(case, findings)


@pytest.mark.parametrize("name", MADE)
def test_a_fault_that_no_text_file_can_hold_is_shown_too(name: str) -> None:
    """Bytes, sizes and stores that changed have findings of the same make."""
    case = golden.read(name)
    findings = MADE[name]()
    assert set(case.codes) <= {finding.code for finding in findings}
    golden.compare(case, findings)


def test_every_code_in_the_source_is_in_the_table_and_the_other_way_round() -> None:
    """No finding without a row that explains it, and no row that nothing raises."""
    rooms = ("policy", "policy/register", "checks", "run")
    files = [file for room in rooms for file in (SOURCES / room).glob("*.py")]
    texts = [file.read_text("utf-8") for file in files if not file.name.endswith("codes.py")]
    used = {code for text in texts for code in re.findall(r'"([GYPMSC]\d{3})"', text)}
    assert used == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_golden_case(code: str) -> None:
    """Whoever meets a code in the field finds here what raises it and what people read."""
    cases = [golden.read(name) for name in golden.CASES if code in name]
    assert any(f": {code} " in case.shown["nl"] for case in cases)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_told_in_both_languages(code: str) -> None:
    """A lawyer reads Dutch first; nobody gets half a sentence."""
    row = CODES[code]
    for text in (row.title, row.message, row.hint, row.why):
        assert text.nl
        assert text.en
        assert set(re.findall(r"(?<!{){(\w+)}", text.nl)) == set(
            re.findall(r"(?<!{){(\w+)}", text.en)
        )
    assert row.why.nl.endswith(".")
    assert row.why.en.endswith(".")
