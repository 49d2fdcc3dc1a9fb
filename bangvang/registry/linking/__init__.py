"""Whose history is it, by the odds: pairs found by keys, scored, and told in words. Pure.

``weights`` says what an agreement or a contradiction is worth, ``crowd`` holds many people in
columns and finds who may be whom, ``links`` decides, ``words`` tells a person why. Nothing here
links a nomination by itself: the grounds of ``intake/matching`` do (decision 0025).
"""

from bangvang.registry.linking.crowd import Crowd, Described, Pairs
from bangvang.registry.linking.links import (
    FOR_A_PERSON,
    LINKED,
    NEW,
    Links,
    likely_doubles,
    link,
)
from bangvang.registry.linking.weights import Birth, Identity, Name, Sex, Unit, weight
from bangvang.registry.linking.words import Reasons, reasons

__all__ = [
    "FOR_A_PERSON",
    "LINKED",
    "NEW",
    "Birth",
    "Crowd",
    "Described",
    "Identity",
    "Links",
    "Name",
    "Pairs",
    "Reasons",
    "Sex",
    "Unit",
    "likely_doubles",
    "link",
    "reasons",
    "weight",
]
