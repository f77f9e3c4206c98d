"""Letters that come by mail: each becomes a case, once."""

from django.apps import AppConfig


class Mailbox(AppConfig):
    name = "nakomen.desk.mailbox"
    label = "mailbox"
