"""Whatever is typed: an exit code of the contract and a sentence, never a traceback."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import Firm

from nakomen.cli import main
from nakomen.cli.common import Exit

WORDS = """
read init connect confirm survey check plan show apply status evidence bundle verify explain \
doctor may
-C --dir --today --lang --json --key --claim --yes -o --output --all --by --statement --store
--age --country --channel --consent --category --trait
--format --signed-by --promises --sql --help --version -- - -x --no-such
erase access retention policy systems/crm plan-0001 plan-0000 email= email=x =x iban=NL00
2026-11-21 2026-02-30 0001-01-01 9999-12-31 20261121 nl en xx sarif reden:2027-01-01 :2027-01-01
crm=sqlite:///x.db sqlite:// sqlite:///no/such.db nonsense:// postgresql://localhost:1/x ../x . /
minor transfer marketing special dpia combined role email scc health
/dev/null awr-52 P003 retention-1
"""
VERBS, OPTIONS, *REST = (line.split() for line in WORDS.strip().splitlines())
VALUES = [value for values in REST for value in values]
odd = st.text(st.characters(exclude_characters="\0"), max_size=30)
raw = odd.map(
    lambda text: text.encode("utf-8", "surrogatepass")[:20].decode("utf-8", "surrogateescape")
)
glued = st.builds("{}={}".format, st.sampled_from(OPTIONS), odd)
word = st.sampled_from(OPTIONS) | st.sampled_from(VALUES) | odd | raw | glued
line = st.builds(
    lambda verb, more: [verb, *more], st.sampled_from(VERBS), st.lists(word, max_size=5)
)
lines = line | st.lists(word, max_size=6)
FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def told(words: list[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder without a company, where nothing that matters can be written."""
    folder = tmp_path_factory.mktemp("nowhere") / "deep" / "down"
    folder.mkdir(parents=True)
    with chdir(folder):
        yield folder


def _holds(words: list[str]) -> None:
    code, out, err = told(words)
    assert code in set(Exit) - {Exit.INTERNAL, Exit.STOPPED}, (code, words, err)
    assert "Traceback" not in out + err
    assert code == Exit.DONE or out + err, words
    if "--json" in words and code == Exit.USAGE and out:
        json.loads(out)


@FEW
@given(words=lines)
@example(words=["show", "plan-" + "9" * 300])
@example(words=["read", "x" * 300])
@example(words=["read", "/"])
@example(words=["status", "-C", ""])
@example(words=["status", "-C", "x" * 5000])
@example(words=["plan", "erase", "--key", "\udcff=\udcff"])
@example(words=["evidence", "bundle", "-o", "/"])
@example(words=["verify", "/dev/null"])
@example(words=["-Cx", "--json", "--", "--json"])
def test_random_words_where_no_company_is(nowhere: Path, words: list[str]) -> None:
    """Verbs, options, values and nonsense in any order, any alphabet, with signs of control."""
    assert nowhere == Path.cwd()
    _holds(words)


@settings(FEW, max_examples=25)
@given(
    words=st.builds(
        lambda verb, more: [verb, *more],
        st.sampled_from(["plan", "show", "apply", "confirm", "explain", "verify"]),
        st.lists(word, min_size=1, max_size=4),
    )
)
@example(words=["plan", "retention", "--today", "0001-01-01"])
@example(words=["plan", "retention", "--today", "9999-12-31"])
@example(words=["plan", "erase", "--key", "email=x\x1b[2J@y"])
@example(words=["plan", "erase", "--key", "no-such-kind=1"])
@example(words=["plan", "erase", "--key", "iban=" + "9" * 4000])
@example(words=["status", "--today", "9999-12-31"])
@example(words=["status", "--today", "0001-01-01"])
@example(words=["evidence", "bundle", "-o", "/no/such/folder/x"])
@example(words=["confirm", "systems/crm", "customer", "--by", "\x1b"])
@example(words=["confirm", "policy", "", "--all"])
def test_random_words_in_a_company(
    done: Firm, tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    """The same, where there is something to plan, show and explain."""
    with chdir(tmp_path_factory.mktemp("elsewhere")):
        _holds(["-C", os.fspath(done.folder), *words])
