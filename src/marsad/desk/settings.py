"""Settings of the desk, read from the environment: names that begin with MARSAD_.

Without any of them the site keeps everything in one folder, ./marsad-data, on SQLite.
"""

import os
from importlib.metadata import version
from pathlib import Path

import dj_database_url

from marsad.desk.secrets_file import secret_of

VERSION = version("marsad")

# Everything that the site keeps: database, captured bytes, search index, secret.
DATA = Path(os.environ.get("MARSAD_DATA", "marsad-data")).resolve()

SECRET_KEY = os.environ.get("MARSAD_SECRET") or secret_of(DATA)
DEBUG = False
HOSTS = os.environ.get("MARSAD_HOSTS", "localhost,127.0.0.1,[::1]")
# On these nothing but the website answers: the desk is not on the public net.
PUBLIC = os.environ.get("MARSAD_PUBLIC_HOSTS", "")
PUBLIC_HOSTS = [host.strip() for host in PUBLIC.split(",") if host.strip()]
ALLOWED_HOSTS = [host.strip() for host in HOSTS.split(",") if host.strip()]
ALLOWED_HOSTS += PUBLIC_HOSTS
# Behind a proxy that speaks HTTPS, cookies travel over HTTPS alone.
IS_HTTPS = os.environ.get("MARSAD_HTTPS", "") == "1"

ROOT_URLCONF = "marsad.desk.urls"
WSGI_APPLICATION = "marsad.desk.wsgi.application"
AUTH_USER_MODEL = "safeguards.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "ninja",
    # Where briefs are written; nothing goes out through it (docs/newsroom.md).
    # Its pages ask for the addresses of documents; none of them answers here.
    "wagtail.documents",
    "wagtail.images",
    "wagtail.users",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "marsad.desk.safeguards",
    "marsad.desk.work",
    "marsad.desk.sources",
    "marsad.desk.entities",
    "marsad.desk.documents",
    "marsad.desk.register",
    "marsad.desk.contradictions",
    "marsad.desk.chronicles",
    "marsad.desk.commitments",
    "marsad.desk.indicators",
    "marsad.desk.meetings",
    "marsad.desk.memberships",
    "marsad.desk.catalogue",
    "marsad.desk.partners",
    "marsad.desk.briefs",
    "marsad.desk.releases",
    "marsad.desk.dispatches",
    "marsad.desk.measures",
    # The lane of content: posts in, matched, read by people, referred, answered for.
    "marsad.desk.posts",
    "marsad.desk.banks",
    "marsad.desk.cases",
    "marsad.desk.referrals",
    "marsad.desk.complaints",
    "marsad.desk.watch",
    "marsad.desk.transparency",
    "marsad.desk.website",
    "marsad.desk.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # The website is answered before anything is asked about a session.
    "marsad.desk.website.door.Door",
    "marsad.desk.web.trouble.Trouble",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "marsad.desk.safeguards.sign_ins.SessionLimits",
    "marsad.desk.safeguards.preferences.Preferences",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "marsad.desk.web.headers.ContentPolicy",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "marsad.desk.web.navigation.navigation",
                "marsad.desk.dispatches.notices.on_every_page",
            ],
            "builtins": ["marsad.desk.web.templatetags.writing"],
        },
    }
]

