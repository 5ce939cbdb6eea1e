"""The door through which a web server asks the desk."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")

application = get_wsgi_application()
