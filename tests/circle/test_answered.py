"""Whether a request was answered in time says nothing about rights that nobody asked for."""

from datetime import timedelta

from tests.circle.refusal import ANNA, Company
from tests.circle.world import TODAY, World


def deadline(world: World) -> str:
    told = world.run("status", code=None, today=TODAY + timedelta(days=60))
    return next(p["verdict"] for p in told["promises"] if p["kind"] == "deadline")


def test_a_late_copy_breaks_only_what_was_promised_about_copies(company: Company) -> None:
    """A term for corrections alone is not seen, however late a copy is."""
    world = World(folder=company.folder, urls=company.urls)
    world.plan("access", "--key", ANNA)
    assert deadline(world) == "broken"
    company.edit("policy.yaml", "within: P30D", "within: P30D\n    rights: [rectification]")
    assert deadline(world) == "unseen"
    company.edit("policy.yaml", "rights: [rectification]", "rights: [access]")
    assert deadline(world) == "broken"
