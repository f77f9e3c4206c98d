"""
The same statement told otherwise: its sections in another order, in other words, with denials
beside it. What is expected follows from what was changed, so no new gold has to be written.
"""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from .result import Json

Mutation = Callable[[str, Json], tuple[str, Json]]

_WORDS = {
    r"persoonsgegevens": "persoonlijke gegevens",
    r"bewaartermijnen": "bewaarperioden",
    r"bewaartermijn": "bewaarperiode",
    r"bewaard": "opgeslagen",
    r"gewist": "verwijderd",
    r"wissen": "verwijderen",
    r"rectificatie": "correctie",
    r"e-mailadres": "mailadres",
    r"derden": "andere partijen",
    r"website": "internetsite",
    r"hoe lang": "welke periode",
    r"binnen (\w+) weken": r"uiterlijk \1 weken na ontvangst",
    r"een klacht indienen bij": "een klacht voorleggen aan",
    r"factureren": "rekeningen sturen",
    r"facturen": "rekeningen",
    r"u kunt": "je kunt",
    r"kunt u": "kun je",
    r"hebt u": "heb je",
    r"u hebt": "je hebt",
    r"u mag": "je mag",
    r"uw": "jouw",
    r"wij verwerken": "onze organisatie verwerkt",
    r"wij gebruiken": "onze organisatie gebruikt",
    r"wij bewaren": "onze organisatie bewaart",
    r"wij melden": "onze organisatie meldt",
}
_DENIALS = {
    "special_categories.status": "Wij verwerken geen bijzondere persoonsgegevens.",
    "transfers.outside_eea": "Wij geven geen gegevens door aan landen buiten de EER.",
    "automated_decision": "Besluiten met rechtsgevolgen laten wij nooit over aan een computer.",
    "cookies.used": "Deze website maakt geen gebruik van cookies.",
}
_DENIED = {"special_categories.status": "none"}
_NEVER = {
    "Wij vragen niet naar uw geboortedatum.": "date_of_birth",
    "Uw geslacht leggen wij niet vast.": "gender",
    "Wij verwerken geen burgerservicenummers.": "bsn",
    "Telefoongesprekken nemen wij niet op.": "call_recording",
    "Camera's hangen er bij ons niet.": "photo_video",
    "Uw locatie volgen wij niet.": "location",
}
_NOBODY = (
    "Met Facebook, LinkedIn en TikTok delen wij niets, en adverteerders krijgen geen gegevens."
)
_HEADING = "Wat wij niet doen"


def reordered(text: str, told: Json) -> tuple[str, Json]:
    """The sections behind the first in another order: what is said does not hang on it."""
    first, *sections = _sections(text)
    half = len(sections) // 2
    return "".join([first, *sections[half:], *sections[:half]]), deepcopy(told)


def reworded(text: str, told: Json) -> tuple[str, Json]:
    """Other Dutch words for the same things, in the text and in the quotes of the gold."""
    return _reword(text), _quotes(told, _reword)


def negated(text: str, told: Json) -> tuple[str, Json]:
    """
    Denials added: what was silence is then denied, and what is named in a denial is not there.
    """
    told = deepcopy(told)
    codes = {item["code"] for item in told["data_categories"]}
    said = [line for path, line in _DENIALS.items() if _deny(told, path)]
    said += [line for line, code in _NEVER.items() if code not in codes]
    mark = "## " if re.search(r"^#", text, re.M) else ""
    said = [f"{mark}{_HEADING}", *said, _NOBODY]
    added = "\n\n".join(said)
    # A denial is a promise too, but nobody marked it.
    told["neutral"] = [*told.get("neutral", ()), *({"quote": line} for line in said)]
    return f"{text.rstrip()}\n\n{added}\n", told


MUTATIONS: dict[str, Mutation] = {
    "reordered": reordered,
    "reworded": reworded,
    "negated": negated,
}


def _sections(text: str) -> list[str]:
    """Blocks of lines, a new section where a block begins with what looks like a heading."""
    blocks = re.findall(r"(?:.+\n?)+\n*", text)
    sections: list[str] = []
    for block in blocks:
        block = block if block.endswith("\n\n") else block.rstrip("\n") + "\n\n"
        if sections and not _headed(block):
            sections[-1] += block
        else:
            sections.append(block)
    return sections


def _headed(block: str) -> bool:
    line = block.splitlines()[0]
    short = len(line) < 80 and "\t" not in line and line.rstrip()[-1:] not in ".;,:|"
    return line.startswith("#") or (short and line[:1].isupper())


def _reword(text: str) -> str:
    for word, other in _WORDS.items():
        text = re.sub(rf"\b{word}\b", other, text)
        text = re.sub(rf"\b{word[0].upper()}{word[1:]}\b", other[0].upper() + other[1:], text)
    return text


def _quotes(told: Any, change: Callable[[str], str]) -> Any:
    """*told* with every quote and the title changed as the text was."""
    if isinstance(told, list):
        return [_quotes(item, change) for item in told]
    if not isinstance(told, dict):
        return told
    return {
        key: _changed(value, change) if key in ("quote", "title") else _quotes(value, change)
        for key, value in told.items()
    }


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    return [change(item) for item in value] if isinstance(value, list) else change(value)


def _deny(told: Json, path: str) -> bool:
    """Put a denial where the gold is silent; False where the statement already speaks of it."""
    *parts, last = path.split(".")
    at = told
    for part in parts:
        at = at.setdefault(part, {})
    if at.get(last) is not None:
        return False
    at[last] = _DENIED.get(path, False)
    return True
