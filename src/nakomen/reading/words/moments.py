"""From when a term counts, in the words of the sentence: "na afloop van het kalenderjaar"."""

import re

from nakomen.reading.words.durations import Duration
from nakomen.terms import Moment

_END = (
    r"(?:afloop|einde|eind|beëindig\w{0,5}|beeindig\w{0,5}|opzeg\w{0,6}|opgezegd|ontbind\w{0,4}|"
    r"stopzet\w{0,4}|aflopen|eindig\w{0,4}|verstrijken|sluit\w{0,4}|opheff\w{0,3})"
)
_BOND = (
    r"(?:overeenkomst\w{0,2}|contract\w{0,4}|dienst\w{0,10}|abonnement\w{0,2}|\w{0,8}relatie|"
    r"samenwerking|account|lidmaatschap|klantcontract|opdracht|klantrelatie|dienstverband)"
)
# Of "your last contact or login" the contact comes first, and is what counts.
_BETWEEN = r"(?:(?!\w{0,8}contact|activit|bestel|order|gebruik|use\b)\w+\s+){0,4}"
_LOGIN = (
    rf"laatste?\s+{_BETWEEN}(?:inlog\w{{0,6}}|logins?\b|ingelogd|aanlog\w{{0,4}})|"
    r"niet\s+(?:\w+\s+){0,4}?(?:ingelogd|inlogt)\b|"
    r"logt?\s+(?:\w+\s+){1,6}?niet\s+(?:meer\s+)?in\b|"
    rf"last\s+{_BETWEEN}(?:log(?:ged)?[- ]?(?:in|on)s?\b|sign(?:ed)?[- ]?ins?\b)|"
    r"not\s+(?:\w+\s+){0,2}?(?:log|sign)(?:ged|ed)?\s+(?:in|on)\b|"
    r"without\s+(?:logging|signing)\s+(?:in|on)\b"
)
_PATTERNS = {
    Moment.CALENDAR_YEAR_END: r"kalenderja|boekja|belastingja|(?:einde|afloop|eind)\s+van\s+het\s+"
    r"(?:lopende\s+)?jaar|(?:calendar|financial|fiscal|book)\s+year",
    Moment.LAST_LOGIN: _LOGIN,
    Moment.LAST_CONTACT: r"(?:(?:na|vanaf)\s+(?:\w+\s+)?)?laatste?\s+"
    r"(?:\w+\s+){0,2}(?:\w{0,8}contact\w{0,8}|bezoek|"
    r"activiteit|gebruik|correspondentie|bericht|bestelling|aankoop)|"
    r"niets?\s+(?:meer\s+)?(?:heeft|hebt|hebben)\s+(?:besteld|gekocht|afgenomen)|inactiv\w{2,5}|niet\s+(?:meer\s+)?actief|"
    r"last\s+(?:contact|activity|visit|use|message|order)",
    Moment.CONTRACT_END: rf"{_END}\s+(?:van\s+)?(?:(?:de|het|uw|je|jouw|onze|deze|een)\s+)?{_BOND}|"
    rf"{_BOND}\s+(?:\w+\s+){{0,4}}{_END}|(?:na|bij|vanaf)\s+(?:(?:de|uw|jouw|"
    rf"het)\s+)?(?:beëindiging|opzegging|opzeggen)\b|\bopzeg(?:t|gen|ging)\b|opgezegd|"
    r"zeg(?:t|gen)?\s+(?:u|je|jij|iemand|klanten)\s+(?:\w+\s+){0,5}op\b|"
    r"geen\s+(?:\w+\s+){0,3}meer\s+(?:\w+\s+){0,3}afneemt|geen\s+klant\s+meer|"
    r"zo\s?lang\s+(?:u|je|jij)\s+klant\s+bent\s+en\b|"
    r"(?:na|vanaf|sinds)\s+(?:de\s+|uw\s+|je\s+)?uitschrijving|uitgeschreven|(?:life|term|duration|looptijd|duur)\b.{0,25}\+|het\s+verlaten\s+van|"
    r"(?:after|when)\s+you\s+leave|"
    r"niet\s+langer\s+klant|klant[- ]af|vertrek\s+(?:van|als)|uit\s+dienst|"
    r"(?:end|termination|expiry|cancellation)\s+of\s+(?:the\s+|your\s+|"
    r"our\s+)?(?:\w+\s+)?(?:contract|agreement|"
    r"service|subscription|membership|account|relationship)|contract\s+(?:ends|has\s+ended)|\bcancels?\b",
    Moment.CREATED: r"(?:na|vanaf|sinds|after|from)\s+(?:\w+\s+){0,2}(?:aanmaken|aanmaak|opname|"
    r"registratie|"
    r"ontvangst|vastleg\w{0,5}|verzamel\w{0,4}|invoer\w{0,3}|maken|creation|collection|receipt|"
    r"recording)",
    Moment.EVENT: rf"{_END}\s+van\s+(?:de\s+)?\w{{0,14}}procedure|"
    r"(?:na|vanaf|after|from)\s+(?:\w+\s+){0,2}(?:\w{0,8}datum|aankoop|bestelling|levering|"
    r"betaling|transactie|\w{0,10}gesprek|afhandel\w{0,4}|afrond\w{0,4}|behandel\w{0,4}|"
    r"beantwoord\w{0,4}|"
    r"\w{0,12}procedure|invoice\w{0,5}|purchase|order|transaction|call|closing)",
}
_EACH = "|".join(f"(?P<{moment.name}>{words})" for moment, words in _PATTERNS.items())
_ANY = re.compile(rf"\b(?:{_EACH})", re.I)
_NO_RECORDS = (Moment.CALENDAR_YEAR_END, Moment.LAST_LOGIN, Moment.CREATED, Moment.EVENT)
_NO_OBJECT = re.compile(
    "|".join(_PATTERNS[m] for m in _NO_RECORDS)
    + r"|\bvia\s+(?:uw|je|jouw|het|your|the)\s+(?:account|portaal|portal)\b"
    + rf"|{_END}\s+(?:van\s+)?(?:\w+\s+)?{_BOND}|laatste?\s+(?:\w+\s+)?\w{{0,8}}contact\w{{0,8}}",
    re.I,
)
_AFTERWARDS = re.compile(
    r"\b(?:daarna|nadien|na\s+afloop(?:\s+(?:daarvan|hiervan))?(?!\s+van)|after\s+(?:that|wards)|thereafter)\b",
    re.I,
)
CONTRACT_ENDS = re.compile(rf"\b(?:{_PATTERNS[Moment.CONTRACT_END]})", re.I)


