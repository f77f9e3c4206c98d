"""Accounts of the company's own customers: what it has of them, live, and what they may change."""

from django.apps import AppConfig


class Customers(AppConfig):
    name = "nakomen.desk.customers"
    label = "customers"

    def ready(self) -> None:
        from nakomen.desk.customers import erasing
        from nakomen.desk.customers.models import Regained
        from nakomen.desk.dossiers.post import QUEUES

        QUEUES[Regained] = "second steps"
        erasing.listen()
