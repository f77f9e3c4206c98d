"""The command line: prints, never decides."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from nakomen.cli.common import Exit, common, take_common
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import complain, emit
from nakomen.cli.window import forgiving
from nakomen.errors import NakomenError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the exit code of CONTRACT, never a traceback."""
    forgiving()
    if argv is None:
        # A command brings in much that stays: looking for rubbish in it takes a tenth of its time.
        gc.set_threshold(100_000, 20, 100)
    code = _guarded(list(sys.argv[1:] if argv is None else argv))
    if argv is None:
        raise SystemExit(code)
    return code


def _guarded(argv: list[str]) -> int:
    try:
        code = _run(argv)
        sys.stdout.flush()
    except NakomenError as error:
        return _tell_error(error)
    except (KeyboardInterrupt, EOFError):
        return _tell_stopped()
    except BrokenPipeError:
        return _nobody_listens()
    except Exception as error:
        if "NAKOMEN_DEBUG" in os.environ:
            raise
        return _tell_error(NakomenError(type(error).__name__))
    return code


def _run(argv: list[str]) -> int:
    import typer

    from nakomen.cli.help import help_page, named
    from nakomen.cli.usage import wrong_words

    command = _command()
    words = take_common(argv, set(_valued(command, argv)))
    if _completing():
        command.main(words, prog_name="nakomen")
    if "--help" in words or not words:
        print(help_page(command, words))
        return Exit.DONE
    try:
        with command.make_context("nakomen", words) as context:
            code = command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except Exception as error:
        wrong = wrong_words(error, named(command, words), words)
        if wrong is None:
            raise
        raise wrong from None
    return code if isinstance(code, int) else Exit.DONE


@cache
def _command() -> Any:
    """All verbs; made once, for a program that gives one command after another."""
    from typer.main import get_command

    from nakomen.cli.app import app

    return get_command(app)


def _completing() -> bool:
    """The shell asks what may follow, and gives no words of its own."""
    return "_NAKOMEN_COMPLETE" in os.environ


def _valued(command: Any, argv: Sequence[str]) -> Iterator[str]:
    """The options of the verb in *argv* that take the word after them; a flag of it does not."""
    for word in argv:
        command = getattr(command, "commands", {}).get(word, command)
    for param in command.params:
        if param.param_type_name == "option" and not param.is_flag:
            yield from param.opts


def _tell_stopped() -> int:
    complain(
        say(
            "Gestopt. Geef dezelfde opdracht nog eens: zij gaat verder waar dit ophield.",
            "Stopped. Give the same command again: it goes on where this ended.",
        ),
        style=None,
    )
    return Exit.STOPPED


def _nobody_listens() -> int:
    """The reader of a pipe has seen enough, as with `| head`."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    return Exit.DONE


def _tell_error(error: NakomenError) -> int:
    message = error.text.in_(LANG)
    document = {"type": type(error).__name__, "message": message, "retry": error.retry}
    findings = getattr(error, "findings", [])
    if findings:
        from nakomen.cli.findings import finding_json, tell_findings

        tell_findings(findings, sys.stderr)
        document["findings"] = [finding_json(finding) for finding in findings]
    complain(message)
    for entry in error.facts.get("entries", ()):  # type: ignore[attr-defined]
        complain(str(entry), style=None, first="  ")
    document |= {name: value for name, value in error.facts.items() if name != "cause"}
    emit({"error": document})
    return error.exit_code


__all__ = ["common", "main"]
