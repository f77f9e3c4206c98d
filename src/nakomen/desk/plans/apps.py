"""Plans for what fell due: made, read, agreed to and carried out in the browser."""

from django.apps import AppConfig


class Plans(AppConfig):
    name = "nakomen.desk.plans"
    label = "plans"
