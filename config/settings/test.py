"""For tests: SQLite in memory, or PostgreSQL through PG* variables when TEST_DB=postgres."""

import os
import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403  a settings file is its base and what differs

SECRET_KEY = "only-for-tests"  # noqa: S105  guards nothing
IDENTITY_KEY = "only-for-tests-either"
IDENTITY_SEALS = "tests:" + "A" * 43
BANGVANG_DAY = None
BANGVANG_DEMO = False
BANGVANG_ROUNDING = ""
BANGVANG_CLAMD = ""
BANGVANG_JOBS_AT_ONCE = True
BANGVANG_MAILS = True
BANGVANG_ADDRESS = "https://bangvang.example"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
BANGVANG_DOORS = frozenset({"portal", "units", "office", "council", "machines"})
PRIVATE_FILES_ROOT = Path(tempfile.gettempdir()) / f"bangvang-tests-{os.getpid()}"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True

if os.environ.get("TEST_DB") == "postgres":
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("PGDATABASE", "postgres"),
            "USER": os.environ["PGUSER"],
            "PASSWORD": os.environ.get("PGPASSWORD", ""),
            "HOST": os.environ["PGHOST"],
            "PORT": os.environ["PGPORT"],
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ":memory:",
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
        }
    }
