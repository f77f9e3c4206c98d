"""The documentation runs: console blocks say what the program says, links lead somewhere."""

import re
from pathlib import Path

import pytest
from tests.cli.terminal import terminal
from tests.support.console import ROOT, Unlike, examples, run_page

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


RUN = [p for p in PAGES if [*examples(p.read_text("utf-8"))] and p.name != "web-shop.md"]
"""The web shop needs a server of its own; see test_web_shop.py."""
BLOCKS = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNNABLE = {"console", "sh", "sql", "bash", "python", "cron", "text"}


@pytest.mark.parametrize("page", RUN, ids=named)
def test_a_page_says_what_the_program_says(page: Path, tmp_path: Path) -> None:
    """Somebody who follows the page sees what the page shows."""
    assert run_page(page, tmp_path)


def test_a_page_that_says_something_else_is_caught(tmp_path: Path) -> None:
    """The runner tells a true page from one that is wrong in a word, a figure or its exit code."""
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo kept 3\nkept 3\n$ false\n$ echo $?\n1\n```\n")
    assert run_page(page, tmp_path) == 3
    for wrong in ("$ echo kept 3\nkept 4\n", "$ echo kept; false\nkept\n"):
        page.write_text(f"```console\n{wrong}```\n")
        with pytest.raises(Unlike):
            run_page(page, tmp_path)


def test_a_page_can_tell_to_save_a_file_and_where_to_stand(tmp_path: Path) -> None:
    """Files, folders and exported names last from one command to the next, as for a reader."""
    page = tmp_path / "page.md"
    (tmp_path / "in").mkdir()
    saved = "Save it as `one.sh`:\n\n```bash\necho $WHO\n```\n"
    steps = "```console\n$ export WHO=Chaima\n$ cd in\n$ sh ../one.sh\nChaima\n```\n"
    page.write_text(saved + steps)
    assert run_page(page, tmp_path) == 3


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_block_is_of_a_kind_that_is_checked(page: Path) -> None:
    """No page shows output that nobody runs: `text` only where a script made the page."""
    kinds = {kind for kind, _ in BLOCKS.findall(page.read_text("utf-8"))}
    made = page.parent.name == "reference"
    assert kinds - (RUNNABLE if made else RUNNABLE - {"text"}) == set()


def test_a_block_for_the_shell_is_what_start_py_and_the_checkout_know() -> None:
    """The few commands that set a reader up name what is there."""
    lines = {
        line.partition("#")[0].strip()
        for page in PAGES
        for kind, text in BLOCKS.findall(page.read_text("utf-8"))
        if kind == "sh"
        for line in text.replace("\\\n", " ").splitlines()
    }
    start = (ROOT / "start.py").read_text("utf-8")
    for line in filter(None, lines):
        match line.split():
            case ["python3", "start.py", word]:
                assert f'"{word}"' in start
            case ["just", word, *_]:
                assert re.search(rf"^{word}\b.*:", (ROOT / "Justfile").read_text("utf-8"), re.M)
            case ["source", ".venv/bin/activate"] | ["mkdir", *_]:
                pass
            case ["curl", *_]:  # sent by tests/desk/test_programs_page.py
                assert page_of(line) == "programs.md"
            case _:
                pytest.fail(f"nobody checks: {line}")


def page_of(line: str) -> str:
    """The one page on which a command stands."""
    joined = {p.name: p.read_text("utf-8").replace("\\\n", " ") for p in PAGES}
    return ", ".join(name for name, text in joined.items() if line in text)


def test_the_readme_needs_exactly_two_commands() -> None:
    """One runs the demo, the other every check; nothing is set up by hand before."""
    shell = [t for kind, t in BLOCKS.findall((ROOT / "README.md").read_text()) if kind == "sh"]
    assert shell == ["python3 start.py demo\npython3 start.py test\n"]


def test_the_commands_of_the_readme_are_there() -> None:
    """The summary in the README names verbs and requests that the program has."""
    text = (ROOT / "README.md").read_text("utf-8")
    verbs = re.findall(r"^\| `nakomen (\w+) ?([a-z]*)", text, re.MULTILINE)
    assert len(verbs) == 12
    for verb, more in verbs:
        told = terminal("en").run(verb, "--help")
        assert told.code == 0
        assert verb not in ("plan", "evidence") or more in told.text


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link within the repository points to a file that is there."""
    links = LINK.findall(page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_index() -> None:
    """No page stands where nobody finds it."""
    found, waiting = set(), [ROOT / "docs" / "index.md"]
    while waiting:
        page = waiting.pop()
        if page not in found and page.suffix == ".md":
            found.add(page)
            waiting += [(page.parent / link).resolve() for link in LINK.findall(page.read_text())]
    assert set((ROOT / "docs").rglob("*.md")) - found == set()
