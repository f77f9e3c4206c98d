"""Where colleagues and their logins are."""

from django.urls import path

from nakomen.desk.accounts import views

urlpatterns = [
    path("uitnodiging/<str:who>/<str:token>/", views.invitation, name="invitation"),
    path("collegas/", views.people, name="people"),
    path("collegas/<int:number>/uit-dienst/", views.leave, name="leave"),
    path("mijn-logins/", views.my_logins, name="my-logins"),
    path("logins/", views.logins, name="logins"),
]