def moment_of(words: str, duration: Duration, done: int = 0) -> Moment | None:
    """
    The start of *duration*: what follows it speaks first, then what went before (from *done*).

    >>> from nakomen.reading.words.durations import durations
    >>> said = "Twee jaar na het einde van de overeenkomst"
    >>> moment_of(said, next(durations(said))).value
    'contract_end'
    """
    if duration.book_years:
        return Moment.CALENDAR_YEAR_END
    found = _ANY.search(words, duration.end, duration.end + 90)
    if found is None:
        earlier = list(_ANY.finditer(words, max(done, duration.start - 160), duration.start))
        found = earlier[-1] if earlier else None
    return Moment[found.lastgroup] if found and found.lastgroup else None


def moment_end(words: str, duration: Duration) -> int:
    """Where the words end that say from when *duration* counts, if they follow it."""
    found = _ANY.search(words, duration.end, duration.end + 90)
    return found.end() if found else duration.end


def afterwards(words: str, duration: Duration) -> bool:
    """Whether the term counts from "daarna", whatever went before."""
    around = words[max(0, duration.start - 40) : duration.end + 30]
    return _AFTERWARDS.search(around) is not None


def masked(words: str) -> str:
    """*words* with the moments blanked out, so that "na de factuurdatum" is no invoice."""
    return _NO_OBJECT.sub(lambda found: " " * len(found.group()), words)
