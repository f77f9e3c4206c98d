"""A norm told to a person: what it demands, of what, how long, and how sure we are."""

from nakomen.law.model import LegalRule
from nakomen.terms import Lang, Text
from nakomen.terms.labels import label


def explain_rule(norm: LegalRule) -> Text:
    """Several lines of plain text in each language."""
    return Text(_lines(norm, Lang.NL), _lines(norm, Lang.EN))


def _lines(norm: LegalRule, lang: Lang) -> str:
    parts = (
        f"{norm.article} ({norm.id})",
        _sentence(norm.text.in_(lang)),
        _FOR.in_(lang).format(records=_records(norm, lang)),
        _term(norm, lang),
        _BEATS.in_(lang) if norm.beats_erasure else "",
        _SOURCE.in_(lang).format(source=norm.source),
        "" if norm.verified else _UNVERIFIED.in_(lang),
        norm.checked.in_(lang),
        NO_ADVICE.in_(lang),
    )
    return "\n".join(part for part in parts if part)


_FOR = Text("Geldt voor: {records}.", "Holds for: {records}.")
_TERM = Text("Termijn: ten minste {keep}, vanaf {start}.", "Term: at least {keep}, from {start}.")
_BEATS = Text(
    "Gaat voor een verzoek om wissing (AVG artikel 17 lid 3).",
    "Goes before a request for erasure (GDPR article 17(3)).",
)
_SOURCE = Text("Bron: {source}.", "Source: {source}.")
_UNVERIFIED = Text("Let op: niet geverifieerd.", "Note: not verified.")
NO_ADVICE = Text("Dit is geen juridisch advies.", "This is not legal advice.")


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


def _records(norm: LegalRule, lang: Lang) -> str:
    return ", ".join(label(kind).in_(lang) for kind in sorted(norm.records))


def _term(norm: LegalRule, lang: Lang) -> str:
    if norm.keep is None:
        return ""
    start = label(norm.start).in_(lang)
    return _TERM.in_(lang).format(keep=norm.keep.tell(lang), start=start)
