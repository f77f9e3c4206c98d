"""Which language a text is in, by the small words that no sentence does without."""

import re
from collections import Counter
from collections.abc import Mapping

from nakomen.terms import Text

READ = ("nl", "en")
TOLD: Mapping[str, Text] = {
    "nl": Text("Nederlands", "Dutch"),
    "en": Text("Engels", "English"),
    "de": Text("Duits", "German"),
    "fr": Text("Frans", "French"),
    "es": Text("Spaans", "Spanish"),
    "it": Text("Italiaans", "Italian"),
    "pt": Text("Portugees", "Portuguese"),
    "pl": Text("Pools", "Polish"),
    "da": Text("Deens", "Danish"),
    "sv": Text("Zweeds", "Swedish"),
}
_SMALL = {
    "nl": "de het een van en wij we u uw je jouw niet voor met worden wordt zijn is op te dat die "
    "deze dit om aan ook door bij over naar uit kan kunnen heeft hebben geen ons onze als of maar "
    "gegevens persoonsgegevens bewaren",
    "en": "the of and we you your not for with our are data is to this that it have has by from "
    "may can will be on or any about us an if which when",
    "de": "der die das und wir sie ihre ihrer ihren nicht für mit werden wird sind ist auf zu dass "
    "den dem des ein eine einer auch durch bei über nach aus kann können haben keine uns unsere "
    "wenn oder daten personenbezogenen sowie zur zum im von",
    "fr": "le la les des et nous vous votre vos ne pas pour avec sont est sur que qui dans par du "
    "une un aux au ce cette ces données ou nos notre être leur si elle il",
    "es": "el la los las y nosotros usted su sus no para con son es sobre que en por del una un "
    "al datos o nuestro nuestra se este esta como más si lo",
    "it": "il lo la gli le e noi voi suo sua non per con sono è su che in dal del della dei una un "
    "al dati o nostro nostra si questo questa come più nel i di da",
    "pt": "o a os as e nós você seu sua não para com são é sobre que em por do da dos das uma um "
    "ao dados ou nosso nossa se este esta como mais no na",
    "pl": "i w na z do nie że się jest są oraz przez dla od po danych osobowych lub które który "
    "jak o ich prawo może to przetwarzania",
    "da": "og i at det den til er for som på de med af en et ikke der vi du dine har om kan eller "
    "fra vil skal oplysninger personoplysninger",
    "sv": "och i att det den till är för som på de med av en ett inte vi du dina har om kan eller "
    "från vill ska uppgifter personuppgifter",
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEWEST = 4
_CLEARLY = 24
"""What small words of a third language count before anybody is told that this is none of ours."""


def _owners() -> dict[str, tuple[str, ...]]:
    owners: dict[str, list[str]] = {}
    for code, words in _SMALL.items():
        for word in words.split():
            owners.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in owners.items()}


_OWNERS = _owners()


def language_of(text: str) -> str | None:
    """
    ISO 639-1 code of the language that most of *text* is in; None when it has too few words.

    A third language is named only when it is clear; a text in two languages is the one that
    says more.

    >>> language_of("Wij bewaren uw gegevens niet."), language_of("Privacy")
    ('nl', None)
    """
    counts = _counts(text)
    code, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    ours = max(READ, key=lambda ours: counts[ours])
    if code not in READ and (most < _CLEARLY or most < 1.3 * counts[ours]):
        code, most = ours, counts[ours]
    return code if most >= _FEWEST else None


def _counts(text: str) -> Counter[str]:
    """For each language its small words; a word of it alone counts double."""
    counts: Counter[str] = Counter()
    words = Counter(_WORD.findall(_sample(text).casefold()))
    for word, times in words.items():
        codes = _OWNERS.get(word, ())
        for code in codes:
            counts[code] += times if len(codes) > 1 else 2 * times
    return counts


def _sample(text: str) -> str:
    """The whole of a short text; of a long one its beginning, its middle and its end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    half = len(text) // 2
    return " ".join((text[:_SAMPLE], text[half : half + _SAMPLE], text[-_SAMPLE:]))
