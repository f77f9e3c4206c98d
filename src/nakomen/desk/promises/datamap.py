"""Where data lives, why, who gets it and in which country: as the register of processing has it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

LINE, GAP, HEAD = 16, 14, 40
"""Units: a line of words, between two boxes, and the names of the columns."""
COLUMNS = ((2, 188, 24), (270, 240, 32), (620, 170, 22), (870, 150, 18))
"""Of each column where it begins, how wide it is, and how many letters fit."""
HEAVIEST = 4


@dataclass(frozen=True, kw_only=True)
class Way:
    """One activity: *weight* is how many kinds of data it uses. An empty list is told as such."""

    stores: tuple[str, ...]
    purpose: str
    receivers: tuple[str, ...]
    weight: int


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box with *words* a line each, from *x*, *y*; *open*: what is not known."""

    x: int
    y: int
    width: int
    height: int
    words: tuple[tuple[int, str], ...]
    open: bool

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def text(self) -> int:
        return self.x + 8


@dataclass(frozen=True, kw_only=True)
class Picture:
    """*knots* are where purposes with the same receivers come together."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[tuple[str, int], ...]
    knots: tuple[tuple[int, int], ...]


def ways(register: Any, receiver: Callable[[str], str], nowhere: str, nobody: str) -> list[Way]:
    """Activities that go on, those of one name as one; *receiver* names who a promise speaks of."""
    found: dict[str, Way] = {}
    for activity in register.activities:
        if activity.status == "ended":
            continue
        old = found.get(activity.name)
        stores = _once([*(old.stores if old else ()), *(activity.stores or (nowhere,))])
        got = [receiver(promise) for promise in activity.receivers]
        found[activity.name] = Way(
            stores=stores,
            purpose=activity.name,
            receivers=_once([*(old.receivers if old else ()), *(filter(None, got))]) or (nobody,),
            weight=max(len(activity.data), old.weight if old else 1, 1),
        )
    return list(found.values())


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def picture(ways: Sequence[Way], country: Callable[[str], str], unknown: frozenset[str]) -> Picture:
    """
    Args:
        country: where a receiver is, in words.
        unknown: words that say that something is not known.
    """
    receivers = _once(name for way in ways for name in way.receivers)
    columns = (
        _once(place for way in ways for place in way.stores),
        tuple(way.purpose for way in ways),
        receivers,
        _once(map(country, receivers)),
    )
    placed = [_boxes(n, names, unknown) for n, names in enumerate(columns)]
    knots = {got: _knot(placed, ways, got) for got in _sets(ways)}
    return Picture(
        width=COLUMNS[-1][0] + COLUMNS[-1][1] + 2,
        height=max(box.y + box.height for column in placed for box in column.values()) + 4,
        boxes=tuple(box for column in placed for box in column.values()),
        lines=tuple(_lines(ways, placed, knots, country)),
        knots=tuple(knots.values()),
    )


def _boxes(column: int, names: Sequence[str], unknown: frozenset[str]) -> dict[str, Box]:
    x, width, letters = COLUMNS[column]
    y, boxes = HEAD, {}
    for name in names:
        parts = wrap(name, letters)
        height = LINE * len(parts) + 10
        words = tuple((y + LINE * n + 2, part) for n, part in enumerate(parts, 1))
        boxes[name] = Box(x=x, y=y, width=width, height=height, words=words, open=name in unknown)
        y += height + GAP
    return boxes


def _sets(ways: Sequence[Way]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(way.receivers for way in ways))


def _knot(
    placed: Sequence[Mapping[str, Box]], ways: Sequence[Way], got: tuple[str, ...]
) -> tuple[int, int]:
    """Between the purposes with these receivers and the receivers, at a height amid them all."""
    whys = [placed[1][way.purpose].middle for way in ways if way.receivers == got]
    whos = [placed[2][name].middle for name in got]
    x, width, _ = COLUMNS[1]
    return x + width + 60, (whys[0] + whys[-1] + whos[0] + whos[-1]) // 4


def _lines(
    ways: Sequence[Way],
    placed: Sequence[Mapping[str, Box]],
    knots: Mapping[tuple[str, ...], tuple[int, int]],
    country: Callable[[str], str],
) -> Iterator[tuple[str, int]]:
    for way in ways:
        weight, purpose = min(HEAVIEST, way.weight), placed[1][way.purpose]
        for store in way.stores:
            box = placed[0][store]
            yield _curve((box.right, box.middle), (purpose.x, purpose.middle)), weight
        yield _curve((purpose.right, purpose.middle), knots[way.receivers]), weight
    for got, knot in knots.items():
        heaviest = max(way.weight for way in ways if way.receivers == got)
        for name in got:
            box = placed[2][name]
            yield _curve(knot, (box.x, box.middle)), min(HEAVIEST, heaviest)
    for name, box in placed[2].items():
        there = placed[3][country(name)]
        yield _curve((box.right, box.middle), (there.x, there.middle)), 1


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """
    >>> _curve((0, 10), (100, 30))
    'M0 10C50 10 50 30 100 30'
    """
    half = (start[0] + end[0]) // 2
    return f"M{start[0]} {start[1]}C{half} {start[1]} {half} {end[1]} {end[0]} {end[1]}"
