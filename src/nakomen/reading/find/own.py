"""Which details in a text are the company's own, and which a supervisor's or a third party's."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from nakomen.reading.facts import Quote
from nakomen.reading.find import contact
from nakomen.reading.find.addresses import Address
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.gazetteer import known, spot
from nakomen.reading.words.quick import Quick

AUTHORITY = Quick(
    r"\b(?:autoriteit\s+persoonsgegevens|autoriteitpersoonsgegevens|(?-i:(?<!\d )\bAP\b)|"
    r"data\s+protection\s+authority|supervisory\s+authority|apd-gba|privacycommissie|"
    r"toezichthoud|consumentenbond|geschillencommissie|gegevensbeschermingsautoriteit)",
    re.I,
)
_OURS = re.compile(
    r"\b(?:wij|we|ons|onze|our|us|contact(?:gegevens)?|bedrijfsgegevens|kvk|k\.v\.k\.?)\b", re.I
)
_SEATED = Quick(
    r"\b(?:gevestigd|adres|bezoek\w{0,6}|kantoor\w{0,9}|vinden|zetel|located|established|address|"
    r"contact\w{0,9})\b",
    re.I,
)
_RIGHT_BEFORE = re.compile(r"[\s,;:|()•·-]{0,6}(?:B\.?V\.?|N\.?V\.?|Inc\.?|LLC)?[\s,;:|()•·-]{0,6}")
_PROVIDERS = (
    "gmail hotmail outlook live yahoo icloud ziggo kpnmail xs4all planet home hetnet telenet "
    "skynet proton protonmail me upcmail"
)
_MAIL_FOR_ALL = frozenset(_PROVIDERS.split())
"""Providers whose addresses belong to whoever writes from them."""


class Own:
    """Tells the company's own details from those of the supervisor and of third parties."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...]) -> None:
        self.text = text
        self._foreign = list(_foreign(text, sentences))

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._foreign, (offset, len(self.text))) - 1
        return at < 0 or offset >= self._foreign[at][1]

    def first(self, quotes: Iterable[Quote]) -> Quote | None:
        return next((q for q in quotes if self.holds(q.start)), None)

    def places(self, places: Iterable[Address], name: str) -> list[Address]:
        """Addresses with no other company's name right before them, *name*'s own first."""
        mine = [a for a in places if self.holds(a.before) and not self._sold_to(a, name)]
        return sorted(mine, key=lambda address: -self._nearness(address, name))

    def phones(self) -> tuple[Quote, ...]:
        found: dict[str, Quote] = {}
        for quote in contact.phones(self.text):
            if self.holds(quote.start):
                found.setdefault(re.sub(r"\D", "", quote.quote.replace("(0)", "")), quote)
        return tuple(found.values())

    def emails(self, name: str) -> dict[str, Quote]:
        """
        Each address with its words, those of known services left out.

        Beside the supervisor only addresses of a domain that is found elsewhere as well count.
        """
        told = [(quote.quote, quote) for quote in contact.emails(self.text)]
        told += list(contact.hidden_emails(self.text))
        mine = [(mail, q) for mail, q in told if not is_foreign(domain(mail), name)]
        outside = {domain(mail) for mail, quote in mine if self.holds(quote.start)}
        found: dict[str, tuple[str, Quote]] = {}
        for mail, quote in sorted(mine, key=lambda pair: pair[1].start):
            if domain(mail) in outside:
                found.setdefault(mail.casefold(), (mail, quote))
        return dict(found.values())

    def _sold_to(self, address: Address, name: str) -> bool:
        """A third party's name stands right before the street."""
        before = spot(self.text, max(0, address.before - 60), address.before)
        return any(
            letters(spotted.written) not in letters(name)
            and _RIGHT_BEFORE.fullmatch(self.text, spotted.end, address.before)
            for spotted in before
        )

    def _nearness(self, address: Address, name: str) -> int:
        """How much the words before say that this is where the company sits."""
        if not address.street or address.street.quote.startswith("Postbus"):
            return 0
        before = self.text[max(0, address.before - 120) : address.before]
        named = len(name) >= 4 and letters(name)[:12] in letters(before)
        return 1 + 2 * named + (_SEATED.search(before[-60:]) is not None)


def _foreign(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """From where the supervisor is named to the end of that sentence and of its address lines."""
    begin = end = block = -1
    for sentence in sentences:
        found = AUTHORITY.search(sentence.words)
        new_line = "\n" in text[end : sentence.start] if end >= 0 else False
        if found:
            begin, end, block = sentence.start + found.start(), sentence.end, sentence.block
            yield begin, end
        elif sentence.block == block and new_line and not _begins_ours(sentence):
            end = sentence.end
            yield sentence.start, end
        else:
            block = -1


def _begins_ours(sentence: Sentence) -> bool:
    return sentence.role is Role.HEADING or _OURS.search(sentence.words) is not None


def domain(address: str) -> str:
    """
    >>> domain("info@shop.voorbeeld.nl"), domain("https://www.voorbeeld.nl/privacy")
    ('voorbeeld.nl', 'voorbeeld.nl')
    """
    host = re.sub(r"^.*?(?://|@)", "", address.casefold()).partition("/")[0]
    return ".".join(host.split(".")[-2:])


def is_foreign(site: str, name: str = "") -> bool:
    """Whether the domain is a supervisor's or a known service's, and not that of *name* itself."""
    own = site.rpartition(".")[0]
    if own in _MAIL_FOR_ALL or (len(own) >= 3 and letters(own) in letters(name)):
        return False
    return bool(AUTHORITY.search(site)) or bool(known(own)) or bool(known(site))


def letters(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.casefold())
