"""WordPress with a shop: key/value tables, orders that are posts, guests without an account."""

import re

from tests.schemas.fetch import debian
from tests.schemas.load import insert, script
from tests.schemas.people import Person, day, people

_SCHEMA = "usr/share/wordpress/wp-admin/includes/schema.php"
_TABLE = re.compile(r"CREATE TABLE \$wpdb->(\w+) \((.*?)\n\s?\) \$charset_collate;", re.DOTALL)
_ONE_SITE = re.compile(r"\$blog_tables = .*?// Multisite users table|// Usermeta.*?// Global", re.S)

ANNA, BRAM, CHAIMA, GERDA = 1, 2, 3, 7
ACCOUNTS = 5
"""Persons 1 to 5 have an account, users 2 to 6; user 1 is the administrator."""


def build(url: str) -> None:
    """The tables of Debian's `wordpress` for one site on MariaDB, with a shop's orders in them."""
    page = (debian("wordpress") / _SCHEMA).read_text("utf-8")
    ours = "".join(_ONE_SITE.findall(page)).replace("$max_index_length", "191")
    for name, columns in _TABLE.findall(ours):
        script(url, f"CREATE TABLE wp_{name} ({columns})")
    many = people(40)
    insert(url, _site() | _accounts(many[:ACCOUNTS]) | _orders(many) | _comments(many))


def _site() -> dict[str, list[dict[str, object]]]:
    return {
        "wp_terms": [
            {"term_id": 1, "name": "Nieuws", "slug": "nieuws"},
            {"term_id": 2, "name": "Storingen", "slug": "storingen"},
        ],
        "wp_term_taxonomy": [
            {"term_taxonomy_id": 1, "term_id": 1, "taxonomy": "category", "description": ""},
            {
                "term_taxonomy_id": 2, "term_id": 2, "taxonomy": "category",
                "description": "", "parent": 1,
            },
        ],
        "wp_term_relationships": [{"object_id": n, "term_taxonomy_id": n % 2 + 1} for n in (1, 2)],
        "wp_termmeta": [{"term_id": 2, "meta_key": "color", "meta_value": "red"}],
        "wp_options": [
            {"option_name": "siteurl", "option_value": "https://winkel.example"},
            {"option_name": "blogname", "option_value": "De Winkel"},
            {"option_name": "admin_email", "option_value": "beheer@winkel.example"},
        ],
        "wp_links": [
            {"link_id": 1, "link_url": "https://wiki.example", "link_name": "Wiki",
             "link_owner": 1, "link_notes": ""},
        ],
    }  # fmt: skip


def _accounts(many: list[Person]) -> dict[str, list[dict[str, object]]]:
    admin: dict[str, object] = {
        "ID": 1, "user_login": "beheer", "user_pass": "$P$B" + "x" * 30, "user_nicename": "beheer",
        "user_email": "beheer@winkel.example", "display_name": "Beheer",
        "user_registered": day(0),
    }  # fmt: skip
    users = [
        {
            "ID": p.number + 1, "user_login": p.user, "user_pass": f"$P$B{p.number:030d}",
            "user_nicename": p.user.replace(".", "-"), "user_email": p.email,
            "display_name": p.name, "user_registered": day(p.number),
        }
        for p in many
    ]  # fmt: skip
    meta = [row for p in many for row in _usermeta(p)]
    # Bram pays with the address of Anna: the row is his and names her.
    meta += [_meta("user_id", BRAM + 1, "billing_email_second", many[0].email)]
    return {"wp_users": [admin, *users], "wp_usermeta": meta}


def _usermeta(p: Person) -> list[dict[str, object]]:
    facts = {
        "nickname": p.first, "first_name": p.first, "last_name": p.last,
        "wp_capabilities": 'a:1:{s:8:"customer";b:1;}', "billing_email": p.email,
        "billing_phone": p.phone, "billing_postcode": p.postcode, "billing_city": p.city,
    }  # fmt: skip
    return [_meta("user_id", p.number + 1, key, value) for key, value in facts.items()]


