"""Make the data folder ready for the web server: tables, static files, and what a new one holds.

Run as `python -m demo.prepare [--empty]`; says what it does on standard error and hands its
caller one JSON object `{"demonstration": bool, "greeting": str}` on standard output.
"""

import json
import os
import sys

import django
from django.conf import settings
from django.core.management import call_command

from config.settings.demonstration import keep_day
from config.settings.environment import settings_module


def main(arguments: list[str]) -> int:
    """Prepare; a folder that is ready takes a moment only."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
    django.setup()
    from demo import greeting, load  # noqa: PLC0415  records can be imported after setup only

    say("Chuẩn bị cơ sở dữ liệu…")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    said = ""
    if greeting.is_new():
        if "--empty" in arguments:
            said = greeting.first_administrator()
        elif not settings.DEBUG and settings_module().endswith("production"):
            say("Dữ liệu trình diễn không nạp vào hệ thống thật; thêm --empty để bắt đầu trống.")
            return 2
        else:
            say("Nạp tỉnh trình diễn (chỉ lần đầu, khoảng một phút)…")
            load.load(say=say)
            keep_day(settings.DATA_DIR, load.DAY)
    demonstration = greeting.is_demonstration()
    if demonstration:
        said = greeting.accounts()
    json.dump({"demonstration": demonstration, "greeting": said}, sys.stdout)
    return 0


def say(sentence: str) -> None:
    """Tell the person at the terminal how far it is."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
