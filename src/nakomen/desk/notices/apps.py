"""Telling people that the statement changes: by e-mail to each, and on the site."""

from django.apps import AppConfig


class Notices(AppConfig):
    name = "nakomen.desk.notices"
    label = "notices"

    def ready(self) -> None:
        from nakomen.desk.dossiers.post import QUEUES
        from nakomen.desk.notices.models import Told

        QUEUES[Told] = "notices"
