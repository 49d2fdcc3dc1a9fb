"""Every turn that actions take has a number of its own."""

import re
from collections import Counter
from pathlib import Path

from django.conf import settings

TURN = re.compile(r"^[A-Z_]*TURN = ([\d_]+)$", re.MULTILINE)


def test_no_two_turns_have_one_number() -> None:
    files = (Path(settings.ROOT) / "bangvang").rglob("actions/*.py")
    files_of_audit = (Path(settings.ROOT) / "bangvang" / "foundation").rglob("*.py")
    texts = {path: path.read_text(encoding="utf-8") for path in (*files, *files_of_audit)}
    numbers = Counter(int(number) for text in texts.values() for number in TURN.findall(text))

    assert len(numbers) > 10
    assert [number for number, times in numbers.items() if times > 1] == []
