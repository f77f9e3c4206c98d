"""Remnants of a form in the text: "[AANBIEDER]", "VOORBEELD", a choice that was never made."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Quote, Tension
from nakomen.reading.find.recipients import glued_names
from nakomen.reading.text.sentences import Sentence
from nakomen.terms import Text

_PLACEHOLDER = re.compile(
    r"\[(?!e-?mail\W{1,3}protected)(?:[A-Z][A-Z _/-]{2,40}|"
    r"(?:[Uu]w |[Jj]ouw |[Nn]aam |[Vv]ul |[Bb]edrijf|[Dd]atum|"
    r"[Ee]-?mail|[Aa]dres)[^\]\n]{0,40}|\.{2,5}|…)\]|"
    r"\[(?!(?:at|dot|punt|apenstaartje|sic|link|hier|here|e-?mail)\b)[a-zë]{4,30}\](?!\()|"
    r"<(?:naam|bedrijfsnaam|datum|adres|plaats|e-?mail(?:adres)?|telefoon(?:nummer)?|"
    r"uw [^>\n]{2,30})>|"
    r"\((?:naam|bedrijfsnaam|datum|adres|e-?mailadres)\s+(?:hier\s+)?invullen\)|"
    r"\{\{[^}\n]{1,40}\}\}|\bX{3,10}\b|_{4,40}|\b(?:[Uu]w|[Jj]ouw)\s+bedrijf(?:snaam)?\s+hier\b|"
    r"\b[Jj]a\s?/\s?[Nn]ee\b|\*\s?doorhalen\s+wat\s+niet|"
    r"\bVOORBEELD\b(?=\s*:)|[Ll]orem ipsum"
)
_LEFT_OPEN = Text(
    "Hier staat nog een invulplek of voorbeeldtekst: {words}.",
    "A placeholder or example text was left here: {words}.",
)
_GLUED = Text(
    "Hier staat een keuze uit een formulier vast aan een naam.",
    "A choice of a form is glued to a name here.",
)


def remnants(sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """Each kind of placeholder once, with every place where it stands."""
    places: dict[str, list[Quote]] = {}
    for sentence in sentences:
        for found in _PLACEHOLDER.finditer(sentence.text):
            start = sentence.start + found.start()
            places.setdefault(found.group(), []).append(Quote(quote=found.group(), start=start))
    for words, quotes in places.items():
        yield Tension(
            kind="placeholder", message=_LEFT_OPEN.fill(words=words), quotes=tuple(quotes)
        )
    glued = tuple(Quote(quote=s.text, start=s.start) for s in glued_names(sentences))
    if glued:
        yield Tension(kind="template_remnant", message=_GLUED, quotes=glued)
