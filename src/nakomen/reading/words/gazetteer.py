"""
Services and bodies that statements name, from ``services.tsv`` beside this file.

What the list knows of a service (its usual role, kind and country) is public knowledge. It helps to
recognise a name and to propose a row of a register; what a statement does not say it never fills.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"[^\W_](?:[\w&+]|[.'’-](?=\w)){0,60}")
_NO_NAME_BEFORE = re.compile(r"[\w@./\\-]")
_GOES_ON = re.compile(r"[\w@]|\.\w|-\w{0,30}\.\w")
_FORM = re.compile(
    r"[ ,]+(?:B\.?V\.?|N\.?V\.?|Inc\.?|LLC|Ltd\.?|Limited|GmbH|AG|S\.?A\.?|Corp\.?)$", re.I
)
_LABEL = re.compile(
    r"\s*(?:$|[:,(|–—/&*-]|B\.?V\.?\b|(?:en|of|and|or)\s+[A-Z]|(?:voor|for)\s|(?:verwerkt|verzorgt|ontvangt|krijgt|"
    r"levert|bewaart|host|hosts|processes|takes|runs|keeps|stores|handles|provides|sends|counts)\b)"
)
_HYPHEN = re.compile(r"[-'’]")
_SHORT = 4
_LONG = 6


@dataclass(frozen=True, kw_only=True)
class Service:
    """
    A known third party. ``role`` is what it usually is: processor, third_party or authority.

    ``country`` is that of its head office (ISO 3166), None where that is unsure.
    """

    name: str
    legal: str | None
    role: str
    kind: str
    country: str | None

    @property
    def authority(self) -> bool:
        return self.role == "authority"


@dataclass(frozen=True, kw_only=True)
class Spotted:
    """A known name as the text writes it, with its place in the searched words."""

    written: str
    start: int
    end: int
    service: Service


@dataclass(frozen=True, kw_only=True)
class _Spelling:
    letters: str
    common: bool
    """Also an ordinary word: it must stand where a name stands, with its own capitals."""
    service: Service


def known(name: str) -> Service | None:
    """
    The service that *name* stands for, whatever its capitals and legal form.

    >>> service = known("MoneyBird B.V.")
    >>> service and (service.name, service.kind, service.role, service.country)
    ('Moneybird', 'bookkeeping', 'processor', 'NL')
    """
    folded = " ".join(name.split()).casefold()
    return known_names().get(folded) or known_names().get(_FORM.sub("", folded))


@cache
def known_names() -> dict[str, Service]:
    """Each spelling, casefolded, with the service it stands for."""
    return {each.letters.casefold(): each.service for each in _spellings()}


def spot(words: str, start: int = 0, end: int | None = None) -> Iterator[Spotted]:
    """
    Each known name in ``words[start:end]``, the longest where two begin together.

    >>> [s.written for s in spot("via mailchimp, PostNL en MoneyBird; exact. Zie www.mollie.com")]
    ['mailchimp', 'PostNL', 'MoneyBird']
    >>> [s.written for s in spot("Exact zoals u wilt. Wij boeken in Exact.")]
    ['Exact']
    """
    done = start
    index = _index()
    for token in _TOKEN.finditer(words, start, len(words) if end is None else end):
        at = token.start()
        if at < done:
            continue
        first = token.group().casefold()
        for spelling in index.get(first) or index.get(_before_hyphen(first), ()):
            stop = at + len(spelling.letters)
            if _fits(words, at, stop, spelling):
                service = spelling.service
                yield Spotted(written=words[at:stop], start=at, end=stop, service=service)
                done = stop
                break


def _before_hyphen(word: str) -> str:
    """
    >>> _before_hyphen("mollie’s"), _before_hyphen("google-account"), _before_hyphen("google")
    ('mollie', 'google', '')
    """
    if "-" not in word and "’" not in word and "'" not in word:
        return ""
    found = _HYPHEN.search(word)
    return word[: found.start()] if found else ""


def _fits(words: str, at: int, stop: int, spelling: _Spelling) -> bool:
    written = words[at:stop]
    if written.casefold() != spelling.letters.casefold() or _GOES_ON.match(words, stop):
        return False
    if at and _NO_NAME_BEFORE.match(words[at - 1]):
        return False
    if spelling.common:
        return written == spelling.letters and (
            _inside(words, at) or bool(_LABEL.match(words, stop))
        )
    if written == spelling.letters:
        return True
    if len(written) <= _SHORT:
        return False
    return written[0].isupper() or (len(written) >= _LONG and not spelling.letters[0].islower())


def _inside(words: str, at: int) -> bool:
    """Not the first word of a sentence, whose capital says nothing."""
    before = words[max(0, at - 3) : at].rstrip(" \"'“‘(*_")
    return bool(before) and before[-1] not in ".!?:;|"


@cache
def _index() -> dict[str, tuple[_Spelling, ...]]:
    """Spellings under their first word, longest first."""
    shelves: dict[str, list[_Spelling]] = {}
    for each in sorted(_spellings(), key=lambda each: -len(each.letters)):
        first = _TOKEN.match(each.letters)
        word = first.group() if first else each.letters
        shelves.setdefault(word.casefold(), []).append(each)
    return {word: tuple(found) for word, found in shelves.items()}


@cache
def _spellings() -> tuple[_Spelling, ...]:
    lines = files(__package__).joinpath("services.tsv").read_text("utf-8").splitlines()
    return tuple(each for line in lines if line[:1] not in ("", "#") for each in _read(line))


def _read(line: str) -> Iterator[_Spelling]:
    name, others, legal, role, kind, country = line.split("\t")
    service = Service(
        name=name.rstrip("?"), legal=legal or None, role=role, kind=kind, country=country or None
    )
    for written in (name, *filter(None, others.split(", "))):
        yield _Spelling(letters=written.rstrip("?"), common=written[-1] == "?", service=service)
