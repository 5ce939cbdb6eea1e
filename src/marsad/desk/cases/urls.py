"""The addresses of cases."""

from django.urls import path

from marsad.desk.cases import case_views, media_views, queue_views

urlpatterns = [
    path("", queue_views.cases, name="cases"),
    path("next/", queue_views.cases_next, name="cases-next"),
    path("decided/", queue_views.cases_decided, name="cases-decided"),
    path("exposure/", queue_views.cases_exposure, name="cases-exposure"),
    path("rest/", queue_views.cases_rest, name="cases-rest"),
    path("agreement/", queue_views.cases_agreement, name="cases-agreement"),
    path("draw/", queue_views.cases_draw, name="cases-draw"),
    path("<int:pk>/", case_views.case, name="case"),
    path("<int:pk>/hold/", case_views.case_hold, name="case-hold"),
    path("<int:pk>/look/", case_views.case_look, name="case-look"),
    path("<int:pk>/decide/", case_views.case_decide, name="case-decide"),
    path("<int:pk>/capture/", case_views.case_capture, name="case-capture"),
    path("<int:pk>/reopen/", case_views.case_reopen, name="case-reopen"),
    path(
        "<int:pk>/media/<int:medium>/blurred/",
        media_views.case_blurred,
        name="case-blurred",
    ),
    path("<int:pk>/media/<int:medium>/", media_views.case_medium, name="case-medium"),
    path(
        "<int:pk>/attached/<int:capture>/",
        media_views.case_attached,
        name="case-attached",
    ),
]
