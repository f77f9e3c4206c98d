"""Tiny Tiny RSS, a reader of news: accounts, what they follow and read, and articles of anybody."""

import re

from tests.schemas.fetch import debian
from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people

_SCHEMA = "usr/share/tt-rss/schema/ttrss_schema_pgsql.sql"
_REFERENCES = re.compile(
    r"\breferences\s+\w+\s*\(\w+\)(?:\s+on\s+delete\s+(?:cascade|set null))?", re.I
)


def build(url: str, *, declared: bool = True) -> None:
    """
    The PostgreSQL schema of Debian's `tt-rss`, with 20 readers; user 1 is its administrator.

    Args:
        declared: with the foreign keys that the package declares, or without any.
    """
    text = (debian("tt-rss") / _SCHEMA).read_text("utf-8")
    script(url, text if declared else _REFERENCES.sub("", text))
    many = people(20)
    insert(
        url,
        {
            "ttrss_users": [_user(p) for p in many],
            "ttrss_feed_categories": [_folder(p) for p in many],
            "ttrss_feeds": [_feed(p) for p in many],
            "ttrss_entries": [_article(n) for n in range(1, 31)],
            "ttrss_user_entries": [_read(p, n) for p in many for n in (0, 1)],
            "ttrss_tags": [
                {"tag_name": "storing", "owner_uid": p.number + 1, "post_int_id": p.number * 2}
                for p in many
            ],
            "ttrss_labels2": [{"owner_uid": p.number + 1, "caption": "Later"} for p in many],
            "ttrss_user_labels2": [{"label_id": p.number, "article_id": p.number} for p in many],
            "ttrss_filters2": [{"owner_uid": p.number + 1, "title": "Sport"} for p in many[:9]],
            "ttrss_filters2_rules": [
                {"filter_id": n, "reg_exp": "voetbal", "filter_type": 1, "feed_id": n}
                for n in range(1, 10)
            ],
            "ttrss_app_passwords": [_password(p) for p in many[:5]],
            "ttrss_user_prefs": [
                {"owner_uid": p.number + 1, "pref_name": "DIGEST_ENABLE", "value": "true"}
                for p in many
            ],
            "ttrss_settings_profiles": [
                {"title": "Thuis", "owner_uid": p.number + 1} for p in many
            ],
            "ttrss_error_log": [
                {
                    "owner_uid": 2, "errno": 2, "errstr": "timeout", "filename": "rss.php",
                    "lineno": 7, "context": "", "created_at": day(1),
                }
            ],
        },
    )  # fmt: skip


def _user(p: Person) -> dict[str, object]:
    return {
        "login": p.user, "pwd_hash": f"MODE2:{p.number * 7919:064x}", "email": p.email,
        "full_name": p.name, "last_login": day(p.number + 9), "created": day(p.number),
        "salt": f"{p.number * 104729:032x}",
    }  # fmt: skip


def _folder(p: Person) -> dict[str, object]:
    return {"owner_uid": p.number + 1, "title": "Nieuws"}


def _feed(p: Person) -> dict[str, object]:
    return {
        "owner_uid": p.number + 1, "title": "Regionieuws", "cat_id": p.number,
        "feed_url": "https://nieuws.example/rss",
    }  # fmt: skip


def _article(number: int) -> dict[str, object]:
    return {
        "title": f"Bericht {number}", "guid": f"nieuws-{number}", "link": f"https://n.example/{number}",
        "updated": day(number), "content": "Er is weer stroom.", "content_hash": f"{number:040x}",
        "date_entered": day(number), "date_updated": day(number), "author": "Redactie",
    }  # fmt: skip


def _read(p: Person, turn: int) -> dict[str, object]:
    return {
        "ref_id": p.number + turn, "uuid": "", "feed_id": p.number, "owner_uid": p.number + 1,
        "tag_cache": "", "label_cache": "", "last_read": day(p.number), "note": "bewaren",
    }  # fmt: skip


def _password(p: Person) -> dict[str, object]:
    return {
        "title": "telefoon", "pwd_hash": f"SSHA-512:{p.number:064x}", "service": "api",
        "created": day(p.number), "owner_uid": p.number + 1,
    }  # fmt: skip
