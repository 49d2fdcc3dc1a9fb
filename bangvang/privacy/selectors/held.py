"""What is held of whoever asks: what can be erased, what cannot, and why not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.db.models import Q

from bangvang.appraisal.models import Opinion
from bangvang.appraisal.states import OpinionState
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Discovery, Nomination, Reporter
from bangvang.nominations.states import OVER, DiscoveryState
from bangvang.privacy.models import ErasureRequest
from bangvang.privacy.states import About, Part
from bangvang.registry.models import (
    Award,
    Grade,
    IdentityNumber,
    ImportRow,
    ListedRow,
    OwnDecisionRow,
    Person,
    PostingRow,
)
from bangvang.registry.selectors.holders import person_named
from bangvang.registry.states import OwnState

OF_THE_REGISTER = (
    "Sổ khen thưởng phải nhận đúng người được khen và trả lời được người đó đã có danh hiệu gì."
)
OF_THE_FILE = (
    "Là một phần của hồ sơ đã nộp, đã thẩm định hoặc đã biểu quyết; kết quả phải giải thích được "
    "về sau."
)
OF_THE_FILES_THAT_CAME = (
    "Tệp gốc là nguồn của những gì đã ghi, có thể còn số định danh; chỉ xóa khi hết thời hạn lưu "
    "đã xác nhận ở trang Thời hạn lưu."
)
OF_THE_RECORD = "Nhật ký không sửa, không xóa được; trong đó không có số định danh."
STILL_OPEN = "Đang có hồ sơ xét hoặc danh sách chưa xác nhận dùng số này để nhận đúng người."
STILL_ANSWERED = "Ý kiến chưa giải quyết xong nên còn phải liên hệ người gửi."
STILL_LOOKED_AT = "Tin báo chưa có trả lời nên còn phải liên hệ người báo."


@dataclass(frozen=True)
class Line:
    """One thing that is held; `part` if it is erased on request, `why` if it stays."""

    said: str
    part: Part | None = None
    why: str = ""

    @property
    def can_go(self) -> bool:
        """Whether it can be erased now."""
        return self.part is not None and not self.why


@dataclass(frozen=True)
class Subject:
    """Whose data it is: a person of the register, or a number as people say it."""

    about: About
    ref: str
    said: str
    pk: int


def subject_named(about: About, ref: str, *, lock: bool = False) -> Subject:
    """Return whose data a request is about; people who were merged are the record that stands.

    Raises:
        Unseen: there is none.
    """
    if about is About.PERSON:
        person = person_named(ref, lock=lock)
        return Subject(about, person.ref, person.full_name, person.pk)
    model: Any = Opinion if about is About.SENDER else Discovery
    rows = model.objects.filter(ref=ref)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise Unseen
    said = found.receipt_no if about is About.SENDER else found.said
    return Subject(about, ref, f"số {said}", found.pk)


def subject_of(request: ErasureRequest, *, lock: bool = False) -> Subject:
    """Return whose data the request is about."""
    ref = request.person.ref if request.person else request.subject_ref
    return subject_named(About(request.about), ref, lock=lock)


def held_of(subject: Subject) -> list[Line]:
    """Return what is held, what can be erased first."""
    return sorted(_HELD[subject.about](subject.pk), key=lambda line: not line.can_go)


def _person(pk: int) -> Iterator[Line]:
    person = Person.objects.get(pk=pk)
    digest = person.identity_digest
    if digest:
        kept = IdentityNumber.objects.filter(digest=digest).exists()
        said = "Số định danh" + (" (đã mã hóa) và 3 số cuối" if kept else ": 3 số cuối")
        yield Line(said, Part.NUMBER, STILL_OPEN if is_number_in_use(pk, digest) else "")
    yield Line("Họ tên, ngày sinh, giới tính, dân tộc, chức vụ, đơn vị", why=OF_THE_REGISTER)
    counts = (
        ("lượt khen thưởng", Award.objects.filter(person=pk).count()),
        ("năm xếp loại", Grade.objects.filter(person=pk).count()),
    )
    held = ", ".join(f"{count} {word}" for word, count in counts if count)
    if held:
        yield Line(f"Trong sổ: {held}", why=OF_THE_REGISTER)
    yield Line(
        "Quá trình công tác, sáng kiến, ghi chép phục vụ xét khen thưởng (nếu có)",
        why=OF_THE_REGISTER,
    )
    if files := _files_that_name(pk, digest or ""):
        yield Line(f"{files} tệp đã nhập có dòng ghi người này", why=OF_THE_FILES_THAT_CAME)
    rows = Nomination.objects.filter(person=pk).count()
    if rows:
        yield Line(f"{rows} dòng trong danh sách đề nghị, cùng tệp đơn vị đã nộp", why=OF_THE_FILE)
    yield Line("Các việc đã ghi trong nhật ký hệ thống", why=OF_THE_RECORD)


def _files_that_name(person: int, digest: str) -> int:
    """Count the files that came in, of past awards, of agencies, of postings, with such rows."""
    whose = Q(person=person) | (Q(said__digest=digest) if digest else Q())
    return sum(
        model.objects.filter(whose).values(file).distinct().count() for model, file in _FILES
    )


def is_number_in_use(person: int, digest: str) -> bool:
    """Tell whether an open file or a list that waits still needs the number."""
    over = [state.value for state in OVER]
    whose = Q(person=person) | Q(identity_digest=digest)
    return (
        Nomination.objects.filter(whose).exclude(state__in=over).exists()
        or OwnDecisionRow.objects.filter(
            identity_digest=digest, decision__state__in=(OwnState.DRAFT, OwnState.WITH_HEAD)
        ).exists()
    )


def _sender(pk: int) -> Iterator[Line]:
    opinion = Opinion.objects.get(pk=pk)
    if opinion.key_id:
        resolved = opinion.state == OpinionState.CONFIRMED
        yield Line(str(Part.SENDER.label), Part.SENDER, "" if resolved else STILL_ANSWERED)
    yield Line("Nội dung ý kiến, tệp gửi kèm và kết quả giải quyết", why=OF_THE_FILE)
    yield Line("Các việc đã ghi trong nhật ký hệ thống", why=OF_THE_RECORD)


def _reporter(pk: int) -> Iterator[Line]:
    if Reporter.objects.filter(discovery=pk).exists():
        state = Discovery.objects.values_list("state", flat=True).get(pk=pk)
        ended = state in (DiscoveryState.ANSWERED, DiscoveryState.SET_ASIDE)
        yield Line(str(Part.REPORTER.label), Part.REPORTER, "" if ended else STILL_LOOKED_AT)
    yield Line("Nội dung tin báo, tệp gửi kèm và câu trả lời", why=OF_THE_FILE)
    yield Line("Các việc đã ghi trong nhật ký hệ thống", why=OF_THE_RECORD)


_FILES: tuple[tuple[type[Any], str], ...] = (
    (ImportRow, "award_import"),
    (ListedRow, "agency_list"),
    (PostingRow, "posting_list"),
)
_HELD: Mapping[About, Callable[[int], Iterator[Line]]] = MappingProxyType(
    {About.PERSON: _person, About.SENDER: _sender, About.REPORTER: _reporter}
)
