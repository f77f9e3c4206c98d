"""Bad files, bad texts and people who are not there: told with place and cure, and nothing lost."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.circle.refusal import ANNA, SECRET, Company
from tests.cli.terminal import terminal

from nakomen.demo.provider import STATEMENT, cast

MB = 1_000_000
STATEMENTS = {
    "leeg.txt": (b"", "R003", "is leeg", "is empty"),
    "wit.txt": (b" \r\n\t\n", "R003", "is leeg", "is empty"),
    "foto.txt": (bytes(range(256)) * 40, "R004", "geen platte tekst", "not plain text"),
    "groot.txt": (b"Privacy. " * (50 * MB // 9), "R002", "groter dan 1 MB", "larger than 1 MB"),
    "tekst.pdf": (b"%PDF-1.7", "R009", "beschadigd", "damaged"),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_that_cannot_be_read_makes_no_folder(company: Company, name: str) -> None:
    """Empty, binary, damaged, or 50 MB: said at once, with the file and a cure."""
    data, code, dutch, english = STATEMENTS[name]
    file = company.folder.parent / name
    file.write_bytes(data)
    new = company.folder.parent / "nieuw"
    told = company.refuses(
        "init", new, "--statement", file, code=2,
        nl=(f"{name}:1:", code, dutch, "tip:"), en=(f"{name}:1:", code, english, "hint:"),
    )  # fmt: skip
    assert [f["code"] for f in told["error"]["findings"]] == [code]
    with company.unchanged():
        read = company.tell("--json", "read", file)
    assert read.code == 2
    assert [f["code"] for f in read.json["findings"]] == [code]


def test_a_statement_that_is_not_there_makes_no_folder(company: Company) -> None:
    """Neither a name that is wrong nor a folder is a statement."""
    for wrong in (company.folder.parent / "weg.txt", company.folder):
        company.refuses(
            "init", company.folder.parent / "nieuw", "--statement", wrong, code=2,
            nl=("niet te openen", wrong.name), en=("cannot be opened", wrong.name),
        )  # fmt: skip


def test_an_old_encoding_is_read_and_noted(company: Company) -> None:
    """Windows-1252 is what old sites have: every letter arrives, and a note says what was done."""
    text = STATEMENT.read_text("utf-8") + "\nBeëindigt u het? Wij reageren op één dag.\n"
    file = company.folder.parent / "oud.txt"
    file.write_bytes(text.encode("cp1252"))
    new = company.folder.parent / "nieuw"
    read = company.tell("read", file)
    assert read.code == 0
    assert "R005" in read.text
    assert "Windows-1252" in read.text
    assert company.tell("init", new, "--statement", file).code == 0
    assert next(new.glob("statement.*")).read_text("utf-8") == text


def test_faults_in_three_files_are_told_at_once(company: Company) -> None:
    """Each with its own line, the words that are wrong, and a cure; no verb goes on."""
    company.edit("policy.yaml", "keep: P90D", "keep: 90")
    company.edit("policy.yaml", "says: ", "sayz: ")
    company.edit("systems/crm.yaml", "category: email", "category: e-post")
    company.edit("nakomen.yaml", "sqlite:///", f"postgresql://anna:{SECRET}@127.0.0.1/")
    planted = {
        ("policy.yaml", "P003", "keep: 90"),
        ("policy.yaml", "Y020", "sayz: "),
        ("systems/crm.yaml", "Y027", "category: e-post"),
        ("nakomen.yaml", "S001", SECRET),
    }
    for verb in (("check",), ("plan", "erase", "--key", ANNA), ("status",)):
        told = company.refuses(*verb, code=2, nl=("heeft fouten", "tip:"), en=("faults", "hint:"))
        found = {
            (f["place"]["file"], f["place"]["line"], f["code"]) for f in told["error"]["findings"]
        }
        assert {
            (name, line_of(company, name, words), code) for name, code, words in planted
        } <= found
        assert all(finding["hint"] for finding in told["error"]["findings"])


def line_of(company: Company, name: str, words: str) -> int:
    lines = company.file(name).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


YAML = {
    "policy.yaml": (b"promises: [a, b\n", "Y001"),
    "systems/crm.yaml": (b"\xff\xfe\x00", "Y004"),
    "nakomen.yaml": (b"", "Y006"),
}


@pytest.mark.parametrize("name", YAML)
def test_a_file_that_is_no_yaml_is_told_with_its_place(company: Company, name: str) -> None:
    """Half a file, a file of bytes, a file without a word."""
    data, code = YAML[name]
    company.file(name).write_bytes(data)
    told = company.refuses(
        "check", code=2,
        nl=(f"{name}:1:", code, "Herstel ze"), en=(f"{name}:1:", code, "Mend them"),
    )  # fmt: skip
    assert code in [f["code"] for f in told["error"]["findings"]]


GONE = {
    "nakomen.yaml": ("geen nakomen.yaml", "no nakomen.yaml"),
    "policy.yaml": ("ontbreekt policy.yaml", "no policy.yaml"),
    "statement.nl.md": ("P015", "P015"),
    "systems/newsletter.yaml": ("S005", "S005"),
}


@pytest.mark.parametrize("name", GONE)
def test_a_file_that_went_is_missed(company: Company, name: str) -> None:
    """Without its map the newsletter would be passed over, and Anna not found there."""
    company.file(name).unlink()
    dutch, english = GONE[name]
    company.refuses("plan", "erase", "--key", ANNA, code=2, nl=dutch, en=english)
    company.file(name).mkdir()
    assert company.tell("check").code == 2


def test_a_person_who_is_not_there_is_not_said_to_be_erased(company: Company) -> None:
    """The request is in the evidence; the answer is that nobody was found, in plan and in act."""
    nobody = "email=niemand@nergens.example"
    before = company.snapshot()
    planned = company.tell("plan", "erase", "--key", nobody)
    assert planned.code == 0
    assert "Niemand gevonden" in planned.text
    assert "niemand@nergens" not in planned.text
    done = company.tell("apply", "plan-0001", "--yes")
    assert done.code == 0
    assert "niemand gevonden, dus niets te doen" in done.text
    assert "klaar en bewezen" not in done.text
    assert "nobody found" in company.tell("apply", "plan-0001", "--yes", lang="en").text
    after = company.snapshot()
    assert after.rows == before.rows
    assert len(after.evidence) > len(before.evidence)


def test_a_slip_in_an_address_is_for_a_person_to_decide(company: Company) -> None:
    """One dot more is another Anna: what looks like it is shown by fingerprint, never in clear."""
    slip = "email=anna.dwit@post.example"
    for lang, words in (("nl", "Controleer de spelling"), ("en", "Check the spelling")):
        told = company.tell("plan", "erase", "--key", slip, lang=lang)
        assert told.code == 4
        assert words in told.text
        assert "email #" in told.text


def test_a_shared_telephone_is_for_a_person_to_decide(company: Company) -> None:
    """Two companies have one switchboard: whose request is it?"""
    company.refuses(
        "plan", "erase", "--key", f"phone={cast.COMPANY.phone}", code=4,
        nl=("meer dan één klant", "--key customer="),
        en=("more than one customer", "--key customer="),
    )  # fmt: skip


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in *folder* may be written; the mode of each file and folder comes back."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def test_a_read_only_folder_is_told_and_left_as_it_is(company: Company) -> None:
    """Whatever would write says which file, and stops before it touches a system."""
    plan = company.tell("--json", "plan", "erase", "--key", ANNA).json["plan"]
    company.edit("policy.yaml", "keep: P90D", "keep: P91D")
    extra = company.urls["calls"]
    with company.unchanged(), read_only(company.folder):
        for words in (
            ("plan", "erase", "--key", ANNA),
            ("apply", plan, "--yes"),
            ("confirm", "--all", "--by", "Chaima"),
            ("connect", "extra", extra),
            ("init", company.folder / "nieuw", "--statement", STATEMENT),
        ):
            for lang, cure in (("nl", "rechten|alleen-lezen"), ("en", "rights|read-only")):
                told = company.tell(*words, lang=lang, powerless=True)
                assert told.code == 7, told.all
                assert any(word in told.text for word in cure.split("|")), told.all


def test_a_person_without_rights_is_not_a_crash(company: Company) -> None:
    """Another user of the machine may not look into the state: that is told, with exit code 7."""
    state = company.file(".nakomen")
    state.chmod(0)
    try:
        told = terminal("nl").run("-C", company.folder, "status", powerless=True)
    finally:
        state.chmod(0o700)
    assert os.access(state, os.W_OK)
    assert told.code == 7, told.all
    assert "Traceback" not in told.all
