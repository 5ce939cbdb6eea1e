"""The addresses of banks."""

from django.urls import path

from marsad.desk.banks import act_views, adding_views, look_views, views

urlpatterns = [
    path("", views.banks, name="banks"),
    path("open/", act_views.bank_open, name="bank-open"),
    path("look-up/", look_views.bank_look_up, name="bank-look-up"),
    path("<int:pk>/", views.bank, name="bank"),
    path("<int:pk>/change/", act_views.bank_change, name="bank-change"),
    path("<int:pk>/close/", act_views.bank_close, name="bank-close"),
    path("<int:pk>/add/", adding_views.bank_add, name="bank-add"),
    path("<int:pk>/take-in/", adding_views.bank_take_in, name="bank-take-in"),
    path("<int:pk>/withdraw/", act_views.bank_withdraw, name="bank-withdraw"),
    path("<int:pk>/export/", act_views.bank_export, name="bank-export"),
    path("signals/<int:pk>/", views.signal, name="bank-signal"),
    path(
        "signals/<int:pk>/dispute/",
        act_views.signal_dispute,
        name="bank-signal-dispute",
    ),
    path(
        "signals/<int:pk>/withdraw/",
        act_views.signal_withdraw,
        name="bank-signal-withdraw",
    ),
    path(
        "disputes/<int:pk>/settle/",
        act_views.dispute_settle,
        name="bank-dispute-settle",
    ),
]
