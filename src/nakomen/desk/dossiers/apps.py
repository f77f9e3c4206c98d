"""What the portal and the staff share about a request: the case, its letters, its proofs."""

from django.apps import AppConfig


class Dossiers(AppConfig):
    name = "nakomen.desk.dossiers"
    label = "dossiers"
