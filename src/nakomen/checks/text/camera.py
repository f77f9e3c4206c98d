"""Cameras, recorded calls and voicemail."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import CAMERA

_WATCH = Pattern(
    r"camera ?-?toezicht|camera ?-?bewaking|camera'?s|camerabeelden|"
    r"beveiligingscamera|cctv|videobewaking|video surveillance"
)
_NONE = Pattern(
    r"\b(?:geen|niet|no|not)\b.{0,30}(?:camera|cctv|video)|webcam|cameralens|"
    r"camera's? (?:te koop|verkopen|verhuur)"
)
_PURPOSE = Pattern(
    r"beveilig|veiligheid|diefstal|eigendommen|bescherm|toegangs|security|safety|"
    r"theft|protect|om\b.{0,60}te\b"
)
_GROUND = Pattern(r"belang|grondslag|toestemming|interest|basis|consent")


def _cameras(told: Told) -> list[Said]:
    return [s for s in told.those(CAMERA, _WATCH, _NONE) if not s.is_heading]


@rule("camera-notice-and-info")
def informed(told: Told) -> Answers:
    """Cameras come with purpose, ground and term."""
    found = _cameras(told)
    if not found:
        return NOT_APPLICABLE
    near = {
        n.index: n
        for s in found
        for n in (*told.near(s, 2), *(told.same_section(s) if "camera" in s.section else ()))
    }.values()
    complete = all(any(part.search(n.low) for n in near) for part in (_PURPOSE, _GROUND)) and any(
        days(n.low) for n in near
    )
    return OK if complete else missing(found[0].span)


phrase(
    "camera-no-audio",
    Verdict.WRONG,
    (*CAMERA, "beeld"),
    r"(?:camera|cctv|beeld|video|footage)\w{0,12}\b.{0,120}(?:geluid|audio|sound)|"
    r"(?:geluid|audio|sound)\w{0,8}\b.{0,60}(?:camera|cctv|beeld)",
    unless=r"\b(?:geen|niet|zonder|no|not|without)\b.{0,20}(?:geluid|audio|sound)|"
    r"beeldbellen|video-?bel|beeldscherm",
)
phrase(
    "camera-processor-at-client",
    Verdict.MISSING,
    CAMERA,
    r"camera\w{0,3}'?s?\b.{0,80}(?:bij|op locaties? van|op locatie bij|at) (?:de |"
    r"onze |uw |our |the )?(?:\w{2,12} )?(?:opdrachtgever|klant|afnemer|customer|"
    r"client)",
    unless=r"verwerkersovereenkomst|als verwerker|processing agreement|as (?:a )?processor|"
    r"\b(?:geen|niet|no|not)\b",
)
_RECORDED = Pattern(
    r"(?:telefoon)?gesprek\w{0,3}\b.{0,60}(?:opgenomen|opnemen|op te nemen|opname|"
    r"vastgelegd)|(?:opname|opnemen|opnames|opnamen) van (?:\w{2,12} ){0,2}(?:telefoon"
    r")?gesprek|calls?\b.{0,40}(?:recorded|recording)|record(?:ing)? .{0,20}calls"
)
_LISTED = Pattern(r"(?:,|\A).{0,80}\btelefoongesprekken\b.{0,3},")
_NO_RECORDING = Pattern(r"\b(?:geen|niet|nooit|nimmer|not|no|never)\b")
_NOTICE = Pattern(
    r"vooraf|van tevoren|begin van het gesprek|aan het begin|meld(?:en|t) (?:wij|we)|"
    r"beforehand|at the start|announce|hoort u|keuzemenu"
)


@rule("call-recording-information")
def calls(told: Told) -> Answers:
    """Recorded calls come with purpose, term and notice beforehand."""
    found = told.those(
        ("gesprek", "opname", "opnemen", "recorded", "recording", " calls"),
        _RECORDED,
        _NO_RECORDING,
    )
    found += [s for s in told.those(("telefoongesprekken",), _LISTED) if s not in found]
    if not found:
        return NOT_APPLICABLE
    near = [n for s in found for n in told.near(s, 3)]
    complete = (
        any(days(n.low) for n in near)
        and any(_NOTICE.search(n.low) for n in near)
        and any(_GROUND.search(n.low) for n in near)
    )
    return OK if complete else missing(found[0].span)


@rule("voicemail-data-declared")
def voicemail(told: Told) -> Answers:
    """Voicemail messages come with a term."""
    found = [
        s
        for s in told.about("voicemail", "antwoordapparaat")
        if not s.is_heading and not _NO_RECORDING.search(s.low)
    ]
    kept = [
        s
        for s in found
        if s.is_item
        or Pattern(
            r"opname|opgenomen|bewaar|bewaren|opgeslagen|inspre|ingesproken|recorded|kept|stored"
        ).search(s.low)
    ]
    if not kept:
        return NOT_APPLICABLE
    return OK if any(days(n.low) for s in kept for n in told.near(s, 1)) else missing(kept[0].span)
