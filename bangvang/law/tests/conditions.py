"""The page that puts every condition named in a case file into Vietnamese words.

Made anew with ``python -m bangvang.law.tests.conditions``.
"""

from collections import defaultdict
from collections.abc import Iterator

from bangvang.law.appraise import appraise
from bangvang.law.called import lower_first
from bangvang.law.catalogue import award_name
from bangvang.law.finding import Finding
from bangvang.law.tests.cases import CASES, HERE, Case

PAGE = HERE / "CONDITIONS.md"
HEAD = """# Điều kiện nêu trong các tệp trường hợp

Mỗi mã ở dòng `because` của một trường hợp là một điều kiện của luật; bảng này ghi điều kiện ấy
bằng lời. Bảng do hệ thống in ra từ chính các quy tắc, không viết tay:
`python -m bangvang.law.tests.conditions`; một phép thử so bảng với quy tắc.

| Mã | Điều kiện | Dùng khi xét |
|---|---|---|
"""


def deciding(case: Case) -> Iterator[Finding]:
    """Yield the parts of a case's answer that its file names."""
    found = appraise(case.code, case.record, days=case.days, kind=case.kind, subject=case.subject)
    for part in found.finding.parts or (found.finding,):
        if part.rule in case.because:
            yield part


def page() -> str:
    """Return the page: id, what it asks, for which awards; by id."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    awards: defaultdict[str, set[str]] = defaultdict(set)
    for case in CASES:
        for part in deciding(case):
            asks = lower_first(part.requires.removeprefix("Phải có: "))
            words[part.rule].add(f"{part.title}: {asks}")
            awards[part.rule].add(award_name(case.code, case.days.received_on))
    rows = (
        f"| `{rule}` | {'; hoặc '.join(sorted(words[rule]))} | {'; '.join(sorted(awards[rule]))} |"
        for rule in sorted(words)
    )
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
