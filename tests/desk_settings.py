"""The desk's own settings, with a data folder that is thrown away."""

import os
import tempfile

os.environ["MARSAD_DATA"] = tempfile.mkdtemp(prefix="marsad-tests-")
os.environ.setdefault("MARSAD_LANGUAGE", "en")

from marsad.desk.settings import *  # noqa: F403 (the environment comes first)
from marsad.desk.settings import DATA, DATABASES, PASSWORD_HASHERS

# Argon2 takes a quarter of a second by design; tests sign in often.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in a real site: several connections see each other's commits.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
