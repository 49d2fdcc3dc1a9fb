"""Production starts with keys of its own for identity numbers, or not at all."""

import os
import subprocess
import sys

import pytest

KEY = "k" * 43
ENVIRONMENT = {
    "BANGVANG_SECRET": "x",
    "BANGVANG_IDENTITY_KEY": "y",
    "DATABASE_URL": "postgres://a:b@127.0.0.1:5432/c",
}


def start(seals: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import config.settings.production"],
        env=kept | ENVIRONMENT | {"BANGVANG_IDENTITY_SEALS": seals},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_key_of_its_own_lets_it_start() -> None:
    done = start(f"2026:{KEY}")

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("seals", "why"),
    [
        ("", "BANGVANG_IDENTITY_SEALS must name a key"),
        (f"tests:{'A' * 43}", "holds the key of the tests"),
        (f"2026:{KEY}x", "key '2026' is not 32 bytes"),
        (KEY, "the name of a key is missing"),
    ],
)
def test_without_one_it_says_why_and_repeats_no_key(seals: str, why: str) -> None:
    done = start(seals)

    assert done.returncode != 0
    assert why in done.stderr.splitlines()[-1]
    assert KEY not in done.stderr
