"""Records of reading the law: values, and instruments the shipped rulebook does not know."""

from bangvang.lawbook.models.instruments import Instrument
from bangvang.lawbook.models.readings import Reading

__all__ = ["Instrument", "Reading"]
