"""Loading fills the database whole or leaves it empty."""

import pytest

from bangvang.foundation.audit.models import Entry
from bangvang.registry.models import Organisation, Person
from demo.load import load


class Stopped(Exception):
    """The terminal went away."""


@pytest.mark.django_db
def test_a_load_that_is_broken_off_leaves_nothing() -> None:
    def stop_at_the_second_step(line: str) -> None:
        if line.startswith("[2/"):
            raise Stopped

    with pytest.raises(Stopped):
        load(say=stop_at_the_second_step)

    assert not Organisation.objects.exists()
    assert not Person.objects.exists()
    assert not Entry.objects.exists()
