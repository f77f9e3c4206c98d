"""The pages of --help: plain words in the language of this run, as wide as the window."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

from nakomen.cli.common import COMMON
from nakomen.cli.fold import cells, fold
from nakomen.cli.language import say
from nakomen.cli.tell import command_lines
from nakomen.cli.usage import NO_SUCH_COMMAND
from nakomen.cli.window import width

WIDEST = 80
_ROOMY = 64
"""In a narrower window an explanation stands below its word instead of beside it."""
_COMPLETION = {
    "--install-completion": say(
        "laat uw shell opdrachten aanvullen met Tab", "let your shell complete commands with Tab"
    ),
    "--show-completion": say("toon wat dat in uw shell zet", "show what that puts in your shell"),
}


class Verb(TyperCommand):
    """One command; its epilog is an example."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_page(self, ctx, _words_and_options(self))))


class Verbs(TyperGroup):
    """Commands under headings."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        below = [*_commands(self), *_words_and_options(self)]
        formatter.write("\n".join(_page(self, ctx, below)))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(NO_SUCH_COMMAND)
        return super().resolve_command(ctx, args)


def help_page(command: Any, words: Sequence[str]) -> str:
    """
    The page of the command that *words* name.

    Nothing is parsed: Typer would bring in pydantic to look at values that nobody asked for.
    """
    return named(command, words).get_help()


def named(command: Any, words: Sequence[str]) -> Context:
    """The command that *words* name, below the one that is given."""
    ctx = Context(command, info_name="nakomen")
    for word in words:
        child = getattr(ctx.command, "commands", {}).get(word)
        ctx = Context(child, info_name=word, parent=ctx) if child else ctx
    return ctx


Pairs = list[tuple[str, str]]


def _page(command: Any, ctx: Any, below: Sequence[tuple[str, Pairs]]) -> Iterator[str]:
    wide = min(width(sys.stdout), WIDEST)
    yield from fold(_usage(command, ctx), wide, "", "    ")
    yield ""
    yield from fold(command.help or "", wide)
    for title, pairs in [*below, (say("Bij elke opdracht", "With every command"), _common())]:
        if pairs:
            yield from ["", title] if title else [""]
            yield from _definitions(pairs, wide)
    if command.epilog:
        yield from ["", say("Voorbeeld", "Example"), *command_lines(command.epilog)]


def _usage(command: Any, ctx: Any) -> str:
    words = [_word(param) for param in command.params if param.param_type_name == "argument"]
    options = say("[OPTIES]", "[OPTIONS]")
    if isinstance(command, Verbs):
        words = [say("OPDRACHT", "COMMAND"), "…"]
    return " ".join([ctx.command_path, *words, options])


def _word(param: Any) -> str:
    name = str(param.metavar or param.name.upper())
    name = name if param.nargs == 1 else f"{name} …"
    return name if param.required else f"[{name}]"


def _commands(group: Verbs) -> list[tuple[str, Pairs]]:
    sections: dict[str, Pairs] = {}
    for name, command in group.commands.items():
        panel = getattr(command, "rich_help_panel", None)
        title = panel if isinstance(panel, str) else ""
        sections.setdefault(title, []).append((name, _first_sentence(command.help or "")))
    return list(sections.items())


def _first_sentence(text: str) -> str:
    return text.split(". ")[0].rstrip(".")


def _words_and_options(command: Any) -> list[tuple[str, Pairs]]:
    pairs: dict[str, Pairs] = {"argument": [], "option": []}
    for param in command.params:
        if not getattr(param, "hidden", False):
            pairs[param.param_type_name].append(_explained(param))
    return [("", pairs["argument"]), (say("Opties", "Options"), pairs["option"])]


def _explained(param: Any) -> tuple[str, str]:
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper()), param.help or ""
    name = ", ".join(param.opts)
    value = "" if param.is_flag else f" {param.metavar or param.name.upper()}"
    return name + value, _COMPLETION.get(param.opts[0], param.help or "")


def _common() -> Pairs:
    pairs = [(f"{', '.join(o.names)} {o.value}".rstrip(), o.help) for o in COMMON]
    return [*pairs, ("--help", say("deze uitleg", "this page"))]


def _definitions(pairs: Pairs, wide: int) -> Iterator[str]:
    """Words with their explanation beside them, or below where the window is narrow."""
    column = 4 + max(cells(word) for word, _ in pairs)
    beside = wide >= _ROOMY and column <= wide // 2
    for word, told in pairs:
        if beside:
            yield from fold(told, wide, f"  {word}".ljust(column), " " * column)
        else:
            yield from [f"  {word}", *fold(told, wide, "      ")]
