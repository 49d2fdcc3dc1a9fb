"""Past awards from a spreadsheet into the register, beside django-import-export and a bare insert.

All are rolled back after each round, so that every round finds the same register.
"""

import gc
import io
import json
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from statistics import median
from time import perf_counter
from types import MappingProxyType
from typing import cast

from django.db import connection, transaction
from python_calamine import CalamineWorkbook

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.db.room import roomy
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.models import Award, AwardImport, ImportRow
from bangvang.registry.states import RowState
from bench.law.postgresql import Connection
from bench.register import process, store
from bench.register.lists_made import HEADINGS, sheet_of
from bench.register.made import made
from bench.rounds import ROUNDS, Disagreement, Row

PEOPLE, PEOPLE_SMALL = 100_000, 300
SIZES, SIZES_SMALL = (10_000, 100_000), (100, 200)
FASTER = {("SQLite", 10_000): 12.0, ("PostgreSQL", 10_000): 30.0, ("SQLite", 100_000): 20.0}
OVER_THE_LIMIT = {10_000: 10.0, 100_000: 8.5}
LARGEST_MB, GROWTH = 260.0, 11.0
MISSING = "Chưa cài django-import-export nên không đo so với nó; chạy: make bench-setup."
OFFICE = Actor("bench", "Máy đo", "Chuyên viên", "o1", "Tỉnh Mẫu", frozenset({Role.SPECIALIST}))
AT = datetime(2026, 11, 1, 8, tzinfo=UTC)
Work = Callable[[], int]
Lines = list[list[str | float]]


def is_complete() -> bool:
    """Whether the alternative is installed."""
    return find_spec("import_export") is not None


def rows(engine: str, *, small: bool, connection: Connection | None = None) -> list[Row]:
    """Measure on one engine.

    Raises:
        Disagreement: a way did not take in what it should.
        Stopped: a process of its own ended without figures.
    """
    people, sizes = (PEOPLE_SMALL, SIZES_SMALL) if small else (PEOPLE, SIZES)
    told = process.run(__name__, "tell", people, *sizes, connection=connection)
    if told["differ"]:
        raise Disagreement(f"{engine}: {told['differ']}")
    few, many = sizes
    found = list(chain.from_iterable(_of_size(engine, told, rows) for rows in sizes))
    return [*found, *_peaks(engine, told, many), _growth(engine, told, few, many)]


def _of_size(engine: str, told: Mapping[str, dict[str, float]], rows: int) -> Iterator[Row]:
    """Beside django-import-export, measured with the smaller file only, and beside the limit."""
    name = f"import of {rows:,} past awards from .xlsx, {engine}"
    ours, rounds = told["seconds"][f"ours {rows}"], _rounds(told, rows)
    bare = told["seconds"][f"bare {rows}"]
    if slow := told["seconds"].get("import-export"):
        times = rows / told["sizes"]["few"]
        said = "django-import-export" + (f", {times:g} × what fewer rows took" * (times > 1))
        target = FASTER.get((engine, rows))
        yield Row(name, "s", ours, slow * times, said, target, rounds=1)
    limit = OVER_THE_LIMIT.get(rows)
    yield Row(name, "s", ours, bare, "calamine + one bulk insert", limit, "at_most", rounds)


def _peaks(engine: str, told: Mapping[str, dict[str, float]], rows: int) -> Iterator[Row]:
    ours, bare = (told["peaks"][way] for way in ("ours", "bare"))
    name = f"peak memory, import of {rows:,} rows, {engine}"
    yield Row(name, "MB", ours, LARGEST_MB, "the limit", 1.0, "at_most", 1)
    yield Row(name, "MB", ours, bare, "calamine + one bulk insert", None, "at_most", 1)


def _growth(engine: str, told: Mapping[str, dict[str, float]], few: int, many: int) -> Row:
    seconds = told["seconds"]
    return Row(
        f"import of {many:,} past awards, {engine}",
        "s",
        seconds[f"ours {many}"],
        seconds[f"ours {few}"],
        f"{few:,} past awards",
        GROWTH,
        "at_most",
        1,
    )


def _rounds(told: Mapping[str, dict[str, float]], rows: int) -> int:
    """The larger file is taken in once, by a process of its own, which tells its memory too."""
    return ROUNDS if rows == told["sizes"]["few"] else 1


