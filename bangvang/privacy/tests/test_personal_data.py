"""Every column that may hold something about people is on the list, or was looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import models

from bangvang.privacy.personal_data import WORKERS, entries, named, plain
from bangvang.privacy.states import Matter

TEXTS = (models.CharField, models.TextField, models.JSONField, models.GenericIPAddressField)
PEOPLE = ("registry.Person", "accounts.Account")
SAYS_WHO_DID_IT = re.compile(rf"({'|'.join(WORKERS)})$")


def may_hold(field: models.Field[object, object]) -> bool:
    if field.primary_key:
        return False
    if field.is_relation:
        return field.related_model._meta.label in PEOPLE  # type: ignore[union-attr]
    if field.name == "ref" or SAYS_WHO_DID_IT.search(field.name) or field.name.startswith("by_"):
        return False
    return "birth" in field.name or (isinstance(field, TEXTS) and not field.choices)


def columns() -> Iterator[tuple[str, str, bool]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            yield model._meta.label, field.name, may_hold(field)


def test_each_column_is_on_the_list_or_was_looked_at() -> None:
    unsaid = [
        f"{table}.{name}"
        for table, name, holds in columns()
        if holds
        and name not in named().get(table, frozenset())
        and name not in plain().get(table, frozenset())
    ]

    assert unsaid == [], "say in personal_data.toml what it holds, what for, how long"


def test_the_list_names_no_column_that_is_gone_and_none_twice() -> None:
    there = {(table, name) for table, name, _ in columns()}
    said = [
        (table, name)
        for source in (named(), plain())
        for table, names in source.items()
        for name in names
    ]

    assert set(said) - there == set()
    assert len(said) == len(set(said))


def test_each_matter_is_the_end_of_something_on_the_list() -> None:
    assert {entry.matter for entry in entries()} - {None} == set(Matter)
