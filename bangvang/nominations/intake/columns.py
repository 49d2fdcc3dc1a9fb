"""The headings of nomination lists as units write them."""

from bangvang.foundation.sheets.headings import heading

_FULL_NAME = "ho (?:va )?ten"
_DAY = "(?:ngay|nawm|nam|ngay thang|ngay (?:thang )?(?:nawm|nam))"

HEADINGS = (
    heading("number", "s?tt", "so tt", "so thu tu"),
    heading("held_before", r".*\bda (?:co|dat|duoc|tang|khen).*", "so phieu.*", "ty le.*"),
    heading("born_male", f"{_DAY} sinh nam"),
    heading("born_female", f"{_DAY} sinh nu"),
    heading("birth", f"{_DAY} sinh", "sinh (?:ngay|nawm|nam)", "ngay thang (?:nawm|nam)"),
    heading("sex", "gioi(?: tinh)?", "nam nu"),
    heading("male", "(?:gioi tinh )?nam"),
    heading("female", "(?:gioi tinh )?nu"),
    heading("identity_number", ".*(?:cccd|cmnd|can cuoc|dinh danh|chung minh).*"),
    heading(
        "mixed_name",
        rf"(?:{_FULL_NAME}|ten|ca nhan)\b.*(?:ca nhan|ten).*tap the.*",
        f"(?:ten )?tap the (?:hoac )?(?:{_FULL_NAME} )?ca nhan.*",
        f"(?:ten )?tap the (?:hoac )?{_FULL_NAME}.*",
        f"{_FULL_NAME} tap the.*",
        "ca nhan (?:hoac )?tap the.*",
        "ten doi tuong.*",
        starts_a_list=True,
    ),
    heading(
        "collective_name", "(?:ten )?tap the(?: .*)?", "ten don vi tap the", starts_a_list=True
    ),
    heading("surname", "ho(?: va)?(?: ten)? dem"),
    heading(
        "person_name",
        f"{_FULL_NAME}(?: .*)?",
        "ten(?: ca nhan| nguoi .*)?",
        "ca nhan",
        starts_a_list=True,
    ),
    heading("position_unit", "chuc (?:vu|danh).*(?:don vi|co quan|noi cong tac|noi lam viec).*"),
    heading("position", "chuc (?:vu|danh)(?: .*)?", "nghe nghiep"),
    heading("kind", "loai hinh(?: .*)?", "phan loai khen thuong"),
    heading(
        "award",
        "(?:danh hieu|hinh thuc)(?: .*)?",
        "de nghi (?:khen thuong|tang|khen)(?: .*)?",
        "khen thuong de nghi",
        "muc khen(?: .*)?",
    ),
    heading("achievement", "(?:(?:noi dung )?tom tat |trich ngang |noi dung )?thanh tich(?: .*)?"),
    heading(
        "year",
        "nawm(?: (?:lap )?thanh tich| xet(?: khen)?| de nghi| dat| khen(?: thuong)?| cong tac)?",
    ),
    heading("note", "ghi chu"),
    heading("subunit", "(?:phong|to|bo phan|khoa)(?: (?:phong|ban|to|bo mon|khoa|doi|bo phan))*"),
    heading("nominating_unit", "(?:ten )?(?:co quan )?don vi (?:de nghi|trinh)(?: .*)?"),
    heading(
        "unit",
        "(?:ten )?(?:co quan |phong ban )?(?:don vi|co quan)(?: .*)?",
        "noi (?:cong tac|lam viec)",
    ),
)
"""In order of precedence; the patterns match ``heading_key``, where "Năm" reads "nawm"."""
