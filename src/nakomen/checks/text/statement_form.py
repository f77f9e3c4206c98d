"""The statement as a text: whole, clear and of today."""

import re
from difflib import SequenceMatcher
from itertools import pairwise

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answers,
    Span,
    Verdict,
    amiss,
    if_any,
    missing,
    wrong,
)
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_REMNANT = re.compile(
    r"\[[A-Z][A-Z0-9 _/'-]{2,40}\]|\[(?:uw |de |naam |vul |the |your |"
    r"insert )[^\]\n]{0,40}\]|\[(?:bedrijfsnaam|naam|datum|adres|e-?mail(?:adres)?|"
    r"website|company|company name|date|telefoonnummer)\]"
    r"|<(?:naam|bedrijf|company|name|datum|date|adres|address)[^>\n]{0,40}>|"
    r"\{\{[^}\n]{1,40}\}\}|\b(?:VOORBEELD|EXAMPLE|TEMPLATE)\b|\bX{3,}\b|"
    r"\b[Ll]orem ipsum\b|_{4,}|(?<!\.)\.{6,200}[ \t]{0,40}$|(?<!…)…{3,200}[ \t]{0,40}$",
    re.MULTILINE,
)


@rule("art12-1-no-placeholder")
def no_placeholder(told: Told) -> Answers:
    """Nothing of a template is left."""
    spans = [
        Span(quote.start, quote.end)
        for tension in told.facts.tensions
        if tension.kind in ("placeholder", "template_remnant")
        for quote in tension.quotes[:1]
    ]
    spans += [Span(m.start(), m.end()) for m in _REMNANT.finditer(told.text)]
    whole = {
        s.index: s.span
        for span in spans
        for s in told.said
        if s.sentence.start <= span.start < s.sentence.end
    }
    return if_any(Verdict.WRONG, [whole[n] for n in sorted(whole)])


_NUMBERS = re.compile(r"[\d.\s]{1,8}\Z")


@rule("art12-1-no-empty-section")
def no_empty_section(told: Told) -> Answers:
    """
    Something stands under each heading.

    A heading may stand right above a smaller one. Three in a row means that the first is empty,
    unless they open the text or a hash tells the levels.
    """
    runs: list[list[Said]] = []
    for said in told.said:
        if said.is_heading and not _NUMBERS.match(said.low):
            if runs and runs[-1][-1].index == said.index - 1:
                runs[-1].append(said)
            else:
                runs.append([said])
    empty = []
    for run in runs:
        if run[0].index < 3:
            continue
        empty += [run[0].span] if len(run) >= 3 and not _levels(told, run) else []
        empty += [
            a.span
            for a, b in pairwise(run)
            if _level(told, a) and _level(told, a) == _level(told, b)
        ]
    return if_any(Verdict.MISSING, dict.fromkeys([*told.tense("empty_section"), *empty]))


def _level(told: Told, said: Said) -> int:
    """How many hashes stand before a heading; 0 when none tell."""
    line = told.text.rfind("\n", 0, said.sentence.start) + 1
    return len(told.text[line : said.sentence.end].lstrip()) - len(
        told.text[line : said.sentence.end].lstrip().lstrip("#")
    )


def _levels(told: Told, run: list[Said]) -> bool:
    return any(_level(told, said) for said in run)


_DIFFERENT = 0.9


@rule("art12-1-no-duplicate-contradiction")
def no_double_section(told: Told) -> Answers:
    """The same heading twice tells the same twice, or is a mistake; so do two hosting stories."""
    if hosting := told.tense("hosting_claims"):
        return amiss(Verdict.CONTRADICTION, *hosting)
    bodies: dict[str, list[list[Said]]] = {}
    for said in told.said:
        if said.is_heading:
            bodies.setdefault(said.low.strip(" :.0123456789"), []).append([said])
        elif bodies and said.section:
            last = bodies.get(said.section.strip(" :.0123456789"))
            if last:
                last[-1].append(said)
    for parts in bodies.values():
        filled = [part for part in parts if len(part) > 1]
        for first, second in pairwise(filled):
            if _half_the_same(first[1:], second[1:]):
                told_twice = next(
                    (s for s in second[1:] if s.low not in {f.low for f in first}), second[0]
                )
                return amiss(Verdict.CONTRADICTION, told_twice.span)
    return OK


def _half_the_same(first: list[Said], second: list[Said]) -> bool:
    """They share a sentence, and differ in others that are not merely respelled."""
    one, two = {s.low for s in first}, {s.low for s in second}
    mine, theirs = " ".join(sorted(one - two))[:600], " ".join(sorted(two - one))[:600]
    if not one & two or not mine or not theirs:
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() < _DIFFERENT


