"""The sentence beside a finding is that of the part that decided, for older ones too."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.selectors.findings import answers_kept
from bangvang.appraisal.tests.test_actions import fighter, submitted
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.law import Appraisal

pytestmark = pytest.mark.django_db

migration = import_module("bangvang.appraisal.migrations.0010_deciding_sentence")


def test_the_sentence_is_kept_with_the_finding_and_filled_in_for_older_ones() -> None:
    handed_in, rows = submitted(
        fighter(2023, 2024, 2025), fighter(2023, 2025, name="Giàng A Suối Mơ")
    )
    take_up(handed_in.ref, actor=actor(Role.SPECIALIST), at=AT)
    wanted = {
        one.pk: Appraisal.from_json(one.finding).deciding().sentence
        for one in StoredFinding.objects.all()
    }
    kept = answers_kept(batch_ref=handed_in.ref)

    StoredFinding.objects.update(sentence="")
    migration.sentences(apps, connection.schema_editor())

    assert len(set(wanted.values())) == 2
    assert dict(StoredFinding.objects.values_list("pk", "sentence")) == wanted
    assert [kept[row.ref].sentence for row in rows] == list(wanted.values())
    assert kept == answers_kept(refs=[row.ref for row in rows])
    assert kept[rows[0].ref].only_judgement_left
