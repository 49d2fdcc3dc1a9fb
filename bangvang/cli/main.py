"""`bangvang <command>`: find the command, read its options, run it."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

import django
from django.core.exceptions import ImproperlyConfigured

from bangvang.cli.parser import Misused, Parser
from config.settings.environment import settings_module

MISUSED = 2


@dataclass(frozen=True)
class Command:
    """One command; its module is imported only when it is called."""

    module: str
    says: str
    needs_django: bool = False
    """Whether the registry of models must be ready before its module is imported."""


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "check": Command("bangvang.cli.check", "đối chiếu một danh sách đề nghị với quy định"),
        "law": Command("bangvang.cli.law", "danh mục và điều kiện có hiệu lực trong một ngày"),
        "import-awards": Command(
            "bangvang.cli.import_awards", "nhập khen thưởng các năm trước vào sổ", True
        ),
        "verify-audit": Command("bangvang.cli.verify_audit", "kiểm tra chuỗi nhật ký", True),
        "reindex": Command("bangvang.cli.reindex", "lập lại mục tìm kiếm của sổ", True),
        "bench": Command("bangvang.cli.bench", "đo tốc độ, luôn bên cạnh cách làm khác", True),
        "rotate-keys": Command(
            "bangvang.cli.rotate_keys", "mã hóa lại số định danh bằng khóa mới", True
        ),
        "look-for-doubles": Command(
            "bangvang.cli.look_for_doubles", "tìm những bản ghi có thể là một người", True
        ),
        "forget": Command(
            "bangvang.cli.forget", "xóa những gì đã hết thời hạn lưu; chạy thử trước", True
        ),
        "serve": Command("bangvang.cli.serve", "chạy hệ thống trên máy này"),
        "work": Command("bangvang.cli.work", "làm các việc chạy nền", True),
        "docs": Command("bangvang.cli.docs", "in phần tài liệu lấy từ mã nguồn"),
    }
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; bad options give 2 and never a stack trace."""
    _speak_utf8()
    name, *rest = [*(sys.argv[1:] if argv is None else argv), ""]
    if name in ("-h", "--help"):
        sys.stdout.write(_overview())
        return 0
    command = COMMANDS.get(name)
    if command is None:
        unknown = f"Không có lệnh “{name}”.\n" if name else ""
        sys.stderr.write(unknown + _overview())
        return MISUSED
    try:
        return _run(name, command, rest[:-1])
    except (Misused, ImproperlyConfigured) as misused:
        sys.stderr.write(f"{misused}\n")
        return MISUSED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  # who listened has left
        return 0
    except OSError as trouble:
        sys.stderr.write(f"Không dùng được thư mục dữ liệu: {trouble.filename}\n")
        return MISUSED


def _run(name: str, command: Command, arguments: Sequence[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
    if command.needs_django:
        django.setup()
    module = import_module(command.module)
    parser = Parser(f"bangvang {name}", command.says)
    module.add_arguments(parser)
    try:
        options = parser.parse_args(arguments)
    except SystemExit:
        return 0
    status: int = module.run(options)
    sys.stdout.flush()
    return status


def _overview() -> str:
    lines = [f"  {name:<14}{command.says}" for name, command in COMMANDS.items()]
    return "\n".join(["Cách dùng: bangvang LỆNH [tùy chọn]", "", *lines, ""])


def _speak_utf8() -> None:
    """Vietnamese comes out whole whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
