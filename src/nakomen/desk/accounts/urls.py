"""Where colleagues and their logins are."""

from django.urls import path

from nakomen.desk.accounts import registers, views

urlpatterns = [
    path("uitnodiging/<str:who>/<str:token>/", views.invitation, name="invitation"),
    path("collegas/", views.people, name="people"),
    path("collegas/<int:number>/uit-dienst/", views.leave, name="leave"),
    path("collegas/<int:number>/opnieuw/", views.renew, name="renew"),
    path("collegas/rechten/", registers.review, name="review"),
    path("geheimhouding/", registers.confidentiality, name="confidentiality"),
    path("geheimhouding/tabel/", registers.confidentiality_file, name="confidentiality-file"),
    path("mijn-logins/", views.my_logins, name="my-logins"),
    path("logins/", views.logins, name="logins"),
]
