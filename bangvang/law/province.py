"""What the province's regulation says, within what the law leaves to it.

A regulation may add, narrow or fix; it never overwrites the law, and the loader holds that. An
entry marked as an example decides nothing.

Law: ``texts/province/*.toml``; the clauses that delegate: ``texts/delegations.toml``.
"""

from dataclasses import dataclass
from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.province_layer import DELEGATED, ProvinceRule, province_layer

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


def left_to_province(code: str, *, on: date) -> tuple[Delegation, ...]:
    """Return the clauses that on a day leave something about this very award to the province."""
    entries = (texts().row(id_).get(on) for id_ in sorted(READS))
    return tuple(
        Delegation(entry.cite, entry.seen)
        for entry in entries
        if entry is not None and code in entry.names()
    )
