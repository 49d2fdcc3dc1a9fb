"""`bangvang serve`: prepare the data, fill a new database with the demonstration, then serve.

Two processes are started, the web server and the worker of background jobs; both end together.
"""

import argparse
import ipaddress
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from bangvang.cli.together import run_together

FOR_EVERYBODY = "--demo-for-everybody"
CANNOT_START = 2
WORKER = "from bangvang.cli.main import main; raise SystemExit(main(['work']))"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `./run`."""
    parser.add_argument("--port", type=int, default=8000, help="cổng, mặc định 8000")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ nghe, mặc định 127.0.0.1")
    parser.add_argument("--data", default="", metavar="DIR", help="thư mục dữ liệu, mặc định var/")
    parser.add_argument("--empty", action="store_true", help="không nạp dữ liệu trình diễn")
    parser.add_argument(
        FOR_EVERYBODY,
        action="store_true",
        help="cho máy khác vào bản trình diễn, dù ai cũng biết mật khẩu",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prepare, then run web server and worker until Ctrl-C or until one of them ends.

    The preparation runs in a process of its own, because the settings are read once a process
    and a demonstration, when it has been loaded, changes them.

    Returns:
        0 after Ctrl-C, 1 when one of the two ended by itself, 2 when it cannot start, with one
        sentence on standard error.
    """
    if arguments.data:
        os.environ["BANGVANG_DATA"] = str(Path(arguments.data).resolve())
    os.environ.setdefault("BANGVANG_HOSTS", _hosts(arguments))
    if not _is_free(arguments.host, arguments.port):
        return _refuse(f"Cổng {arguments.port} đang bận; hãy chọn cổng khác bằng --port.")
    prepare = [sys.executable, "-m", "demo.prepare", *(["--empty"] if arguments.empty else [])]
    prepared = subprocess.run(prepare, check=False, stdout=subprocess.PIPE)  # noqa: S603  our own module
    if prepared.returncode:
        return _refuse("Chưa chuẩn bị được dữ liệu; xem dòng lỗi ở trên.")
    ready = json.loads(prepared.stdout)
    if ready["demonstration"] and not (is_loopback(arguments.host) or arguments.demo_for_everybody):
        return _refuse(
            "Bản trình diễn dùng mật khẩu ai cũng biết nên chỉ mở trên chính máy này (127.0.0.1). "
            f"Vẫn muốn cho máy khác vào thì thêm {FOR_EVERYBODY}."
        )
    address = f"http://{arguments.host}:{arguments.port}"
    sys.stdout.write(f"\nBảng Vàng đang chạy ở {address}  (Ctrl-C để dừng)\n{ready['greeting']}\n")
    sys.stdout.flush()
    return run_together(
        {
            "máy chủ web": _server(arguments.host, arguments.port),
            "tiến trình chạy nền": [sys.executable, "-c", WORKER],
        }
    )


def _server(host: str, port: int) -> list[str]:
    how = ["-m", "gunicorn", "-w", "2", "--threads", "4", "--no-control-socket"]
    return [sys.executable, *how, "-b", f"{host}:{port}", "config.wsgi"]


def _hosts(arguments: argparse.Namespace) -> str:
    """Return the names under which requests are answered; any, if every address is listened on."""
    if arguments.host in ("0.0.0.0", "::") and arguments.demo_for_everybody:  # noqa: S104  told twice
        return "*"
    return f"127.0.0.1,localhost,[::1],{arguments.host}"


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return CANNOT_START
