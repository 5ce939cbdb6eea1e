"""The addresses of transparency."""

from django.urls import path

from marsad.desk.transparency import views

urlpatterns = [
    path("", views.reports, name="transparency"),
    path("make/", views.make_report, name="transparency-make"),
    path("<int:pk>/", views.report, name="transparency-report"),
    path("<int:pk>/publish/", views.publish_report, name="transparency-publish"),
    path("<int:pk>/withdraw/", views.withdraw_report, name="transparency-withdraw"),
    path("<int:pk>/figures.csv", views.report_csv, name="transparency-csv"),
    path("<int:pk>/report.pdf", views.report_pdf, name="transparency-pdf"),
    path(
        "<int:pk>/charts/<slug:name>.svg",
        views.report_chart,
        name="transparency-chart",
    ),
]
