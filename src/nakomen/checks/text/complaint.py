"""Complaints to the authority."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, UNSEEN, Answers, Verdict, missing, wrong
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_AUTHORITY = (
    r"(?:autoriteit persoonsgegevens|autoriteit voor persoonsgegevens|"
    r"toezichthoud\w{1,12}|\bap\b|supervisory authority|data protection authority)"
)
_COMPLAINT = Pattern(
    rf"(?:klacht|klagen|klachten|complaint|complain)\b.{{0,160}}{_AUTHORITY}|"
    rf"{_AUTHORITY}.{{0,160}}(?:klacht|klagen|complaint|complain)"
)
_WORDS = ("klacht", "klagen", "complain")


@rule("art13-2-d-complaint-ap")
def named(told: Told) -> Answers:
    """A complaint to the authority is possible, and said to be."""
    if any(fact.code.value == "complaint" for fact in told.facts.rights):
        return OK
    if told.says(_WORDS, _COMPLAINT):
        return OK
    near = Pattern(_AUTHORITY)
    if any(near.search(n.low) for s in told.about(*_WORDS) for n in told.near(s, 1)):
        return OK
    return missing()


phrase(
    "art13-2-d-complaint-unconditional",
    Verdict.VAGUE,
    _WORDS,
    r"(?:nadat u|pas (?:als|na|wanneer|nadat)|mits u|"
    r"eerst .{0,40}contact .{0,60}(?:alvorens|voordat)|alvorens u|(?:alleen|"
    r"uitsluitend) (?:als|indien|wanneer)|only (?:after|if))\b.{0,160}(?:klacht|"
    r"klagen|complain|autoriteit)|"
    r"(?:klacht|complaint)\b.{0,120}(?:nadat u eerst|pas (?:als|na|wanneer|nadat)|"
    r"mits|alleen (?:als|indien|nadat)|only (?:after|if))",
    unless=r"ook (?:direct|meteen)|altijd",
)


@rule("art13-2-d-authority-name-correct")
def right_name(told: Told) -> Answers:
    """The authority has its own name."""
    old = Pattern(
        r"college bescherming persoonsgegevens|\bcbp\b|autoriteit (?:bescherming|"
        r"gegevensbescherming|privacy|persoonsgegeven)\b|"
        r"autoriteit voor (?:de )?(?:persoonsgegevens|bescherming)|registratiekamer|"
        r"autoriteits? persoonsgegevens commissie"
    )
    found = told.places(("college bescherming", "cbp", "autoriteit", "registratiekamer"), old)
    if found:
        return wrong(*found)
    return OK if told.has("autoriteit persoonsgegevens") else NOT_APPLICABLE


@rule("art77-ap-contact")
def contact(told: Told) -> Answers:
    """A link or address of the authority; behind which words a link stood, plain text forgets."""
    if told.has(
        "autoriteitpersoonsgegevens.nl",
        "hoge nieuwstraat",
        "088-1805250",
        "088 1805250",
        "088 - 1805 250",
        "postbus 93374",
    ):
        return OK
    dead = told.about("cbpweb.nl", "mijnprivacy.nl", "autoriteitpersoonsgegevens.com")
    if dead:
        return wrong(dead[0].span)
    return UNSEEN if told.has("autoriteit persoonsgegevens") else NOT_APPLICABLE
