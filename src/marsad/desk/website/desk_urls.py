"""The addresses of objections at the desk."""

from django.urls import path

from marsad.desk.website import answer_views

urlpatterns = [
    path("", answer_views.appeal_list, name="appeals"),
    path("<int:pk>/", answer_views.appeal, name="appeal"),
    path("<int:pk>/answer/", answer_views.answer_appeal, name="appeal-answer"),
]
