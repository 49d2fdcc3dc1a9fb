"""What holds everywhere; the other files say what differs."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from config.settings import environment

ROOT = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("BANGVANG_DATA", ROOT / "var"))

SECRET_KEY = os.environ.get("BANGVANG_SECRET", "")
IDENTITY_KEY = os.environ.get("BANGVANG_IDENTITY_KEY", "")
"""Keys the digest of identity numbers; kept outside the database."""
IDENTITY_SEALS = environment.seals("BANGVANG_IDENTITY_SEALS")
"""The keys that seal identity numbers, `name:key` with commas, the current one first."""
DEBUG = False
ALLOWED_HOSTS = list(environment.words("BANGVANG_HOSTS", ("127.0.0.1", "localhost", "[::1]")))

BANGVANG_DAY = environment.day("BANGVANG_DAY")
BANGVANG_DEMO = environment.flag("BANGVANG_DEMO")
BANGVANG_DOORS = environment.doors()
BANGVANG_ROUNDING = environment.rounding()
BANGVANG_JOBS_AT_ONCE = False
"""Whether a job is done inside the transaction that asks for it; tests only."""
BANGVANG_CLAMD = environment.scanner("BANGVANG_CLAMD")
"""Where a ClamAV daemon answers; empty where nothing is scanned."""
BANGVANG_ADDRESS = environment.address("BANGVANG_ADDRESS")
"""Where people open the system, `https://…`; printed in mails, empty: mails name no address."""
BANGVANG_MAILS = True
"""Whether notices are sent by mail at all."""
DEFAULT_FROM_EMAIL = os.environ.get("BANGVANG_MAIL_FROM", "") or "bangvang@localhost"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mails"
EMAIL_TIMEOUT = 20
_SMTP = environment.mail_server("BANGVANG_SMTP")
if _SMTP is not None:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _SMTP.host, _SMTP.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _SMTP.user, _SMTP.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = _SMTP.starttls, _SMTP.tls
PRIVATE_FILES_ROOT = DATA_DIR / "files"
PRIVATE_FILES_LARGEST = 20 * 1024 * 1024

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "template_partials",
    "bangvang.foundation.audit",
    "bangvang.foundation.documents",
    "bangvang.foundation.files",
    "bangvang.foundation.jobs",
    "bangvang.lawbook",
    "bangvang.registry",
    "bangvang.workplan",
    "bangvang.nominations",
    "bangvang.appraisal",
    "bangvang.council",
    "bangvang.decisions",
    "bangvang.accounts",
    "bangvang.privacy",
    "bangvang.publishing",
    "bangvang.notifications",
    "bangvang.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bangvang.web.lawbook.LawInUse",
    "bangvang.web.refusals.RefusalsMiddleware",
    "bangvang.web.entry.ClosedUnlessDeclared",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DATABASES = {
    "default": environment.database(
        os.environ.get("DATABASE_URL", ""), DATA_DIR / "bangvang.sqlite3"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "bangvang" / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "bangvang.web.surroundings.surroundings",
            ],
            "builtins": ["bangvang.web.components.templatetags.bangvang"],
            "libraries": {},
        },
    }
]

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "bangvang.accounts.backend.AccountBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/dang-nhap/"
PASSWORD_RESET_TIMEOUT = int(timedelta(days=3).total_seconds())

AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_USE_ATTEMPT_EXPIRATION = True
AXES_DISABLE_ACCESS_LOG = True
AXES_COOLOFF_TIME = "bangvang.accounts.lockout.back_off"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "bangvang.web.gate.views.locked_out"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_HTTP_RESPONSE_CODE = 429
AXES_IPWARE_PROXY_COUNT = 0

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "vi"
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "bangvang" / "web" / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "django.request": {"level": "ERROR"},
    },
}
CSRF_FAILURE_VIEW = "bangvang.web.refusals.forged"
