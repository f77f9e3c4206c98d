"""Which kind of record a sentence is about: its words for invoices, back-ups, call records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.terms import RecordKind

_WORDS = {
    RecordKind.CONTENT: r"(?:gegevens|data|bestanden)\s+die\s+(?:u|je|klanten|gebruikers)\s+"
    r"(?:bij\s+ons\s+|zelf\s+)?(?:opsla\w{1,3}|bewa\w{2,4}|plaats\w{1,3})|"
    r"(?:ingevoerde|geplaatste|opgeslagen)\s+(?:gegevens|data|bestanden)|"
    r"content\b|"
    r"(?:(?:persoons|\(persoons\))?gegevens|data|bestanden)\s+(?:in|op|binnen)\s+(?:(?:een|de|"
    r"het|uw|sommige|onze)\s+)?"
    r"(?:dienst|applicatie|websites|hostingpakket|platform)|hosting(?:data|gegevens|account)|"
    r"(?:uw|je|jouw|de)\s+bestanden|harde\s+schij\w{1,3}|mailbox(?:en)?\b|websitebestanden|klantdata|customer\s+content",
    RecordKind.BILLING: r"\w{0,12}fa[ck]tu(?:ur|ren|ratie)\w{0,12}|"
    r"(?:factuur|betaal|facturatie)-(?=\s+(?:en|of)\b)|"
    r"\w{0,10}boekhoud\w{0,14}|\brekeningen\b|\bnota[’']s\b|\bbonnen\b|factuurregels|"
    r"(?:financiële|fiscale|administratieve)\s+(?:administratie|gegevens|stukken|documenten)|"
    r"(?<!uit\sonze\s)(?<!in\sonze\s)(?:debiteuren)?administratie(?:gegevens)?\b|betaal(?:gegevens|historie)|"
    r"betalingsgegevens|transactiegegevens|belastinggegevens|invoic\w{1,5}|billing|bookkeeping|"
    r"accounting|(?:tax|financial|payment)\s+(?:records|data|details|information)",
    RecordKind.TRAFFIC: r"\bCDR\b(?:-\w{1,12})?|verkeersgegevens|belgegevens|gespreksgegevens|"
    r"internetverkeer|"
    r"call\s+(?:detail\s+)?(?:records?|data)|traffic\s+data|sessiegegevens",
    RecordKind.BACKUP: r"\bsnapshots?\b|"
    r"back-?\s?up(?:s|'s|bestanden|kopieën)?\b|reservekopie\w{0,4}|"
    r"veiligheidskopie\w{0,4}",
    RecordKind.CAMERA: r"\bcamera\w{0,14}|\bbeelden\b|"
    r"bewakingsbeelden|videobeelden|\bcctv\b|\bfootage\b",
    RecordKind.LOGIN: r"gebruiksgegevens|bezoekgegevens|usage\s+data|"
    r"inlog(?:gegevens|gins?|pogingen|historie)|"
    r"\blog(?:bestanden|bestand|\s?files?|"
    r"gegevens|boeken|data|s)\b|\bip-?\s?adres(?:sen)?\b|(?:server|access|toegangs)-?\s?logs?\b|"
    r"\blogins?\b|\bip\s+address(?:es)?\b",
    RecordKind.NEWSLETTER: r"nieuwsbrie\w{1,16}|\bmailings?\b|\w{0,6}marketing\w{0,14}|newsletter",
    RecordKind.CORRESPONDENCE: r"\w{0,6}correspondentie|\btickets?\b|e-?mail(?:s|verkeer|berichten|"
    r"wisseling)\b|contactformulier\w{0,4}|helpdesk\w{0,10}|storingsmelding\w{0,2}|berichten\s+aan\b|\bklachten\b|\bmessages\b|gespreks(?:verslag|notitie)\w{0,2}|(?<![\w-])mails?\b|mailtjes?\b|\be-mails?\b(?!\s?-?\s?(?:adres|address))|support(?:vragen|aanvragen|verzoeken)|"
    r"chat(?:gesprekken|berichten|s)?\b|correspondence|contact\s?form|(?:uw|je|jouw)\s+(?:vraag|"
    r"bericht)\b|contactaanvra\w{1,5}|offerteaanvra\w{1,5}|"
    r"contact(?:berichten|verzoek\w{0,2}|momenten|historie)|"
    r"(?:support|customer)\s+(?:requests|conversations|questions|messages)|\bconversations\b",
    RecordKind.STAFF: r"sollicit\w{1,16}|kandida(?:at|ten)\b|(?:loon|salaris)\w{1,14}|"
    r"\bapplications?\b|"
    r"personeels\w{1,12}|(?:medewerker|werknemer)s?gegevens|"
    r"\bcv'?s?\b|applicants?\b|job\s+application|employee\w{0,2}",
    RecordKind.CUSTOMER: r"(?:klant|account|contact|relatie)-(?=\s+(?:en|of)\b)|ledenadministratie|"
    r"inschrijfgegevens|inschrijvingen\b|"
    r"\bprofiel(?:en)?\b|"
    r"domeinhouders?|houders?\s+van\s+een\s+domein\w{0,6}|aanvragers?\b|"
    r"ledengegevens|\w{0,12}(?:klant|cli[eë]nt|relatie|gebruikers?|account|profiel)-?(?:profiel|"
    r"gegevens|dossiers?|bestand|informatie|account)\w{0,2}|\baccounts?\b|\bnaw\b(?:-gegevens)?|"
    r"contactgegevens|gegevens\s+van\s+(?:onze\s+)?klanten|personalia|"
    r"(?:customer|account|contact|prospect|address|member(?:ship)?)\s+(?:data|profiles?|records?|information|details)",
    RecordKind.CONTACT: r"contactperso(?:nen|on)|\bcontact\s+persons?\b",
    RecordKind.CONTRACT: r"contract(?:gegevens|en)\b|bestel(?:gegevens|lingen|historie)|"
    r"ordergegevens|abonnementsgegevens|\boffertes?\b|\bbestellingen\b|\bcontracten\b|\bovereenkomsten\b|\bcontracts\b|"
    r"\borders\b|\babonnementen\b|\bsubscriptions\b|order\s+(?:data|history|details)",
    RecordKind.OTHER: r"\bcookies?\b|(?:telefoon|gespreks|voicemail)-?\s?opnam\w{1,2}|"
    r"opgenomen\s+gesprekken|\b(?:deze|die|de)\s+opnam(?:e|en|es)\b|legitimatie\w{0,8}|identiteitsbewij\w{1,3}|call\s+recordings?",
    RecordKind.ALL: r"(?:persoons|\(persoons\))?gegevens\b|\bpersoonlijke\s+informatie|\bdata\b|"
    r"\binformatie\b|\binformation\b",
}
_EACH = "|".join(f"(?P<{kind.name}>{words})" for kind, words in _WORDS.items())
_ANY = re.compile(rf"(?<!\w)(?:{_EACH})", re.I)


@dataclass(frozen=True, kw_only=True)
class Mention:
    kind: RecordKind
    start: int
    end: int


def kinds(words: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """
    Each mention of a kind in ``words[start:end]``.

    >>> [m.kind.value for m in kinds("Facturen en CDR-data; overige persoonsgegevens")]
    ['billing', 'traffic', 'all']
    """
    for found in _ANY.finditer(words, start, len(words) if end is None else end):
        kind = RecordKind[found.lastgroup or "ALL"]
        yield Mention(kind=kind, start=found.start(), end=found.end())


def specific(words: str) -> RecordKind | None:
    """The first kind that *words* name, general words for data left aside."""
    return next((m.kind for m in kinds(words) if m.kind is not RecordKind.ALL), None)
