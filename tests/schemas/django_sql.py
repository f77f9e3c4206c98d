"""
Run in an environment with programs that Django makes tables for: writes their schemas as SQL.

One process makes all of them, as starting Django costs more than the schemas do.
"""

import sys
from pathlib import Path

import django
import pymysql
from django.apps import apps
from django.conf import settings
from django.db import connections
from oscar import defaults

_DJANGO = ("admin", "auth", "contenttypes", "sessions", "messages", "sites", "flatpages")
_OSCAR = [
    "address",
    "analytics",
    "basket",
    "catalogue",
    "catalogue.reviews",
    "checkout",
    "communication",
    "customer",
    "dashboard",
    "dashboard.catalogue",
    "dashboard.communications",
    "dashboard.offers",
    "dashboard.orders",
    "dashboard.pages",
    "dashboard.partners",
    "dashboard.ranges",
    "dashboard.reports",
    "dashboard.reviews",
    "dashboard.shipping",
    "dashboard.users",
    "dashboard.vouchers",
    "offer",
    "order",
    "partner",
    "payment",
    "search",
    "shipping",
    "voucher",
    "wishlists",
]
_OTHERS = [
    "treebeard",
    "sorl.thumbnail",
    "django_tables2",
    "widget_tweaks",
    "haystack",
    "bootstrap4form",
    "helpdesk",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "newsletter",
    "postman",
]
_NOT_OF_A_SHOP = {"helpdesk", "taggit", "newsletter", "postman"}
_BASE = {"admin", "auth", "contenttypes", "sessions", "sites"}


def _apps() -> list[str]:
    """Oscar names its settings after each part: `catalogue.reviews` is `CatalogueReviewsConfig`."""
    oscar = [
        f"oscar.apps.{part}.apps."
        + "".join(word.capitalize() for word in _order(part.split(".")))
        + "Config"
        for part in _OSCAR
    ]
    return [*(f"django.contrib.{part}" for part in _DJANGO), "oscar.config.Shop", *oscar, *_OTHERS]


def _order(words: list[str]) -> list[str]:
    return words[::-1] if words[0] == "dashboard" else words


def _start() -> None:
    pymysql.version_info = (2, 2, 1, "final", 0)
    pymysql.install_as_MySQLdb()
    engine = "django.db.backends."
    settings.configure(
        **{name: value for name, value in vars(defaults).items() if name.isupper()},
        SECRET_KEY="of-a-test",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={
            "default": {"ENGINE": engine + "sqlite3", "NAME": ":memory:"},
            "postgresql": {"ENGINE": engine + "postgresql", "NAME": "nowhere"},
            "mariadb": {"ENGINE": engine + "mysql", "NAME": "nowhere"},
        },
        HAYSTACK_CONNECTIONS={
            "default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}
        },
        HELPDESK_TEAMS_MODE_ENABLED=False,
        HELPDESK_KANBAN_BOARD=False,
        WAGTAIL_SITE_NAME="test",
        WAGTAILADMIN_BASE_URL="http://site.example",
        NEWSLETTER_THUMBNAIL="sorl-thumbnail",
        SITE_ID=1,
        STATIC_URL="/static/",
        INSTALLED_APPS=_apps(),
    )
    django.setup()
    # No server is asked: what Django would want to know of one is told beforehand.
    connections["postgresql"].__dict__["pg_version"] = 180000
    mariadb = connections["mariadb"]
    mariadb.__dict__["mysql_server_data"] = {
        "version": "10.11.6-MariaDB",
        "sql_mode": "",
        "default_storage_engine": "InnoDB",
        "lower_case_table_names": False,
        "has_zoneinfo_database": False,
    }
    mariadb.cursor = lambda: None
    mariadb.introspection.get_storage_engine = lambda *_: "InnoDB"


def _write(file: Path, alias: str, labels: set[str]) -> None:
    with connections[alias].schema_editor(collect_sql=True, atomic=False) as editor:
        for model in apps.get_models():
            meta = model._meta
            if meta.app_label in labels and meta.managed and not meta.proxy:
                editor.create_model(model)
    file.write_text("\n".join(editor.collected_sql), encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    _start()
    labels = {config.label for config in apps.get_app_configs()}
    wagtail = {label for label in labels if label.startswith("wagtail")}
    _write(folder / "shop.sql", "postgresql", labels - wagtail - _NOT_OF_A_SHOP)
    _write(folder / "helpdesk.sql", "mariadb", _BASE | {"helpdesk"})
    _write(folder / "portal.sql", "mariadb", _BASE | {"newsletter", "postman"})
    _write(folder / "site.sql", "postgresql", _BASE | wagtail | {"taggit"})


main()
