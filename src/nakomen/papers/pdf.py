"""A document as a tagged PDF (PDF/UA-1), set by Typst. The same document gives the same bytes."""

import json
import re
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any

import typst

from nakomen.papers.document import Document

_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ONE_AT_A_TIME = Lock()
_ONE_BY_ONE = 40
"""So many unknown characters are replaced one by one; more are replaced all at once."""


def as_pdf(document: Document, made_on: datetime) -> bytes:
    """
    The PDF. A character that the paper's font lacks is shown by its number, as ``[U+1F600]``.

    Args:
        made_on: what the file says about its own date; nothing else in it depends on a clock.
    """
    data = _data(document)
    for _ in range(_ONE_BY_ONE):
        try:
            return _set(data, made_on)
        except typst.TypstError as refused:
            found = _UNSHOWN.search(refused.message)
            if found is None:
                raise
            data = _numbered(data, _ESCAPED.sub(_character, found[1]))
    return _set("".join(_number(c) if ord(c) > 0xFF else c for c in data), made_on)


def _set(data: str, made_on: datetime) -> bytes:
    with _ONE_AT_A_TIME:
        pdf = _typesetter().compile(
            _template(),
            format="pdf",
            sys_inputs={"document": data},
            pdf_standards=["ua-1"],
            timestamp=made_on.astimezone(UTC),
        )
    if not isinstance(pdf, bytes):  # a list of pages is what other formats give
        raise TypeError(type(pdf).__name__)
    return pdf


@cache
def _typesetter() -> typst.Compiler:
    """Reads its fonts once; with them in memory a letter takes a quarter of the time."""
    return typst.Compiler(_template(), ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return files("nakomen.papers").joinpath("templates", "paper.typ").read_bytes()


def _data(document: Document) -> str:
    # dataclasses do not name themselves in asdict, so each block is told which it is
    blocks = [{"kind": type(block).__name__, **asdict(block)} for block in document.blocks]
    rest = asdict(replace(document, blocks=()))
    return json.dumps(_clean({**rest, "blocks": blocks}), ensure_ascii=False)


_CONTROLS = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")
"""The categories Cc and Cs of Unicode."""


def _clean(value: Any) -> Any:
    """Without control characters and half surrogates, which no paper can show."""
    if isinstance(value, str):
        return _CONTROLS.sub(" ", value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, list | tuple) else value


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def _numbered(data: str, text: str) -> str:
    return data.replace(text, "".join(_number(character) for character in text))


def _number(character: str) -> str:
    return f"[U+{ord(character):04X}]"
