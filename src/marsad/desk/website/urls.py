"""The addresses of the website: the language first, then what is to be read."""

from django.urls import URLPattern, URLResolver, path, re_path

from marsad.desk.website import (
    appeal_views,
    brief_views,
    content_appeal_views,
    content_report_views,
    feed_views,
    front_views,
    plain_views,
    register_views,
    report_views,
)

app_name = "website"

_FORM = r"(?P<form>atom|json)"
_LANGUAGE = r"^(?P<language>ar|en|fr)"

urlpatterns: list[URLPattern | URLResolver] = [
    path("<language:language>/", front_views.home, name="home"),
    path("<language:language>/mission/", front_views.mission, name="mission"),
    path(
        "<language:language>/how-we-work/", front_views.how_we_work, name="how-we-work"
    ),
    path("<language:language>/members/", front_views.members, name="members"),
    path("<language:language>/briefs/", brief_views.brief_list, name="briefs"),
    path("<language:language>/briefs/<str:number>/", brief_views.brief, name="brief"),
    path(
        "<language:language>/claims/<str:number>/<int:entry>/",
        brief_views.claim,
        name="claim",
    ),
    path("<language:language>/figures/", register_views.figure_list, name="figures"),
    path(
        "<language:language>/figures/<slug:code>/", register_views.figure, name="figure"
    ),
    path(
        "<language:language>/figures/<slug:code>/series.csv",
        register_views.figure_csv,
        name="figure-csv",
    ),
    path(
        "<language:language>/commitments/",
        register_views.commitments,
        name="commitments",
    ),
    path("<language:language>/meetings/", register_views.meetings, name="meetings"),
    path("<language:language>/timeline/", register_views.timeline, name="timeline"),
    path(
        "<language:language>/corrections/",
        register_views.corrections,
        name="corrections",
    ),
    path(
        "<language:language>/transparency/",
        report_views.transparency,
        name="transparency",
    ),
    path(
        "<language:language>/transparency/months.csv",
        report_views.transparency_csv,
        name="transparency-csv",
    ),
    path(
        "<language:language>/transparency/<str:period>/",
        content_report_views.report,
        name="content-report",
    ),
    path(
        "<language:language>/transparency/<str:period>/report.pdf",
        content_report_views.report_pdf,
        name="content-report-pdf",
    ),
    path(
        "<language:language>/transparency/<str:period>/figures.csv",
        content_report_views.report_csv,
        name="content-report-csv",
    ),
    path(
        "<language:language>/transparency/<str:period>/figures.json",
        content_report_views.report_json,
        name="content-report-json",
    ),
    path(
        "<language:language>/transparency/<str:period>/charts/<slug:name>.svg",
        content_report_views.report_chart,
        name="content-report-chart",
    ),
    path("<language:language>/appeals/", appeal_views.appeals, name="appeals"),
    path(
        "<language:language>/appeals/content/",
        content_appeal_views.content_appeals,
        name="content-appeals",
    ),
    path("<language:language>/search/", plain_views.search, name="search"),
    path("<language:language>/feeds/", feed_views.feed_list, name="feeds"),
    re_path(rf"{_LANGUAGE}/feed\.{_FORM}$", feed_views.feed, name="feed"),
    re_path(
        rf"{_LANGUAGE}/topics/(?P<topic>[\w-]+)/feed\.{_FORM}$",
        feed_views.topic_feed,
        name="topic-feed",
    ),
    re_path(
        rf"{_LANGUAGE}/kinds/(?P<kind>[\w-]+)/feed\.{_FORM}$",
        feed_views.kind_feed,
        name="kind-feed",
    ),
    re_path(
        rf"{_LANGUAGE}/corrections/feed\.{_FORM}$",
        feed_views.corrections_feed,
        name="corrections-feed",
    ),
    path("files/<str:number>/pack.zip", brief_views.pack, name="pack"),
    path("files/<str:number>/<path:path>", brief_views.file, name="file"),
    path("sitemap.xml", plain_views.sitemap, name="sitemap"),
    path("robots.txt", plain_views.robots, name="robots"),
    path(".well-known/minisign.pub", plain_views.public_key, name="public-key"),
    path(".well-known/security.txt", plain_views.security, name="security"),
]
