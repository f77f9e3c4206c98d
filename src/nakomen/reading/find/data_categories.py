"""Which kinds of personal data the company says it has (AVG artikel 14 lid 1 onder d)."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import CategoryFact
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, listed, subjects
from nakomen.reading.words.clauses import DEFINES, denied
from nakomen.reading.words.lexicon import Mention, lexicon
from nakomen.reading.words.quick import Quick
from nakomen.terms import Category

_FILE = "data_words.toml"
_PROCESSED = re.compile(
    r"gegevens|\b(?:wij|we|ik)\b|\b(?:verwerk|verzamel|bewaa?r|gebruik|\bsla(?:an|at)\b|opgeslagen|opslaan|registre|"
    r"vastgelegd|vastleggen|leggen|legt|vragen|gevraagd|vraagt|nodig|ontvang|verkrij|verkregen|"
    r"gelogd|loggen|logt|bijgehouden|houden|noteren|deelt|delen|gedeeld|verstrek|achterlaat|"
    r"invult|invullen|vult|opgeeft|gegevens|informatie|bekend|beschikken|hebben|opgenomen|"
    r"invoert|meten|plaatsen|inzien|opname|krijg|ontvangt|staan|staat|kennen|kent|weten|weet|gewist|verwijder|vernietig|process|collect|stor(?:e|ed|ing)\b|\buse[ds]?\b|"
    r"record|keep|kept|receive|provide|ask|information|data\b|need)",
    re.I,
)
_HERS = re.compile(
    r"(?:\b(?:uw|je|jouw|jullie|diens|hun|zijn|haar|your|their|his|her|u|de|het|een|the|a|an|"
    r"bv|bijv|zoals|als|waaronder|nl|namelijk|including|as|and|en|of|or|plus|alsmede|evenals|wij|we|ik|vast|ook|klanten|"
    r"eventuele?|zakelijke?|private|volledige?)|[(,:;/•+&\"“'‘]|\bbijv\.|\A\W{0,6})"
    r"\s*(?:\(\w+\)\s*)?\Z",
    re.I,
)
_OWNED = re.compile(r"\b(?:uw|je|jouw|jullie|your)\s+(?:\w+\s+)?\Z", re.I)
_BY_WAY = re.compile(
    r"\b(?<!-)(?:via|per|door\s+middel\s+van|middels|naar|by|through|onze|our|via\s+de|"
    r"contact\s+op\w*|stuur|mail|bel)\s+(?:\w+\s+|een\s+|het\s+|uw\s+|je\s+|jouw\s+|your\s+){0,2}\Z|\bons\s+(?:eigen\s+)?\Z",
    re.I,
)
_A_MESSAGE = re.compile(r"\b(?:een|an?|deze|die|elke|every)\s+\Z", re.I)
_HEAD_ENDS = re.compile(
    r"\s(?:om|zodat|omdat|voor(?!\s*-)|ten\s+behoeve|t\.?b\.?v|waarmee|bijvoorbeeld\s+door|indien|"
    r"wanneer|als\s+u|als\s+je|in\s+order|so\s+that|because|for|to)\s",
    re.I,
)
_NAMES_MORE = re.compile(
    r"\b(?:zoals|waaronder|bijvoorbeeld(?!\s+door)|such\s+as|including|[Nn]amelijk)\b|[:(]"
)
_OWN_DETAILS = re.compile(
    r"@|\b[1-9]\d{3} ?[A-Z]{2}\b|(?:\+31|\b0\d{1,3})[ (-]{0,3}\d|\bwww\.|https?:|\b\d{8}\b"
)
_ASIDE = frozenset({About.RIGHTS, About.CONTACT, About.TERMS, About.SECURITY})
_TOPICS = frozenset({About.PURPOSE, About.COOKIES, About.SPECIAL, About.RETENTION})
_SHE_CHANGES = re.compile(
    r"\b(?:kunt?\s+u|u\s+kunt|je\s+kunt|kun\s+je|kan\s+je|u\s+mag|mag\s+u|you\s+(?:can|may))\b.{0,120}?"
    r"\b(?:wijzig|aanpas|aan\s+te\s+passen|inzien|bekijk|verwijder|corrig|open|raadple|bereik|opvrag|"
    r"change|update|view|access|correct|delet)",
    re.I,
)
_EXAMPLE = re.compile(
    r"\A\W*(?:denk|u\s+(?:moet|kunt)\s+(?:\w+\s+){0,2}denken|voorbeeld\w*|hierbij|dit\s+(?:zijn|kan|betekent)|"
    r"bijvoorbeeld|for\s+example|examples?|think\s+of)\b|\A.{0,40}\bdenken\s+aan\b",
    re.I,
)
"""The sentence after a definition that only fills it in."""
_WHAT_IS = re.compile(
    r"\b(?:wat\s+(?:is|zijn)|what\s+(?:is|are))\s+(?:een\s+)?(?:persoon|bijzonder|personal|cookies)",
    re.I,
)
_WE = Quick(r"\b(?:wij|we|ik)\b|\b(?:wordt|worden)\b", re.I)
_PROVES = Quick(
    r"kopie|legitim|identi(?:fic|teit)|zwart|\bcopy\b|afscherm|onleesbaar|pasfoto|mrz", re.I
)
_NEVER_ITEMS = frozenset({About.RIGHTS, About.SECURITY, About.TERMS})
_CLOSE = 60


def read_data_categories(sentences: tuple[Sentence, ...]) -> tuple[CategoryFact, ...]:
    """Each kind once, with the first sentence that says the company has it."""
    first: dict[Category, CategoryFact] = {}
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        named = list(_named(sentence))
        if not named or _defines(before, sentence):
            continue
        for mention in named:
            code = Category(mention.code)
            if code not in first:
                first[code] = CategoryFact(
                    code=code, quote=sentence.text, start=sentence.start, section=sentence.section
                )
    return tuple(sorted(first.values(), key=lambda fact: fact.start))


def _defines(before: Sentence | None, sentence: Sentence) -> bool:
    """A definition, or the sentence after one that gives examples."""
    if DEFINES.search(sentence.words):
        return True
    follows = before is not None and _EXAMPLE.match(sentence.words)
    return bool(follows and before and DEFINES.search(before.words))


def _named(sentence: Sentence) -> Iterator[Mention]:
    words = sentence.words
    sure = lexicon(_FILE, "sure").mentions(words)
    near = lexicon(_FILE, "near").mentions(words)
    if not (sure or near) or _is_aside(sentence, sure):
        return
    in_list = _in_data_list(sentence)
    if not in_list and not _is_told(sentence, sure, near):
        return
    near = [m for m in near if not any(s.start <= m.start < s.end for s in sure)]
    head = _head(words) if in_list else 0
    for mention in sure:
        if _holds(words, mention) and (mention.start < head or _hers(words, mention, in_list)):
            yield mention
    for mention in near:
        if mention.code == "cookies" and mention.start >= head:
            continue
        if _A_MESSAGE.search(words, 0, mention.start) and mention.code == "email":
            continue
        if _holds(words, mention) and _beside(words, mention, sure + near, head):
            yield mention


def _is_aside(sentence: Sentence, sure: list[Mention]) -> bool:
    """Definitions, the company's own details, and what is asked to prove who somebody is."""
    words, about = sentence.words, subjects(sentence.section or "")
    if _WHAT_IS.search(sentence.section or "") or (
        _SHE_CHANGES.search(words) and not _WE.search(words)
    ):
        return True
    if _OWN_DETAILS.search(words) and len(words) < 250 and not _OWNED.search(words[:40]):
        return True
    if about & _ASIDE and not about & _TOPICS and not _in_data_list(sentence):
        owned = any(_OWNED.search(words, max(0, m.start - 40), m.start) for m in sure)
        return _PROVES.search(words) is not None or not owned
    return About.RIGHTS in about and _PROVES.search(words) is not None


