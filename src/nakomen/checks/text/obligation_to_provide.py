"""What a person must give, and what follows when not."""

from nakomen.checks.text.answer import OK, Answers, missing, vague
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Told

_CONSEQUENCE = Pattern(
    r"\b(?:verstrekt|vult|geeft|deelt|levert) (?:u|je) .{0,60}(?:niet|"
    r"geen)\b.{0,60}(?:kunnen|kan)\b|"
    r"zonder (?:uw|je|deze|die|dit) (?!toestemming|goedkeuring).{0,40}(?:kunnen|"
    r"kan)\b.{0,80}(?:niet|geen)\b|"
    r"(?:zonder|without) (?:deze|die|dat|uw|these|this|your) (?:persoons)?(?:gegevens|"
    r"informatie|data|"
    r"information) .{0,20}(?:kunnen|kan|cannot|unable)|"
    r"(?:als|indien|wanneer|mocht|wilt|if|zonder|without|"
    r"weiger)\w{0,2}\b.{0,60}(?:niet|geen|zonder|"
    r"weiger|not|without|deze gegevens).{0,60}(?:verstrek|invul|opge|aanlever|geeft|"
    r"gegevens|provid|"
    r"suppl|information)\w{0,6}\b.{0,140}(?:kunnen (?:wij|we)|kan (?:het|dit|de|een|uw)|gevolg|"
    r"onmogelijk|cannot|unable|not be able|consequence)|"
    r"(?:kunnen (?:wij|we)|cannot|unable to)\b.{0,80}(?:niet|geen|provide)\b.{0,60}(?:als|indien|"
    r"zonder|if|without)\b.{0,60}(?:verstrek|gegevens|invul|opge|information|data)|"
    r"(?:\bu\b|\bje\b|\byou\b).{0,30}(?:verplicht|obliged|required)\b.{0,40}(?:te verstrekken|"
    r"te geven|to provide|to supply)"
)
_NOT_IT = Pattern(
    r"derden|cookie|niet langer|belastingdienst|wij (?:zijn )?(?:ook )?verplicht|"
    r"we (?:zijn )?verplicht|kunnen we worden|third part|politie|nooit|justitie|"
    r"minderjarig|jonger dan"
)
_HINT = Pattern(
    r"anders\b.{0,20}\b(?:niet|geen)\b.{0,20}(?:helpen|leveren|uitvoeren|diensten)|"
    r"minimaal\b.{0,20}(?:van u )?nodig|minstens\b.{0,20}nodig|verplichte velden|"
    r"met een \* |required fields|otherwise .{0,20}(?:cannot|unable)"
)


@rule("art13-2-e-obligation-to-provide")
def told_of(told: Told) -> Answers:
    """Which data are needed, and what happens without."""
    words = (
        "verstrek",
        "gegevens",
        "invul",
        "verplicht",
        "provid",
        "fail",
        "data",
        "information",
        "zonder",
        "geeft u",
        "vult u",
    )
    if told.says(words, _CONSEQUENCE, _NOT_IT):
        return OK
    hints = told.places(
        ("anders", "minimaal", "minstens", "verplichte velden", " * ", "required", "otherwise"),
        _HINT,
    )
    return vague(*hints[:1]) if hints else missing()
