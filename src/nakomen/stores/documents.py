"""What a place inside a document means: read and written in plain Python."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nakomen.records import Dataset, Inside, Keys, inside, joined, normal, pair
from nakomen.stores.wanted import MASK

Put = Callable[[Any], Any]
"""From what stands at a place to what shall stand there."""


class Number(str):
    """A number of a document, as it is written there."""

    __slots__ = ()


class _NoDocument(Exception):
    """A text that is no JSON."""


def read(row: Mapping[str, Any], name: str) -> Any:
    """The value of a column or a pair, or the text at a place inside one, None where none is."""
    if parts := pair(name):
        return joined([row[part] for part in parts])
    place = inside(name)
    if place is None:
        return row[name]
    return next(iter(values_at(row[place.column], place)), None)


def values_at(value: object, place: Inside) -> list[str | None]:
    """The text at *place*, or of each element where it stands for several."""
    return [scalar(end) for end in found_at(value, place)]


def found_at(value: object, place: Inside) -> list[Any]:
    """What stands at *place*, of any kind: once at most, or once for each element of the list."""
    try:
        found, there = _down(document(value), place.list)
    except _NoDocument:
        return []
    if not place.several:
        return [found] if there else []
    if not isinstance(found, list):
        return []
    return [end for element in found for end, led in [_down(element, place.tail)] if led]


def scalar(found: object) -> str | None:
    """
    A text or a number as text. An object, a list and null are no value to compare with.

    >>> scalar("a"), scalar(7), scalar(True), scalar({"a": 1})
    ('a', '7', 'true', None)
    """
    match found:
        case str():
            return str(found)
        case None | list() | dict():
            return None
        case bool():
            return "true" if found else "false"
        case _:
            return str(found)


def document(value: object) -> Any:
    """
    Raises:
        _NoDocument: the text is no JSON.
    """
    if not isinstance(value, str | bytes):
        return value
    try:
        return json.loads(value, parse_int=Number, parse_float=Number, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise _NoDocument from None


def unreadable(value: object) -> bool:
    """
    >>> unreadable("{"), unreadable('{"a": 1}'), unreadable(None), unreadable("")
    (True, False, False, True)
    """
    try:
        document(value)
    except _NoDocument:
        return True
    return False


def put(value: Any, steps: Sequence[str], new: Put) -> Any:
    """
    *value* with what stands behind the keys *steps* replaced; nothing is put where nothing stands.

    A document that is a text stays one, and what was no document stays as it was.

    >>> put('{"a": {"b": 1.50}, "c": 2}', ("c",), lambda _: None)
    '{"a": {"b": 1.5}, "c": null}'
    """
    try:
        whole = document(value)
    except _NoDocument:
        return value
    if not _down(whole, steps)[1]:
        return value
    changed = _replaced(whole, steps, new)
    return json.dumps(_plain(changed), ensure_ascii=False) if isinstance(value, str) else changed


def omitted(value: Any, place: Inside, goes: Callable[[str | None], bool]) -> Any:
    """The list at *place* without the elements in which a value *goes*."""

    def left(found: Any) -> Any:
        if not isinstance(found, list):
            return found
        return [element for element in found if not _goes(element, place.tail, goes)]

    return put(value, place.list, left)


def veiled(dataset: Dataset, masked: Sequence[str], keys: Keys) -> Put:
    """
    From a row to the same row with what stands at the places *masked* shown as a mask.

    What holds one of her own keys is hers and stays readable: a part, an element of a list.
    """
    places = [place for name in masked if (place := inside(name))]

    def shown(row: Mapping[str, Any]) -> Mapping[str, Any]:
        found = dict(row)
        for place in places:
            if found.get(place.column) is None:
                continue
            if unreadable(found[place.column]):
                found[place.column] = MASK
            elif place.several:
                hers = _hers(dataset, place, keys)
                found[place.column] = _each(found[place.column], place, hers)
            elif not _says_her(dataset, place, found[place.column], keys):
                found[place.column] = put(found[place.column], place.steps, _masked)
        return found

    return shown


def _says_her(dataset: Dataset, place: Inside, value: Any, keys: Keys) -> bool:
    """A key in this part of the document is one of hers."""
    within = (
        (there, key.kind)
        for key in dataset.keys
        if (there := inside(key.column)) and there.column == place.column and not there.several
        and there.steps[: len(place.steps)] == place.steps
    )  # fmt: skip
    return any(
        text is not None and normal(kind, text) in keys.get(kind, ())
        for there, kind in within
        for text in values_at(value, there)
    )


def _masked(found: Any) -> Any:
    return None if found is None else MASK


def _each(value: Any, place: Inside, hers: Callable[[Any], bool]) -> Any:
    def masks(found: Any) -> Any:
        if not isinstance(found, list):
            return MASK
        return [element if hers(element) else MASK for element in found]

    return put(value, place.list, masks)


def _hers(dataset: Dataset, place: Inside, keys: Keys) -> Callable[[Any], bool]:
    """Whether one of her keys stands in an element of the list at *place*."""
    named = [
        (there.tail, key.kind)
        for key in dataset.keys
        if (there := inside(key.column)) and there.several
        and (there.column, there.list) == (place.column, place.list)
    ]  # fmt: skip

    def hers(element: Any) -> bool:
        return any(
            led and (text := scalar(end)) is not None and normal(kind, text) in keys.get(kind, ())
            for tail, kind in named
            for end, led in [_down(element, tail)]
        )

    return hers


def _goes(element: Any, tail: Sequence[str], goes: Callable[[str | None], bool]) -> bool:
    end, led = _down(element, tail)
    return led and goes(scalar(end))


def _down(value: Any, steps: Sequence[str]) -> tuple[Any, bool]:
    for step in steps:
        if not isinstance(value, dict) or step not in value:
            return None, False
        value = value[step]
    return value, True


def _replaced(value: Any, steps: Sequence[str], new: Put) -> Any:
    if not steps:
        return new(value)
    return {**value, steps[0]: _replaced(value[steps[0]], steps[1:], new)}


def _plain(value: Any) -> Any:
    """Numbers as numbers again."""
    match value:
        case Number():
            return json.loads(value)
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case list():
            return [_plain(part) for part in value]
        case _:
            return value


def _no_constant(word: str) -> Any:
    raise ValueError(word)
