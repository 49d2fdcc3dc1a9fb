"""What may be used or given only once: an achievement, an initiative, a State award in a year.

These are questions to a person's whole record, not criteria of one award, so they stand beside
the answer of the routes.

Law: ``texts/once.toml``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bangvang.law.called import lower_first
from bangvang.law.catalogue import AwardClass, Level, award_name, catalogue
from bangvang.law.finding import Answer, Finding, Reason, Used
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind, kind_name
from bangvang.law.loading import texts
from bangvang.law.record import Held, Record, row_order

GIVEN_ALREADY = "once.achievement"
OTHER_FORM = "once.other_form"
TITLE = "Một thành tích, một lần khen thưởng"
NO_ACCUMULATION = "once.no_accumulation"
READS = frozenset({GIVEN_ALREADY, NO_ACCUMULATION, "once.initiative", "once.state_award_a_year"})
FREE_OF_THE_YEAR = frozenset({Kind.LONG_SERVICE, Kind.TENURE})
"""Kinds to which the one State award a year does not apply; of sudden deeds the special ones."""
SEVERAL_A_YEAR = frozenset({Kind.SUDDEN, Kind.THEME, Kind.EXTERNAL})
"""Kinds in which one year may hold several achievements, so that alike is not yet the same."""
FORMS = frozenset({AwardClass.COMMENDATION, AwardClass.HONOUR})
"""What the clause calls forms of commendation; titles of emulation are none of them."""
SPECIAL_ONLY = (
    "Khen thưởng đột xuất chỉ không tính vào giới hạn này khi thành tích đặc biệt xuất sắc: người "
    "thẩm định đánh giá."
)
DECIDED_WITHIN = 2
"""Years after the achievement year in which a State award without a day may have been decided."""


def used_rows(rows: Iterable[Held]) -> tuple[Used, ...]:
    """Return rows as a finding names them."""
    return tuple(
        Used(row.record_id, row.code, row.year, row.decision_no, row.decided_on)
        for row in sorted(rows, key=row_order)
    )


def given_already(code: str, kind: Kind, year: int, record: Record, on: date) -> Finding | None:
    """Return what it means that this award of this year is held already; None if it is not.

    The clause forbids a second award for one achievement. By merit the year is the achievement;
    of the kinds that may come twice a year a person compares the two.
    """
    rows = [
        row
        for row in record.held
        if (row.code, row.kind, row.year, row.revoked_on) == (code, kind, year, None)
    ]
    if not rows:
        return None
    entry = texts().on(GIVEN_ALREADY, on)
    if entry.value is False:
        return None
    named = "; ".join(row.decision_no or "chưa ghi số quyết định" for row in rows)
    is_same, is_read = kind not in SEVERAL_A_YEAR, entry.seen is Seen.SOURCE
    doubt = "" if is_same else "; người thẩm định xem có cùng một thành tích hay không"
    return Finding(
        rule=GIVEN_ALREADY,
        title=TITLE,
        answer=Answer.NOT_MET if is_read and is_same else Answer.FOR_A_PERSON,
        sentence=f"Đã được tặng {award_name(code, on)} cho thành tích năm {year} ({named}){doubt}.",
        requires="Không tặng nhiều lần cho một thành tích",
        cite=entry.cite,
        seen=entry.seen,
        used=used_rows(rows),
        why=_why_open(is_read=is_read, is_same=is_same),
    )


def given_otherwise(code: str, kind: Kind, year: int, record: Record, on: date) -> Finding | None:
    """Return what it means that another form may be held for this achievement; None if none is.

    The clause forbids several forms for one achievement. Sudden, thematic and external ones of one
    year and kind may be one or several, and years of service may have been rewarded before: a
    person compares, whichever of the two is the higher. By merit the forms follow one another by
    clauses of their own, and each counts years; nothing is asked of them here.
    """
    rows = [row for row in record.held if _may_be_for_it(row, code, kind, year)]
    if not rows:
        return None
    entry = texts().on(GIVEN_ALREADY, on)
    if entry.value is False:
        return None
    is_read = entry.seen is Seen.SOURCE
    return Finding(
        rule=OTHER_FORM,
        title=TITLE,
        answer=Answer.FOR_A_PERSON,
        sentence=_told_otherwise(code, kind, rows, on),
        requires="Không tặng nhiều hình thức cho một thành tích",
        cite=entry.cite,
        seen=entry.seen,
        used=used_rows(rows),
        why=_why_open(is_read=is_read, is_same=False),
    )


def other_forms(code: str, kind: Kind) -> frozenset[str]:
    """Return the forms that a person compares when this one is proposed for a year; maybe none."""
    if kind not in SEVERAL_A_YEAR or not is_form(code):
        return frozenset()
    return frozenset(other for other in catalogue() if other != code and is_form(other))


def _may_be_for_it(row: Held, code: str, kind: Kind, year: int) -> bool:
    if row.kind is not kind or row.revoked_on is not None or not is_form(row.code):
        return False
    if kind is Kind.LONG_SERVICE:
        return is_form(code) and row.year <= year and (row.code, row.year) != (code, year)
    return row.year == year and row.code in other_forms(code, kind)


def is_form(code: str) -> bool:
    """Say whether an award is a form of commendation; titles of emulation are none."""
    line = catalogue().get(code)
    return line is not None and line.award_class in FORMS


def _told_otherwise(code: str, kind: Kind, rows: list[Held], on: date) -> str:
    named = "; ".join(
        f"{award_name(row.code, on)} năm {row.year} ({row.decision_no or 'chưa ghi số quyết định'})"
        for row in sorted(rows, key=row_order)
    )
    asked = award_name(code, on)
    told = f"Cùng loại hình {lower_first(kind_name(kind))}, đã được tặng {named}."
    if kind is Kind.LONG_SERVICE:
        return (
            f"{told} Quá trình cống hiến đã khen thì không khen lần nữa: người thẩm định xem "
            f"{asked} lần này có chỉ tính thời gian công tác sau lần đã khen hay không."
        )
    return (
        f"{told} Nếu cùng một thành tích thì không tặng thêm {asked}; nếu là thành tích khác thì "
        "không vướng: người thẩm định đối chiếu thành tích ghi trong quyết định với báo cáo."
    )


def _why_open(*, is_read: bool, is_same: bool) -> Reason | None:
    if not is_read:
        return Reason.WEAK_SOURCE
    return None if is_same else Reason.JUDGEMENT


def spent_initiatives(code: str, record: Record, on: date) -> tuple[Held, ...]:
    """Return initiatives that supported an award already; none where nothing says so.

    Reuse between titles is not forbidden. The guidance is no normative act: it opens a second
    reading and decides nothing.
    """
    entry = texts().row("once.initiative").get(on)
    if entry is None or entry.value is False:
        return ()
    return tuple(row for row in record.held if _is_spent(code, row))


def _is_spent(code: str, row: Held) -> bool:
    return any(is_form(used) or (is_form(code) and _is_title(used)) for used in row.used_for)


def _is_title(code: str) -> bool:
    line = catalogue().get(code)
    return line is not None and line.award_class is AwardClass.TITLE


def without(record: Record, rows: Iterable[Held]) -> Record:
    """Return the record without these rows."""
    gone = set(rows)
    return replace(record, held=tuple(row for row in record.held if row not in gone))


def state_award_this_year(code: str, kind: Kind, record: Record, on: date) -> Finding | None:
    """Return what a State award decided in the year of receipt means; None if there is none.

    Whether the year is that of the submission or of the decision is not said, so it is never
    more than a question to a person. Of a recent award without a day of decision, nobody knows
    whether it is of this year.
    """
    entry = texts().row("once.state_award_a_year").get(on)
    if entry is None or not is_of_the_state(code) or kind in FREE_OF_THE_YEAR:
        return None
    rows = [row for row in record.held if _counts_for_the_year(row)]
    dated = [row for row in rows if row.decided_on is not None and row.decided_on.year == on.year]
    undated = [row for row in rows if row.decided_on is None and _may_be_decided_in(row, on.year)]
    if not dated and not undated:
        return None
    is_read = entry.seen is Seen.SOURCE
    open_ = Reason.TWO_READINGS if is_read else Reason.WEAK_SOURCE
    is_sudden = Kind.SUDDEN in {kind, *(row.kind for row in (*dated, *undated))}
    return Finding(
        rule="once.state_award_a_year",
        title="Mỗi năm không quá một hình thức khen thưởng cấp Nhà nước",
        answer=Answer.FOR_A_PERSON,
        sentence=" ".join(
            (
                *_said_of_the_year(dated, on),
                *_said_undated(undated, on),
                *(SPECIAL_ONLY,) * is_sudden,
            )
        ),
        requires="Không quá 1 lần trong năm",
        cite=entry.cite,
        seen=entry.seen,
        used=used_rows((*dated, *undated)),
        why=open_ if dated else Reason.FACT_MISSING,
    )


def _counts_for_the_year(row: Held) -> bool:
    is_counted = row.kind not in FREE_OF_THE_YEAR and row.revoked_on is None
    return is_counted and is_of_the_state(row.code)


def _may_be_decided_in(row: Held, year: int) -> bool:
    return year - DECIDED_WITHIN <= row.year <= year


def _said_of_the_year(rows: list[Held], on: date) -> Iterator[str]:
    named = "; ".join(f"{award_name(row.code, on)} ({row.decided_on:%d/%m/%Y})" for row in rows)
    if rows:
        yield f"Trong năm {on.year} đã được tặng {named}; người thẩm định xem có trùng năm."


def _said_undated(rows: list[Held], on: date) -> Iterator[str]:
    named = "; ".join(f"{award_name(row.code, on)} năm {row.year}" for row in rows)
    if rows:
        yield (
            f"{named}: chưa rõ ngày quyết định, nên chưa biết có thuộc năm {on.year} hay không; "
            "người thẩm định đối chiếu quyết định."
        )


def is_of_the_state(code: str) -> bool:
    """Say whether an award is of the State's level, by the catalogue."""
    line = catalogue().get(code)
    return line is not None and line.is_award and line.level is Level.STATE
