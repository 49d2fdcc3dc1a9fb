"""The labels of an achievement report's first part, as units write them in Word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.foundation.vietnamese import tidy
from bangvang.foundation.vietnamese.text import without_marks

NAME, BIRTH, SEX = "name", "birth", "sex"

_PERSON = (
    (NAME, "Họ và tên", r"ho(?: va|,)? ten(?: khai sinh| \(.{1,40}?\))?"),
    (BIRTH, "Ngày sinh", r"ngay,? ?thang,? ?nam sinh|sinh ngay|ngay sinh|nam sinh"),
    (SEX, "Giới tính", r"gioi tinh|nam[,/] ?nu"),
    ("ethnicity", "Dân tộc", r"dan toc"),
    ("home", "Quê quán", r"que quan|nguyen quan"),
    ("living", "Nơi ở hiện nay",
     r"(?:ho khau )?thuong tru|tru quan|noi (?:o|cu tru)(?: hien nay)?"),
    ("position", "Chức vụ",
     r"chuc (?:vu|danh)(?:, ?(?:chuc (?:vu|danh)|nghe nghiep))?(?: hien nay)?"),
    ("unit", "Đơn vị công tác", r"(?:co quan,? ?)?(?:don vi|noi)(?: dang)? cong tac|noi lam viec"),
    ("both", "Chức vụ, đơn vị công tác",
     r"chuc vu(?:,| va) ?(?:don vi|noi|co quan)(?:,? don vi)? cong tac"),
    ("party", "Ngày vào Đảng", r"ngay(?:, ?thang, ?nam)? vao dang(?: [a-z ]{1,20})?"),
    ("learning", "Trình độ chuyên môn", r"trinh do(?: chuyen mon)?(?:,? nghiep vu)?"),
    ("degrees", "Học hàm, học vị, danh hiệu, giải thưởng",
     r"hoc ham(?:, ?hoc vi)?(?:, ?danh hieu)?(?:, ?giai thuong)?"),
)  # fmt: skip
_COLLECTIVE = (
    (NAME, "Tên", r"ten (?:tap the|don vi|co quan)(?: de nghi)?|ten"),
    ("seat", "Địa điểm trụ sở chính", r"(?:dia diem )?tru so(?: chinh)?"),
    ("founded", "Quá trình thành lập và phát triển", r"qua trinh thanh lap(?: va phat trien)?"),
)
_BULLET = r"(?:[-+*•–]|\(?[a-z0-9]{1,2}[.)])?\s*"
_END = r"\s*(?:\([^)]{1,60}\))?\s*:\s*"
_BEGIN = r"(?:(?<=^)|(?<=[\s;,.|(]))"


@dataclass(frozen=True)
class Labelled:
    """A label and what stands after it in the same paragraph; `bare` where it had no colon."""

    key: str
    label: str
    value: str
    bare: bool = False


@dataclass(frozen=True)
class Labels:
    """Which labels a form has, in its order."""

    named: tuple[tuple[str, str], ...]
    finder: re.Pattern[str]
    bare: re.Pattern[str]

    def found_in(self, text: str) -> Iterator[Labelled]:
        """Yield the labels of one paragraph with what follows each, up to the next."""
        said = dict(self.named)
        plain = same_length(text)
        places = [one for one in self.finder.finditer(plain) if self._is_first(plain, one)]
        for at, one in enumerate(places):
            end = places[at + 1].start() if at + 1 < len(places) else len(text)
            key = str(one.lastgroup)
            yield Labelled(key, said[key], filled(text[one.end() : end]))
        bare = None if places else self.bare.match(plain)
        if bare and BIRTH in said:
            yield Labelled(BIRTH, said[BIRTH], filled(text[bare.end() :]), bare=True)

    def _is_first(self, plain: str, one: re.Match[str]) -> bool:
        """A label stands at the start, after a sign, or after what another label says."""
        before = plain[: one.start()].rstrip()
        return not before or before[-1] in ";,.|-+*•)" or ":" in before


def same_length(text: str) -> str:
    """Return the text in lower case without marks, letter for letter."""
    letters = (without_marks(letter).lower() for letter in text)
    return "".join(letter if len(letter) == 1 else " " for letter in letters)


def filled(text: str) -> str:
    """Return what was filled in; dots that wait for somebody to write are nothing."""
    value = re.sub(r"(?:[.…_]\s*){3,}|…+", " ", text)
    return tidy(value).strip(" ;,.-|")


def _labels(entries: tuple[tuple[str, str, str], ...]) -> Labels:
    ordered = sorted(entries, key=lambda one: one[0] != "both")
    ways = "|".join(f"(?P<{key}>{pattern})" for key, _, pattern in ordered)
    return Labels(
        tuple((key, label) for key, label, _ in entries),
        re.compile(rf"{_BEGIN}(?:{ways}){_END}"),
        re.compile(rf"{_BULLET}(?:{_PERSON[1][2]})\s+(?=\d|ngay)"),
    )


PERSON, COLLECTIVE = _labels(_PERSON), _labels(_COLLECTIVE)
