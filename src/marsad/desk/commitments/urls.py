"""The addresses of this app."""

from django.urls import path

from marsad.desk.commitments import views

urlpatterns = [
    path("", views.commitments, name="commitments"),
    path("<int:pk>/", views.commitment, name="commitment"),
    path("<int:pk>/settle/", views.commitment_settle, name="commitment-settle"),
    path("<int:pk>/reopen/", views.commitment_reopen, name="commitment-reopen"),
]
