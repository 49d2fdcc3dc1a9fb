"""What import-linter cannot see: keys point down, templates are used, documents are current."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from bangvang.cli.docs import DOCS, PRINTED
from bangvang.cli.main import COMMANDS

ROOT = Path(settings.ROOT)
FLOORS = (
    ("law", "foundation"),
    ("registry", "lawbook"),
    ("workplan",),
    ("nominations",),
    ("appraisal",),
    ("council",),
    ("decisions",),
    ("accounts",),
    ("publishing", "privacy", "notifications"),
    ("web", "cli"),
)


def floor_of(module: str) -> int:
    package = module.split(".")[1]
    return next(level for level, names in enumerate(FLOORS) if package in names)


def test_keys_between_stages_point_down_and_leave_no_handle() -> None:
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("bangvang."):
            continue
        for field in model._meta.get_fields():
            target = field.related_model
            if not field.is_relation or field.auto_created or not isinstance(target, type):
                continue
            mine, theirs = floor_of(model.__module__), floor_of(target.__module__)
            handle = field.remote_field.related_name  # type: ignore[union-attr]
            if theirs > mine or (theirs < mine and handle != "+"):
                wrong.append(f"{model.__name__}.{field.name}")

    assert wrong == []


def test_no_lock_names_an_address() -> None:
    locks = [*ROOT.glob("*.lock")]

    assert [lock.name for lock in locks if "://" in lock.read_text(encoding="utf-8")] == []
    assert len(locks) == 3


def sources(suffix: str) -> list[Path]:
    return [
        path for path in (ROOT / "bangvang").rglob(f"*{suffix}") if "migrations" not in path.parts
    ]


def test_every_template_is_used() -> None:
    folder = ROOT / "bangvang" / "web" / "templates"
    said = "\n".join(
        path.read_text(encoding="utf-8") for path in [*sources(".py"), *sources(".html")]
    )
    named = set(re.findall(r"[\w./-]+\.html", said)) | {
        f"components/{name}.html" for name in re.findall(r'{% component "(\w+)"', said)
    }
    there = {str(path.relative_to(folder)) for path in folder.rglob("*.html")}

    assert there - named == set()
    assert {name for name in named if name.split("/")[0] in _folders(folder)} - there == set()


def _folders(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_dir()}


@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PRINTED[name](), "run `make docs`"


def test_operations_name_every_variable_of_the_environment() -> None:
    read = set()
    for path in [*(ROOT / "config").rglob("*.py")]:
        read |= set(re.findall(r'"(BANGVANG_[A-Z_]+|DATABASE_URL)"', path.read_text("utf-8")))
    told = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")

    assert {name for name in read if name not in told} == set()


@pytest.mark.parametrize("command", list(COMMANDS))
def test_operations_name_every_command(command: str) -> None:
    told = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")

    assert f"bangvang {command}" in told


def test_files_stay_readable() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in sources(".py")
        if "tests" not in path.parts
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > 340
    }

    assert long == {}
