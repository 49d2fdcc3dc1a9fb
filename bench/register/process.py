"""A process with a database of its own, so that the system's own code runs on it as ever."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.law.postgresql import Connection

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys, django
django.setup()
from importlib import import_module
module, name, *given = sys.argv[1:]
getattr(import_module(module), name)(*given)
"""
"""What runs there: one function of one module, which prints its figures as JSON."""


class Stopped(Exception):
    """The process ended without figures; what it said last is the text."""


def run(
    module: str,
    name: str,
    *given: object,
    connection: Connection | None = None,
    day: date | None = None,
) -> Any:
    """Run the function on a new SQLite file, or in the cluster of the connection.

    `day`: the day on which the process's clock stands.

    Raises:
        Stopped: it ended without figures.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "BANGVANG_ENV": "dev",
            "BANGVANG_DATA": folder,
            "DATABASE_URL": _url(connection) if connection else "",
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "PYTHONPATH": str(ROOT),
            "PGSSLMODE": "disable",
        }
        if day:
            environment |= {"BANGVANG_DEMO": "1", "BANGVANG_DAY": day.isoformat()}
        return here(module, name, *given, environment=environment)


def here(
    module: str, name: str, *given: object, environment: Mapping[str, str] | None = None
) -> Any:
    """Run the function in one more process, by this one's own database if nothing else is said.

    Raises:
        Stopped: it ended without figures.
    """
    command = [sys.executable, "-c", CHILD, module, name, *map(str, given)]
    done = subprocess.run(  # noqa: S603  our own words
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Stopped(done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])


def _url(connection: Connection) -> str:
    known = connection.info
    return (
        f"postgres://{quote(known.user)}:{quote(known.password)}@{quote(known.host)}"
        f":{known.port}/{quote(known.dbname)}"
    )
