"""`bangvang rotate-keys`: seal what is sealed anew with the key that now stands first."""

import argparse
import sys
from datetime import datetime
from typing import Protocol

from bangvang.appraisal.actions.reseal_senders import reseal_senders
from bangvang.appraisal.selectors.opinions import senders_sealed_otherwise
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.sealing import KeyMissing, SealBroken
from bangvang.nominations.actions.reseal_reporters import reseal_reporters
from bangvang.nominations.selectors.discoveries import (
    names_of_keys_of_reporters,
    reporters_sealed_with_other_keys,
)
from bangvang.registry.actions.reseal_identity_numbers import reseal_identity_numbers
from bangvang.registry.selectors.identity import names_of_keys_in_use, sealed_with_other_keys, seals

DONE, LEFT, CANNOT_RUN = 0, 1, 2
KEEPER = Actor("", "Người vận hành hệ thống", "", "", "")


class Reseal(Protocol):
    """Seals a portion above a key anew; returns how many, and the last one's key."""

    def __call__(  # noqa: D102  the class says it
        self, *, after: int, most: int, actor: Actor, at: datetime
    ) -> tuple[int, int]: ...


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--portion", type=int, default=500, metavar="N", help="số dòng mỗi lượt, mặc định 500"
    )
    parser.add_argument(
        "--most", type=int, metavar="N", help="dừng sau N dòng; chạy lại thì làm tiếp phần còn lại"
    )


def run(arguments: argparse.Namespace) -> int:
    """Go through portion by portion; it may be stopped at any moment and begun again.

    Returns:
        0 everything is sealed with the current key; 1 some are left, because of `--most`; 2 one
        of the older keys is missing, or something does not open.
    """
    if arguments.portion < 1 or (arguments.most is not None and arguments.most < 1):
        sys.stderr.write("Số dòng phải lớn hơn 0.\n")
        return CANNOT_RUN
    try:
        done = _reseal(reseal_identity_numbers, "số định danh", arguments, 0)
        done = _reseal(reseal_senders, "người gửi ý kiến", arguments, done)
        done = _reseal(reseal_reporters, "người báo tin", arguments, done)
    except KeyMissing as missing:
        sys.stderr.write(
            f"Thiếu khóa “{missing}” trong BANGVANG_IDENTITY_SEALS nên không mở được số đã lưu; "
            "hãy đưa khóa ấy trở lại, đứng sau khóa mới, rồi chạy lại.\n"
        )
        return CANNOT_RUN
    except SealBroken:
        sys.stderr.write(
            "Có số định danh, người gửi ý kiến hoặc người báo tin không mở được: dữ liệu hoặc "
            "khóa đã bị thay đổi.\n"
        )
        return CANNOT_RUN
    current = seals().current
    left = (
        sealed_with_other_keys()
        + senders_sealed_otherwise(current)
        + reporters_sealed_with_other_keys()
    )
    keys = ", ".join(sorted({*names_of_keys_in_use(), *names_of_keys_of_reporters()})) or "không có"
    sys.stdout.write(
        f"Đã mã hóa lại {done} mục bằng khóa “{current}”; còn {left} mục dùng khóa khác. Khóa đang "
        f"dùng: {keys}.\n"
    )
    return LEFT if left else DONE


def _reseal(seal: Reseal, what: str, arguments: argparse.Namespace, before: int) -> int:
    """Seal one kind of secret portion by portion; return how many of all kinds were sealed."""
    done, after = before, 0
    while True:
        room = arguments.portion
        if arguments.most is not None:
            room = min(room, arguments.most - done)
        if not room:
            return done
        count, after = seal(after=after, most=room, actor=KEEPER, at=clock.now())
        if not count:
            return done
        done += count
        sys.stderr.write(f"Đã mã hóa lại {done} mục, đang làm {what}.\n")
