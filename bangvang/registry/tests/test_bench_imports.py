"""The import is measured on a made-up list: every row is taken in or said, and nothing is left."""

import pytest
from django.db import connection

from bangvang.registry.models import Award, ImportRow
from bench.register import store
from bench.register.imports import WAYS, rolled_back
from bench.register.lists_made import HEADINGS, sheet_of
from bench.register.made import made

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor == "postgresql", reason="VACUUM inside a test"),
]


def test_ours_takes_in_what_the_list_says_and_leaves_no_trace() -> None:
    register = made(60)
    store.fill(register)
    data = sheet_of(register, 90)

    with rolled_back():
        assert WAYS["ours"](data) == 90
        states = list(ImportRow.objects.values_list("state", flat=True))
        assert states.count("ACCEPTED") > 80
        assert Award.objects.filter(issued_by="Giám đốc Sở Mẫu").count() > 80

    assert not ImportRow.objects.exists()
    assert Award.objects.count() == 60


def test_the_limit_takes_in_as_many_rows() -> None:
    with connection.cursor() as cursor:
        columns = ", ".join(f"c{number} varchar(300)" for number in range(len(HEADINGS)))
        cursor.execute(f"CREATE TABLE bare_import ({columns})")

    assert WAYS["bare"](sheet_of(made(60), 90)) == 90
