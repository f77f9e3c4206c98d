"""
Detector: words in a text that tell of health or another special category (AVG artikel 9 and 10).

By word, not by what the sentence means: "no longer ill" is about health too. Words that also
belong to the trade of an ICT provider ("virus", "diagnose", "operatie") are left out, as are "I
believe" and "race": a list that cries at each ticket is soon not read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORDS = {
    "health": (
        "ziek zieke zieken ill sick ziekte ziektes ziekmelding ziekmeldingen griep koorts corona "
        "covid kanker cancer tumor chemo chemotherapie bestraling reuma adhd hiv aids copd ptss "
        "ptsd ms als dementie dement alzheimer parkinson beroerte stroke tia hernia astma asthma "
        "rolstoel wheelchair rollator blind slechtziend slechthorend doof deaf invalide disabled "
        "disability gehandicapt gehandicapte mindervalide zwanger zwangerschap pregnant pregnancy "
        "miskraam bevallen bevalling huisarts ziekenhuis hospital patient patiënt patiente "
        "patiënte psycholoog psychiater psychiatrisch psychologist therapist burnout bloedgroep "
        "bloeddruk insuline insulin diabeet suikerziekte verslaafd verslaving addicted autist "
        "autistisch autisme autism bipolair schizofreen arbeidsongeschikt arbeidsongeschiktheid "
        "wia wao geopereerd surgery revalidatie hartaanval hartpatiënt hartinfarct thuiszorg "
        "palliatief terminaal medicijn medicijnen medication medicatie illness disease migraine "
        "epilepsie epilepsy dyslexie anorexia overspannen eczeem artrose gluten coeliakie"
    ),
    "race": "etniciteit etnisch etnische ethnicity ethnic huidskleur afkomst",
    "politics": (
        "vvd pvda cda d66 pvv groenlinks volt denk bbb partijlid stemt politieke gemeenteraadslid"
    ),
    "belief": (
        "moslim moslima moslims muslim islam islamitisch christen christelijk christian katholiek "
        "katholieke catholic protestant gereformeerd hervormd jood joods joodse jewish hindoe "
        "hindu boeddhist buddhist gelovig gelovige atheïst atheist religie religieus religieuze "
        "religion religious godsdienst levensovertuiging geloofsovertuiging moskee mosque "
        "synagoge parochie kerkelijk ramadan koosjer kosher halal jehova"
    ),
    "union": "vakbond vakbonden vakbondslid vakbondslidmaatschap fnv cnv vakvereniging",
    "genetic": "dna genetisch genetische genetic erfelijk erfelijke erfelijkheid",
    "biometric": (
        "vingerafdruk vingerafdrukken fingerprint fingerprints irisscan gezichtsherkenning"
    ),
    "sex-life": (
        "homoseksueel homoseksuele homoseksualiteit homo lesbisch lesbische lesbian gay "
        "biseksueel bisexual transgender transseksueel geaardheid seksueel seksuele sexual "
        "geslachtsverandering"
    ),
    "criminal": (
        "strafblad veroordeeld veroordeling convicted conviction gevangenis prison gedetineerd "
        "detentie gearresteerd arrested strafrechtelijk strafrechtelijke criminal reclassering "
        "taakstraf enkelband misdrijf"
    ),
}
_STEMS = {
    "health": (
        "diabet", "depressi", "allergi", "allergy", "gezondheidsklacht", "medisch", "medical",
        "psychisch", "psychose", "ongeneeslijk", "kwaadaardig", "ziekteverzuim",
        "rugklacht", "hartklacht", "zwangerschaps", "antidepress", "chemokuur", "operatiekamer",
    ),
    "criminal": ("strafzaak", "veroordeelde", "gevangenisstraf"),
    "politics": ("partijlidmaatschap",),
    "belief": ("geloofsgemeen", "kerkgenootschap"),
}  # fmt: skip
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()}
# Short names of illnesses, unions and parties are words of every day in lower case.
_ONLY_CAPITALS = frozenset({"ms", "als", "aids", "wia", "wao", "tia", "denk", "volt", "bbb", "dna"})
_BY_STEM = [(stem, kind) for kind, stems in _STEMS.items() for stem in stems]
_WORD = re.compile(r"[^\W_]+")
KINDS = tuple(_WORDS)


def found(text: str) -> Iterator[tuple[str, int, int]]:
    """
    Each word that tells: its kind, as the gates name it, and where it stands.

    >>> list(found("Mevrouw is ziek en lid van de FNV."))
    [('health', 11, 15), ('union', 30, 33)]

    Not what an ICT provider says of its lines, nor "als" in a sentence:

    >>> list(found("Als de diagnose klaar is, geloof ik dat het virus van de router weg is"))
    []
    """
    for match in _WORD.finditer(text):
        if kind := kind_of(match[0]):
            yield kind, match.start(), match.end()


@lru_cache(maxsize=10_000)
def _lower(word: str) -> str | None:
    if word in _BY_WORD:
        return _BY_WORD[word]
    return next((kind for stem, kind in _BY_STEM if word.startswith(stem)), None)


def kind_of(word: str) -> str | None:
    """
    The kind of special data that one word tells of.

    >>> kind_of("Diabetes"), kind_of("MS"), kind_of("als"), kind_of("router")
    ('health', 'health', None, None)
    """
    lower = word.lower()
    if lower in _ONLY_CAPITALS:
        return _BY_WORD[lower] if word.isupper() else None
    return _lower(lower)


def telling(texts: Iterable[str]) -> frozenset[str]:
    """
    The words in *texts*, in lower case, that may tell; one look at each word of a whole column.

    >>> sorted(telling(["Is ziek,", "heeft DIABETES.", "diagnose klaar"]))
    ['diabetes', 'ziek']
    """
    text = " ".join(texts).lower().encode("utf-8", "replace").translate(_BLANKED)
    words = set(text.split())
    known = words & _KNOWN
    known.update(word for word in words if word.startswith(_KNOWN_STEMS))
    return frozenset(word.decode() for word in known)


# All that is no letter becomes a blank; what is not ASCII is kept as it is.
_BLANKED = bytes(b if 97 <= b <= 122 or b >= 128 else 32 for b in range(256))
_KNOWN = frozenset(word.encode() for word in _BY_WORD)
_KNOWN_STEMS = tuple(stem.encode() for stem, _ in _BY_STEM)
