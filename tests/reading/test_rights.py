"""Which rights a sentence grants to the person."""

import pytest

from nakomen.reading import read

GRANTED = [
    ("U heeft het recht om uw persoonsgegevens in te zien.", {"access"}),
    ("Je kunt je gegevens altijd laten aanpassen of wissen.", {"rectification", "erasure"}),
    ("Betrokkenen hebben recht op inzage en correctie.", {"access", "rectification"}),
    ("U kunt bij ons een kopie van uw gegevens opvragen.", {"access"}),
    ("U mag ons vragen de verwerking van uw gegevens te beperken.", {"restriction"}),
    ("U heeft recht op beperking van de verwerking.", {"restriction"}),
    ("Daarnaast heeft u recht op dataportabiliteit.", {"portability"}),
    ("U kunt uw gegevens laten overdragen aan een andere partij.", {"portability"}),
    ("U kunt bezwaar maken tegen de verwerking.", {"objection"}),
    ("U kunt uw toestemming altijd weer intrekken.", {"withdraw_consent"}),
    ("U heeft het recht om vergeten te worden.", {"erasure"}),
    (
        "U heeft het recht niet te worden onderworpen aan geautomatiseerde besluitvorming.",
        {"no_automated_decision"},
    ),
    ("U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.", {"complaint"}),
    (
        "Bij de toezichthouder, de Autoriteit Persoonsgegevens, kunt u een klacht indienen.",
        {"complaint"},
    ),
    (
        "Naast dat u het recht heeft uw gegevens te wijzigen, wijzen wij u op onze voorwaarden.",
        {"rectification"},
    ),
    (
        "You have the right to access and to rectify your personal data.",
        {"access", "rectification"},
    ),
    ("You may withdraw your consent at any time.", {"withdraw_consent"}),
    (
        "Uw rechten\n\nU heeft de volgende rechten:\n- inzage\n- rectificatie\n- bezwaar\n",
        {"access", "rectification", "objection"},
    ),
    ("Zegt u op, dan zien wij dat als een verwijderverzoek.", {"erasure"}),
]

GRANTED += [
    (
        "Uw gegevens zijn altijd op te vragen en worden desgewenst aangepast.",
        {"access", "rectification"},
    ),
    ("Op uw verzoek wissen wij uw gegevens.", {"erasure"}),
    ("Recht op vergetelheid: wij verwijderen dan alles.", {"erasure"}),
    ("Gebruikers kunnen hun gegevens zelf wijzigen in het portaal.", {"rectification"}),
]

NOT_GRANTED = [
    "Wij behouden ons het recht voor deze verklaring te wijzigen.",
    "Wij hebben het recht om gegevens van gebruikers te verwijderen.",
    "Wilgenborg heeft het recht wijzigingen aan te brengen in deze verklaring.",
    "U kunt cookies verwijderen via de instellingen van uw browser.",
    "U kunt deze verklaring altijd raadplegen op onze website.",
    "Het recht om gegevens te laten verwijderen is niet van toepassing op facturen.",
    "Gegevens die wij voor de factuur nodig hebben, kunnen niet door u worden gewijzigd.",
    "Als u bezwaar maakt, staken wij de verwerking.",
    "Wij leggen uit hoe u bezwaar kunt maken tegen een overname.",
    "Alleen medewerkers mogen uw gegevens inzien.",
    "Wij kunnen uw gegevens verwijderen als u niet betaalt.",
    "Heeft u een klacht over onze dienst? Bel ons dan.",
    "Wij verwerken gegevens over uw gezondheid niet.",
    "U kunt zich afmelden voor de nieuwsbrief via de link onder het bericht.",
]


@pytest.mark.parametrize(("words", "codes"), GRANTED, ids=lambda value: str(value)[:40])
def test_a_granted_right_is_read(words: str, codes: set[str]) -> None:
    """The words of the sentence, or of the line above its list, say which rights there are."""
    assert {fact.code.value for fact in read(words).rights} == codes


@pytest.mark.parametrize("words", NOT_GRANTED)
def test_what_grants_nothing_gives_no_right(words: str) -> None:
    """Our own rights, browsers, documents, denials and conditions are no rights of hers."""
    assert read(words).rights == ()


def test_each_right_stands_once_with_its_first_sentence() -> None:
    """Facts hold a right once; promises hold every sentence that grants it."""
    facts = read("U heeft recht op inzage. Inzage in uw gegevens kunt u ook zelf regelen.")

    assert [(f.code.value, f.start) for f in facts.rights] == [("access", 0)]
    assert [p.id for p in facts.promises if p.kind == "right"] == ["right-1", "right-2"]
    assert [p.control for p in facts.promises] == ["access-export", "self-service-edit"]


def test_a_complaint_is_a_promise_of_its_own_kind() -> None:
    """Desk and controls differ, so the kinds do."""
    facts = read("U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.")

    assert [(p.id, p.control) for p in facts.promises] == [("complaint-1", "complaint-desk")]
