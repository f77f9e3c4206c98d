"""Words that govern a name, each with the verbs it needs: "met" with sharing, "door" with doing."""

import re

GIVES = (
    r"\b(?:deel|delen|deelt|gedeeld|verstrek\w{0,4}|doorge(?:ven|geven|stuurd|zet|speeld)|"
    r"door\s+te\s+(?:geven|sturen)|door(?:sturen|zenden|geef|geeft)|"
    r"ge(?:ven|eft)\b.{0,80}\b(?:door|af)|(?:ver)?st(?:uurt?|uren)|"
    r"(?:ge|ver)stuurd|(?:ver)?zenden|(?:ver|ge)zonden|overdragen|overgedragen|overgebracht|"
    r"overgemaakt|overhandig\w{0,3}|beschikking|bekend\s?(?:te\s+)?ma\w{1,3}|bekendgemaakt|"
    r"verkopen|verkocht|wissel(?:en|t)|uitwissel\w{0,4}|uitgewisseld|aanlever\w{0,3}|aangeleverd|"
    r"meld(?:en|t)|gemeld|aan(?:meld\w{1,2}|gemeld)|geleverd|lever(?:en|t)|"
    r"communicer\w{1,4}|mede(?:delen|gedeeld)|kenbaar|beschikbaar|"
    r"inzicht\w{0,4}|inzage|toegang|ontvang(?:t|en)|krijg(?:t|en)|"
    r"shar(?:e|ed|es|ing)|disclos\w{1,4}|transfer\w{0,5}|send|sent|pass(?:ed|es)?|"
    r"provid(?:e|ed)|suppl(?:y|ied)|forward\w{0,3}|access|made\s+available)\b"
)
"""Verbs with which data is given."""
_WORKS = (
    r"\b(?:werk(?:en|t)|samenwerk\w{0,4}|samengewerkt|contract\w{0,3}|overeenkomst\w{0,2}|"
    r"afspraken|integr\w{1,8}|koppel\w{0,4}|gekoppeld|synchroni\w{1,6}|verbonden|work|partner|"
    r"agreement\w?|integrat\w{1,4}|connect\w{0,4})\b"
)
_DONE = (
    r"\b(?:verwerkt|verwerken|gehost|host(?:en|ing)?|verzorg(?:d|t|en)|beheerd?|beheren|"
    r"afgehandeld|afhandel\w{1,3}|uitgevoerd|uitvoeren|bezorgd|bezorg(?:en|ing)|geleverd|"
    r"(?:ver|ge)zonden|verzenden|verzending|(?:ver|ge)stuurd|(?:ver)?sturen|"
    r"opgeslagen|opslaan|opslag|bewaard|bewaren|"
    r"gefaciliteerd|geplaatst|aangeboden|ondersteund|verzameld|gecontroleerd|geanalyseerd|"
    r"gemeten|gemonitord|bijgehouden|ontvangen|ingezien|geregistreerd|vastgelegd|beveiligd|"
    r"gefactureerd|geïncasseerd|gedaan|gegenereerd|getoond|geladen|ingeladen|gebruikt|"
    r"geïmplementeerd|ge-?e-?maild|ondergebracht|uitbesteed|"
    r"processed|hosted|handled|managed|stored|provided|delivered|sent|placed|set|operated|"
    r"collected|powered|supplied|carried\s+out|served|offered|maintained|supported|run|performed)\b"
)
_RUNS = (
    r"\b(?:verlo(?:opt|pen)|lo(?:opt|pen)|gaa?n?t?|verwerk\w{0,3}|(?:ver|ge)(?:zonden|stuurd)|"
    r"(?:ver)?(?:zenden|sturen|stuurt|zendt)|verzending\w{0,2}|betal\w{1,8}|betaalt?|afreken\w{0,2}|boek(?:en|t|ing\w{0,2})|"
    r"factur\w{1,6}|inloggen|opgeslagen|opslaan|bewaard|afgehandeld|beheerd|host\w{0,4}|gehost|"
    r"aanmeld\w{0,3}|ingevuld|gemeten|bijgehouden|geregistreerd|bezorg\w{0,4}|lever\w{0,3}|"
    r"communicatie|nieuwsbrie\w{1,4}|mail\w{0,4}|e-?mail\w{0,4}|chat\w{0,4}|"
    r"(?:video)?bel(?:len|t)|vergader\w{0,3}|analys\w{1,5}|statistiek\w{0,2}|back-?ups?|"
    r"gedeeld|delen|werken|ingeschakeld|ondertekend|ondertekenen|incasso\w{0,4}|"
    r"sent|send|processed|payments?|paid|handled|stored|log\s?in|sign\s+in|hosted|managed|"
    r"newsletters?|delivered)\b"
)
_KEPT = (
    r"\b(?:gehost|host(?:en|ing)|opgeslagen|opslag|opslaan|slaan|slaat|ondergebracht|"
    r"staa(?:n|t)|bewaard|bewaren|bewaart|draai(?:en|t)|af(?:genomen|nemen)|neem(?:t)?|nemen|"
    r"inkopen|ingekocht|kopen|koop|bankier\w{0,3}|navraag|uitbesteed|geplaatst|verwerkt|verwerken|vastgelegd|vastleggen|"
    r"geregistreerd|registreren|bijgehouden|beheerd|administratie|boekhouding|boek(?:en|t)|"
    r"servers?|aanmeld\w{0,3}|aangemeld|toets\w{0,4}|getoetst|aangevraagd|"
    r"hosted|stored|store|kept|located|held|purchased|registered|runs?)\b"
)
_COMPANIONS = {
    "met": rf"{GIVES}|{_WORKS}|\b(?:verzonden|verstuurd|verzenden|versturen|beheerd|gemeten|"
    r"geanalyseerd|gemaakt\s+van|bijgehouden|analyseren|meten|verwerkt)\b",
    "with": rf"{GIVES}|{_WORKS}|{_KEPT}",
    "aan": rf"{GIVES}|\b(?:uitbesteed|uitbesteden|overgelaten|opdracht)\b",
    "to": rf"{GIVES}|\boutsourc\w{{1,4}}\b",
    "naar": GIVES,
    "door": _DONE,
    "by": _DONE,
    "via": _RUNS,
    "through": _RUNS,
    "bij": _KEPT,
    "in": _KEPT,
    "op": r"\b(?:opgeslagen|gehost|draai(?:en|t)|bewaard|bewaren|slaan|geplaatst)\b",
    "at": _KEPT,
    "on": r"\b(?:hosted|stored|runs?|rely)\b",
    "voor": r"\b(?:inzichtelijk|toegankelijk|beschikbaar|gekozen|kiezen)\b",
    "tussen": r"\b(?:wissel(?:en|t)|uitwissel\w{0,4}|gedeeld)\b",
}
GOVERNS = {word: re.compile(pattern, re.I) for word, pattern in _COMPANIONS.items()}
"""What a sentence must hold for the word to send data to the name after it."""
_LIKE = "zoals waaronder namelijk bijvoorbeeld bijv oa o.a including like as onder"
EXAMPLES = frozenset(_LIKE.split())
_USING = (
    "gebruiken gebruikt use uses using gebruikten inzetten hanteren inschakelen schakelen "
    "schakelt engage benutten zetten wij we"
)
VERBS = frozenset(_USING.split())
