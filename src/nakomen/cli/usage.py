"""Words that do not make a command: what is wrong and what to write, in both languages."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from nakomen.errors import UsageError
from nakomen.terms.text import Text

NO_SUCH_COMMAND = "no such command"
_TELLABLE = re.compile(r"-{0,2}[a-z][a-z-]{0,24}")
"""What can be said again; anything else may be about a person."""


class WrongWords(UsageError):
    """The command was used wrongly. See `nakomen --help`."""

    def __init__(self, told: Text) -> None:
        self.told = told
        super().__init__()

    @property
    def text(self) -> Text:
        return self.told


def wrong_words(error: Any, ctx: Any, words: list[str]) -> WrongWords | None:
    """
    What the parser found wrong with *words*; None when *error* is about something else.

    *ctx* is the command that they name.
    """
    if not hasattr(error, "format_message"):
        return None
    said = _said(error, ctx, words)
    path = ctx.command_path
    cure = Text(f" Zie `{path} --help`.", f" See `{path} --help`.")
    return WrongWords(Text(said.nl + cure.nl, said.en + cure.en))


def _said(error: Any, ctx: Any, words: list[str]) -> Text:
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error.option_name, ctx)
        case "BadOptionUsage" if "require" in error.message:
            name = error.option_name
            return Text(f"{name} heeft een waarde nodig.", f"{name} needs a value.")
        case "MissingParameter":
            name = _name(error.param)
            return Text(f"Hier ontbreekt {name}.", f"{name} is missing.")
        case "BadParameter":
            return _bad_value(error.param, ctx)
    if error.message == NO_SUCH_COMMAND:
        return _no_such_command(words, error.ctx)
    if error.message.startswith("Missing command"):
        return Text("Hier ontbreekt een opdracht.", "A command is missing.")
    return Text("Er staan woorden te veel.", "There are words too many.")


def _no_such_option(name: str, ctx: Any) -> Text:
    known = [opt for param in ctx.command.params for opt in param.opts if len(opt) > 2]
    told = f" {name}" if _TELLABLE.fullmatch(name) else ""
    near = _near(name, known)
    return Text(f"De optie{told} is er niet.{near.nl}", f"There is no option{told}.{near.en}")


def _no_such_command(words: list[str], ctx: Any) -> Text:
    known = list(ctx.command.commands)
    said = {*known, *ctx.command_path.split()}
    word = next((w for w in words if w not in said and not w.startswith("-")), "")
    told = f" {word}" if _TELLABLE.fullmatch(word) else ""
    near = _near(word, known)
    return Text(f"De opdracht{told} is er niet.{near.nl}", f"There is no command{told}.{near.en}")


def _near(word: str, known: Iterable[str]) -> Text:
    found = get_close_matches(word, known, n=1)
    return Text(f" Bedoelt u {found[0]}?", f" Did you mean {found[0]}?") if found else Text("", "")


def _name(param: Any) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    return str(max(param.opts, key=len))


def _bad_value(param: Any, ctx: Any) -> Text:
    name = _name(param)
    choices = param.display_type(ctx).strip("<[{}]>").split("|")
    if len(choices) < 2:
        return Text(f"De waarde van {name} klopt niet.", f"The value of {name} does not fit.")
    before, last = ", ".join(choices[:-1]), choices[-1]
    return Text(f"{name} is {before} of {last}.", f"{name} is {before} or {last}.")
