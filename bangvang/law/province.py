"""What the province's regulation says, within what the law leaves to it.

A regulation may add, narrow or fix; it never overwrites the law, and the loader holds that. An
entry marked as an example decides nothing.

Law: ``texts/province/*.toml``; the clauses that delegate: ``texts/delegations.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf
from bangvang.law.criteria import InTheYear
from bangvang.law.facts import Codes
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.province_layer import DELEGATED, ProvinceRule, province_layer
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact, Judgement

READS = frozenset(
    f"{DELEGATED}{name}"
    for name in (
        "share_of_fighters",
        "advanced_workers",
        "provincial_flag",
        "excellent_collective",
        "advanced_collective",
        "badge",
        "provincial_certificate",
        "letter",
        "files",
        "files_of_the_base",
    )
)


STANDARD_OF: Mapping[str, str] = MappingProxyType({"CSTDCS": "LDTT"})
"""Awards whose clause asks for the standard of another, to which the province adds: Điều 23."""
LOWER_TITLES: Codes = ("LDTT", "CSTT")
STANDARD_HELD = "Danh hiệu Lao động tiên tiến hoặc Chiến sĩ tiên tiến của năm xét"
"""Who has that title of the year meets its standard, what the province adds included."""
GRADES_DOWN: Codes = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
"""The grades from the best one down."""
ADDED = "Tiêu chuẩn do tỉnh quy định thêm"


@dataclass(frozen=True)
class Delegation:
    """A clause that leaves something about an award to the province."""

    cite: Citation
    seen: Seen


def province_rule(code: str, topic: str, *, on: date) -> ProvinceRule | None:
    """Return what the province says about one topic of an award on a day, None if nothing."""
    row = province_layer().get((code, topic))
    return row.get(on) if row else None


def province_rules_on(code: str, *, on: date) -> tuple[ProvinceRule, ...]:
    """Return everything the province says about an award on a day, by topic."""
    topics = sorted(topic for award, topic in province_layer() if award == code)
    rules = (province_rule(code, topic, on=on) for topic in topics)
    return tuple(rule for rule in rules if rule is not None)


def added_conditions(code: str, *, on: date) -> Rule | None:
    """Return what has to be met besides the law's own conditions; None where nothing is added.

    A regulation of which nobody knows whether it is in force that day adds nothing. An example is
    no text that was read, so a person decides.
    """
    rule = province_rule(STANDARD_OF.get(code, code), "conditions", on=on)
    if rule is None or not (rule.decides or rule.is_example):
        return None
    said = zip(rule.entry.names(), rule.asks, rule.grades, strict=True)
    parts = tuple(_condition(rule, number, *one) for number, one in enumerate(said, 1))
    added = AllOf(rule.entry.id, ADDED, rule.entry.cite, parts)
    if code not in STANDARD_OF:
        return added
    held = InTheYear(f"{added.rule}.held", STANDARD_HELD, rule.entry.cite, LOWER_TITLES)
    return AnyOf(f"{added.rule}.standard", ADDED, rule.entry.cite, (added, held))


def _condition(rule: ProvinceRule, number: int, sentence: str, question: str, grade: str) -> Rule:
    """Return one condition: a question to the file, a grade, or else for people to judge."""
    id_, cite, known = f"{rule.entry.id}.{number}", rule.entry.cite, rule.entry.seen
    title = f"Ví dụ, không có thật: {sentence}" if rule.is_example else sentence
    if question:
        return IsFact(id_, title, cite, question, known=known)
    if grade:
        return InTheYear(id_, title, cite, GRADES_DOWN[: GRADES_DOWN.index(grade) + 1], known=known)
    told = f"{title}: do tập thể bình xét và người thẩm định đánh giá."
    return Judgement(id_, title, cite, told, known=known)


def added_ever(code: str) -> tuple[ProvinceRule, ...]:
    """Return what the province adds to an award's conditions on any day, the oldest first."""
    row = province_layer().get((STANDARD_OF.get(code, code), "conditions"))
    return tuple(row.items) if row else ()


def asked_for_province() -> frozenset[str]:
    """Return every question that some condition of the province asks on some day."""
    rules = (rule for row in province_layer().values() for rule in row.items)
    return frozenset(name for rule in rules for name in rule.asks if name)


def left_to_province(code: str, *, on: date) -> tuple[Delegation, ...]:
    """Return the clauses that on a day leave something about this very award to the province."""
    entries = (texts().row(id_).get(on) for id_ in sorted(READS))
    return tuple(
        Delegation(entry.cite, entry.seen)
        for entry in entries
        if entry is not None and code in entry.names()
    )
