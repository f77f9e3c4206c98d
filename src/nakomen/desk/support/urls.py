"""Where colleagues help a customer."""

from django.urls import path

from nakomen.desk.support import views

urlpatterns = [
    path("hulp/", views.own, name="support"),
    path("hulp/nieuw/", views.start, name="support-start"),
    path("hulp/<int:number>/", views.session, name="support-session"),
    path("hulp/<int:number>/kijken/", views.look, name="support-look"),
    path("hulp/<int:number>/einde/", views.end, name="support-end"),
]
