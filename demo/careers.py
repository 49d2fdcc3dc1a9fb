"""Histories: what somebody held before this system, by kind of career."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from bangvang.law import Kind
from bangvang.registry.actions.record_history import (
    History,
    PastAward,
    PastGrade,
    PastInitiative,
)
from demo.places import PROVINCE_CHAIR, Place, Places, employer, nominating
from demo.tables import records

BOOKS_SINCE = 2014
LAST_YEAR = 2025
SATURDAY = 5
TOPICS = (
    "Quy trình bàn giao công việc giữa các ca trực",
    "Sổ tay hỏi đáp bằng hai thứ tiếng cho bà con vùng cao",
    "Bảng theo dõi tiến độ công việc bằng màu",
    "Cách ghép hàng chuyến để giảm chuyến xe rỗng",
    "Bộ câu hỏi ôn tập theo từng nhóm học sinh",
    "Tủ thuốc lưu động cho các thôn xa trung tâm",
    "Van tự đóng chống thất thoát nước ban đêm",
    "Lịch chăm sóc cây theo độ cao của nương",
    "Mẫu phiếu một trang thay năm biểu cũ",
    "Nhóm trao đổi nghề nghiệp hằng tuần giữa các trạm",
)


@dataclass(frozen=True)
class Career:
    """One kind of career, see `demo/data/careers.toml`."""

    titles: tuple[int, ...] = ()
    province: tuple[int, ...] = ()
    nationwide: tuple[int, ...] = ()
    base: tuple[int, ...] = ()
    certificates: tuple[int, ...] = ()
    themed: tuple[int, ...] = ()
    excellent: tuple[int, ...] = ()
    since: int = BOOKS_SINCE
    until: int = LAST_YEAR
    complete: bool = True


def careers() -> Mapping[str, Career]:
    """Return the kinds of career by name."""
    return {name: _career(fields) for name, fields in records("careers").items()}


def _career(fields: Any) -> Career:
    made: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    return Career(**made)


def history_of(career: Career, person: str, unit: str, places: Places, *, years: range) -> History:
    """Return what the career brought in these years to somebody of a unit.

    Args:
        career: the kind of career.
        person: anything that tells people apart; it decides in which years LĐTT was given.
        unit: key of the unit.
        places: all organisations.
        years: achievement years; the decisions follow in the January after.
    """
    worked = [y for y in years if career.since <= y <= career.until]
    seed = crc32(person.encode())
    return History(
        awards=tuple(a for y in worked for a in _awards(career, y, seed, unit, places)),
        grades=tuple(
            PastGrade("HTXSNV" if year in career.excellent else "HTTNV", year) for year in worked
        ),
        initiatives=tuple(i for y in worked for i in _initiatives(career, y, seed, unit, places)),
        complete_from=(
            dict.fromkeys(("AWARD", "GRADE", "INITIATIVE"), BOOKS_SINCE) if career.complete else {}
        ),
    )


def _awards(career: Career, year: int, seed: int, unit: str, places: Places) -> Iterator[PastAward]:
    if year in career.titles or (seed + year) % 3:
        yield _given("LDTT", year, unit, places)
    if year in career.titles:
        yield _given("CSTDCS", year, unit, places)
    if year in career.certificates:
        yield _of_the_province("BK_TINH", Kind.MERIT, year, unit, places)
    if year in career.themed:
        yield _of_the_province("BK_TINH", Kind.THEME, year, unit, places)


def _initiatives(
    career: Career, year: int, seed: int, unit: str, places: Places
) -> Iterator[PastInitiative]:
    topic = TOPICS[(seed + year) % len(TOPICS)]
    if year in career.base:
        body = nominating(places, employer(places, unit, year).key)
        number, day = decision_of(f"SK {body.key}", year)
        yield PastInitiative(
            "SK_CO_SO", year, topic, f"{number}/QĐ-{body.abbreviation}", day, head_of(body)
        )
    if year in career.province:
        number, day = decision_of("SK_TINH", year)
        yield PastInitiative(
            "SK_TINH", year, f"{topic} trong toàn tỉnh", f"{number}/QĐ-UBND", day, PROVINCE_CHAIR
        )


def _given(code: str, year: int, unit: str, places: Places) -> PastAward:
    place = employer(places, unit, year)
    body = nominating(places, place.key)
    number, day = decision_of(f"{code} {body.key}", year)
    return PastAward(
        code=code,
        kind=Kind.MERIT.value,
        year=year,
        decision_no=f"{number}/QĐ-{body.abbreviation}",
        decided_on=day,
        issued_by=head_of(body),
        unit_as_written=place.name,
    )


def _of_the_province(code: str, kind: Kind, year: int, unit: str, places: Places) -> PastAward:
    number, day = decision_of(f"{code} {kind.value}", year)
    theme = "phòng, chống dịch Covid-19" if kind is Kind.THEME else "công tác"
    return PastAward(
        code=code,
        kind=kind.value,
        year=year,
        decision_no=f"{number}/QĐ-UBND",
        decided_on=day,
        issued_by=PROVINCE_CHAIR,
        unit_as_written=employer(places, unit, year).name,
        achievement=f"Có thành tích xuất sắc trong {theme} năm {year}",
    )


def decision_of(matter: str, year: int) -> tuple[int, date]:
    """Return number and day of the one decision on a matter: a working day of next January."""
    seed = crc32(f"{matter} {year}".encode())
    day = date(year + 1, 1, 4) + timedelta(days=seed % 21)
    if day.weekday() >= SATURDAY:
        day += timedelta(days=2)
    return 11 + seed % 480, day


def head_of(body: Place) -> str:
    """Return who signs for a body."""
    if body.name.startswith("Ủy ban nhân dân"):
        return f"Chủ tịch {body.name}"
    if body.name.startswith(("Sở", "Công ty")):
        return f"Giám đốc {body.name}"
    return body.name