phrase(
    "art12-1-terms-not-contract",
    Verdict.WRONG,
    ("voorwaarden", "terms"),
    r"(?:geldigheid|ingangsdatum|toepassing|lezen|acceptatie|aanvaarden|"
    r"accepteer\w{0,2}|inhoud) (?:van |de |en ){0,4}deze (?:privacy ?)?voorwaarden|"
    r"deze privacy ?voorwaarden|these (?:privacy )?terms",
    unless=r"algemene voorwaarden|leveringsvoorwaarden|general terms|terms of service|"
    r"terms and conditions",
)
phrase(
    "art12-1-obsolete-law",
    Verdict.OUTDATED,
    (
        "wbp",
        "wet bescherming persoonsgegevens",
        "college bescherming",
        "cbp",
        "registratiekamer",
        "vrijstellingsbesluit",
        "cookiewet",
    ),
    r"\bwbp\b|wet bescherming persoonsgegevens|college bescherming persoonsgegevens|"
    r"\bcbp\b|registratiekamer|vrijstellingsbesluit",
    unless=r"voorheen|vroeger|vervangen|opvolger|vervallen|voormalig|ingetrokken|formerly|replaced",
)
phrase(
    "art5-2-no-blanket-compliance-claim",
    Verdict.VAGUE,
    ("avg", "wet- en regelgeving", "gdpr", "privacywet", "verordening", "wetgeving"),
    r"\b(?:altijd|volledig|geheel|100 ?%|te allen tijde|fully|always|"
    r"completely)\b.{0,40}(?:conform|voldoe|overeenstemming|aan de|compl|"
    r"accordance)\w{0,4}\b.{0,60}(?:\bavg\b|wet- en regelgeving|\bgdpr\b|privacywet|"
    r"verordening|wetgeving)|"
    r"(?:voldoe\w{1,2}|compl\w{2,6}|conform|is|zijn)\b.{0,40}\b(?:volledig|geheel|"
    r"100 ?%|fully)\b.{0,60}(?:\bavg\b|wet- en regelgeving|\bgdpr\b|privacywet|"
    r"verordening|wetgeving)|100 ?% avg|avg-?proof|fully gdpr"
    r"|voldoe\w{1,2} aan alle .{0,40}(?:\bavg\b|\bgdpr\b|privacywet|wet- en regelgeving)|"
    r"compl(?:y|ies) with all .{0,40}(?:gdpr|privacy law)",
    unless=r"streven|niet|passende|strive|\bnot\b",
)
_NUMBER = re.compile(
    r"^[ \t*#-]{0,6}(\d{1,2}(?:\.\d{1,2}){1,2})\.?\*{0,2}[ \t]+[A-Z]", re.MULTILINE
)


@rule("art12-1-numbering-consistent")
def numbering(told: Told) -> Answers:
    """No number stands before two parts."""
    seen: set[str] = set()
    for found in _NUMBER.finditer(told.text):
        if found[1] in seen:
            line = told.text.find("\n", found.start() + 1)
            return wrong(Span(found.start(1), line if line > 0 else len(told.text)))
        seen.add(found[1])
    return OK if seen else NOT_APPLICABLE


phrase(
    "art12-1-jurisdiction-claim",
    Verdict.WRONG,
    (
        "rechtsgebied",
        "jurisdictie",
        "lokale wet",
        "californi",
        "ccpa",
        "local law",
        "jurisdiction",
        "delaware",
    ),
    r"(?:buiten de (?:eu|europese unie|eer)|outside (?:of )?the (?:eu|"
    r"european union))\b.{0,60}(?:lokale )?(?:wet|law|"
    r"recht)\w{0,8}\b.{0,60}(?:verschil|differ|vari)|(?:rechtsgebieden|jurisdicties|"
    r"jurisdictions)\b.{0,80}(?:beperk|vereis|verschil|restrict|require|differ)|"
    r"californi|\bccpa\b|delaware",
    unless=r"doorgifte|passend beschermingsniveau|transfer",
)
_TOO_LONG = 3000
_CONTENTS = Pattern(
    r"inhoudsopgave|\binhoud\b|hoofdstukken|table of contents|\bcontents\b|klik op|"
    r"snel naar|in het kort|samenvatting|summary"
)


@rule("art12-1-layering")
def layered(told: Told) -> Answers:
    """A long text starts with an overview."""
    if told.facts.statement.words <= _TOO_LONG:
        return NOT_APPLICABLE
    start = told.said[: max(40, len(told.said) // 10)]
    items = sum(said.is_item and len(said.low) < 90 for said in start[:30])
    return OK if items >= 5 or any(_CONTENTS.search(s.low) for s in start) else missing()


@rule("art12-1-sentence-complete-lists")
def lists_follow(told: Told) -> Answers:
    """After a colon something comes."""
    cut = []
    for said in told.said:
        after = told.said[said.index + 1] if said.index + 1 < len(told.said) else None
        prose = (
            not said.is_heading and said.low.rstrip().endswith(":") and len(said.low.split()) > 5
        )
        if prose and (after is None or (after.is_heading and not _is_label(after))):
            cut.append(said.span)
    return if_any(Verdict.VAGUE, cut)


def _is_label(said: Said) -> bool:
    """A short heading right below may be the first of a list of headed parts."""
    return not re.match(r"\d", said.low) and len(said.low) < 60
