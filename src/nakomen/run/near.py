"""Keys that look like the one that was given: a slip of the finger, a dot, another ending."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase, digits

from nakomen.records import KeyIn, KeyKind, KeyRole, Selection, Store, StoreMap, normal

_ENDINGS = ("nl", "com", "net", "org", "eu", "be", "example")


def near_values(kind: str, value: str) -> tuple[str, ...]:
    """
    Other normal values one slip away.

    >>> "annabos@zon.example" in near_values("email", "anna.bos@zon.example")
    True
    >>> "anna.bos@zon.example" in near_values("email", "ana.bos@zon.example")
    True
    """
    if kind == KeyKind.EMAIL and "@" in value:
        found = _near_mail(value)
    else:
        found = (normal(kind, slip) for slip in _slips(value))
    return tuple(dict.fromkeys(other for other in found if other != value))


def _near_mail(value: str) -> Iterator[str]:
    local, _, domain = value.rpartition("@")
    for sign in (".", "-", "_", ""):
        yield "".join(sign if c in ".-_" else c for c in local) + "@" + domain
    if "+" in local:
        yield local.split("+", 1)[0] + "@" + domain
    stem = domain.rpartition(".")[0]
    yield from (f"{local}@{stem}.{ending}" for ending in _ENDINGS)
    yield from (f"{slip}@{domain}" for slip in (*_slips(local), *_other_signs(local)))
    yield from (f"{local}@{slip}" for slip in _slips(domain))


def _slips(text: str) -> Iterator[str]:
    for i in range(len(text)):
        yield text[:i] + text[i + 1 :]
        yield text[:i] + text[i] + text[i:]
        if i:
            yield text[: i - 1] + text[i] + text[i - 1] + text[i + 1 :]
            yield text[:i] + "." + text[i:]


def _other_signs(text: str) -> Iterator[str]:
    """One sign forgotten, or hit beside: the slips of which there are most."""
    for i in range(len(text) + 1):
        for sign in ascii_lowercase + digits:
            yield text[:i] + sign + text[i:]
            yield text[:i] + sign + text[i + 1 :]


def near_matches(
    maps: Sequence[StoreMap], stores: Mapping[str, Store], given: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """(kind, value) of keys in the stores that look like those *given*. In memory only."""
    found: dict[tuple[str, str], None] = {}
    for kind, value in given:
        keys = {kind: near_values(kind, normal(kind, value))}
        for store_map in maps:
            for dataset in store_map.datasets:
                for key in dataset.keys:
                    if key.kind == kind and key.role is KeyRole.SUBJECT:
                        where = KeyIn(key.column, kind, key.written)
                        rows = stores[store_map.store].values(
                            Selection(dataset.name, where), (key.column,), keys, 5
                        )
                        found |= {(kind, normal(kind, str(row[0]))): None for row in rows}
    return list(found)
