"""Ask the law of the day a file was received about one nominee, and explain the answer.

Identity comes first: a history that may be somebody else's decides nothing. Then the regime: an
unseen text computes nothing. Then the coded route of that award, kind and subject; without one the
appraiser compares with the text himself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bangvang.law.catalogue import (
    Subject,
    award_name,
    existing_on,
)
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.facts import Days, Record, RecordHand
from bangvang.law.finding import Answer, Finding, FindingLine, Reason, finding_from_json
from bangvang.law.instruments import Seen, instrument_name
from bangvang.law.kinds import Kind, kind_name
from bangvang.law.regimes import regime_on
from bangvang.law.routes import Route
from bangvang.law.rulebook import routes_on, rulebook, rulebook_version


@dataclass(frozen=True)
class Appraisal:
    """What the law says about one proposal, to be kept with the facts it was asked about."""

    code: str
    answer: Answer
    reasons: tuple[Reason, ...]
    finding: Finding
    rulebook_version: str

    def deciding(self) -> Finding:
        """Return the part whose sentence a list shows in one line."""
        return self.finding.deciding()

    def findings(self) -> tuple[FindingLine, ...]:
        """Return the whole and its criteria, flat, as the public JSON wants them."""
        return tuple(
            FindingLine(
                rule=found.rule,
                answer=found.answer.value,
                sentence=found.sentence,
                cite=found.cite.text,
                seen=found.seen.value,
            )
            for found in (self.finding, *self.finding.parts)
        )

    def as_json(self) -> dict[str, object]:
        """Return a plain form that ``from_json`` reads back."""
        return {
            "code": self.code,
            "answer": self.answer.value,
            "reasons": [reason.value for reason in self.reasons],
            "finding": self.finding.as_json(),
            "rulebook_version": self.rulebook_version,
        }

    @classmethod
    def from_json(cls, form: Mapping[str, object]) -> "Appraisal":
        """Read a stored appraisal back.

        Raises:
            ValueError: the form is not one that ``as_json`` wrote.
        """
        stored = form.get("finding")
        if not isinstance(stored, dict):
            raise ValueError("not a stored appraisal")  # noqa: TRY004  # the text is wrong, not the call
        finding = finding_from_json(stored)
        return _appraisal(str(form.get("code")), finding, str(form.get("rulebook_version")))


def appraise(
    code: str,
    record: Record,
    *,
    days: Days,
    identity_settled: bool = True,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.PERSON,
) -> Appraisal:
    """Return what the law of ``days.received_on`` says; ``decided_on`` plays no part here.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    on = days.received_on
    regime = regime_on(code, on)
    existing_on(code, on)
    route = next(
        (way for way in routes_on(code, on) if way.kind is kind and way.subject is subject), None
    )
    if not identity_settled:
        finding = _unsettled(code, on, route.cite if route else regime.cite)
    elif regime.text_unseen is not None:
        finding = _unseen(code, on, regime)
    elif route is None:
        finding = _no_rule(code, on, kind, regime)
    else:
        finding = _explained(route, RecordHand(record, year=days.anchor_year, on=on))
    return _appraisal(code, finding, rulebook_version())


def _appraisal(code: str, finding: Finding, version: str) -> Appraisal:
    reasons = tuple(sorted(finding.reasons()))
    return Appraisal(code, finding.answer, reasons, finding, version)


def _explained(route: Route, hand: RecordHand) -> Finding:
    found = route.rule_on(hand.on, rulebook().texts).explain(hand)
    if not route.not_computed:
        return found
    return replace(found, sentence=f"{found.sentence} {route.not_computed}")


def _open(
    rule: str, title: str, sentence: str, requires: str, cite: Citation, why: Reason
) -> Finding:
    """Return a finding that says why nothing was computed."""
    return Finding(
        rule=rule,
        title=title,
        answer=Answer.FOR_A_PERSON,
        sentence=sentence,
        requires=requires,
        cite=cite,
        seen=Seen.UNVERIFIED if why is Reason.TEXT_UNSEEN else Seen.SOURCE,
        why=why,
    )


def _unsettled(code: str, on: date, cite: Citation) -> Finding:
    return _open(
        "identity",
        award_name(code, on),
        "Chưa xác định được người được đề nghị là ai trong sổ khen thưởng, nên chưa xét điều kiện "
        "nào; cần chọn đúng người trước.",
        "Phải xác định đúng người",
        cite,
        Reason.IDENTITY,
    )


def _unseen(code: str, on: date, regime: Entry) -> Finding:
    name = instrument_name(regime.cite.instrument)
    return _open(
        "text_unseen",
        award_name(code, on),
        f"Từ ngày {regime.since:%d/%m/%Y}, {name} sửa đổi quy định nhưng hệ thống chưa có nguyên "
        "văn; người thẩm định đối chiếu văn bản.",
        "Đối chiếu văn bản",
        regime.cite,
        Reason.TEXT_UNSEEN,
    )


def _no_rule(code: str, on: date, kind: Kind, regime: Entry) -> Finding:
    name = award_name(code, on)
    return _open(
        "no_rule",
        name,
        f"Hệ thống chưa có quy tắc tính cho {name} ({kind_name(kind).lower()}); người thẩm định "
        "tự đối chiếu với văn bản.",
        "Đối chiếu văn bản",
        regime.cite,
        Reason.TEXT_UNSEEN,
    )
