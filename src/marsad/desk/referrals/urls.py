"""The addresses of referrals."""

from django.urls import path

from marsad.desk.referrals import (
    checker_views,
    evidence_views,
    platform_views,
    refer_views,
    views,
)

urlpatterns = [
    path("", views.referrals, name="referrals"),
    path("cases/<int:pk>/", refer_views.refer, name="refer"),
    path("<int:pk>/", views.referral, name="referral"),
    path("<int:pk>/reply/", views.reply, name="referral-reply"),
    path("<int:pk>/withdraw/", views.take_back, name="referral-withdraw"),
    path("<int:pk>/send-again/", views.again, name="referral-send-again"),
    path("<int:pk>/file/", views.take_file, name="referral-hand-out"),
    path("<int:pk>/delivered/", views.delivered, name="referral-deliver"),
    path("posts/<int:pk>/", views.checked, name="referral-check"),
    path("checked/", checker_views.checked, name="referrals-checked"),
    path("platforms/", platform_views.platforms, name="platforms"),
    path("platforms/open/", platform_views.opened, name="platform-open"),
    path("platforms/<int:pk>/", platform_views.platform, name="platform"),
    path("platforms/<int:pk>/change/", platform_views.changed, name="platform-change"),
    path("platforms/<int:pk>/resume/", platform_views.resumed, name="platform-resume"),
    path("evidence/", evidence_views.sealings, name="sealings"),
    path("evidence/cases/<int:pk>/", evidence_views.case_seal, name="case-seal"),
    path("evidence/<int:pk>/", evidence_views.sealing, name="sealing"),
    path("evidence/<int:pk>/file/", evidence_views.taken, name="sealing-hand-out"),
]
