"""Every exit code of the contract, reached by something that really happens."""

import os
from pathlib import Path

import pytest
from tests.cli.conftest import ANNA, Firm
from tests.cli.terminal import terminal

from nakomen.cli.common import Exit


def test_0_done_and_nothing_to_do(done: Firm, tmp_path: Path) -> None:
    """What is done, kept or already done is 0."""
    assert done.run("status").code == 0
    assert done.run("evidence", "bundle", "-o", tmp_path / "b.jsonl").code == 0
    assert terminal().run("verify", tmp_path / "b.jsonl").code == 0
    assert done.run("confirm").code == 0


def test_1_is_for_what_nobody_foresaw(firm: Firm) -> None:
    """A fault of the program is told in one line that names its kind, without a traceback."""
    told = terminal().run("-C", f"{firm.folder}\0", "status")
    assert told.code == 1
    assert told.out == ""
    assert told.err.startswith("Er ging iets mis in nakomen.")
    assert "(ValueError)" in told.err
    assert "Traceback" not in told.all


def test_2_wrong_words_or_unreadable_input(firm: Firm, tmp_path: Path) -> None:
    """Usage, a missing file, a folder that is none, and a policy that cannot be read."""
    assert firm.run("plan", "forget").code == 2
    assert terminal().run("read", tmp_path / "absent.txt").code == 2
    assert terminal().run("verify", tmp_path / "absent.jsonl").code == 2
    assert terminal().run("-C", tmp_path, "status").code == 2
    assert terminal().run("-C", "x" * 5000, "status").code == 2
    (firm.folder / "policy.yaml").write_text("promises: [")
    assert firm.run("check").code == 2


def test_3_a_promise_is_broken_or_a_check_has_errors(firm: Firm) -> None:
    """Rows past their term; and a policy that keeps call records longer than the law allows."""
    assert firm.run("status").code == 3
    policy = firm.folder / "policy.yaml"
    wrong = policy.read_text().replace("keep: P7Y", "keep: P2Y")
    assert wrong != policy.read_text()
    policy.write_text(wrong)
    told = firm.run("check", "--json")
    assert told.code == 3, told.all
    assert "L001" in {f["code"] for f in told.json["findings"] if f["severity"] == "error"}


def test_4_a_person_must_decide_first(firm: Firm) -> None:
    """What nobody confirmed, what nobody said yes to, and what no promise covers."""
    plan = firm.document("plan", "retention")["plan"]
    assert firm.run("apply", plan).code == 4
    assert firm.run("apply", plan, "--yes").code == 4
    url = f"sqlite:///{firm.home / 'systemen' / 'crm.sqlite'}"
    assert firm.run("connect", "again", url).code == 0
    assert firm.run("confirm").code == 4


def test_5_a_legal_deadline_has_passed(firm: Firm) -> None:
    """A request that is not answered within a month; carrying it out is the cure."""
    plan = firm.document("plan", "erase", "--key", ANNA)["plan"]
    on_time = terminal().run("-C", firm.folder, "--today", "2026-12-21", "status", "--json")
    assert on_time.code == 3
    assert on_time.json["overdue"] == []
    late = terminal().run("-C", firm.folder, "--today", "2026-12-22", "status", "--json")
    assert late.code == 5
    assert late.json["overdue"] == [{"plan": plan, "request": "erase", "due": "2026-12-21"}]
    told = terminal().run("-C", firm.folder, "--today", "2026-12-22", "status").text
    assert f"te laat: {plan} (wissen) moest uiterlijk 21 december 2026 beantwoord zijn" in told

    again = firm.document("plan", "erase", "--key", ANNA)["plan"]
    assert firm.run("apply", again, "--yes").code == 0
    mended = terminal().run("-C", firm.folder, "--today", "2026-12-22", "status", "--json")
    assert mended.json["overdue"] == []


def test_6_evidence_does_not_verify(done: Firm, tmp_path: Path) -> None:
    """One sign that changed is found, with its line."""
    file = tmp_path / "b.jsonl"
    done.run("evidence", "bundle", "-o", file)
    lines = file.read_text().splitlines()
    lines[9] = lines[9].replace("plan-0001", "plan-0009")
    file.write_text("\n".join(lines) + "\n")
    for lang, words in (("nl", "Het bewijs klopt niet, regel"), ("en", "does not hold, line")):
        told = terminal(lang).run("verify", file)
        assert told.code == 6
        assert words in told.text
    assert terminal().run("verify", file, "--json").json["ok"] is False


@pytest.mark.parametrize("words", [("status",), ("survey",), ("plan", "retention")])
def test_7_a_system_cannot_be_reached(firm: Firm, words: tuple[str, ...]) -> None:
    """A database that is gone, and the message names the system."""
    os.rename(firm.home / "systemen" / "calls.sqlite", firm.home / "elsewhere")
    told = firm.run(*words)
    assert told.code == 7
    assert "calls" in told.text


def test_every_code_is_in_the_contract() -> None:
    """No code beside the contract's, but for the one that shells give to Ctrl-C."""
    assert {code.value for code in Exit} == {*range(8), 130}
