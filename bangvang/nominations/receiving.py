"""What a round receives, and until when: pure questions about a round that was read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.law import Kind, award_name, catalogue, kind_name
from bangvang.nominations.families import kinds_of, names_of
from bangvang.nominations.models import Round

LEVEL_NAMES = {
    "base": "cấp cơ sở",
    "province": "cấp tỉnh",
    "ministry": "cấp bộ, ban, ngành",
    "state": "cấp Nhà nước",
}


@dataclass(frozen=True)
class Intake:
    """Another last day for some rows; `branch` are the ids of the sector's bodies, None for all."""

    ref: str
    award_code: str
    kind: str
    sector_name: str
    branch: frozenset[int] | None
    submit_by: date

    def fits(self, award_code: str, kind: str, unit_id: int) -> bool:
        """Tell whether a row of this award and kind, in a list of this unit, is meant."""
        return (
            self.award_code in ("", award_code)
            and self.kind in ("", kind)
            and (self.branch is None or unit_id in self.branch)
        )

    @property
    def weight(self) -> int:
        """How much it names; what names more goes before what names less."""
        return bool(self.award_code) + bool(self.kind) + (self.branch is not None)

    def said(self, on: date) -> str:
        """Say in words which rows are meant."""
        parts = [award_name(self.award_code, on)] if self.award_code else []
        parts += [f"loại hình {kind_name(Kind(self.kind)).lower()}"] if self.kind else []
        parts += [f"của {self.sector_name} và đơn vị trực thuộc"] if self.branch is not None else []
        return ", ".join(parts)


def last_day(
    submit_by: date, intakes: Sequence[Intake], *, award_code: str, kind: str, unit_id: int
) -> date:
    """Return the last day of a row: of the intake that names most, of equals the earliest."""
    fitting = [one for one in intakes if one.fits(award_code, kind, unit_id)]
    if not fitting:
        return submit_by
    return min(fitting, key=lambda one: (-one.weight, one.submit_by)).submit_by


def default_kind(round_: Round) -> Kind:
    """Return the kind of a row that names none: that of the round's only kind, else by merit."""
    kinds = kinds_of(round_.families)
    return kinds[0] if len(kinds) == 1 else Kind.MERIT


def not_received_award(round_: Round, award_code: str, on: date) -> str:
    """Say why the round does not receive an award, or nothing."""
    if round_.award_codes and award_code not in round_.award_codes:
        names = ", ".join(award_name(code, on) for code in round_.award_codes)
        return f"Đợt này chỉ nhận đề nghị {names}."
    known = catalogue().get(award_code)
    if round_.levels and known and known.level.value not in round_.levels:
        return f"Đợt này chỉ nhận danh hiệu, hình thức {_levels(round_.levels)}."
    return ""


def not_received_kind(round_: Round, kind: str) -> str:
    """Say why the round does not receive a kind of commendation, or nothing."""
    if not round_.families or kind in kinds_of(round_.families):
        return ""
    return f"Đợt này chỉ nhận khen thưởng {', '.join(names_of(round_.families)).lower()}."


def received_words(
    *, families: Collection[str], levels: Collection[str], award_codes: Collection[str], on: date
) -> str:
    """Say what a round receives, in one line."""
    parts = [", ".join(names_of(families)) if families else "mọi loại hình"]
    parts += [_levels(levels)] if levels else []
    parts += [", ".join(award_name(code, on) for code in award_codes)] if award_codes else []
    return "; ".join(parts)


def _levels(levels: Collection[str]) -> str:
    return ", ".join(LEVEL_NAMES[level] for level in LEVEL_NAMES if level in levels)
