"""What the text says of special categories of personal data (AVG artikelen 9 en 10)."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Quote, SpecialFact, SpecialItem
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, listed, subjects
from nakomen.reading.words.clauses import denied
from nakomen.reading.words.lexicon import lexicon
from nakomen.reading.words.quick import Quick
from nakomen.terms import SpecialStatus

_FILE = "special_words.toml"
_NONE = re.compile(
    r"\b(?:geen|nooit|niet|nimmer|noch|niets|no|not|never|neither)\b|vermijden|zo\s+min\s+mogelijk",
    re.I,
)
_ONLY = re.compile(
    r"\b(?:tenzij|unless|alleen|uitsluitend|slechts|enkel|only|mits|behalve|except|"
    r"soms|sometimes|in\s+(?:sommige|bepaalde|uitzonderlijke|voorkomende)\s+gevallen|vrijwillig\w*|voluntar\w+|"
    r"uitdrukkelijke?\s+toestemming|explicit\s+consent|met\s+(?:uw|je|jouw)\s+(?:\w+\s+)?toestemming|"
    r"in\s+principe|in\s+beginsel|zo\s+min\s+mogelijk|voor\s+zover|indien|wanneer|als\s+(?:u|je)|"
    r"zelf\s+(?:aan\s+ons\s+)?(?:verstrek|deel|mee)\w*|kan\s+het\s+(?:voorkomen|zijn)|kunnen|may|might|if\s+you)\b",
    re.I,
)
_PROCESSES = re.compile(
    r"\b(?:verwerk(?:en|t)?|verwerkt|verzamel(?:en|t|d)|bewa(?:ren|art|ard)|registre(?:ren|ert)|"
    r"vastgelegd|leggen|vragen|opgeslagen|slaan|gebruiken|process(?:es|ed)?|collect(?:s|ed)?|store[sd]?|"
    r"hold|keep|use|tegen|noteren|noteert|tegenkomen|aantreffen|zien|ontvangen|krijgen|opnemen|opslaan|invoeren|bevatten|staan|weten|hebben|receive|see|contain)\b",
    re.I,
)
_PLAINLY = Quick(
    r"\w{0,20}(?:allergie|medisch|vingerafdruk|ziekmeld|gezichtsherkenning|biometri|strafblad)",
    re.I,
)
"""Words that are data of somebody also without the word "gegevens"."""
_SPECIAL_ASKED = re.compile(r"(?:bijzondere|gevoelige|special|sensitive).*\?", re.I)
_YES_NO = re.compile(r"\A\W*(?:(?P<no>nee|neen|no|none)|(?P<yes>ja|yes))\b", re.I)
_THOSE = re.compile(r"\b(?:die|deze|dit|dat|ze|er|hier|these|those|them)\b", re.I)
_NATIONAL = re.compile(r"\b(?:bsn|burgerservicenummers?)\b", re.I)
_EXPLAINS = re.compile(
    r"\b(?:verstaan|wordt\s+bedoeld|bedoelen|zijn\s+gegevens\s+(?:die|over)|de\s+term|verwijst\s+naar|"
    r"recht\s+op|klacht|functionaris|dpia|grootschalig|op\s+grote\s+schaal|large\s+scale|refers?\s+to)\b",
    re.I,
)
_CHILD = Quick(
    r"\b(?:jonger\s+dan|onder\s+de\s+\d{2}|minderjarig|younger\s+than|under\s+the\s+age)", re.I
)


def read_special(sentences: tuple[Sentence, ...]) -> SpecialFact:
    """
    The status that the clearest sentences give, and which special data they name.

    A denial with a way out ("tenzij u ze zelf geeft") is conditional; a list of data in which
    special data stands is processing.
    """
    says: dict[SpecialStatus, list[Quote]] = {status: [] for status in SpecialStatus}
    items: dict[str, SpecialItem] = {}
    for sentence in sentences:
        status = _status(sentence)
        if status is not None:
            says[status].append(Quote(quote=sentence.text, start=sentence.start))
            for item in _items(sentence, status):
                items.setdefault(item.label.casefold(), item)
    for status in (SpecialStatus.CONDITIONAL, SpecialStatus.PROCESSED, SpecialStatus.NONE):
        if says[status]:
            return _fact(status, says, items)
    return SpecialFact()


def _fact(
    status: SpecialStatus, says: dict[SpecialStatus, list[Quote]], items: dict[str, SpecialItem]
) -> SpecialFact:
    processed, none = says[SpecialStatus.PROCESSED], says[SpecialStatus.NONE]
    if status is SpecialStatus.PROCESSED and none and none[0].start < processed[0].start:
        # "Geen bijzondere gegevens, zoals …" first and one such datum later: the case decides.
        status = SpecialStatus.CONDITIONAL
    told = (*says[status], *(processed if status is SpecialStatus.CONDITIONAL else ()))
    return SpecialFact(
        status=status, items=tuple(items.values()), told=tuple(sorted(told, key=lambda q: q.start))
    )


def _status(sentence: Sentence) -> SpecialStatus | None:
    words = sentence.words
    named = lexicon(_FILE, "collective").mentions(words)
    items = lexicon(_FILE, "items").mentions(words)
    if sentence.role is Role.HEADING or _CHILD.search(words):
        return None
    if named and not _EXPLAINS.search(words):
        return _of_all(words, named[0].start)
    if _SPECIAL_ASKED.search(sentence.section or "") and (answer := _YES_NO.match(words)):
        return SpecialStatus.NONE if answer["no"] else SpecialStatus.PROCESSED
    if About.SPECIAL in subjects(sentence.section or "") and _THOSE.search(words[:25]):
        return _of_all(words, len(words)) if _NONE.search(words) else None
    about = listed(sentence.lead, sentence.section)
    if sentence.role in (Role.ITEM, Role.ROW) and items:
        return _of_item(sentence, about)
    if items and not _EXPLAINS.search(words) and _own_data(words, items[0].start):
        return _of_all(words, items[0].start)
    return None


def _of_all(words: str, at: int) -> SpecialStatus | None:
    if not _PROCESSES.search(words) and not _NONE.search(words):
        return None
    if _ONLY.search(words):
        return SpecialStatus.CONDITIONAL
    if _NONE.search(words[:at]) or denied(words, at) or not _PROCESSES.search(words):
        return SpecialStatus.NONE
    return SpecialStatus.PROCESSED


def _of_item(sentence: Sentence, about: frozenset[About]) -> SpecialStatus | None:
    lead = sentence.lead or ""
    special = About.SPECIAL in about or bool(lexicon(_FILE, "collective").mentions(lead))
    if not special and About.DATA not in about:
        return None
    if _NONE.search(lead):
        return SpecialStatus.CONDITIONAL if _ONLY.search(lead) else SpecialStatus.NONE
    return SpecialStatus.CONDITIONAL if special and _ONLY.search(lead) else SpecialStatus.PROCESSED


def _own_data(words: str, at: int) -> bool:
    """ "Wij verwerken gegevens over uw gezondheid": a verb of processing and the word as data."""
    around = words[max(0, at - 40) : at + 50]
    data = re.search(r"gegevens|informatie|\bdata\b|information", around, re.I)
    several = len({m.code for m in lexicon(_FILE, "items").mentions(words)}) > 1
    owned = re.search(r"\b(?:uw|je|jouw|your|een|a)\s+\Z", words[max(0, at - 6) : at], re.I)
    plain = _PLAINLY.match(words, at)
    acts = _PROCESSES.search(words) or (_NONE.search(words) and (data or owned))
    return bool((data or several or owned or plain) and acts)


def _items(sentence: Sentence, status: SpecialStatus) -> Iterator[SpecialItem]:
    found = [(m.start, m.end) for m in lexicon(_FILE, "items").mentions(sentence.words)]
    if lexicon(_FILE, "collective").mentions(sentence.words):
        found += [m.span() for m in _NATIONAL.finditer(sentence.words)]
    for start, end in sorted(found):
        if status is SpecialStatus.PROCESSED and denied(sentence.words, start):
            continue
        words = sentence.text[start:end]
        yield SpecialItem(label=" ".join(words.split()), quote=words, start=sentence.start + start)