SQLITE = f"sqlite:///{DATA / 'marsad.sqlite3'}"
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("MARSAD_DATABASE_URL") or SQLITE, conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Readers never wait for a writer; a writer takes its lock before it reads, so
        # that two acts never decide on the same old state.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
            "PRAGMA busy_timeout=20000;"
        ),
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
    DATABASES["default"]["CONN_MAX_AGE"] = None

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What workers do, and what follows the trail: the module that sees all of it.
SCHEDULE = "marsad.desk.schedule"
# What tells the pages of briefs which were submitted and released.
BRIEF_STANDINGS = "marsad.desk.releases.standings"
# Only public addresses are fetched, except in tests, which have none.
FETCH_PRIVATE = os.environ.get("MARSAD_FETCH_PRIVATE", "") == "1"
# Where captured bytes are kept: a folder, or s3://bucket/prefix.
CONTENT_STORE = os.environ.get("MARSAD_CONTENT_STORE") or str(DATA / "content")
# Pictures and films of posts, which are kept for a time only; and the keys that hide
# accounts, which no backup carries.
MEDIA_STORE = os.environ.get("MARSAD_MEDIA_STORE") or str(DATA / "media")
ACCOUNT_KEYS = Path(os.environ.get("MARSAD_ACCOUNT_KEYS") or DATA / "accounts.keys")
# Which accounts were purged on demand, as keyed hashes: it outlives every backup.
ERASURES = Path(os.environ.get("MARSAD_ERASURES") or DATA / "erasures.jsonl")
# Folders whose files are taken in by themselves, one for each stream.
WATCH = Path(os.environ.get("MARSAD_WATCH") or DATA / "watch")
# Indexes of banks, which are derived and written anew.
BANK_INDEX = Path(os.environ.get("MARSAD_BANK_INDEX") or DATA / "banks")
# An authority that stamps sealed evidence with its time (RFC 3161), if there is one.
TIME_AUTHORITY = os.environ.get("MARSAD_TIME_AUTHORITY", "")
TIME_ROOTS = os.environ.get("MARSAD_TIME_ROOTS", "")
# Sealed evidence, encrypted; which programs may report what they saw of a referred post,
# as name:key pairs; and what each platform's interface wants to be told who we are.
EVIDENCE = Path(os.environ.get("MARSAD_EVIDENCE") or DATA / "evidence")
CHECKERS = os.environ.get("MARSAD_CHECKERS", "")
PLATFORM_KEYS = os.environ.get("MARSAD_PLATFORM_KEYS", "")
SEARCH_INDEX = Path(os.environ.get("MARSAD_SEARCH_INDEX") or DATA / "search")
CHARTS = DATA / "charts"
# Built packs of releases, each one ZIP, and the key that releases are signed with.
PACKS = DATA / "packs"
RELEASE_KEY = Path(os.environ.get("MARSAD_RELEASE_KEY") or DATA / "release.key")

# Where the site stands, as letters name it; and how they go out. Without a mail server
# they wait, and the page of letters says so.
ADDRESS = os.environ.get("MARSAD_ADDRESS", "http://localhost:8014").rstrip("/")
# Where it differs from the website's: letters to partners lead there.
DESK_ADDRESS = os.environ.get("MARSAD_DESK_ADDRESS", ADDRESS).rstrip("/")
SMTP = os.environ.get("MARSAD_SMTP", "")
MAIL_FROM = os.environ.get("MARSAD_MAIL_FROM", "")
BOUNCES = os.environ.get("MARSAD_BOUNCES", "")

# Who drafts translations, if anybody: openai:URL#model or libretranslate:URL; and the
# strictest marking of what is ever sent there.
TRANSLATOR = os.environ.get("MARSAD_TRANSLATOR", "")
TRANSLATOR_KEY = os.environ.get("MARSAD_TRANSLATOR_KEY", "")
TRANSLATOR_MARKING = os.environ.get("MARSAD_TRANSLATOR_MARKING", "GREEN")

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        # NIST SP 800-63B-4, section 3.1.1.2: 15 characters where it is the only factor.
        ("MinimumLengthValidator", {"min_length": 15}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
# Five wrong passwords close a name at an address for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
# A quarter of an hour, also for who goes on trying: nobody keeps a name closed for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "marsad.desk.safeguards.throttling.tried_name"
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "marsad.desk.safeguards.throttling.locked_out"

# "required": who may release, review, direct or audit signs in with a second factor.
SECOND_FACTOR = os.environ.get("MARSAD_SECOND_FACTOR", "required")
OTP_TOTP_ISSUER = "Marsad"

LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_SECONDS = 2 * 60 * 60
SESSIONS_A_PERSON = 5
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
X_FRAME_OPTIONS = "DENY"

LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]
LANGUAGE_CODE = os.environ.get("MARSAD_LANGUAGE", "ar")
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("MARSAD_TIME_ZONE", "UTC")
LOCALE_PATHS = [Path(__file__).parent / "locale"]
FORMAT_MODULE_PATH = ["marsad.desk.formats"]

# The editor of briefs. It writes drafts and nothing else: no workflow of its own, no
# publishing, no accounts, no mail, and it asks no other host.
WAGTAIL_SITE_NAME = "Marsad"
WAGTAILADMIN_BASE_URL = ADDRESS
WAGTAILADMIN_LOGIN_URL = "sign-in"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_MODERATION_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_AUTOSAVE_INTERVAL = 0
# Pictures of briefs: given out by pages that ask for a right, never as plain files.
MEDIA_ROOT = DATA / "pictures"
MEDIA_URL = "/briefs/pictures/"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "marsad.desk.briefs.picture_form.PictureForm"

STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 31536000

# A take-in may bring a long report; what is larger is refused with its size.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
# A morning's folder, dropped at once.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
NINJA_PAGINATION_PER_PAGE = 50

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("MARSAD_LOG", "WARNING")},
}