def tell(people: str, few: str, many: str) -> None:
    """Fill this process's database, measure, print the figures; for a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = {int(rows): Path(folder) / f"{rows}.xlsx" for rows in (few, many)}
        process.here(__name__, "prepare", people, folder, few, many)
        seconds, differ = _timed(int(few), files[int(few)])
        peaks = {}
        for way in WAYS:
            alone = process.here(__name__, "tell_alone", way, files[int(many)])
            peaks[way], seconds[f"{way} {many}"] = alone["peak"], alone["seconds"]
            differ += [f"{way}: {alone['count']} of {many}"] * (alone["count"] != int(many))
    sizes = {"few": int(few), "many": int(many)}
    told = {"seconds": seconds, "differ": differ, "peaks": peaks, "sizes": sizes}
    sys.stdout.write(json.dumps(told) + "\n")


def prepare(people: str, folder: str, *sizes: str) -> None:
    """Fill the register and write the files; apart, so that no memory of it is left."""
    register = made(int(people))
    store.fill(register)
    store.reset_numbers()
    with connection.cursor() as cursor:
        marks = ", ".join(f"c{number} varchar(300)" for number in range(len(HEADINGS)))
        cursor.execute(f"CREATE TABLE bare_import ({marks})")
    for rows in sizes:
        (Path(folder) / f"{rows}.xlsx").write_bytes(sheet_of(register, int(rows)))
    sys.stdout.write("null\n")


def _timed(rows: int, file: Path) -> tuple[dict[str, float], list[str]]:
    """Return median seconds by way; ours and the limit take turns, import-export has one."""
    data = file.read_bytes()
    works: dict[str, Work] = {way: partial(work, data) for way, work in WAYS.items()}
    times: dict[str, list[float]] = {way: [] for way in works}
    differ = []
    for turn in range(ROUNDS + 1):
        for way, work in works.items():
            took, count = _one(work)
            times[way] += [took] * bool(turn)
            differ += [f"{way}: {count} of {rows}"] * (count != rows)
    seconds = {f"{way} {rows}": median(found) for way, found in times.items()}
    if is_complete():
        seconds["import-export"], count = _one(partial(_by_import_export, data))
        differ += [f"import-export: {count} of {rows}"] * (not rows * 0.8 < count < rows * 0.95)
    return seconds, differ


def _one(work: Work) -> tuple[float, int]:
    with rolled_back():
        gc.collect()
        began = perf_counter()
        count = work()
        return perf_counter() - began, count


@contextmanager
def rolled_back() -> Iterator[None]:
    """Undo everything done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")


def _ours(data: bytes) -> int:
    """Read, map, check, link, stage and store; count what is in the register or said of a row."""
    staged = stage_import(data, original_name="bench.xlsx", actor=OFFICE, at=AT)
    version = AwardImport.objects.get(ref=staged.ref).version
    accepted = accept_import(staged.ref, version=version, with_newcomers=True, actor=OFFICE, at=AT)
    with roomy():  # whoever imports counts nothing: what a count maps is no memory of an import
        told = ImportRow.objects.exclude(state=RowState.ACCEPTED).count()
    return accepted.records + told


def _bare(data: bytes) -> int:
    """Read and insert the ten columns as they are, by one statement: nobody can do with less."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = (book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names)
    lines = list(chain.from_iterable(sheets))
    marks = ", ".join(["%s"] * len(HEADINGS))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO bare_import VALUES ({marks})", cast("Lines", lines))  # noqa: S608  our own names
    return len(lines)


def _by_import_export(data: bytes) -> int:
    # Optional, and dear to import: only where it is measured.
    from bench.register.import_export_way import import_awards  # noqa: PLC0415

    import_awards(data)
    return Award.objects.filter(issued_by="Giám đốc Sở Mẫu").count()


WAYS: Mapping[str, Callable[[bytes], int]] = MappingProxyType({"ours": _ours, "bare": _bare})


def tell_alone(way: str, file: str) -> None:
    """Print seconds, count, and how many MB this process, or the parser beside it, took at most."""
    before, data = _resident("VmRSS"), Path(file).read_bytes()
    took, count = _one(partial(WAYS[way], data))
    beside = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    peak = max(_resident("VmHWM"), before + beside if beside else 0)
    sys.stdout.write(json.dumps({"peak": peak, "seconds": took, "count": count}) + "\n")


def _resident(name: str) -> float:
    """Return a figure of this process in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    return 0.0
