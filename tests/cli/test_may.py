"""nakomen may: a gate answers, by exit code, in words and as JSON, and the answer is evidence."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Firm
from tests.cli.terminal import terminal
from typer.main import get_command

import nakomen.gates
from nakomen.cli.app import app

PROMISES = """
  - id: volwassen
    kind: children
    control: minors-gate
    says: {says}
    children: {{age: 18}}
  - id: buitenland
    kind: transfer
    control: transfer-gate
    transfer: {{outside_eea: true, conditional: true, safeguards: [adequacy]}}
  - id: reclame
    kind: direct_marketing
    control: marketing-preference-gate
    marketing: {{ground: opt_out, channels: [email, sms, post]}}
  - id: bijzonder
    kind: special_category
    control: special-category-gate
    special: {{status: conditional, rule: explicit_consent}}
  - id: belcentrum
    kind: recipient
    control: processor-register
    recipient: {{name: Voorbeeld Belcentrum, country: IN}}
  - id: klanten
    kind: controller_processor_role
    control: dual-role-separation
"""
"""What the company of these tests promises; *says* is a sentence of its statement."""


def promising(firm: Firm) -> Firm:
    """*firm* with just these promises: what else its own statement says is not asked here."""
    statement = next(firm.folder.glob("statement*"))
    lines = statement.read_text("utf-8").splitlines()
    says = next(line for line in lines if len(line) > 30 and ":" not in line)
    policy = f"statement: {{file: {statement.name}}}\npromises:"
    policy += PROMISES.format(says=json.dumps(says))
    (firm.folder / "policy.yaml").write_text(policy, "utf-8")
    return firm


@pytest.fixture(scope="module")
def gated(_broken: Firm, tmp_path_factory: pytest.TempPathFactory) -> Firm:
    """One company for all that only ask; asking changes nothing but the ledger."""
    home = tmp_path_factory.mktemp("gated") / "home"
    shutil.copytree(_broken.home, home)
    return promising(Firm(folder=home / "zonneveld", home=home))


@pytest.fixture
def fresh(firm: Firm) -> Firm:
    return promising(firm)


CASES = [
    ("minor --age 17", 3, "volwassen"),
    ("minor --age 18", 0, "volwassen"),
    ("minor", 4, None),
    ("transfer --country IN --safeguard scc --assessment 2026-02-01", 3, "buitenland"),
    ("transfer --country be", 0, "buitenland"),
    ("transfer --country uk", 0, "buitenland"),
    ("transfer --country EL", 0, "buitenland"),
    ("transfer --country XX --safeguard scc --assessment 2026-02-01", 4, None),
    ("transfer --country US --certified 2026-10-01", 0, "buitenland"),
    ("transfer --recipient 'voorbeeld belcentrum'", 3, "buitenland"),
    ("transfer", 4, None),
    ("marketing --channel post", 0, "reclame"),
    ("marketing --channel sms --consent 2026-01-02", 0, "reclame"),
    ("marketing --channel sms --consent 2026-01-02 --objected sms", 3, "reclame"),
    ("marketing --channel post --consent 2026-01-02 --objected sms", 0, "reclame"),
    ("marketing --channel post --objected all", 3, "reclame"),
    ("marketing --channel email --customer", 4, "reclame"),
    ("marketing --channel email --customer --similar ja --opt-out yes", 0, "reclame"),
    ("marketing --kind service --objected all", 0, None),
    ("special --category health --consent 2026-01-02", 0, "bijzonder"),
    ("special --category sex_life", 3, "bijzonder"),
    ("special --category health --consent 2026-01-02 --withdrawn 2026-11-01", 3, "bijzonder"),
    ("dpia --trait biometric", 3, None),
    ("dpia --trait biometric --screened 2026-01-01 --assessed 2026-02-01", 0, None),
    ("dpia", 4, None),
    ("combined --linked ja", 3, None),
    ("combined --linked no", 0, None),
    ("role --records content", 3, "klanten"),
    ("role --records billing --to read", 0, "klanten"),
]
EXITS = {"allow": 0, "deny": 3, "ask": 4}


@pytest.mark.parametrize(("case", "code", "promise"), CASES)
def test_each_gate_answers_by_exit_code_and_document(
    gated: Firm, case: str, code: int, promise: str | None
) -> None:
    """0 yes, 3 no, 4 a person; the same in JSON, with the promise or the article that decides."""
    told = gated.run("may", *shlex.split(case), "--json")
    document = told.json

    assert told.code == code == EXITS[document["decision"]], told.all
    assert document["gate"] == case.split()[0]
    assert list(document["because"]) == ["promise", "quote", "confirmed", "rule", "article", "text"]
    assert document["because"]["promise"] == promise
    assert document["because"]["text"]
    assert promise or document["because"]["article"] or document["missing"] or code == 0


MISSING = {
    "minor": {"age", "parent-consent", "written", "basis"},
    "transfer": {"country", "safeguard", "assessment", "certified"},
    "marketing": {"channel", "consent", "customer", "similar", "opt-out"},
    "special": {"category", "consent", "volunteered", "duty"},
    "dpia": {"screened", "assessed"},
    "combined": {"linked"},
    "role": {"records", "agreement"},
    "use": {"purpose", "in", "ground", "consent"},
}
"""What each gate can find missing."""


@pytest.mark.parametrize("gate", MISSING)
def test_what_is_missing_is_the_name_of_an_option(gate: str) -> None:
    """Who reads "this could change it" can type it; and no gate names more than these."""
    command: Any = get_command(app).commands["may"].commands[gate]  # type: ignore[attr-defined]
    options = {opt for param in command.params for opt in param.opts}
    assert {f"--{name}" for name in MISSING[gate]} <= options

    folder = Path(nakomen.gates.__file__).parent
    said = {name for file in folder.glob("*.py") for name in _missing(file.read_text("utf-8"))}
    assert said <= {name for names in MISSING.values() for name in names}
    assert len(said) > 15


def _missing(code: str) -> set[str]:
    """Names in ``missing=(…)`` and in what is added to it."""
    tuples = re.findall(r"missing(?:: tuple\[str, \.\.\.\])? ?\+?= ?\(([^()]*)\)", code)
    tuples += re.findall(r"_told\(Answer\.\w+, \w+, \(([^()]*)\)\)", code)
    return set(re.findall(r'"([a-z-]+)"', " ".join(tuples)))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_people_read_why_by_which_sentence_and_what_would_help(gated: Firm, lang: str) -> None:
    """The answer first, then the sentence, the article, and what is missing."""
    told = gated.run("may", "special", "--category", "health", lang=lang)
    first = {"nl": ("Nee:", "Belofte: bijzonder"), "en": ("No:", "Promise: bijzonder")}[lang]

    assert told.out.startswith(first[0])
    assert first[1] in told.out
    assert "--consent" in told.out
    assert told.err == ""
    quoted = gated.run("may", "minor", "--age", "12", lang=lang)
    assert "«" in quoted.out


def test_what_no_promise_says_is_told_as_law(gated: Firm) -> None:
    """An answer by law alone says that the statement is silent."""
    assert "De verklaring zegt hier niets over" in gated.run("may", "dpia").text
    assert "De verklaring zegt" not in gated.run("may", "minor", "--age", "18").text


def test_an_unconfirmed_promise_is_named_as_such(fresh: Firm) -> None:
    """Nobody looked at it yet; after a yes that line is gone."""
    before = fresh.run("may", "minor", "--age", "17")
    assert "nakomen confirm policy volwassen" in before.out
    assert fresh.run("confirm", "policy", "volwassen", "--by", "Chaima").code == 0
    after = fresh.run("may", "minor", "--age", "17", "--json")
    assert after.json["because"]["confirmed"] is True


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("minor --age jong", "--age"),
        ("minor --age -3", "--age"),
        ("minor --basis gevoel", "consent"),
        ("transfer --country Indië", "twee letters"),
        ("transfer --safeguard belofte", "scc"),
        ("transfer --assessment gisteren", "2026-11-21"),
        ("transfer --recipient Niemand", "--country"),
        ("marketing --channel duif", "email"),
        ("marketing --objected duif", "sms"),
        ("marketing --similar soms", "ja"),
        ("special --category humeur", "health"),
        ("dpia --trait leuk", "biometric"),
        ("combined --linked misschien", "nee"),
        ("role --to kijken", "read"),
        ("role --records alles-en-nog-wat", "content"),
        ("feest", "feest"),
        ("", "opdracht"),
    ],
)
def test_wrong_words_are_told_with_the_right_ones(gated: Firm, case: str, said: str) -> None:
    """Exit 2, the option and what it can be; never a traceback."""
    told = gated.run("may", *case.split())
    assert told.code == 2
    assert said in told.text
    assert "Traceback" not in told.all


def test_an_answer_is_evidence_without_a_person(fresh: Firm) -> None:
    """Which gate, what it said and why; not how old she is, nor when she agreed."""
    bundle = fresh.home / "b.jsonl"
    fresh.run("may", "minor", "--age", "13", "--parent-consent")
    fresh.run("may", "special", "--category", "health", "--consent", "2026-03-04")
    fresh.run("may", "transfer", "--country", "JP")
    assert fresh.run("evidence", "bundle", "-o", bundle).code == 0
    assert terminal().run("verify", bundle).code == 0

    lines = [json.loads(line) for line in Path(bundle).read_text("utf-8").splitlines()]
    bodies = [line["body"] for line in lines if line.get("kind") == "decided"]
    assert [body["gate"] for body in bodies] == ["minor", "special", "transfer"]
    assert [body["answer"] for body in bodies] == ["deny", "allow", "allow"]
    assert [body["about"] for body in bodies] == [{}, {"category": "health"}, {"country": "JP"}]
    assert "2026-03-04" not in json.dumps(bodies)
    assert "13" not in {str(value) for body in bodies for value in body.values()}


def test_outside_a_company_nothing_is_decided(tmp_path: Path) -> None:
    """Without a policy nobody can say what was promised."""
    told = terminal().run("-C", tmp_path, "may", "minor", "--age", "30")
    assert told.code == 2
    assert "nakomen init" in told.text
