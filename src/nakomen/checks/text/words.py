"""Words that several topics look for, in Dutch and English, lower case."""

from nakomen.checks.text.told import Pattern

CONSENT = ("toestemming", "goedkeuring", "instemming", "consent", "permission")
MARKETING = (
    "nieuwsbrief",
    "nieuwsbrieven",
    "direct marketing",
    "directmarketing",
    "reclame",
    "aanbieding",
    "promotie",
    "marketing",
    "newsletter",
    "advertis",
    "offers",
)
SHARED = Pattern(
    r"\b(?:deel(?:t|d|den)?|delen|gedeeld|verstrek\w{0,4}|doorge(?:ven|geven|eft)|geven wij|"
    r"door te geven|ter beschikking|beschikbaar gesteld|bekend ?(?:te )?maken|overdragen|"
    r"verkopen|verkocht|doorverkopen|shar(?:e|es|ed|ing)|disclos\w{1,4}|"
    r"provide[ds]? to|sell|sold)\b"
)
DENIED = Pattern(r"\b(?:nooit|nimmer|niet|geen|niets|niemand|never|not|no|nothing|nobody)\b")
CAMERA = ("camera", "cctv", "videobewaking", "video surveillance")
RIGHTS = Pattern(
    r"inzage\w{0,12}|verzoek\w{0,8}|\b(?:recht(?:en)?|verzoek(?:en)?|aanvra(?:ag|gen)|"
    r"inzage|in te zien|inzien|inzagerecht|"
    r"bezwaar|corri\w{2,8}|rectif\w{2,8}|rights?|requests?|access|object)\b"
)
LAW_NAMED = Pattern(
    r"\bartikel(?:en)? \d|\bart\. ?\d|\bsection \d|\barticle \d|\bawr\b|\bwwft\b|algemene wet|"
    r"burgerlijk wetboek|\bwet (?:op|inzake|ter|bescherming|op de)\b|loonbelasting|"
    r"omzetbelasting|telecommunicatiewet|archiefwet|belastingwet|fiscale"
)