def _is_told(sentence: Sentence, sure: list[Mention], near: list[Mention]) -> bool:
    """In prose: with a verb of having, or as hers ("uw naam"), or several in a row."""
    words = sentence.words
    if sentence.role is Role.HEADING or words.rstrip().endswith("?"):
        return False
    owned = any(_OWNED.search(words, max(0, m.start - 20), m.start) for m in sure)
    return _is_processed(sentence) or owned or len(sure) + len(near) > 1


def _is_processed(sentence: Sentence) -> bool:
    """A verb of having or using, or a heading that announces the data."""
    return bool(_PROCESSED.search(sentence.words)) or About.DATA in subjects(sentence.section or "")


def _in_data_list(sentence: Sentence) -> bool:
    if sentence.role not in (Role.ITEM, Role.ROW):
        return False
    if About.SECURITY in subjects(sentence.section or ""):
        return False
    about = listed(sentence.lead, sentence.section)
    return bool(about & {About.DATA, About.SPECIAL}) and not about & _NEVER_ITEMS


def _head(words: str) -> int:
    """Where the item stops naming and begins to explain."""
    found = _HEAD_ENDS.search(words)
    return found.start() if found else len(words)


def _holds(words: str, mention: Mention) -> bool:
    by_way = _BY_WAY.search(words, max(0, mention.start - 40), mention.start)
    return not by_way and not denied(words, mention.start)


def _hers(words: str, mention: Mention, in_list: bool) -> bool:
    """Named as data of a person: "uw …", one of several, or after "zoals"."""
    if _HERS.search(words, max(0, mention.start - 30), mention.start):
        return True
    return not in_list or _NAMES_MORE.search(words, 0, mention.start) is not None


def _beside(words: str, mention: Mention, others: list[Mention], head: int) -> bool:
    """A word such as "naam" is data in the head of an item or beside another kind of data."""
    if mention.start < head and not _more(words, mention.start):
        return True
    if not _HERS.search(words, max(0, mention.start - 30), mention.start):
        return False
    if _OWNED.search(words, max(0, mention.start - 12), mention.start) and mention.code in _OWN:
        return True
    return any(
        other.code != mention.code and abs(other.start - mention.end) < _CLOSE
        for other in others
        if other.code in _PLAIN and mention.code in _PLAIN
    )


def _more(words: str, at: int) -> bool:
    """Whether a comma-less explanation stands between: "Overige gegevens die u in berichten …"."""
    return re.search(r"\b(?:die|dat|waar|that|which|in|door|over|van)\s", words[:at]) is not None


_OWN = frozenset({"name", "address", "phone", "location"})
_PLAIN = frozenset(
    {
        "name",
        "address",
        "email",
        "phone",
        "ip_address",
        "date_of_birth",
        "gender",
        "vat_kvk_number",
        "bank_account",
        "device",
        "location",
        "bsn",
    }
)
