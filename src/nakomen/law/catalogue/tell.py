"""A rule of the catalogue told to a person: what, why, the cure, the source and how sure."""

from collections.abc import Mapping

from nakomen.law.catalogue.model import Rule, Sure, Unseen
from nakomen.terms import Lang, Text

SURE: Mapping[Sure, Text] = {
    Sure.READ: Text("Het artikel is gelezen.", "The article was read."),
    Sure.OLDER: Text(
        "Gelezen in een oudere tekst van deze wet; of die nog zo luidt, is niet geverifieerd.",
        "Read in an older text of this act; whether it still reads so is not verified.",
    ),
    Sure.SUMMARY: Text(
        "De uitspraak of het besluit is alleen in een samenvatting gelezen.",
        "The judgment or decision was read in a summary only.",
    ),
    Sure.READING: Text(
        "De uitleg van het artikel is niet geverifieerd.",
        "The interpretation of the article is not verified.",
    ),
    Sure.SECONDARY: Text(
        "Niet geverifieerd: alleen gelezen bij anderen, niet in de bron zelf.",
        "Not verified: read with others only, not in the source itself.",
    ),
    Sure.MEMORY: Text(
        "Niet geverifieerd: in geen bron nagekeken.",
        "Not verified: looked up in no source.",
    ),
    Sure.OWN: Text("De grens is een eigen keuze.", "The limit is a choice of our own."),
}
UNSEEN: Mapping[Unseen, Text] = {
    Unseen.SITE: Text(
        "Niet te zien: hiervoor moet de site zelf bekeken worden.",
        "Not seen: the site itself must be looked at for this.",
    ),
    Unseen.RECORDS: Text(
        "Niet te zien: dit blijkt uit uw eigen administratie, zoals het register of een besluit.",
        "Not seen: this shows in your own records, such as the register or a decision.",
    ),
    Unseen.CONTRACT: Text(
        "Niet te zien: dit staat in overeenkomsten met anderen.",
        "Not seen: this stands in contracts with others.",
    ),
    Unseen.PRACTICE: Text(
        "Niet te zien: dit blijkt pas uit wat er echt gebeurt.",
        "Not seen: this shows only in what really happens.",
    ),
}
_CURE = Text("Wat u kunt doen: {cure}.", "What you can do: {cure}.")
_SOURCE = Text("Bron: {source}.", "Source: {source}.")
_NO_ADVICE = Text("Dit is geen juridisch advies.", "This is not legal advice.")


def explain_catalogue_rule(rule: Rule) -> Text:
    """Several lines of plain text in each language; says what is not verified."""
    return Text(_lines(rule, Lang.NL), _lines(rule, Lang.EN))


def _lines(rule: Rule, lang: Lang) -> str:
    parts = (
        f"{rule.article} ({rule.id})",
        _sentence(rule.message.in_(lang)),
        _CURE.in_(lang).format(cure=rule.cure.in_(lang)),
        UNSEEN[rule.unseen].in_(lang) if rule.unseen else "",
        _SOURCE.in_(lang).format(source="; ".join(rule.source)) if rule.source else "",
        *(SURE[how].in_(lang) for how in rule.sure),
        _NO_ADVICE.in_(lang),
    )
    return "\n".join(part for part in parts if part)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
