"""Where the wall is."""

from django.urls import path

from nakomen.desk.promises import views

urlpatterns = [
    path("", views.the_wall, name="wall"),
    path("opnieuw-tellen/", views.again, name="count"),
]
