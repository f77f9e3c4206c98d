"""Where deadlines leave for a calendar."""

from django.urls import path

from nakomen.desk.agenda import views

urlpatterns = [
    path("zaken/agenda/", views.link, name="agenda"),
    path("zaken/agenda/intrekken/", views.take_back, name="agenda-take-back"),
    path("zaken/agenda.ics", views.feed, name="agenda-feed"),
]
