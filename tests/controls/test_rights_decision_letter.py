"""rights-decision-letter: granted or refused on a ground, no money without a finding, the AP."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.circle.world import World, statement
from tests.support.letters import Mailed, printed

from nakomen import Company, Lang, NakomenError, Request, Text, verbs
from nakomen.papers import complaint, reply
from nakomen.papers.access_model import Controller
from nakomen.papers.document import Document, Paragraph
from nakomen.records import Act
from nakomen.terms import RecordKind

DAY = date(2026, 11, 21)
GROUND = reply.Ground(text=Text("een plicht loopt nog", "a duty still runs"), article="AVG 17")
ROUTE = ("Autoriteit Persoonsgegevens", "rechtbank")


def _paper(**more: object) -> reply.ReplyPaper:
    paper = reply.ReplyPaper(
        lang=Lang.NL,
        controller=Controller(name="Zonneveld"),
        request=Request.ERASE,
        reference="Z-1",
        received_on=DAY,
        made_on=DAY,
        done=(reply.Done(records=RecordKind.CUSTOMER, act=Act.ERASE, rows=3),),
    )
    return replace(paper, **more)  # type: ignore[arg-type]


def _words(made: Document) -> str:
    return " ".join(getattr(block, "text", "") for block in made.blocks)


@pytest.mark.parametrize("lang", Lang)
def test_every_letter_leads_to_the_authority_and_the_court(lang: Lang) -> None:
    """Granted, granted in part, refused, about a complaint: each names both, and its decision."""
    kept = reply.Kept(records=RecordKind.BILLING, rows=2, why=Text("AWR 52", "AWR 52"))
    whole, part = _paper(lang=lang), _paper(lang=lang, kept=(kept,))
    refused = _paper(lang=lang, done=(), ground=GROUND, refused="Uw factuur moet blijven.")
    told = [_words(reply.reply(paper)) for paper in (whole, part, refused)]
    about = complaint.ComplaintPaper(
        lang=lang, controller=whole.controller, reference="Z-2", received_on=DAY, made_on=DAY,
        judged="wrong", outcome="Wij deden wat wij beloofden.",
    )  # fmt: skip
    told.append(_words(complaint.complaint(about)))
    assert all("Autoriteit Persoonsgegevens" in words for words in told)
    assert len({words[:120] for words in told}) == 4, "each says what was decided"


@pytest.mark.parametrize(
    ("paper", "error"),
    [
        (_paper(refused="Daarom."), reply.NoGround),
        (_paper(ground=GROUND, refused=" "), reply.NoGround),
        (_paper(kept=(reply.Kept(records=RecordKind.BILLING, rows=1, why=Text("", "")),)),
         reply.NoGround),
        (_paper(fee=reply.Fee(cents=500, ground=None, because="Veel werk.")), reply.NoFinding),
        (_paper(fee=reply.Fee(cents=500, ground=GROUND, because=" ")), reply.NoFinding),
    ],
    ids=["no ground", "no reason", "kept without why", "fee without finding", "fee without reason"],
)  # fmt: skip
def test_a_letter_without_its_ground_or_finding_is_not_made(
    paper: reply.ReplyPaper, error: type[NakomenError]
) -> None:
    """So it cannot be sent either, by whatever way."""
    with pytest.raises(error):
        reply.reply(paper)


def test_a_letter_without_the_route_is_not_made() -> None:
    """Whoever takes the sentence out of the templates sends no letter at all."""
    made = reply.reply(_paper())
    bare = [b for b in made.blocks if "Persoonsgegevens" not in getattr(b, "text", "")]
    assert reply.with_route(made) is made
    with pytest.raises(reply.NoRoute):
        reply.with_route(replace(made, blocks=(*bare, Paragraph(text="Groet"))))


@pytest.mark.parametrize(
    ("name", "right", "warned"),
    [
        ("itsb", Request.PORT, "de dienstverlening niet langer voortzetten"),
        ("itsb", Request.ERASE, None),
        ("etsoft", Request.ERASE, "niet dezelfde kwaliteit"),
    ],
)
def test_the_letter_warns_of_what_the_statement_says_about_the_service(
    name: str, right: Request, warned: str | None, tmp_path: Path
) -> None:
    """In the words of the statement, for the right of which it says so, and for no other."""
    world = World(folder=tmp_path / "x", urls={})
    world.run("init", world.folder, "--statement", statement(name), code=None)
    with Company.open(world.folder) as company:
        effects = verbs.effects(verbs.handling(company), right)
    words = _words(reply.reply(_paper(request=right, effects=effects)))
    assert (warned in words) if warned else not effects


def test_nobody_refuses_without_a_ground_or_asks_money_that_was_promised_free(
    mailed: Mailed,
) -> None:
    """The list is closed: a ground of another right, or one made up, is none."""
    staff = mailed.desk.colleague("owner").client
    email = mailed.joined("geweigerd@nergens.example")
    her, path = mailed.proven("erase", email)
    number = mailed.number(path)
    refuse, why = f"/zaken/{number}/weigeren/", "Uw factuur moet blijven."
    for ground in ("", "POR-02", "before", "omdat ik het zeg"):
        assert staff.post(refuse, {"ground": ground, "because": why}).status == 422, ground
    for money in (
        {"amount": "5"},
        {"amount": "5", "ground": "FEE-01", "because": why},
        {"amount": "-5", "ground": "FEE-03", "because": why},
        {"amount": "5", "ground": "FEE-03", "because": " "},
        {"amount": "5", "ground": "FEE-03", "because": why},
    ):
        assert staff.post(f"/zaken/{number}/kosten/", money).status == 422, money
    assert (
        "belooft dat een verzoek niets kost"
        in staff.post(
            f"/zaken/{number}/kosten/", {"amount": "5", "ground": "FEE-03", "because": why}
        ).words
    )
    assert mailed.desk.rows("SELECT fee_cents FROM dossiers_case WHERE id = ?", number) == [(0,)]
    assert mailed.state(number) == "proven"
    assert staff.post(refuse, {"ground": "ERA-04", "because": why}).status == 302
    for letter in (her.get(path).words, printed(her.post(f"{path}brief/"))):
        for told in (
            "wettelijke bewaarplicht",
            "AVG artikel 17 lid 3",
            why,
            "kost u niets",
            *ROUTE,
        ):
            assert told in letter, told
