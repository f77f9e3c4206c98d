"""Where the health of the desk is asked."""

from django.urls import path

from nakomen.desk.health import page, views

urlpatterns = [
    path("gezond/", views.healthy, name="healthy"),
    path("metingen/", views.metrics, name="metrics"),
    path("toestand/", page.desk, name="state"),
]
