"""Signing in and out, one's own account, people and the audit trail."""

from django.urls import path

from marsad.desk.safeguards import sign_in_views

urlpatterns = [
    path("sign-in/", sign_in_views.sign_in, name="sign-in"),
    path("sign-out/", sign_in_views.sign_out, name="sign-out"),
]
