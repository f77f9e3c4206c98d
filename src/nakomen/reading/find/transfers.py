"""Whether data goes outside the European Economic Area, where to and how guarded."""

import re
from dataclasses import dataclass

from nakomen.reading.facts import Quote, TransferFact
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, subjects
from nakomen.reading.words.lexicon import Mention, lexicon
from nakomen.reading.words.quick import Quick
from nakomen.terms import Safeguard

_HINTS = (
    *(
        "buiten",
        "derde land",
        "derde-land",
        "europ",
        "eer",
        " eu",
        "(eu",
        "outside",
        "third countr",
    ),
    *(
        "eea",
        "privacy shield",
        "privacy-shield",
        "safe harbo",
        "framework",
        "nederland",
        "netherland",
    ),
    *(
        "niet-eu",
        "wereld",
        "world",
        "global",
        "international",
        "internationa",
        "doorgifte",
        "transfer",
    ),
    *("modelcontract", "standaardcontract", "standaardbepaling", "adequa", "beschermingsniveau"),
    *("clause", "bindende", "grens", "ander land", "andere land", "abroad", "overseas", "oversee"),
)
_EEA = (
    r"(?:europese\s+(?:economische\s+(?:ruimte|regio|gemeenschap)|unie|landen|lidstaten|grenzen|gebied|bodem)|europees\s+grondgebied|"
    r"european\s+(?:economic\s+area|union)|e\.?e\.?r\b|e\.?u\b|unie\b|union\b|eea\b|europa\b|europe\b)"
)
_OUT = re.compile(
    rf"\b(?:buiten\s+(?:\w+\s+){{0,3}}?(?:grenzen\s+van\s+)?(?:de\s+|het\s+)?{_EEA}|"
    rf"outside\s+(?:of\s+)?(?:the\s+)?{_EEA}|derde\s+land(?:en)?|third\s+countr(?:y|ies)|"
    rf"(?:verlaten|verlaat|leaves?|leaving)\s+(?:de\s+|the\s+)?(?:{_EEA}|nederland|netherlands)|"
    r"elders\s+(?:in|ter)\s+(?:de\s+)?wereld|grensoverschrijdend\w*|internationale\s+(?:doorgifte|overdracht|organisatie)\w*|"
    r"land(?:en)?\s+(?:zonder|waar\w*)\s+(?:\w+\s+){0,5}bescherm\w*|wereldwijd\w*|over\s+de\s+(?:hele\s+)?wereld|worldwide|globally|niet-?\s?europese|non-european|"
    rf"niet-?\s?(?:eu|eer)|non-?\s?(?:eu|eea)|geen\s+deel\s+uitmaken\s+van\s+de\s+(?:eu|eer))",
    re.I,
)
_ABROAD = Quick(r"\b(?:naar|in|to|in\s+the|binnen)\s+het\s+buitenland|\babroad\b|overseas", re.I)
_IN = re.compile(
    rf"\b(?:binnen|in|op|within|inside)\s+(?:\w+\s+){{0,3}}?{_EEA}|\b(?:binnen|in)\s+(?:heel\s+)?Nederland|"
    r"Nederlandse\s+(?:servers?|datacent\w+|bodem)|Europese\s+(?:servers?|datacent\w+|bodem)|in\s+the\s+netherlands",
    re.I,
)
_GOES = re.compile(
    r"\b(?:doorg\w+|doorgifte|doorgeven|doorgegeven|doorgestuurd|verwerk\w*|opgeslagen|opslag\w*|opslaan|bewaa?r\w*|slaan|"
    r"overgebracht|overdra\w+|overgedragen|verstrek\w*|verstuur\w*|verstuurd|verzonden|verzend\w*|gehost|"
    r"servers?|gevestigd|bevind\w*|delen|gedeeld|verlaten|terechtkom\w*|exporter\w*|verplaats\w*|gegevens|"
    r"persoonsgegevens|transfer\w*|stor\w+|process\w*|located|based|hosted|sent|leave|kept|keeps?|share[ds]?|gaan|gaat|zitten|zit|staan|staat|geven|geeft|landen|krijgen|krijgt|toegang|access|datacent\w+)",
    re.I,
)
_STAYS = re.compile(
    r"\b(?:uitsluitend|alleen|enkel|slechts|altijd|volledig|blijven|blijft|only|exclusively|solely|always|remains?|stays?|allemaal|alle|alles|al\s+onze|everything|in\s+principe|in\s+beginsel|zoveel\s+mogelijk)\b",
    re.I,
)
_NO = re.compile(r"\b(?:niet|niets|nooit|geen|nimmer|not|never|no|nothing|nee)\b", re.I)
_NOT_OUT = re.compile(
    r"\b(?:niet|nooit|geen|niets|not)\W+(?:\w+\W+){0,3}(?:buiten|outside)\b", re.I
)
_NOT = Quick(r"\b(?:niet|nooit|geen|nimmer|not|never)\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:bezoekers|klanten|gebruikers|personen|mensen|visitors|customers|users)\s+"
    r"(?:van\s+|from\s+|uit\s+landen\s+)?(?:buiten|outside)\b",
    re.I,
)
_TRADE = re.compile(
    r"\b(?:klanten|klant|afnemers|winkels?|vestiging(?:en)?|kantoor|kantoren|markt|levert|verkopen|verkoopt|"
    r"verzendkosten|customers|offices?|market|sell)\b.{0,60}\b(?:in|uit|naar|from|to)\b",
    re.I,
)
_SUPPLIER = re.compile(
    r"\b(?:leverancier|partij|bedrijf|dienst|aanbieder|verwerker|software|servers?|provider|supplier|"
    r"company|companies|vendor|platform|tool)",
    re.I,
)
_OURSELVES = re.compile(r"\A\W*(?:wij|we|ik)\s+(?:zijn|are|ben)\b", re.I)
_EXCEPT = re.compile(
    r"\b(?:tenzij|behalve|zonder\s+(?:dat|passende|uw|adequate)|alleen|uitsluitend|slechts|enkel|mits|"
    r"unless|except|only|without|anders\s+dan|dan\s+(?:nadat|wanneer|als))\b",
    re.I,
)
_MAYBE = re.compile(
    r"\b(?:als|indien|wanneer|mocht(?:en)?|kan|kunnen|mogelijk|eventue\w+|tenzij|in\s+(?:het\s+)?geval|soms|"
    r"in\s+(?:sommige|bepaalde|voorkomende)\s+gevallen|may|might|if|could|can|sometimes|"
    r"where|possib\w+|unless|regels|toegestaan|voor\s+zover|zo\s+nodig|hoofdregel|mogen)\b|"
    r"\b(?:alleen|slechts|uitsluitend|enkel|only)\b.{0,80}\b(?:als|indien|wanneer|mits|nadat|land|landen|if|when|where|countries)\b",
    re.I,
)
_TRANSFER = Quick(
    r"doorgifte|doorge\w+|door\s+te\s+geven|\btransfer|overdracht|overgedragen|\blanden\b", re.I
)
_WHERE = re.compile(
    r"\b(?:land|waar|plaats|locatie|vestiging|country|where|location|place)\b", re.I
)
_APART = Quick(r"uitzondering|behalve|except", re.I)
_NOT_ABROAD = re.compile(
    r"\b(?:niet|nooit|geen|not|never)\b.{0,60}\b(?:buiten\s+nederland|outside\s+(?:of\s+)?the\s+netherlands)\b",
    re.I,
)
_BRIEF = 30
"""Characters of a sentence that only says no."""
_YES_NO = frozenset(
    {"nee", "ja", "ja, d", "allee", "soms", "only", "neen", "no", "none", "yes", "geen", "niet"}
)
_ANSWER = re.compile(
    r"\A\W*(?P<no>nee|neen|no|none|geen|niet|niets)?(?P<yes>ja|yes)?(?P<maybe>alleen|soms|only|sometimes)?\b",
    re.I,
)
"""To a heading that asks whether data goes abroad."""
_STILL = re.compile(
    r"\b(?:als|indien|mocht\w*|wanneer|if|where)\b.{0,60}\b(?:toch|alsnog|doorgifte|doorgeven|transfer)\b|"
    r"\b(?:moet|gebeurt|gaat|gaan|wordt|worden)\b.{0,30}\btoch\b",
    re.I,
)
"""Right after "in beginsel niet": the case in which data does go."""
_OF_DATA = re.compile(
    r"gegevens|\bdata\b|informatie|servers?|opgeslagen|verwerkt|verwerken|opslag|stored|hosted|"
    r"information|alles\b.{0,30}\bblijft|everything\b.{0,30}\bstays|al\s+onze\s+\w+|all\s+our\s+\w+",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:gaan|gaat|worden|wordt|geven|staat|staan|verwerken|blijven|blijft|zijn|is|are|goes)\b.*\.\s*\Z",
    re.I,
)
"""Capitals make a paragraph look like a heading; a heading has no verb and no full stop."""
_LAW_TALK = Quick(r"\b(?:definitie|verstaan\s+(?:wij|we)|rechtsgebied|jurisdict)", re.I)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What one sentence says of leaving the EEA."""

    quote: Quote
    outside: bool
    conditional: bool | None
    """None where the sentence only names a ground for going."""


def read_transfers(sentences: tuple[Sentence, ...]) -> TransferFact:
    """
    All sentences together: one that lets data go outweighs a denial in general.

    Countries are those outside the EEA to which data goes; safeguards those that are named in the
    same sentences or in the same section.
    """
    said: list[_Said] = []
    countries: dict[str, None] = {}
    guards: dict[Safeguard, None] = {}
    near = -2
    for n, sentence in enumerate(sentences):
        if _is_aside(sentence):
            continue
        low = sentence.low
        hinted = (
            any(hint in low for hint in _HINTS)
            or low[:5].strip(" .,") in _YES_NO
            or bool(_names_country(sentence.words))
        )
        found = _read(sentence) if hinted else None
        if found is None and said and n - near <= 2 and _STILL.search(sentence.words):
            quote = Quote(quote=sentence.text, start=sentence.start)
            found = _Said(quote=quote, outside=True, conditional=True)
        named = (_countries(sentence.words) or _in_list(sentence)) if hinted else ()
        if found:
            said.append(found)
            near = n
            countries |= dict.fromkeys(named if found.outside else ())
        if found or n - near <= 2 or About.TRANSFER in subjects(sentence.section or ""):
            guards |= dict.fromkeys(_safeguards(sentence.words, bool(found and found.outside)))
    return _fact(said, tuple(countries), tuple(guards))


def _fact(
    said: list[_Said], countries: tuple[str, ...], guards: tuple[Safeguard, ...]
) -> TransferFact:
    out = [one for one in said if one.outside]
    if not out:
        told = tuple(one.quote for one in said)
        return TransferFact(outside_eea=False, told=told) if said else TransferFact()
    cases = [one.conditional for one in out if one.conditional is not None]
    return TransferFact(
        outside_eea=True,
        conditional=bool(cases) and all(cases),
        countries=countries,
        safeguards=guards,
        told=tuple(one.quote for one in out),
    )


def _is_aside(sentence: Sentence) -> bool:
    if sentence.role is Role.HEADING and not _TELLS.search(sentence.words):
        return True
    return bool(_LAW_TALK.search(sentence.words) or _PEOPLE.search(sentence.words))


def _read(sentence: Sentence) -> _Said | None:
    words = sentence.words
    quote = Quote(quote=sentence.text, start=sentence.start)
    out = _OUT.search(words) or (_ABROAD.search(words) if _GOES.search(words) else None)
    if words.rstrip().endswith("?"):
        return None
    if _NOT_ABROAD.search(words):
        return _Said(quote=quote, outside=False, conditional=False)
    if answer := _answered(sentence, quote):
        return answer
    if out and (
        _GOES.search(words)
        or _SUPPLIER.search(words)
        or _NOT_OUT.search(words)
        or About.TRANSFER in subjects(sentence.section or "")
    ):
        return _leaves(words, out, quote)
    countries = _countries(words) or _in_list(sentence)
    if countries:
        if _denies(words, words.lower().find("verenigde")):
            return _Said(quote=quote, outside=False, conditional=False)
        return _Said(quote=quote, outside=True, conditional=_MAYBE.search(words) is not None)
    if _moves_under(words) and not (_NO.search(words) and not _EXCEPT.search(words)):
        return _Said(
            quote=quote, outside=True, conditional=_MAYBE.search(words) is not None or None
        )
    if _stays(words):
        return _Said(quote=quote, outside=False, conditional=False)
    return None


def _moves_under(words: str) -> bool:
    """A ground for going: Privacy Shield and Safe Harbor, or a contract for a transfer."""
    codes = {mention.code for mention in lexicon("safeguards.toml").mentions(words)}
    if codes & {"privacy_shield", "safe_harbor"}:
        return True
    return bool(codes & {"scc", "bcr", "adequacy"}) and _TRANSFER.search(words) is not None


def _in_list(sentence: Sentence) -> tuple[str, ...]:
    """Countries in a list of receivers, or in the column that says where they are."""
    if sentence.role not in (Role.ITEM, Role.ROW):
        return ()
    above = f"{sentence.section or ''} {sentence.lead or ''}"
    if not _WHERE.search(sentence.columns or "") and About.SHARING not in subjects(above):
        return ()
    return _codes(sentence.words)


def _stays(words: str) -> bool:
    """All of it is and remains within the EEA."""
    within = _IN.search(words) and _STAYS.search(words) and _OF_DATA.search(words)
    return bool(within) and not _NOT.search(words)


def _names_country(words: str) -> list[Mention]:
    return lexicon("countries.toml", "outside").mentions(words)


def _answered(sentence: Sentence, quote: Quote) -> _Said | None:
    """ "Gaan er gegevens buiten de EU?" and "Nee.": the heading asks, the first words answer."""
    section = sentence.section or ""
    asks = _OUT.search(section) or _names_country(section) or _ABROAD.search(section)
    brief = About.TRANSFER in subjects(section) and len(sentence.words) <= _BRIEF
    if not asks and not brief:
        return None
    found = _ANSWER.match(sentence.words)
    if found is None or found.lastgroup is None or (found["maybe"] and not asks):
        return None
    return _Said(quote=quote, outside=not found["no"], conditional=bool(found["maybe"]))


def _leaves(words: str, out: re.Match[str], quote: Quote) -> _Said | None:
    if _denies(words, out.start()):
        if _APART.search(words) and _countries(words):
            return _Said(quote=quote, outside=True, conditional=False)
        if _EXCEPT.search(words):
            return _Said(quote=quote, outside=True, conditional=True)
        return _Said(quote=quote, outside=False, conditional=False)
    return _Said(quote=quote, outside=True, conditional=_MAYBE.search(words) is not None)


def _denies(words: str, at: int) -> bool:
    """A "not" near the place: "niet buiten …" and "buiten … niet"."""
    if at < 0:
        return False
    before = _NO.search(words, max(0, at - 120), at)
    after = _NO.search(words, at, at + 120)
    passend = re.search(
        r"(?:niet|not)\s+(?:\w+\s+){0,4}(?:passend|adequa|zelfde|same)", words, re.I
    )
    return bool(before or after) and not passend


def _countries(words: str) -> tuple[str, ...]:
    """The countries outside the EEA that are named, but not of us and not of customers."""
    trade = _TRADE.search(words) and not _OF_DATA.search(words) and not _TRANSFER.search(words)
    return () if trade or _OURSELVES.match(words) else _codes(words)


def _codes(words: str) -> tuple[str, ...]:
    found = _names_country(words)
    return tuple(
        dict.fromkeys(
            m.code for m in found if words[m.start].isupper() and _spelt(words[m.start : m.end])
        )
    )


def _spelt(words: str) -> bool:
    """ "US" and "VS" are countries in capitals only."""
    return len(words) > 3 or words.upper() == words


def _safeguards(words: str, leaves: bool) -> tuple[Safeguard, ...]:
    found = dict.fromkeys(Safeguard(m.code) for m in lexicon("safeguards.toml").mentions(words))
    return tuple(g for g in found if leaves or g is not Safeguard.ANONYMISATION)
