"""Every address of the desk."""

from django.urls import include, path

from nakomen.desk.kit.views import language, start

urlpatterns = [
    path("", start, name="start"),
    path("", include("nakomen.desk.promises.urls")),
    path("", include("nakomen.desk.plans.urls")),
    path("", include("nakomen.desk.portal.urls")),
    path("", include("nakomen.desk.customers.urls")),
    path("", include("nakomen.desk.cases.urls")),
    path("", include("nakomen.desk.agenda.urls")),
    path("", include("nakomen.desk.support.urls")),
    path("", include("nakomen.desk.api.urls")),
    path("", include("nakomen.desk.health.urls")),
    path("", include("nakomen.desk.notices.urls")),
    path("taal/", language, name="language"),
    path("", include("nakomen.desk.accounts.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/tweede-stap/", include("allauth.mfa.urls")),
    path("account/sessies/", include("allauth.usersessions.urls")),
]
handler403 = "nakomen.desk.kit.views.refused"
handler404 = "nakomen.desk.kit.views.nowhere"
