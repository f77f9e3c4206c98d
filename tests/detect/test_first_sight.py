"""What schemas that were never seen before taught: each cause apart, on tables made by hand."""

from dataclasses import replace

from tests.detect.seen import column, survey, table

from nakomen.detect import draft_map
from nakomen.records import KeyRole, SeenFit, StoreMap
from nakomen.terms import Category, RecordKind

NUMBERS = range(1, 41)
EMAILS = [f"anna{n}@post.example" for n in NUMBERS]
TO_USERS = {"user_id": "users.id"}


def links(drafted: StoreMap, name: str) -> dict[str, tuple[str, bool]]:
    """Column → what it leads to, and whether that owns the row."""
    return {link.columns[0]: (link.to, link.owner) for link in drafted.dataset(name).links}


def test_a_username_is_one_also_where_it_is_the_key() -> None:
    """What people are known by says who they are, though it is the key of the row."""
    username = column("username", values=[f"anna.{n}" for n in NUMBERS], unique=True)
    users, card = (
        replace(table(name, username), primary_key=("username",)) for name in ("users", "card")
    )
    for dataset in draft_map(survey(users, card)).datasets:
        assert dataset.column("username").category is Category.LOGIN_CREDENTIALS
        assert dataset.key("username").role is KeyRole.SUBJECT


def test_an_empty_column_leads_where_its_name_leads_elsewhere() -> None:
    """Only where all that is known of the name agrees."""
    filled = column("owner_uid", "INTEGER", NUMBERS)
    empty = column("owner_uid", "INTEGER")
    seen = survey(
        table("users", column("login")),
        table("feeds", filled, links={"owner_uid": "users.id"}),
        table("access_keys", empty),
        table("articles", column("ref_id", "INTEGER", NUMBERS), links={"ref_id": "feeds.id"}),
        table("labels", column("ref_id", "INTEGER", NUMBERS), links={"ref_id": "users.id"}),
        table("comments", column("ref_id", "INTEGER")),
    )
    drafted = draft_map(seen)
    assert links(drafted, "access_keys")["owner_uid"][0] == "users"
    assert "ref_id" not in links(drafted, "comments")


def test_a_short_word_leads_to_the_table_it_begins_only_where_values_agree() -> None:
    """`cat_id` may be of categories; that is believed of values, not of the name alone."""

    def drafted(share: float) -> StoreMap:
        feeds = table("feeds", column("cat_id", "INTEGER", NUMBERS))
        fit = SeenFit(column="cat_id", to="feed_categories", to_column="id", tested=9, share=share)
        categories = table("feed_categories", column("title"))
        return draft_map(survey(categories, replace(feeds, fits=(fit,))))

    assert links(drafted(1.0), "feeds")["cat_id"][0] == "feed_categories"
    assert "cat_id" not in links(drafted(0.9), "feeds")


def test_mail_addresses_in_an_address_book_are_of_who_keeps_it() -> None:
    """A table called after mail in which nothing is written is no mail: it names others."""
    seen = survey(
        table("users", column("email", values=EMAILS)),
        table("entries", column("user_id", "INTEGER", NUMBERS), links=TO_USERS),
        table(
            "entry_email",
            column("entry_id", "INTEGER", NUMBERS),
            column("email", values=EMAILS),
            links={"entry_id": "entries.id"},
        ),
    )
    drafted = draft_map(seen)
    assert drafted.dataset("entry_email").records is RecordKind.OTHER
    assert links(drafted, "entry_email")["entry_id"] == ("entries", True)
    assert drafted.dataset("entry_email").key("email").role is not KeyRole.SUBJECT


def test_what_one_gives_another_is_of_who_gives() -> None:
    """Elsewhere who made a row comes after everybody else that it names."""

    def drafted(other: str) -> dict[str, tuple[str, bool]]:
        two = (column("by_user", "INTEGER", NUMBERS), column(other, "INTEGER", NUMBERS))
        ties = {"by_user": "users.id", other: "users.id"}
        seen = survey(table("users", column("login")), table("orders", *two, links=ties))
        return links(draft_map(seen), "orders")

    assert drafted("to_user") == {"by_user": ("users", True), "to_user": ("users", False)}
    assert drafted("customer_id") == {"by_user": ("users", False), "customer_id": ("users", True)}


def test_one_word_over_and_over_is_no_column_of_names() -> None:
    """`groot` is a surname, and the size of icons; a state in capitals has the form of a BIC."""
    seen = survey(
        table(
            "settings",
            column("chosen", values=["groot"] * 40),
            column("answered", values=["ACCEPTED"] * 40),
            column("other", values=["groot", "Jansen", "Bakker", "Visser", "Smit", "Meijer"]),
        )
    )
    (settings,) = draft_map(seen).datasets
    assert not settings.column("chosen").personal
    assert not settings.column("answered").personal
    assert settings.column("other").category is Category.NAME


def test_usernames_are_known_by_their_values_whatever_the_column_is_called() -> None:
    """Who reports owns the row and who answers is named in it; a number is no username."""
    names = [f"anna.{n}" for n in NUMBERS]

    def fit(name: str, share: float) -> SeenFit:
        return SeenFit(column=name, to="users", to_column="username", tested=40, share=share)

    told = column("summary"), *(column(n, values=names) for n in ("reporter", "owner", "part"))
    ticket = replace(
        table("issue", *told), fits=(fit("reporter", 0.9), fit("owner", 1.0), fit("part", 0.9))
    )
    users = table("users", column("username", values=names, unique=True))
    issue = draft_map(survey(users, ticket)).dataset("issue")
    roles = {key.column: (key.kind, key.role) for key in issue.keys}
    assert roles == {
        "reporter": ("username", KeyRole.SUBJECT),
        "owner": ("username", KeyRole.PARTY),
    }
    assert issue.column("reporter").category is Category.LOGIN_CREDENTIALS


def test_a_table_that_holds_each_text_again_in_small_letters_says_it_once() -> None:
    """`lmiddle` beside `middle` is the same; one `link` beside `ink` is chance."""
    names = ("fn", "family", "middle", "locality")
    card = table("card", *(column(n) for n in (*names, *(f"l{name}" for name in names))))
    other = table("pen", column("ink"), column("link"), column("place"))
    drafted = draft_map(survey(card, other))
    for name in names:
        said = drafted.dataset("card").column(name).category
        assert drafted.dataset("card").column(f"l{name}").category is said
    assert drafted.dataset("card").column("lmiddle").category is Category.NAME
    assert not drafted.dataset("pen").column("link").personal
