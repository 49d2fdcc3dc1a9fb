"""Reading the environment, once and strictly."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from bangvang.foundation.sealing import NoSuchKeys, seals_of

ROUNDINGS = ("nearest", "up")
DOORS = ("portal", "units", "office", "council", "machines")


def settings_module() -> str:
    """Return the settings that `BANGVANG_ENV` asks for: `dev` (the default) or `production`."""
    name = os.environ.get("BANGVANG_ENV", "") or "dev"
    if name not in ("dev", "production"):
        raise ImproperlyConfigured(f"BANGVANG_ENV must be dev or production, not {name!r}")
    return f"config.settings.{name}"


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed over, and how the way there is kept secret."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool


def flag(name: str) -> bool:
    """Return whether the variable is `1`; anything but empty, `0` and `1` is an error."""
    value = os.environ.get(name, "")
    if value not in ("", "0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}")
    return value == "1"


def day(name: str) -> date | None:
    """Return the variable as a day `YYYY-MM-DD`, None if it is empty."""
    value = os.environ.get(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be YYYY-MM-DD, not {value!r}") from error


def words(name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """Return the variable as comma-separated words."""
    value = os.environ.get(name, "")
    return tuple(word.strip() for word in value.split(",") if word.strip()) or default


def scanner(name: str) -> str:
    """Return where a scanner answers, `tcp://host:port` or `unix:///path`; empty for none."""
    value = os.environ.get(name, "")
    at = urlsplit(value)
    if value and not (at.scheme == "tcp" and at.hostname) and not (at.scheme == "unix" and at.path):
        raise ImproperlyConfigured(f"{name} must be tcp://host:port or unix:///path, not {value!r}")
    return value


MAIL_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def mail_server(name: str) -> MailServer | None:
    """Return the server of `smtp+starttls://user:password@host:port`; None if it is empty."""
    value = os.environ.get(name, "")
    if not value:
        return None
    wrong = f"{name} must be {', '.join(MAIL_PORTS)} with ://user:password@host:port"
    try:
        at = urlsplit(value)
        port = at.port
    except ValueError:
        raise ImproperlyConfigured(wrong) from None
    if at.scheme not in MAIL_PORTS or not at.hostname:
        raise ImproperlyConfigured(wrong)
    return MailServer(
        at.hostname,
        port or MAIL_PORTS[at.scheme],
        unquote(at.username or ""),
        unquote(at.password or ""),
        starttls=at.scheme == "smtp+starttls",
        tls=at.scheme == "smtps",
    )


def address(name: str) -> str:
    """Return where people open the system, without a slash at the end; empty if it is not said."""
    value = os.environ.get(name, "").rstrip("/")
    if value and urlsplit(value).scheme not in ("http", "https"):
        raise ImproperlyConfigured(f"{name} must be https://host, not {value!r}")
    return value


def doors() -> frozenset[str]:
    """Return the doors that this process opens (`BANGVANG_DOORS`), all of them by default."""
    wanted = frozenset(words("BANGVANG_DOORS", DOORS))
    unknown = wanted - frozenset(DOORS)
    if unknown:
        raise ImproperlyConfigured(f"BANGVANG_DOORS: unknown {sorted(unknown)}, known {DOORS}")
    return wanted


def seals(name: str) -> str:
    """Return the variable as it is if it names keys for sealing, or is empty."""
    value = os.environ.get(name, "")
    try:
        return value if not value or seals_of(value) else ""
    except NoSuchKeys as error:
        raise ImproperlyConfigured(f"{name}: {error}") from None


def rounding() -> str:
    """Return the province's way of rounding prizes (`BANGVANG_ROUNDING`); empty: the decree's."""
    value = os.environ.get("BANGVANG_ROUNDING", "")
    if value not in ("", *ROUNDINGS):
        raise ImproperlyConfigured(f"BANGVANG_ROUNDING must be {ROUNDINGS}, not {value!r}")
    return value


def database(url: str, sqlite_file: Path) -> dict[str, Any]:
    """Return Django's settings for `postgres://…`, or for the SQLite file if the URL is empty."""
    if not url:
        return sqlite(str(sqlite_file))
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must be postgres://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 8}},
    }


def sqlite(name: str) -> dict[str, Any]:
    """Return Django's settings for SQLite: WAL, and writers that wait for their turn."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
            "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;",
        },
    }
