"""Signing in and out, one's own account, people and the audit trail."""

from django.urls import path

from marsad.desk.safeguards import (
    account_views,
    audit_views,
    people_views,
    second_factor_views,
    sign_in_views,
    token_views,
)

urlpatterns = [
    path("sign-in/", sign_in_views.sign_in, name="sign-in"),
    path("sign-in/code/", second_factor_views.prove, name="second-factor"),
    path("sign-out/", sign_in_views.sign_out, name="sign-out"),
    path("language/", sign_in_views.choose_language, name="language"),
    path("account/", account_views.account, name="account"),
    path("account/password/", account_views.password, name="password"),
    path(
        "account/second-factor/",
        second_factor_views.set_up,
        name="second-factor-set-up",
    ),
    path(
        "account/second-factor/off/",
        second_factor_views.take_off,
        name="second-factor-off",
    ),
    path(
        "account/recovery-codes/",
        second_factor_views.recovery_codes,
        name="recovery-codes",
    ),
    path(
        "account/browsers/others/",
        account_views.close_other_browsers,
        name="browsers-close",
    ),
    path(
        "account/browsers/<int:pk>/", account_views.close_browser, name="browser-close"
    ),
    path("account/keys/", token_views.keys, name="keys"),
    path("account/keys/<int:pk>/revoke/", token_views.revoke_key, name="key-revoke"),
    path("people/", people_views.people, name="people"),
    path("people/add/", people_views.add_person, name="person-add"),
    path("people/<int:pk>/", people_views.person, name="person"),
    path("people/<int:pk>/groups/", people_views.place_person, name="person-place"),
    path("people/<int:pk>/clearance/", people_views.clear_person, name="person-clear"),
    path("people/<int:pk>/close/", people_views.close_person, name="person-close"),
    path("people/<int:pk>/reopen/", people_views.reopen_person, name="person-reopen"),
    path("people/<int:pk>/reset/", people_views.reset_person, name="person-reset"),
    path("audit/", audit_views.audit, name="audit"),
    path("audit/<int:pk>/", audit_views.record, name="audit-record"),
    path("audit/verify/", audit_views.verify_trail, name="audit-verify"),
    path("audit/export/", audit_views.export_trail, name="audit-export"),
]
