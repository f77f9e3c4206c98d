"""The command line: prints, never decides."""

import os
import sys
from collections.abc import Sequence

from nakomen.cli.common import Exit, common, emit, take_common, tell
from nakomen.cli.language import LANG, say
from nakomen.errors import NakomenError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the exit code of CONTRACT, never a traceback."""
    code = _guarded(list(sys.argv[1:] if argv is None else argv))
    if argv is None:
        sys.stdout.flush()
        raise SystemExit(code)
    return code


def _guarded(argv: list[str]) -> int:
    try:
        return _run(take_common(argv))
    except NakomenError as error:
        return _tell_error(error)
    except KeyboardInterrupt:
        tell(say("Gestopt. Dezelfde opdracht gaat verder waar dit ophield.",
                 "Stopped. The same command goes on where this ended."))  # fmt: skip
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception as error:
        if "NAKOMEN_DEBUG" in os.environ:
            raise
        return _tell_error(NakomenError(type(error).__name__))


def _run(words: list[str]) -> int:
    import typer
    from typer.main import get_command

    from nakomen.cli.app import app

    command = get_command(app)
    try:
        code = command.main(words or ["--help"], prog_name="nakomen", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except Exception as error:
        shown = getattr(error, "format_message", None)
        if shown is None:
            raise
        return _tell_usage(shown())
    return code if isinstance(code, int) else Exit.DONE


def _tell_usage(message: str) -> int:
    tell(message, style="red")
    tell(say("Zie `nakomen --help`.", "See `nakomen --help`."))
    emit({"error": {"type": "UsageError", "message": message, "retry": False}})
    return Exit.USAGE


def _tell_error(error: NakomenError) -> int:
    message = error.text.in_(LANG)
    findings = getattr(error, "findings", [])
    if findings:
        from nakomen.cli.findings import finding_json, tell_findings

        tell_findings(findings)
    tell(message, style="red")
    for entry in error.facts.get("entries", ()):  # type: ignore[attr-defined]
        tell(f"  {entry}")
    document = {"type": type(error).__name__, "message": message, "retry": error.retry}
    if findings:
        document["findings"] = [finding_json(f) for f in findings]
    document |= {name: value for name, value in error.facts.items() if name != "cause"}
    emit({"error": document})
    return error.exit_code


__all__ = ["common", "main"]
