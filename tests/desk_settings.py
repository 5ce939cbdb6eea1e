"""The desk's own settings, with a data folder that is thrown away."""

import atexit
import os
import shutil
import tempfile

os.environ["MARSAD_DATA"] = tempfile.mkdtemp(prefix="marsad-tests-")
atexit.register(shutil.rmtree, os.environ["MARSAD_DATA"], ignore_errors=True)
os.environ.setdefault("MARSAD_LANGUAGE", "en")

from marsad.desk.settings import *  # noqa: E402, F403 (the environment comes first)
from marsad.desk.settings import DATA, DATABASES, PASSWORD_HASHERS  # noqa: E402

# Argon2 takes a quarter of a second by design; tests sign in often.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in a real site: several connections see each other's commits.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
