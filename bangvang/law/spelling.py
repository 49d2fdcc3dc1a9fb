"""How people write the names of awards: without marks, shortened, with the province's name.

The law package imports nothing, so it folds by itself.
"""

import re
import unicodedata

# Long forms and what the office writes for them; applied in this order to folded text.
SHORTENED: tuple[tuple[str, str], ...] = (
    ("uy ban nhan dan", "ubnd"),
    ("thu tuong chinh phu", "ttg"),
    ("thu tuong", "ttg"),
    ("ttcp", "ttg"),
    ("chien sy", "chien si"),
    ("chien si thi dua", "cstd"),
    ("bang khen", "bk"),
    ("giay khen", "gk"),
    ("huan chuong", "hc"),
    ("hc lao dong", "hcld"),
    ("hc doc lap", "hcdl"),
    ("hc quan cong", "hcqc"),
    ("hc bao ve to quoc", "hcbvtq"),
    ("hc chien cong", "hccc"),
    ("hang nhat", "1"),
    ("hang nhi", "2"),
    ("hang ba", "3"),
    ("hang iii", "3"),
    ("hang ii", "2"),
    ("hang i", "1"),
    ("hang", ""),
    ("danh hieu", ""),
    ("chu tich", ""),
    ("sang kien", "sk"),
    ("cua", ""),
    ("cap", ""),
)
PLACE = re.compile(r"\bubnd tinh( \w+){1,4}$")


def fold(text: str) -> str:
    """Return lower-case words without marks, for comparing spellings."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", letters.casefold()))


def spelling_key(text: str) -> str:
    """Return what all spellings of one award have in common."""
    words = f" {fold(text)} "
    for long, short in SHORTENED:
        words = words.replace(f" {long} ", f" {short} ")
    return PLACE.sub("ubnd tinh", " ".join(words.split())).replace(" ", "")