def _meta(column: str, to: int, key: str, value: object) -> dict[str, object]:
    return {column: to, "meta_key": key, "meta_value": str(value)}


def _orders(many: list[Person]) -> dict[str, list[dict[str, object]]]:
    """Posts 1 and 2 are news, 3 a reply to 2; person n has order 100 + n, Anna also 200 and 201."""
    news = [_post(n, "post", f"Bericht {n}", 2 if n == 3 else 0) for n in (1, 2, 3)]
    orders = [_post(100 + p.number, "shop_order", "Bestelling") for p in many]
    extra = [_post(n, "shop_order", "Bestelling") for n in (200, 201)]
    extra[1]["post_status"] = "trash"
    meta = [row for p in many for row in _ordermeta(100 + p.number, p, p.email)]
    anna = many[0]
    meta += _ordermeta(200, anna, "werk@kantoor.example") + _ordermeta(201, anna, anna.email)
    return {"wp_posts": [*news, *orders, *extra], "wp_postmeta": meta}


def _post(number: int, kind: str, title: str, parent: int = 0) -> dict[str, object]:
    empty = {"to_ping": "", "pinged": "", "post_content_filtered": "", "post_excerpt": ""}
    return {
        "ID": number, "post_author": 1, "post_date": day(number), "post_date_gmt": day(number),
        "post_modified": day(number), "post_modified_gmt": day(number), "post_content": "",
        "post_title": title, "post_name": f"{kind}-{number}", "post_type": kind,
        "post_parent": parent, "guid": f"https://winkel.example/?p={number}",
    } | empty  # fmt: skip


def _ordermeta(order: int, p: Person, email: str) -> list[dict[str, object]]:
    facts = {
        "_customer_user": p.number + 1 if p.number <= ACCOUNTS else 0,
        "_billing_first_name": p.first, "_billing_last_name": p.last, "_billing_email": email,
        "_billing_phone": p.phone, "_billing_address_1": p.address,
        "_billing_postcode": p.postcode, "_billing_city": p.city, "_customer_ip_address": p.ip,
        "_order_total": "49.95", "_payment_method": "ideal",
    }  # fmt: skip
    return [_meta("post_id", order, key, value) for key, value in facts.items()]


def _comments(many: list[Person]) -> dict[str, list[dict[str, object]]]:
    """Comments 1 to 40 under news, each of its person; 50 answers Anna; 60, 61 notes of orders."""
    own = [_comment(p.number, p.number % 2 + 1, p, "comment") for p in many]
    again = _comment(51, 2, many[GERDA - 1], "comment")
    answer = _comment(50, 2, many[BRAM - 1], "comment") | {"comment_parent": ANNA}
    notes = [_note(60, 100 + ANNA), _note(61, 100 + GERDA)]
    meta = [_meta("comment_id", n, "akismet_result", "false") for n in (ANNA, BRAM, GERDA)]
    return {"wp_comments": [*own, answer, again, *notes], "wp_commentmeta": meta}


def _comment(number: int, post: int, p: Person, kind: str) -> dict[str, object]:
    return {
        "comment_ID": number, "comment_post_ID": post, "comment_author": p.name,
        "comment_author_email": p.email, "comment_author_IP": p.ip,
        "comment_agent": f"Mozilla/5.0 (X11; Linux x86_64; rv:{100 + number}.0) Gecko Firefox",
        "comment_content": "Bij mij werkt het weer.", "comment_type": kind,
        "comment_date": day(number), "comment_date_gmt": day(number),
        "user_id": p.number + 1 if p.number <= ACCOUNTS else 0,
    }  # fmt: skip


def _note(number: int, order: int) -> dict[str, object]:
    return {
        "comment_ID": number, "comment_post_ID": order, "comment_author": "Winkel",
        "comment_author_email": "", "comment_content": "Betaald.", "comment_type": "order_note",
        "comment_date": day(number), "comment_date_gmt": day(number),
    }  # fmt: skip
