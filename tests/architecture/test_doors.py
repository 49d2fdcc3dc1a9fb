"""A process opens only the doors it is told to; the others are not even there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bangvang.foundation.tests.tables import copy_tables

SCRIPT = """
import django
django.setup()
from django.test import Client
client = Client(HTTP_HOST="localhost")
client.raise_request_exception = False
for address in ("/", "/dang-nhap/", "/don-vi/", "/thuong-truc/", "/hoi-dong/", "/healthz"):
    print(address, client.get(address).status_code)
"""


def statuses(folder: Path, doors: str) -> dict[str, int]:
    copy_tables(folder)
    own = {
        "DJANGO_SETTINGS_MODULE": "tests.architecture.plain_settings",
        "BANGVANG_DATA": str(folder),
        "BANGVANG_DOORS": doors,
    }
    done = subprocess.run(  # noqa: S603  our own interpreter and script
        [sys.executable, "-c", SCRIPT],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    pairs = (line.rsplit(" ", 1) for line in done.stdout.splitlines())
    return {address: int(status) for address, status in pairs}


@pytest.mark.parametrize(
    ("doors", "expected"),
    [
        (
            "portal",
            {"/": 200, "/dang-nhap/": 404, "/don-vi/": 404, "/thuong-truc/": 404, "/hoi-dong/": 404,
             "/healthz": 404},
        ),
        (
            "units,office,council,machines",
            {"/": 404, "/dang-nhap/": 200, "/don-vi/": 302, "/thuong-truc/": 302, "/hoi-dong/": 302,
             "/healthz": 200},
        ),
    ],
)  # fmt: skip
def test_only_the_doors_that_are_named_are_open(
    tmp_path: Path, doors: str, expected: dict[str, int]
) -> None:
    assert statuses(tmp_path, doors) == expected
