"""Records of the register: organisations, people, what they hold, what bars them."""

from bangvang.registry.models.assessments import Completeness, Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.bars import Bar
from bangvang.registry.models.bodies import (
    BodyEvent,
    EventBody,
    FormerName,
    FormerParent,
    PersonMoved,
)
from bangvang.registry.models.initiatives import Initiative, InitiativeUse
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person

__all__ = [
    "Award",
    "Bar",
    "BodyEvent",
    "Completeness",
    "EventBody",
    "FormerName",
    "FormerParent",
    "Grade",
    "Initiative",
    "InitiativeUse",
    "Organisation",
    "Person",
    "PersonMoved",
]
