"""
Telecommunicatiewet artikel 11.5: verkeersgegevens wissen of anonimiseren.

Holds for: records of kind `traffic` (who called whom, when, how long; sessions) of a provider of
           public electronic communication.
Demands:   erase or anonymise as soon as the connection does not need them (lid 1). For the bill
           they may stay until it can no longer be disputed or collected (lid 2). It sets no least
           term. The former duty to keep them 12 months (Tw 13.2a) was set aside by the court on
           11 March 2015 and cannot be named as a reason.
Example:   a statement that keeps call records for a year "because the law requires it" is wrong
           about the law; the year itself is a promise, and is kept as one:

    >>> RULE.keep is None, RULE.beats_erasure
    (True, False)

Source:    wetten.overheid.nl, BWBR0009950, text valid on 2026-08-15, lid 1 and 2 read on
           2026-11-21; Rb. Den Haag 11-3-2015, ECLI:NL:RBDHA:2015:2498, read in several reports.
Checked:   verified.
"""

from nakomen.law.model import LegalRule
from nakomen.law.sources import TW
from nakomen.terms import RecordKind, Text

DUTY_ENDED = Text("11 maart 2015", "11 March 2015")
"""The day on which the court set the duty to keep traffic data aside."""

RULE = LegalRule(
    id="tw-11-5",
    article="Telecommunicatiewet artikel 11.5",
    records=frozenset({RecordKind.TRAFFIC}),
    text=Text(
        "verkeersgegevens worden gewist of anoniem gemaakt zodra verbinding en factuur ze niet "
        "meer nodig hebben",
        "traffic data are erased or made anonymous once the connection and the bill no longer need "
        "them",
    ),
    source=TW,
    verified=True,
    checked=Text(
        "Lid 1 en 2 zijn nagelezen in de tekst van 15 augustus 2026. De oude bewaarplicht van 12 "
        "maanden is op 11 maart 2015 buiten werking gesteld.",
        "Paragraphs 1 and 2 were read in the text of 15 August 2026. The former duty to keep 12 "
        "months was set aside on 11 March 2015.",
    ),
)
