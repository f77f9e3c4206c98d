"""The public side: ask, prove, follow, receive. It knows nothing of the staff's pages."""

from django.apps import AppConfig


class Portal(AppConfig):
    name = "nakomen.desk.portal"
    label = "portal"
