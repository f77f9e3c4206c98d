"""
Promises beside those that people marked: found, of the right kind, under the right control.

Several promises may stand in one sentence and a reader may mark it once, so a place counts for
all that overlap it by half or more; the stricter levels ask for the same kind and control too.
"""

from collections.abc import Callable, Iterable
from typing import Any

from .gold import Gold, Untold
from .places import meet
from .plain import words
from .result import Json, Result

Level = Callable[[Json, Json], bool]


def _same_kind(told: Json, said: Json) -> bool:
    kinds = told["kind"] if isinstance(told["kind"], list) else [told["kind"]]
    return meet(told, said) and said["kind"] in kinds


def _same_control(told: Json, said: Json) -> bool:
    controls = (told["control"], *told.get("controls_also", ()))
    return _same_kind(told, said) and said["control"] in controls


LEVELS: dict[str, Level] = {
    "promises.found": meet,
    "promises.kind": _same_kind,
    "promises.control": _same_control,
}


def score_promises(gold: Gold, facts: Json) -> list[Result]:
    """The levels, then the parameters; nothing where the gold marks no promises."""
    try:
        asked = gold.get("promises")
    except Untold:
        return []
    read = facts["promises"]
    neutral = gold.allowed.get("promises", ())
    levels = [_level(name, same, asked, read, neutral) for name, same in LEVELS.items()]
    return [*levels, *_parameters(asked, read)]


def non_promises_taken(gold: Gold, facts: Json) -> Result:
    """Headings, lead-ins and praise: how many of them no promise was made of."""
    read = [p for p in facts["promises"] if not _meets(p, gold.facts["promises"])]
    taken = [s for s in gold.non_promises if any(meet(s, p) for p in read)]
    kept = len(gold.non_promises) - len(taken)
    return Result(
        field="non_promises.left",
        found=kept,
        right=kept,
        missed=tuple(" ".join(s["quote"].split()) for s in taken),
    )


def _level(
    name: str, same: Level, asked: list[Json], read: list[Json], neutral: Iterable[Json]
) -> Result:
    read = [p for p in read if not any(meet(n, p) for n in neutral) or _meets(p, asked)]
    missed = [g for g in asked if not any(same(g, p) for p in read)]
    wrong = [p for p in read if not any(same(g, p) for g in asked)]
    return Result(
        field=name,
        found=len(asked) - len(missed),
        right=len(read) - len(wrong),
        missed=tuple(map(_tell, missed)),
        wrong=tuple(map(_tell, wrong)),
    )


def _meets(promise: Json, asked: list[Json]) -> bool:
    return any(meet(told, promise) for told in asked)


def _tell(promise: Json) -> str:
    quote = " ".join(promise["quote"].split())
    return f"{promise['kind']} / {promise['control']} «{quote}»"


def _parameters(asked: list[Json], read: list[Json]) -> list[Result]:
    """Of the promises of the right kind: are the marked keys there, and their values?"""
    keys: list[tuple[str, bool]] = []
    values: list[tuple[str, bool]] = []
    for told in asked:
        said: Json = {}
        for promise in read:
            if _same_kind(told, promise):
                said = promise["parameters"] | said
        for key, value in told.get("parameters", {}).items() if said else ():
            keys.append((f"{key} of {_tell(told)}", key in said))
            if key in said:
                right = _plain(said[key]) == _plain(value)
                values.append((f"{key}: {value} of {_tell(told)}, read: {said[key]}", right))
    return [_share("promises.keys", keys), _share("promises.values", values)]


def _plain(value: Any) -> list[str]:
    return sorted(words(item) for item in (value if isinstance(value, list) else [value]))


def _share(field: str, told: list[tuple[str, bool]]) -> Result:
    right = sum(there for _, there in told)
    missed = tuple(text for text, there in told if not there)
    return Result(field=field, found=right, right=right, missed=missed)
