"""The addresses of this app."""

from django.urls import path

from marsad.desk.partners import contact_views, views

urlpatterns = [
    path("", views.partners, name="partners"),
    path("add/", views.add_partner, name="partner-add"),
    path("<int:pk>/", views.partner, name="partner"),
    path("<int:pk>/change/", views.change_partner, name="partner-change"),
    path("<int:pk>/close/", views.close_partner, name="partner-close"),
    path("<int:pk>/reopen/", views.reopen_partner, name="partner-reopen"),
    path("<int:pk>/seat/", views.give_seat, name="partner-seat"),
    path("<int:pk>/unseat/", views.take_seat, name="partner-unseat"),
    path("<int:pk>/contacts/add/", contact_views.contact_add, name="contact-add"),
    path("contacts/<int:pk>/", contact_views.contact_change, name="contact-change"),
    path(
        "contacts/<int:pk>/reopen/", contact_views.contact_reopen, name="contact-reopen"
    ),
]
