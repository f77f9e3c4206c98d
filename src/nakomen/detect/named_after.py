"""Which table a column is called after, and how plainly: the names only, no values."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from nakomen.detect.words import bare, spoken, stem, stems


class Plainly(IntEnum):
    """How surely a name says what it points to. From `ENDS` on no value needs to agree."""

    THIN = 0
    """Says that something stands above it, of which table is a guess: `parent`."""
    ROLE = 1
    """Says who or what stands there, not in which table: `owner`."""
    BARE = 2
    """Called after the table, without saying that it is a key: `author` and the table `authors`."""
    ENDS = 3
    """Ends as the table does, or the table as it does: `order_customer_id`, `post_parent`."""
    SAME = 4
    """Called as the key of the other table: `klantnummer`, or as the table: `customer_id`."""


_KEY = re.compile(r"(?:^|\s)(?:id|ids|uuid|guid|uid|fk)$|(?<=[a-z]{3})id$")
# Whoever made or keeps a row is in the table of accounts.
_WHO = (
    "owner author creator editor user member uid assignee by maker eigenaar auteur gebruiker "
    "lid poster sender reporter requester moderator"
)
_SOMEBODY = frozenset(map(stem, _WHO.split()))
_PLACES = "user account member person gebruiker lid persoon employee profile"
_ACCOUNTS = tuple(map(stem, _PLACES.split()))
_ABOVE = frozenset({"parent", "ouder", "ancestor", "superior"})
_SAME_TABLE = re.compile(r"\b(?:parent|ouder|ancestor|superior)\b")
# A number of this name counts, sorts or grades; it is no key unless it says so.
_COUNTS = re.compile(
    r"\b(?:order|position|sort|rank|count|level|version|status|type|kind|state|number|nummer|size"
    r"|total|score|priority|rating|karma|group|year|day|hour|minute|port)$"
)
# So many words make a name that counts by itself the name of a table: `filter_type`.
_WHOLE = 2
_SHORTEST = 3
_OF_ANYTHING = frozenset({"id", "name", "naam", "code", "key", "number", "nummer", "slug", "type"})


def table_words(table: str, prefix: str = "") -> tuple[str, ...]:
    """
    The stems of a table's name, without what every table of the program begins with.

    >>> table_words("wp_users", "wp"), table_words("sales.OrderLines")
    (('user',), ('order', 'line'))
    """
    words = stems(bare(table))
    return words[1:] if prefix and len(words) > 1 and words[0] == prefix else words


def common_prefix(tables: Iterable[str]) -> str:
    """
    The word that every table begins with, as programs mark theirs; "" when there is none.

    >>> common_prefix(["wp_users", "wp_posts", "wp_options"]), common_prefix(["users", "posts"])
    ('wp', '')
    """
    all_words = [stems(bare(table)) for table in tables]
    first = {words[0] if len(words) > 1 else "" for words in all_words}
    return first.pop() if len(first) == 1 and len(all_words) > 2 else ""


@cache
def base(column: str) -> tuple[str, ...]:
    """
    What a key is of, in stems.

    >>> base("order_customer_id"), base("owner_uid"), base("klantid")
    (('order', 'customer'), ('owner',), ('klant',))
    """
    return tuple(stem(word) for word in _KEY.sub("", spoken(column)).split())


@cache
def says_key(column: str) -> bool:
    """
    >>> [says_key(c) for c in ("customer_id", "ID", "klantid", "owner_uid", "paid", "author")]
    [True, True, True, True, False, False]
    """
    name = spoken(column)
    return _KEY.search(name) is not None and name not in (
        "paid",
        "void",
        "valid",
        "prepaid",
        "grid",
    )


def counts(column: str) -> bool:
    """A number that counts or sorts, by its name."""
    return not says_key(column) and _COUNTS.search(spoken(column)) is not None


def of_anything(column: str) -> bool:
    """A name that columns of any table bear: two of them are no reference."""
    return spoken(column) in _OF_ANYTHING


def called_after(column: str, own: str, table: str, key: str, prefix: str) -> Plainly | None:
    """
    How plainly *column* of table *own* is called after *table* and its key; None when not.

    >>> called_after("customer_id", "invoice", "customers", "id", "").name
    'SAME'
    >>> called_after("comment_post_ID", "wp_comments", "wp_posts", "ID", "wp").name
    'ENDS'
    >>> called_after("post_author", "wp_posts", "wp_users", "ID", "wp").name
    'ROLE'
    >>> called_after("post_parent", "wp_posts", "wp_posts", "ID", "wp").name
    'ENDS'
    >>> called_after("rev_actor", "revision", "actor", "actor_id", "").name
    'BARE'
    >>> called_after("cat_id", "feeds", "feed_categories", "id", "").name
    'BARE'
    >>> called_after("post_int_id", "tags", "entries", "int_id", "").name
    'BARE'
    >>> called_after("post_id", "wp_posts", "wp_users", "ID", "wp")
    """
    same = bare(own) == bare(table)
    words, name = table_words(table, prefix), base(column)
    if counts(column) and (len(words) < _WHOLE or name != words):
        return None
    if not same and column == key and not of_anything(column):
        plain = says_key(column) or any(word in spoken(column) for word in words)
        return Plainly.SAME if plain else Plainly.BARE
    if _SAME_TABLE.search(spoken(column)):
        of = _without(name, _ABOVE)
        if of and _ends(words, of):
            return Plainly.ENDS if same else Plainly.ROLE
        if of:
            return Plainly.ROLE if same and _begins(of[-1], words) else None
        return Plainly.THIN if same else None
    if same or not name:
        return None
    if name == words:
        return Plainly.SAME if says_key(column) else Plainly.BARE
    if _ends(name, words) or _ends(words, name):
        return Plainly.ENDS if says_key(column) else Plainly.BARE
    if not _SOMEBODY.isdisjoint(name) and words and words[-1] in _ACCOUNTS:
        return Plainly.ROLE
    in_short = says_key(column) and _begins(name[-1], words)
    return Plainly.BARE if in_short or spoken(key) in endings(column) else None


def endings(column: str) -> tuple[str, ...]:
    """
    The ends of a name that may be the whole name of a key elsewhere.

    >>> endings("post_int_id"), endings("customer_id")
    (('int id',), ())
    """
    said = spoken(column).split()
    return tuple(" ".join(said[at:]) for at in range(1, len(said) - 1))


def shortened(column: str) -> tuple[str, ...]:
    """
    How the last word of a table may begin that *column* names in short.

    >>> shortened("cat_id"), shortened("parent_cat"), shortened("id")
    (('cat',), ('cat',), ())
    """
    name = _without(base(column), _ABOVE)
    return tuple(word[:_SHORTEST] for word in name[-1:] if len(word) >= _SHORTEST)


def is_account(table: str) -> bool:
    """The table is of those who log in, or of persons."""
    return stems(bare(table))[-1:] != () and stems(bare(table))[-1] in _ACCOUNTS


def names_somebody(column: str) -> bool:
    """The column says that somebody stands there: an owner, an author."""
    return not _SOMEBODY.isdisjoint(base(column))


def last_words(column: str) -> tuple[str, ...]:
    """
    The words on which a table must end to be what *column* is called after.

    >>> last_words("comment_post_ID"), last_words("post_parent"), last_words("id")
    (('post',), ('parent', 'post'), ())
    """
    name = base(column)
    return tuple(dict.fromkeys((*name[-1:], *_without(name, _ABOVE)[-1:])))


def rank_of_accounts(table: str, prefix: str) -> int:
    """The lower, the more surely it is the table of those who log in."""
    words = table_words(table, prefix)
    last = words[-1] if words else ""
    return _ACCOUNTS.index(last) if last in _ACCOUNTS else len(_ACCOUNTS)


def _begins(word: str, words: tuple[str, ...]) -> bool:
    """*word* is the beginning of the last of *words*: `cat` of categories."""
    return (
        len(word) >= _SHORTEST and words != () and words[-1].startswith(word) and words[-1] != word
    )


def _ends(whole: tuple[str, ...], end: tuple[str, ...]) -> bool:
    return bool(end) and whole[-len(end) :] == end


def _without(name: tuple[str, ...], words: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in name if word not in words)
