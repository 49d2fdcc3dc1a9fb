"""Records of the register: organisations, people, and what they hold."""

from bangvang.registry.models.assessments import Completeness, Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.initiatives import Initiative
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person

__all__ = ["Award", "Completeness", "Grade", "Initiative", "Organisation", "Person"]
