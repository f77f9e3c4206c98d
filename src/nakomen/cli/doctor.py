"""nakomen doctor: is everything that nakomen needs in order?"""

from nakomen.cli.common import Exit, common, emit, tell
from nakomen.cli.language import LANG, say

HELP = say(
    "Kijk of alles in orde is wat nakomen nodig heeft.",
    "See whether all that nakomen needs is well.",
)


def command() -> int:
    from nakomen import verbs

    checks = verbs.doctor(common.folder)
    for check in checks:
        mark, word = ("✓", say("goed", "good")) if check.good else ("✗", say("mis", "wrong"))
        tell(f"{mark} {word:5} {check.what.in_(LANG)}", style=None if check.good else "red")
    emit({"checks": [{"what": c.what.in_(LANG), "good": c.good, "code": c.code} for c in checks]})
    return max((c.code for c in checks if not c.good), default=Exit.DONE)
