"""Helping one customer: her data opens for a reason and for a while, and she sees that it did."""

from django.apps import AppConfig


class Support(AppConfig):
    name = "nakomen.desk.support"
    label = "support"
