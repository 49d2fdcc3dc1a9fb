"""`bangvang bench [NAME]`: the project's own benchmarks, each beside its named alternative."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from bangvang.cli.wording import paragraph, shortened
from bench import machine
from bench.law.measure import measure as measure_law
from bench.nominations.measure import ALL as NOMINATIONS
from bench.nominations.measure import measure as measure_nominations
from bench.register.measure import ALL as REGISTER
from bench.register.measure import measure as measure_register
from bench.rounds import Disagreement, Measured, Row

MEASURED, DISAGREED, CANNOT_RUN = 0, 1, 2
BENCHES: Mapping[str, Callable[..., Measured]] = MappingProxyType(
    {"law": measure_law, "register": measure_register, "nominations": measure_nominations}
)
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"register": REGISTER, "nominations": NOMINATIONS}
)
FASTER, BELOW = "≥ ", "≤ "


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="tên phép đo; bỏ trống là tất cả")
    parser.add_argument(
        "--part",
        action="append",
        default=[],
        choices=[part for parts in PARTS.values() for part in parts],
        help="chỉ đo phần này của register hoặc nominations; lặp lại được",
    )
    parser.add_argument("--json", metavar="FILE", help="ghi kết quả vào tệp này cho máy đọc")
    parser.add_argument(
        "--small", action="store_true", help="ít dữ liệu, chỉ để xem lệnh chạy được không"
    )


def run(arguments: argparse.Namespace) -> int:
    """Measure, then show a table or write the file.

    Returns:
        0 measured, whatever the figures; 1 the alternatives do not answer alike, so there are no
        figures; 2 unknown name or part, or the file cannot be written.
    """
    names = [arguments.name] if arguments.name else list(BENCHES)
    if arguments.name and arguments.name not in BENCHES:
        return _refuse(f"Không có phép đo “{arguments.name}”; hiện có: {', '.join(BENCHES)}.")
    if not set(arguments.part) <= set(PARTS.get(arguments.name, ())):
        said = "; ".join(f"{name}: {', '.join(parts)}" for name, parts in PARTS.items())
        return _refuse(f"--part cần đi với phép đo có phần ấy ({said}).")
    chosen = {"parts": arguments.part} if arguments.part else {}
    documents = []
    for name in names:
        try:
            measured = BENCHES[name](small=arguments.small, say=_say, **chosen)
        except Disagreement as differ:
            _say(f"Các cách tính cho kết quả khác nhau nên không đo được: {differ}")
            return DISAGREED
        for sentence in measured.missing:
            _say(sentence)
        documents.append(_document(name, measured))
        if not arguments.json:
            sys.stdout.write("\n".join([*_table(name, measured), ""]))
    if arguments.json:
        whole = documents[0] if len(documents) == 1 else documents
        return _write(Path(arguments.json), json.dumps(whole, ensure_ascii=False, indent=1))
    return MEASURED


def _document(name: str, measured: Measured) -> dict[str, object]:
    return {
        "bench": name,
        "machine": machine.machine(),
        "commit": machine.commit(),
        "rows": [row.as_json() for row in measured.rows],
    }


def _table(name: str, measured: Measured) -> Iterator[str]:
    yield f"{name}: {machine.machine()}, {machine.commit()}"
    yield f"{'':<50}{'của ta':>11}{'so với':>11}{'tỷ lệ':>9}{'mức':>8}"
    for row in measured.rows:
        ours, alternative = figure(row.ours), figure(row.alternative)
        yield (
            f"{shortened(f'{row.name} ({row.unit})', 50)}{ours:>11}{alternative:>11}"
            f"{row.ratio:>9.2f}{_target(row):>8}{'  CHƯA ĐẠT' * row.is_short}"
        )
        yield from paragraph(f"so với {row.alternative_name}", first="    ")


def figure(number: float) -> str:
    """Return a number with three digits that count, without an exponent."""
    if number >= 1000:
        return f"{number:,.0f}".replace(",", ".")
    return f"{number:.3g}".replace(".", ",")


def _target(row: Row) -> str:
    if row.target is None:
        return ""
    return f"{FASTER if row.direction == 'at_least' else BELOW}{row.target:g}"


def _write(file: Path, text: str) -> int:
    try:
        file.write_text(f"{text}\n", encoding="utf-8")
    except OSError:
        return _refuse(f"Không ghi được tệp {file}.")
    return MEASURED


def _refuse(sentence: str) -> int:
    _say(sentence)
    return CANNOT_RUN


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
