"""For a real office: PostgreSQL, keys from the environment, nothing of the demonstration."""

import os

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403  a settings file is its base and what differs
from config.settings.base import (
    BANGVANG_DAY,
    BANGVANG_DEMO,
    IDENTITY_KEY,
    IDENTITY_SEALS,
    SECRET_KEY,
)

if not SECRET_KEY or not IDENTITY_KEY:
    raise ImproperlyConfigured("BANGVANG_SECRET and BANGVANG_IDENTITY_KEY must be set")
if not IDENTITY_SEALS:
    raise ImproperlyConfigured("BANGVANG_IDENTITY_SEALS must name a key for identity numbers")
if "A" * 43 in IDENTITY_SEALS:
    raise ImproperlyConfigured("BANGVANG_IDENTITY_SEALS holds the key of the tests")
if not os.environ.get("DATABASE_URL"):
    raise ImproperlyConfigured("DATABASE_URL must name the PostgreSQL database")
if BANGVANG_DAY is not None:
    raise ImproperlyConfigured("BANGVANG_DAY (a clock that stands) is for demonstrations only")
if BANGVANG_DEMO:
    raise ImproperlyConfigured("BANGVANG_DEMO (demonstration data) is refused in production")

BANGVANG_MAILS = bool(os.environ.get("BANGVANG_SMTP"))
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
AXES_IPWARE_PROXY_COUNT = 1
