"""How far a right reaches: told neither smaller nor otherwise than the law has it."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, vague, wrong
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.rights import GRANTS, NAMED, WORDS
from nakomen.checks.text.told import Pattern, Said, Told

phrase(
    "art12-1-rights-for-all-data-subjects",
    Verdict.VAGUE,
    ("relaties", "klant", "cliënt", "leden", "customer", "client", "member"),
    r"\A\W{0,4}(?:onze |alle |our )?(?:relaties|klanten|cliënten|leden|customers|"
    r"clients|members) (?:hebben|have|kunnen|can)\b.{0,60}(?:recht|inzien|in te zien|"
    r"right|access)|"
    r"\b(?:als|indien|if) (?:u|je|you) (?:een |geregistreerd |bestaande |"
    r"are )?(?:a )?(?:klant|lid|cliënt|customer|member)\b.{0,20}.{0,160}(?:bekijken|"
    r"inzien|in te zien|corrigeren|recht|access|right)",
)
phrase(
    "art15-access-not-only-actively-provided",
    Verdict.WRONG,
    ("actieve database", "active database", "inzage", "inzien", "in te zien", "access"),
    r"actieve (?:database|systemen)|active database|"
    r"(?:inzage|inzien|in te zien|access)\b.{0,60}(?:gegevens|informatie|data|"
    r"information) die u (?:zelf )?(?:aan ons )?(?:heeft|hebt) (?:gegeven|verstrekt|"
    r"achtergelaten|ingevuld)|"
    r"access .{0,40}(?:data|information) (?:that )?you (?:have )?(?:gave|given|provided)",
)
phrase(
    "art15-format-intelligible",
    Verdict.WRONG,
    ("formaat", "indeling", "format"),
    r"(?:formaat|\w{0,12}indeling|format)\b.{0,60}(?:binnen |van |in )?(?:onze|ons|"
    r"our) (?:eigen |own |interne )?systee?m",
    unless=r"leesbaar|gangbaar|begrijpelijk|readable|commonly",
)
phrase(
    "art16-no-refusal-of-correction",
    Verdict.VAGUE,
    ("gewijzigd", "aangepast", "gecorrigeerd", "changed", "corrected"),
    r"gegevens\b.{0,240}\b(?:kunnen|kan|mogen|mag) (?:door u )?niet (?:door u )?(?:mee"
    r"r )?(?:worden )?(?:gewijzigd|aangepast|gecorrigeerd)|"
    r"(?:data|information)\b.{0,100}cannot be (?:changed|corrected)",
)


@rule("art17-3-exceptions-complete")
def exceptions(told: Told) -> Answers:
    """Exceptions to erasure name the duty to keep as well as legal claims."""
    limits = Pattern(
        r"(?:verwijder|wis|eras|delet)\w{0,6}\b.{0,120}(?:niet geldt|geldt niet|"
        r"tenzij|behalve|uitzondering|does not apply|unless|except)|(?:niet geldt|"
        r"tenzij|behalve|unless|except)\b.{0,120}(?:verwijder|wissen|eras|delet)"
    )
    claims = Pattern(r"rechtsvordering|legal claim")
    duty = Pattern(r"wettelijk|bewaarplicht|wet\b|legal obligation|required by law")
    found = [
        s
        for s in told.those(("verwijder", "wis", "eras", "delet"), limits)
        if claims.search(s.low) or duty.search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    bare = [s.span for s in found if not duty.search(s.low)]
    known = any(duty.search(s.low) for s in found)
    return vague(*bare) if bare and not known else OK


_ALWAYS = Pattern(r"\b(?:altijd|te allen tijden?|te alle tijden|always|at any time|at all times)\b")


@rule("art18-meaning-correct")
def restriction_meaning(told: Told) -> Answers:
    """Restriction holds in four cases, and is no erasure."""
    found = told.those(("beperk", "restrict"), Pattern(r"\bbeperk(?:en|ing)\b|restrict"))
    found = [s for s in found if _grants_restriction(s)]
    if not found:
        return NOT_APPLICABLE
    bad = [
        s.span
        for s in found
        if _ALWAYS.search(s.low) and not Pattern(r"inzage|verwijder|rectific|erasure").search(s.low)
    ]
    return wrong(*bad) if bad else OK


def _grants_restriction(said: Said) -> bool:
    return (
        bool(GRANTS.search(said.low))
        and not said.is_heading
        and not Pattern(r"aansprakelijk|toegang|zo beperkt|liab").search(said.low)
    )


phrase(
    "art18-3-notice-before-lifting",
    Verdict.WRONG,
    ("beperking", "restriction"),
    r"\b(?:u|je|you) (?:zelf )?(?:de |deze |the )?(?:beperking|"
    r"restriction) (?:weer )?(?:opheft|intrekt|beëindigt|lift)|(?:you|"
    r"u) lift the restriction",
)


def _on_portability(told: Told) -> list[Said]:
    found = told.those(WORDS["portability"], NAMED["portability"])
    grouped = {
        s.index: s
        for f in found
        for s in (told.same_section(f) if "draag" in f.section or "portab" in f.section else [f])
    }
    return [grouped[number] for number in sorted(grouped)]


@rule("art20-scope-correct")
def portable(told: Told) -> Answers:
    """Portability is about what a person gave."""
    found = _on_portability(told)
    if not found:
        return NOT_APPLICABLE
    everything = Pattern(
        r"\b(?:alle|al|all) (?:uw |de |your |the )?(?:persoons)?(?:gegevens|data|"
        r"informatie)\b.{0,40}(?:verwerk|over u|bezit|beschik|process|hold)"
    )
    bad = [
        s.span
        for s in found
        if everything.search(s.low) and "verstrekt" not in s.low and "provided" not in s.low
    ]
    return wrong(*bad) if bad else OK


@rule("art20-no-service-termination")
def service_stays(told: Told) -> Answers:
    """Taking data along ends no service."""
    found = _on_portability(told)
    if not found:
        return NOT_APPLICABLE
    ends = Pattern(
        r"(?:dienst|service)\w{0,12}\b.{0,60}(?:niet (?:langer|meer)|beëindig|stopzet|"
        r"gestaakt|no longer|terminat)|(?:niet (?:langer|meer)|beëindig|no longer|"
        r"terminat)\w{0,4}\b.{0,40}(?:dienst|service)"
    )
    bad = [s.span for s in found if ends.search(s.low)]
    return wrong(*bad) if bad else OK


phrase(
    "art21-1-correct",
    Verdict.WRONG,
    ("bezwaar", "object"),
    r"(?:bezwaar|object\w{0,4})\b.{0,120}(?:u (?:moet|dient)|mits u|alleen als u|"
    r"only if you|you must)\b.{0,60}(?:aanto|onderbouw|zwaarwegend|bewijs|bewijz|"
    r"demonstrat|prove|compelling)",
)
phrase(
    "art21-2-3-marketing-absolute",
    Verdict.WRONG,
    ("bezwaar", "object", "afmelden"),
    r"(?:bezwaar|object\w{0,4})\b.{0,80}(?:marketing|reclame|nieuwsbrief|aanbieding|"
    r"advertis)\w{0,4}\b.{0,120}(?:afweg|beoordel|proberen|redelijk|mits|weigh|"
    r"consider|try|reasonabl)",
    unless=r"altijd|direct|onmiddellijk|always",
)
phrase(
    "art13-2-b-no-always-claims",
    Verdict.VAGUE,
    ("altijd", "te allen tijd", "te alle tijd", "always", "at any time", "at all times"),
    r"\b(?:altijd|te allen? tijden?|always|at (?:any|all) times?)\b.{0,20}\b(?:recht|"
    r"right)\b.{0,200}(?:verwijder|wissen|overdra|andere partij|portab|eras|delet)",
    unless=r"inzage|in te zien|inzien|wijzig|corrig|rectif|access|klacht|toestemming|intrek|"
    r"complaint|withdraw",
)
phrase(
    "art13-2-b-no-if-required-by-law",
    Verdict.WRONG,
    ("zoverre", "voor zover", "proberen", "trachten", "verplicht zijn", "to the extent", "try to"),
    r"(?:in zoverre|voor zover|to the extent) (?:dit |dat |wij |"
    r"we )?.{0,30}(?:vereist|verplicht|required)\b.{0,60}(?:wet|"
    r"law)\w{0,8}\b.{0,80}(?:verzoek|vragen|kunt u|recht|you (?:may|can)|right|request)|"
    r"(?:proberen|trachten|try to)\b.{0,40}(?:verzoek|aanvra|"
    r"request)\w{0,4}\b.{0,40}(?:in te willigen|te voldoen|uit te voeren|honor|comply|"
    r"grant)|(?:zullen|will) (?:proberen|trachten|try).{0,30}(?:verzoek|request)",
)
