"""The documents that scripts read: exactly the keys and types of the contract."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import ANNA, Firm
from tests.cli.terminal import terminal

from nakomen.demo.provider import STATEMENT

DAY = re.compile(r"\d{4}-\d\d-\d\d")
FACTS = """statement controller privacy_contact purposes legal_bases data_categories
special_categories recipients recipient_categories transfers retention rights response_term
complaint_authority cookies automated_decision children_age security_measures breach_procedure
authority_disclosure promises absent tensions"""
FINDING = {
    "code": str,
    "severity": str,
    "place": {"file": str, "line": int, "column": int},
    "message": str,
    "hint": str,
    "article": (str, None),
    "promise": (str, None),
    "rule": (str, None),
    "verdict": (str, None),
    "quote": (str, None),
}
STEP = {
    "step": str,
    "store": str,
    "dataset": str,
    "act": str,
    "columns": [str],
    "masked": [str],
    "rows": int,
    "because": {
        "promise": (str, None),
        "rule": (str, None),
        "article": (str, None),
        "until": (DAY, None),
        "text": str,
        "refused": (str, None),
    },
    "sql": [str],
}
PLAN = {
    "plan": str,
    "request": str,
    "today": DAY,
    "subject": [str],
    "made_from": dict,
    "digest": str,
    "steps": [STEP],
    "asks": [{"to": str, "what": str, "why": str}],
    "notices": [{"recipient": str, "what": str}],
}
PROMISE = {
    "promise": str,
    "statement_place": (str, None),
    "quote": (str, None),
    "kind": str,
    "control": str,
    "verdict": re.compile("kept|broken|contradicted|attested|unseen|informational"),
    "why": str,
    "count": (int, None),
    "oldest": (DAY, None),
    "since": (DAY, None),
    "evidence": (str, None),
}
LINE = {
    "step": str,
    "act": str,
    "found": int,
    "gone": int,
    "left": int,
    "seconds": float,
    "error": (str, None),
}
DATASET = {
    "name": str,
    "rows": int,
    "columns": [
        {
            "name": str,
            "type": str,
            "category": str,
            "certainty": re.compile("sure|likely|doubtful"),
            "why": str,
        }
    ],
    "keys": [{"kind": str, "column": str}],
    "links": [{"columns": [str], "to": str, "to_columns": [str], "declared": bool}],
    "clock": [{"column": str, "moment": str, "of?": str}],
}


def fits(value: object, shape: Any, at: str = "") -> None:
    """
    *value* has the *shape*: a type, a pattern, a list or a dict of shapes, or a choice. A name
    with a question mark may be absent.
    """
    match shape:
        case dict():
            assert isinstance(value, dict), at
            there = {name.rstrip("?"): inner for name, inner in shape.items()}
            needed = {name for name in shape if not name.endswith("?")}
            assert needed <= value.keys() <= there.keys(), at
            for name in value:
                fits(value[name], there[name], f"{at}.{name}")
        case [inner]:
            assert isinstance(value, list), at
            for n, one in enumerate(value):
                fits(one, inner, f"{at}[{n}]")
        case (some, None):
            if value is not None:
                fits(value, some, at)
        case re.Pattern():
            assert isinstance(value, str), at
            assert shape.fullmatch(value), at
        case _:
            assert type(value) is shape, at


def test_read_gives_every_fact_and_exact_quotes() -> None:
    """The document has the keys of the contract; each quote stands where it says."""
    told = terminal().run("read", STATEMENT, "--json").json
    text = STATEMENT.read_text("utf-8")
    assert list(told) == [*FACTS.split(), "findings"]
    promise = dict.fromkeys(("id", "kind", "quote", "control", "certainty"), str)
    shape = promise | {"start": int, "section": (str, None), "parameters": None}
    for one in told["promises"]:
        fits({**one, "parameters": None}, {**shape, "parameters": type(None)})
        assert text[one["start"] :].startswith(one["quote"])
    alone = terminal().run("read", STATEMENT, "--promises", "--json").json
    assert alone == {"promises": told["promises"], "findings": []}
    assert told["promises"]


def test_check_and_survey_give_findings(firm: Firm) -> None:
    """Each finding has its code, its place, its cure and its article."""
    found = firm.document("check")
    fits(found, {"findings": [FINDING], "ok": [str], "not_applicable": [str], "unseen": [str]})
    assert {f["severity"] for f in found["findings"]} <= {"error", "warning", "note"}
    assert found["findings"]
    fits(firm.document("survey"), {"findings": [FINDING]})
    sarif = firm.document("check", "--format", "sarif")
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == len(found["findings"])


@pytest.mark.parametrize(
    "words", [("erase", "--key", ANNA), ("access", "--key", ANNA), ("retention",)]
)
def test_a_plan_names_every_step_and_its_reason(firm: Firm, words: tuple[str, ...]) -> None:
    """What stays is a step too; the person is a fingerprint; `show` gives the very same plan."""
    told = firm.document("plan", *words)
    fits(told, {**PLAN, "found": bool, "near": [str], "waits": [str]})
    assert told["steps"]
    assert all(re.fullmatch(r"\w+ #[0-9a-f]{4}", who) for who in told["subject"])
    shown = firm.document("show", told["plan"])
    fits(shown, {**PLAN, "state": str})
    assert {name: told[name] for name in PLAN} == {name: shown[name] for name in PLAN}


def test_apply_gives_a_line_for_each_step_and_a_last_one(firm: Firm) -> None:
    """JSON Lines: one for each step of the plan, then the plan with its evidence."""
    plan = firm.document("plan", "erase", "--key", ANNA)
    *steps, last = firm.run("apply", plan["plan"], "--yes", "--json").lines
    fits(steps, [LINE])
    assert sorted(s["step"] for s in steps) == sorted(s["step"] for s in plan["steps"])
    assert sum(s["gone"] for s in steps) > 0
    fits(last, {"plan": str, "state": re.compile("done"), "evidence": str, "found": bool})
    *again, same = firm.run("apply", plan["plan"], "--json").lines
    assert again == []
    assert same["state"] == "done"


def test_status_gives_a_verdict_for_every_promise(firm: Firm) -> None:
    """In the order of the statement, with a count where something was counted."""
    told = firm.document("status")
    fits(told["promises"], [PROMISE])
    totals = {p["verdict"]: 0 for p in told["promises"]}
    for promise in told["promises"]:
        totals[promise["verdict"]] += 1
    assert {word: n for word, n in told["totals"].items() if n} == totals
    assert totals["broken"] >= 1
    assert all(p["count"] and p["since"] for p in told["promises"] if p["verdict"] == "broken")


def test_connect_gives_the_map_that_it_drafts(firm: Firm) -> None:
    """Every dataset with its columns, keys, links and clocks."""
    url = f"sqlite:///{firm.home / 'systemen' / 'crm.sqlite'}"
    told = firm.document("connect", "again", url)
    fits(told, {"store": str, "kind": str, "datasets": [DATASET]})
    assert any(dataset["keys"] for dataset in told["datasets"])


def test_evidence_and_verify_agree(done: Firm, tmp_path: Path) -> None:
    """The bundle names its lines, root and key, and who verifies it finds the same."""
    file = tmp_path / "bewijs.jsonl"
    made = done.document("evidence", "bundle", "-o", file)
    fits(made, {"file": str, "lines": int, "root": str, "key": str})
    seen = terminal().run("verify", file, "--json").json
    bad = {"bad_line": (int, None), "why": str}
    fits(seen, {"ok": bool, "lines": int, "root": str, "key": str, **bad})
    assert seen["ok"]
    assert {k: seen[k] for k in ("lines", "root", "key")} == {
        k: made[k] for k in ("lines", "root", "key")
    }


def test_init_confirm_explain_and_doctor_answer_scripts(firm: Firm, tmp_path: Path) -> None:
    """The rest of the verbs: one document each, with a fixed set of keys."""
    url = f"sqlite:///{firm.home / 'systemen' / 'newsletter.sqlite'}"
    made = terminal().run(
        "init", tmp_path / "x", "--statement", STATEMENT, "--store", f"nl={url}", "--json"
    )
    counts = {"folder": str, "promises": int, "datasets": int}
    fits(made.json, counts | {"doubtful": [str], "findings": [FINDING]})
    waits = terminal().run("-C", tmp_path / "x", "confirm", "--json")
    fits(waits.json, {"unconfirmed": [{"file": str, "entry": str, "what": str}]})
    said = terminal().run("-C", tmp_path / "x", "confirm", "--all", "--by", "Chaima", "--json")
    fits(said.json, {"confirmed": [str], "by": str, "on": DAY})
    assert len(said.json["confirmed"]) == len(waits.json["unconfirmed"]) > 0
    fits(firm.document("explain", "awr-52"), {"name": str, "text": str})
    fits(firm.document("doctor"), {"checks": [{"what": str, "good": bool, "code": int}]})


def test_the_demo_ends_with_a_summary(tmp_path: Path) -> None:
    """Every stop of the circle is in it, in order."""
    told = terminal().run("demo", "--no-serve", "--json", "-C", tmp_path / "d")
    assert told.code == 0
    names = [stage["stage"] for stage in told.json["stages"]]
    circle = ["read", "init", "confirm", "check", "status", "plan-retention", "status-after"]
    assert [name for name in names if name in circle] == circle
    assert names[-2:] == ["evidence", "verify"]


@pytest.mark.parametrize("words", [("check",), ("status",)])
def test_the_same_question_gives_the_same_document(firm: Firm, words: tuple[str, ...]) -> None:
    """Asking twice gives the same bytes; the language changes words, never keys or codes."""
    first, second = (firm.run(*words, "--json") for _ in range(2))
    assert first.out == second.out
    english = firm.run(*words, "--json", lang="en")
    assert _bones(english.json) == _bones(first.json)
    assert english.out != first.out


def _bones(value: Any) -> Any:
    """All but the sentences."""
    told = {"why", "message", "hint", "text", "what"}
    if isinstance(value, dict):
        return {k: _bones(v) for k, v in value.items() if k not in told}
    return [_bones(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "words",
    [("stauts",), ("plan", "erase"), ("show", "plan-9999"), ("read", "no.txt"), ("--today", "x")],
)
def test_an_error_is_a_document_too(firm: Firm, words: tuple[str, ...]) -> None:
    """With --json, stdout holds one document also when it goes wrong; people read stderr."""
    told = firm.run(*words, "--json")
    assert told.code == 2
    fits(
        {k: told.json["error"][k] for k in ("type", "message", "retry")},
        {"type": str, "message": str, "retry": bool},
    )
    assert " ".join(told.err.split()) == told.json["error"]["message"]


def test_dates_are_iso(firm: Firm) -> None:
    """A date in a document is ISO 8601, whatever people read beside it."""
    told = json.dumps(firm.document("status"))
    days = re.findall(r'"(?:since|oldest)": "([^"]+)"', told)
    assert days
    assert all(date.fromisoformat(day) for day in days)
