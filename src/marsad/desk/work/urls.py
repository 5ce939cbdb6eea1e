"""The addresses of this app."""

from django.urls import path

from marsad.desk.work import views

urlpatterns = [
    path("", views.work, name="work"),
    path("<int:pk>/retry/", views.try_again, name="work-retry"),
    path("<int:pk>/drop/", views.drop_job, name="work-drop"),
    path("failed/retry/", views.try_all_again, name="work-retry-all"),
]
