"""The records that tests of the pages look at; views themselves never touch them."""

from bangvang.council.models import (
    AgendaItem,
    AgendaRow,
    Ballot,
    Count,
    CountLine,
    Minutes,
    Resolution,
    Session,
    WrittenOpinion,
)
from bangvang.nominations.models import Nomination
from bangvang.workplan.models import Task

__all__ = [
    "AgendaItem",
    "AgendaRow",
    "Ballot",
    "Count",
    "CountLine",
    "Minutes",
    "Nomination",
    "Resolution",
    "Session",
    "Task",
    "WrittenOpinion",
]
