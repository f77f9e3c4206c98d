"""Colleagues: who they are, what they may see, and every time somebody logs in."""

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "nakomen.desk.accounts"
    label = "accounts"

    def ready(self) -> None:
        from nakomen.desk.accounts import logins

        logins.listen()
