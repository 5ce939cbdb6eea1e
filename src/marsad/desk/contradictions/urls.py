"""The addresses of this app."""

from django.urls import path

from marsad.desk.contradictions import views

urlpatterns = [
    path("", views.contradictions, name="contradictions"),
    path("<int:pk>/", views.contradiction, name="contradiction"),
    path(
        "<int:pk>/resolve/", views.contradiction_resolve, name="contradiction-resolve"
    ),
    path("<int:pk>/reopen/", views.contradiction_reopen, name="contradiction-reopen"),
]
