"""
By which words a right is asked for, in Dutch and English.

A sign is NAMED when it cannot be about anything else, ASKED when it is an act upon data of a
person that somebody wishes, HINTED when it only describes the data, and TOLD when nobody wishes it
of her own data. Articles are those of the AVG.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from nakomen.terms import Right


class Strength(IntEnum):
    TOLD = 0
    HINTED = 1
    ASKED = 2
    NAMED = 3


@dataclass(frozen=True)
class Sign:
    right: Right
    strength: Strength
    pattern: re.Pattern[str]


_MACROS = {
    "DATA": r"\b(?:(?:persoons|klant)?gegevens|data|account|profiel|profile|dossier|informatie"
    r"|information|details|records?|alles|everything|bestand(?:en)?|database)\b",
    "PERSONAL": r"\b(?:(?:persoons|klant)?gegevens|data|informatie|information|dossier|records?)\b",
    "FACT": r"\b(?:gegevens|adres|address|(?:achter|voor)?naam|(?:sur|last |first )?name"
    r"|geboortedatum|date of birth|(?:telefoon|mobiele? ?|rekening|phone )?(?:nummer|number)"
    r"|e-?mail(?:adres)?|iban|details|data|information|spelling)\b",
    "ERASE": r"\b(?:verwijder\w*|wissen|wis|gewist|wissing|vernietig\w*|schrap\w*|delet\w+"
    r"|eras(?:e|ed|ing|ure)|remov(?:e|ed|al|ing)|wip(?:e|ed)|destroy(?:ed)?)\b",
    "MEND": r"\b(?:verbeter\w*|corrig\w+|correct|correcting|correctie|rectif\w+|aanpas\w*"
    r"|aan te passen|pas|wijzig\w*|aan ?(?:te )?vul\w*|update|amend|change|herstel\w*|vervang\w*"
    r"|fix)\b",
    "ADVERTS": r"\b(?:reclame\w*|nieuwsbrie\w+|advertenti\w+|advertising|marketing|mailings?"
    r"|mailing list|newsletters?|promotional|aanbiedingen|profilering|profiling|profielen)\b",
    "SHORT": r"\b(?:voorlopig|tijdelijk|even niet|zolang|totdat|tot dit|tot dat|until|while|pending"
    r"|temporarily|for now)\b",
}

_NAMED = {
    Right.ACCESS: r"inzageverzoek|\b(?:recht (?:op|van|tot)|verzoek (?:om|tot)) inzage|inzagerecht"
    r"|subject access|\bd?sar\b(?= request|$|\.)|right (?:of|to) access|inzage in (?:mijn|de|alle)"
    r"|inzage (?:te )?(?:geven|verstrekken|verlenen)",
    Right.RECTIFICATION: r"verzoek (?:om|tot) rectificatie|recht op (?:rectificatie|correctie)"
    r"|right to rectification|rectification of",
    Right.ERASURE: r"recht op (?:gegevens)?wissing|vergetelheid|vergeten te worden"
    r"|right to (?:be forgotten|erasure)|(?:erasure|deletion) request|request for erasure"
    r"|verzoek (?:om|tot) (?:verwijdering|(?:gegevens)?wissing)|(?:wissings|verwijder)\w*verzoek",
    Right.RESTRICTION: r"beperking van (?:de |het )?(?:verwerking|gebruik)|verwerking [^.]{0,60}"
    r"beperken|beperk [^.]{0,40}verwerking|restrict\w* (?:of )?(?:the )?process\w+",
    Right.PORTABILITY: r"data ?portabilit\w+|overdraagbaarheid|right to (?:data )?portability"
    r"|machine[ -]?(?:leesbaar|leesbare|readable)|portability request",
    Right.OBJECTION: r"recht van bezwaar|right to object|objection under art",
    Right.WITHDRAW_CONSENT: r"toestemming intrekken|intrek\w+ (?:van )?(?:mijn )?toestemming"
    r"|withdrawal of consent|(?:withdraw|revoke)\w* [^.]{0,40}consent"
    r"|trek [^.]{0,80}toestemming [^.]{0,80}\bin\b|toestemming [^.]{0,30}\btrek ik\b"
    r"|no longer (?:give )?consent",
}
_ASKED = {
    Right.ACCESS: r"\b(?:kopie|afschrift|overzicht|uitdraai|copy|copies|overview)\b"
    r"[^.]{0,40}(?:<PERSONAL>|\b(?:alles|everything)\b)"
    r"|\b(?:request|want|like|get) access to [^.]{0,20}<PERSONAL>"
    r"|<PERSONAL>[^.]{0,60}\b(?:een |an? )(?:kopie|overzicht|overview|copy)\b"
    r"|\b(?:stuur|sturen|ontvang\w*|opvragen|send|provide|supply|receive)\b[^.]{0,25}"
    r"\b(?:mijn|my|alle|all)\b[^.]{0,20}<PERSONAL>"
    r"|\b(?:supply|provide|see|access|give me|zien|inzien)\b[^.]{0,25}<PERSONAL>[^.]{0,25}"
    r"\b(?:about|on|of|relating to|concerning|over|van) (?:me|mij)\b"
    r"|\brequest for (?:all )?<PERSONAL>[^.]{0,25}\b(?:about|relating to|concerning) me\b"
    r"|\b(?:mijn|my) (?:persoons)?(?:gegevens|data) (?:inzien|opvragen|bekijken)"
    r"|\bsee (?:all )?(?:my|the|your)? ?data\b|\binzage\b",
    Right.RECTIFICATION: r"<MEND>[^.]{0,80}<FACT>|<FACT>[^.]{0,80}<MEND>"
    r"|<FACT>[^.]{0,50}\b(?:fout|verkeerd|onjuist\w*|misspel\w+|wrong|incorrect\w*|inaccurate)\b"
    r"|\b(?:verkeerde?|foute?|onjuiste|wrong|misspelled) <FACT>|\bplease correct\b"
    r"|\b(?:mijn|my)\b[^.]{0,20}<FACT>[^.]{0,20}\bklop\w* [^.]{0,10}niet\b"
    r"|\b(?:nieuwe?|new) (?:adres|address|\w*nummer|phone number|e-?mail\w*|iban)\b",
    Right.ERASURE: r"<ERASE>[^.]{0,80}<DATA>|<DATA>[^.]{0,80}<ERASE>"
    r"|\b(?:gooi|haal|halen)\b[^.]{0,40}(?:<DATA>|\b(?:mij|me)\b)[^.]{0,40}\b(?:weg|uit|eruit|halen)\b"
    r"|\b(?:mij|me)\b[^.]{0,30}\buit\b[^.]{0,20}<DATA>"
    r"|\bdat (?:u|jullie|je) [^.]{0,20}<DATA>[^.]{0,10}\bwist\b"
    r"|<ERASE>[^.]{0,40}\b(?:mij|mijn|my)\b[^.]{0,60}\b(?:systeem|systemen|systems?|administratie)\b"
    r"|<ERASE> me from (?![^.]{0,20}(?:list|newsletter))",
    Right.RESTRICTION: r"<PERSONAL>[^.]{0,60}<SHORT>[^.]{0,40}\b(?:gebruik\w*|verwerk\w*|use)\b"
    r"|<SHORT>[^.]{0,60}\b(?:niet|not)\b[^.]{0,30}\b(?:gebruik\w*|verwerk\w*|use|process)\b"
    r"|\bgebruik\w*[^.]{0,40}<SHORT>[^.]{0,40}\b(?:stil|staken|stop\w*|op te schorten)\b"
    r"|\b(?:bevries|bevriezen|freeze)\b[^.]{0,40}<PERSONAL>|<PERSONAL>[^.]{0,40}\bbevriezen\b"
    r"|\b(?:apart zetten|op slot)\b",
    Right.PORTABILITY: r"<PERSONAL>[^.]{0,60}\b(?:meenemen|overdragen|over te dragen|overzetten)\b"
    r"|\b(?:meenemen|overdragen)\b[^.]{0,40}<PERSONAL>"
    r"|\b(?:export|transfer|move|take|port)\b[^.]{0,20}\b(?:my|the)\b[^.]{0,20}<PERSONAL>"
    r"|<PERSONAL>[^.]{0,40}\b(?:csv|json|xml)\b",
    Right.OBJECTION: r"\b(?:geen|niet|nooit)\b[^.]{0,50}<ADVERTS>"
    r"|<ADVERTS>[^.]{0,40}\b(?:niet|geen|stop\w*|afmeld\w*|uitschrij\w+|opzeg\w+)\b"
    r"|\b(?:stop\w*|afmeld\w*|uitschrij\w+|schrijf|unsubscribe|opt[- ]out|take me off|remove me"
    r"|no more|not want|don't want|haal mij)\b[^.]{0,60}(?:<ADVERTS>|\bmailing list\b)"
    r"|\bbezwaar\b[^.]{0,60}(?:<PERSONAL>|<ADVERTS>|\bverwerking\b|\bgebruik\b)"
    r"|(?:<PERSONAL>|<ADVERTS>)[^.]{0,80}\bbezwaar\b|\bobject\b[^.]{0,90}\b(?:processing|marketing"
    r"|use of|data|profiling)\b",
    Right.WITHDRAW_CONSENT: r"\btoestemming\b[^.]{0,40}\b(?:niet meer|niet langer|vervalt)\b",
}
_HINTED = {
    Right.ACCESS: r"\b(?:wat|welke|what|which)\b[^.]{0,70}"
    r"\b(?:over|van|about|on|of|heb\w*) (?:mij|me)\b"
    r"|\b(?:data|information|everything|alles)\b[^.]{0,30}\b(?:hold|have|store|keep|hebt|hebben)\b"
    r"[^.]{0,30}\b(?:me|mij)\b",
    Right.ERASURE: r"\baccount\b[^.]{0,20}\b(?:opzeggen|sluiten|weg)\b|\bclose my account\b",
    Right.WITHDRAW_CONSENT: r"^toestemming$|^consent$",
}
_ARTICLES = {
    15: Right.ACCESS,
    16: Right.RECTIFICATION,
    17: Right.ERASURE,
    18: Right.RESTRICTION,
    20: Right.PORTABILITY,
    21: Right.OBJECTION,
}
# What is asked about these is asked of a shop, not of who keeps data.
_TRADE = {
    Right.ACCESS: r"\b(?:factuur|facturen|invoices?|contract|offerte|bon|receipt|order)\b",
    Right.RECTIFICATION: r"\b(?:bestelling|order|abonnement|subscription|wachtwoord|password"
    r"|offerte|afspraak|appointment|pakket|parcel)\b",
    Right.OBJECTION: r"\b(?:boete|incasso\w*|kosten|fees?|charges?)\b",
}
_WISH = re.compile(
    r"\b(?:ik (?:wil|zou|wens|eis|vraag|verzoek|sommeer|verwacht|ontvang|maak)|wil ik|zou ik"
    r"|maak ik|verzoek\w*|graag|gaarne|gelieve|wilt u|wil je|willen jullie|kunt u|kunnen jullie"
    r"|kan je|kun je|zou(?:den)? (?:u|je|jullie)|mag ik|alsjeblieft|alstublieft|aub|svp|please|pls"
    r"|kindly|i (?:hereby )?(?:want|would|request|wish|ask|demand|require|object)"
    r"|i'd like|(?:could|can|would|will) you|do not want|don't want|unsubscribe"
    r"|i am making|i am writing to)\b"
    r"|^\W*(?:verwijder|wis|stuur|geef|gooi|haal|schrap|delete|erase|remove|send|give|close|stop"
    r"|take|bevries|freeze|do not|geen)\b"
)
_HERS = re.compile(
    r"\b(?:mijn|my|mij|me|ons|our|onze|ik|i|persoonsgegevens|personal data|everything you)\b"
)
_LAW = re.compile(r"\b(?:avg|gdpr|verordening|regulation|uavg)\b")
_ARTICLE = re.compile(r"\bart(?:ikel|icle|\.)?\s?(\d{1,2})\b(?!\s?(?:-|t/m|tot en met|to)\s?\d)")


def _signs() -> tuple[Sign, ...]:
    tables = ((Strength.NAMED, _NAMED), (Strength.ASKED, _ASKED), (Strength.HINTED, _HINTED))
    return tuple(
        Sign(right, strength, re.compile(_filled(pattern)))
        for strength, table in tables
        for right, pattern in table.items()
    )


def _filled(pattern: str) -> str:
    for name, words in _MACROS.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{words})")
    return pattern


_SIGNS = _signs()
_STATED = (Right.RECTIFICATION, Right.WITHDRAW_CONSENT)
"""Who says that her name is wrong, or that her consent ends, has asked."""
_TRADES = tuple((right, re.compile(pattern)) for right, pattern in _TRADE.items())


def signs_in(sentence: str, lawful: bool) -> dict[Right, Strength]:
    """
    The rights that *sentence*, in plain letters, may be about, with their strongest sign.

    Args:
        lawful: the letter names the regulation, so that articles are its articles.
    """
    found: dict[Right, Strength] = {}
    for sign in _SIGNS:
        if found.get(sign.right, -1) < sign.strength and sign.pattern.search(sentence):
            found[sign.right] = sign.strength
    wished, hers = _WISH.search(sentence), _HERS.search(sentence)
    free = (*_STATED, Right.OBJECTION) if wished else _STATED
    if not (wished and hers):
        told = [r for r, s in found.items() if s is Strength.ASKED and r not in free]
        found.update(dict.fromkeys(told, Strength.TOLD))
    for sold, trade in _TRADES:
        if found.get(sold) == Strength.ASKED and trade.search(sentence):
            del found[sold]
    for number in _ARTICLE.findall(sentence) if lawful else ():
        if right := _ARTICLES.get(int(number)):
            found[right] = Strength.NAMED
    return found


def names_the_law(text: str) -> bool:
    return bool(_LAW.search(text))
