"""Long work that is watched, stopped, or that nobody listens to any more."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Firm
from tests.cli.screen import seen
from tests.cli.terminal import terminal

NAKOMEN = Path(sys.executable).with_name("nakomen")


@pytest.mark.parametrize(
    ("lang", "words"), [("nl", "gaat verder waar dit ophield"), ("en", "goes on where this ended")]
)
def test_ctrl_c_says_how_to_go_on(firm: Firm, lang: str, words: str) -> None:
    """Stopped in the middle: exit 130, one sentence, no traceback; and it does go on."""
    fifo = firm.folder / "policy.yaml"
    text = fifo.read_text()
    fifo.unlink()
    os.mkfifo(fifo)
    running = terminal(lang).start(*firm.words("status"))
    writer = os.open(fifo, os.O_WRONLY)
    time.sleep(0.05)
    running.signal(signal.SIGINT)
    told = running.end()
    os.close(writer)
    assert told.code == 130
    assert words in " ".join(told.err.split())
    assert told.out == ""
    assert "Traceback" not in told.err
    fifo.unlink()
    fifo.write_text(text)
    assert firm.run("status").code == 3


@pytest.mark.parametrize("words", [("status",), ("status", "--json"), ("--help",)])
def test_a_reader_that_has_seen_enough_is_no_fault(done: Firm, words: tuple[str, ...]) -> None:
    """`| head -1` ends the command in silence."""
    command = [str(word) for word in (NAKOMEN, *done.words(*words))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait(30)
    assert b"Error" not in said
    assert b"Traceback" not in said
    assert (said == b"") is ("--json" not in words)
    assert code == 0


def test_progress_runs_in_a_window_only(firm: Firm) -> None:
    """The figure runs on the terminal and makes way; in a file there is no trace of it."""
    plan = firm.document("plan", "retention")["plan"]
    shown = seen(*firm.words("apply", plan, "--yes", "--by", "Chaima"))
    assert "\r" in shown.raw.replace("\r\n", "")
    assert "rijen gewist …\r\x1b[K" in shown.raw
    assert shown.code == 4


def test_no_progress_in_a_file(firm: Firm) -> None:
    """stdout is the answer and stderr is empty, for who keeps both."""
    plan = firm.document("plan", "retention")["plan"]
    told = firm.run("apply", plan, "--yes", "--by", "Chaima")
    assert told.err == ""
    assert "\r" not in told.out
    assert "gewist …" not in told.out
