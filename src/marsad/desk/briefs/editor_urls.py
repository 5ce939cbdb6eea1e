"""The addresses of the editor: Wagtail's own, each behind our door."""

from typing import Any

from wagtail.admin import urls as wagtail_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from marsad.desk.briefs.editor import guarded

# Wagtail wraps its views the same way; this wrap is the outermost.
urlpatterns: list[Any] = decorate_urlpatterns(list(wagtail_urls.urlpatterns), guarded)
