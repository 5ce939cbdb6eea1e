"""The addresses of complaints."""

from django.urls import path

from marsad.desk.complaints import views

urlpatterns = [
    path("", views.complaints, name="complaints"),
    path("<int:pk>/", views.complaint, name="complaint"),
    path("<int:pk>/answer/", views.answer_complaint, name="complaint-answer"),
]
