"""The addresses at which reports are handed over."""

from django.urls import path

from marsad.desk.register import intake_views

urlpatterns = [
    path("", intake_views.upload, name="upload"),
    path("again/", intake_views.read_all_again, name="read-all-again"),
    path("<int:pk>/mark/", intake_views.mark_document, name="document-mark"),
]
