"""Sentences that tell who publishes a statement, each with the weight of what it tells."""

from nakomen.reading.words.company import NAME

MARKS = r"[\"'“”‘’„*_]{0,3}"
TITLE_WORD = (
    r"[Pp][Rr][Ii][Vv][Aa][Cc][Yy]\s?-?\s?(?:(?:en|&|and)\s+(?i:cookie)\s?-?\s?)?"
    r"(?:[Vv]erklaring|[Vv]oorwaarden|[Ss]tatement|[Bb]eleid|[Pp]olicy|[Rr]eglement|"
    r"[Nn]otice|[Rr]egels|REGELS|VERKLARING|BELEID|STATEMENT|POLICY|REGLEMENT)"
)
CLUES: tuple[tuple[int, str], ...] = (
    (
        6,
        rf"(?P<name>{NAME}){MARKS},?\s+(?:\([^)\n]{{1,80}}\),?\s+)?(?:is\s+)?(?:statutair\s+)?"
        r"(?:gevestigd|ingeschreven|kantoorhoudend|te\s+vinden\s+aan|handelende?\s+onder|located\s+at|"
        r"established|registered\s+(?:at|with|in|under)|met\s+(?:maatschappelijke\s+)?zetel)\b",
    ),
    (
        6,
        rf"(?P<name>{NAME}){MARKS},?\s*\(\s*(?:(?i:hierna|hereinafter|hereafter|verder)|[\"“„'‘*])",
    ),
    (
        6,
        rf"(?P<name>{NAME}){MARKS},\s+(?:vertegenwoordigd|represented|hierna|hereinafter|hereafter|"
        r"verder\s+te\s+noemen)\b",
    ),
    (
        6,
        rf"\bis\s+(?:een|de)\s+(?:merk|handelsnaam|label|onderdeel|dienst|app|product|website|initiatief|dochter\w{{0,15}})"
        rf"(?:naam)?\s+van\s+(?:de\s+)?(?P<name>{NAME})",
    ),
    (
        6,
        rf"\b(?:is\s+a|as\s+a)\s+(?:trade\s?name|trading\s+name|brand|part)\s+of\s+(?P<name>{NAME})",
    ),
    (5, rf",\s+een\s+(?:merk|handelsnaam|label|onderdeel)\s+van\s+(?P<name>{NAME})"),
    (6, rf"[\"“'‘][Ww]e[\"”'’].{{0,40}}\bmeans?\s+(?P<name>{NAME})"),
    (
        4,
        rf"(?P<name>{NAME})\s+(?:\([^()\n]{{1,80}}\)\s+)?(?:is|treedt)\s+(?:\w+\s+){{0,3}}(?:verwerkings)?verantwoordelijk\w{{0,2}}\b",
    ),
    (4, rf"(?P<name>{NAME})\s+is\s+(?:the\s+)?(?:data\s+)?(?:controller|responsible)\b"),
    (
        5,
        rf"(?:verwerkingsverantwoordelijke|[Dd]ata\s+controller|[Cc]ontroller)\s*(?:is|:)\s*(?P<name>{NAME})",
    ),
    (
        3,
        rf"(?:verklaring|statement|beleid|policy|notice)\s+(?:is\s+van\s+toepassing\s+op|"
        rf"geldt\s+voor|van|of|bij|applies\s+to)\s+(?P<name>{NAME})",
    ),
    (
        1,
        rf"(?P<name>{NAME})\s+(?:verwerkt|bewaart|respecteert|geeft|hecht|neemt|gebruikt|vindt|verzamelt|"
        rf"processes|respects|collects|uses)\b",
    ),
)
INTRODUCED: tuple[tuple[int, str], ...] = (
    (
        5,
        rf"(?<!\bte )(?<!\bin )(?P<name>{NAME})(?:\s+(?:te|in)\s+[A-Z][\w’'-]{{1,30}})?\s*"
        r"\((?i:kvk|k\.v\.k|coc)\b",
    ),
    (5, rf"[Vv]erantwoordelijke?\s+voor\s+.{{3,60}}?\s+is\s*:?\s*{MARKS}(?P<name>{NAME})"),
    (
        5,
        rf"\b(?:[Ww]elkom\s+bij|[Ww]elcome\s+to|onder\s+de\s+(?:handels)?naam|[Oo]ns\s+bedrijf,?|"
        rf"[Mm]ijn\s+bedrijf,?)\s+{MARKS}(?P<name>{NAME})",
    ),
    (5, rf"\b(?:Wij|We|wij|we)\s*\((?P<name>{NAME})[),]"),
    (2, rf"\b(?P<name>(?:vof|stichting|vereniging|gemeente|coöperatie|maatschap)\s+{NAME})"),
    (4, rf"\b[Ii]k\s+ben\s+(?:[\w.'’-]{{1,20}}\s){{1,4}}van\s+{MARKS}(?P<name>{NAME})"),
    (4, rf"\b(?:Wij\s+zijn|We\s+are|Wij,|We,)\s+{MARKS}(?P<name>{NAME})"),
    (
        3,
        rf"\b(?:hoe|how)\s+{MARKS}(?P<name>{NAME}){MARKS}\s+(?:met|met\s+uw|omgaat|uses?|gebruikt|"
        r"handles?|processes|verwerkt|persoonsgegevens|de\s+gegevens|uw|je|jouw|your|deals?|treats?)\b",
    ),
    (
        3,
        rf"\bBij\s+{MARKS}(?P<name>{NAME}){MARKS}\s+(?:nemen|neemt|vinden|vindt|hechten|gaan|gaat|doen|"
        r"staat|staan|is|zijn|weten|geloven|respecteren|verwerken)\b",
    ),
    (3, rf"\b(?:opgesteld|uitgegeven|gepubliceerd)\s+door\s+{MARKS}(?P<name>{NAME})"),
    (
        2,
        rf"\bklant\s+(?:(?:wordt|bent)\s+)?(?:bij|van)\s+{MARKS}(?P<name>{NAME})",
    ),
    (2, rf"\b(?:verwerkt|beheerd)\s+door\s+{MARKS}(?P<name>{NAME})"),
    (2, rf"\b(?:gegevens|klanten|leden|bezoekers|website)\s+van\s+{MARKS}(?P<name>{NAME})"),
)
