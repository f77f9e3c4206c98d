"""Where colleagues and their logins are."""

from django.urls import path

from nakomen.desk.accounts import colleague, people, places_pages, registers, training_pages, views

urlpatterns = [
    path("uitnodiging/<str:who>/<str:token>/", views.invitation, name="invitation"),
    path("collegas/", people.people, name="people"),
    path("collegas/<int:number>/", colleague.colleague, name="colleague"),
    path("collegas/<int:number>/taak/", colleague.give, name="give-role"),
    path("collegas/<int:number>/uit-dienst/", colleague.leave, name="leave"),
    path("collegas/<int:number>/blijft/", colleague.stay, name="stay"),
    path("collegas/<int:number>/opnieuw/", colleague.renew, name="renew"),
    path("collegas/eigenaars/", people.owners, name="owners"),
    path("collegas/logboek/", people.log, name="accounts-log"),
    path("collegas/internetadressen/", places_pages.places_list, name="places"),
    path("collegas/internetadressen/<int:number>/", places_pages.unlist, name="unlist"),
    path("opleidingen/", training_pages.trainings, name="trainings"),
    path("opleidingen/tabel/", training_pages.trainings_file, name="trainings-file"),
    path("collegas/rechten/", registers.review, name="review"),
    path("geheimhouding/", registers.confidentiality, name="confidentiality"),
    path("geheimhouding/tabel/", registers.confidentiality_file, name="confidentiality-file"),
    path("mijn-logins/", views.my_logins, name="my-logins"),
    path("logins/", views.logins, name="logins"),
]
