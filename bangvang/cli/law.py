"""`bangvang law [CODE]`: the catalogue, or one award's rules, as in force on a day."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from bangvang.cli.wording import CannotRun, add_on, paragraph, shortened
from bangvang.foundation import clock
from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    CatalogueLine,
    NotInForce,
    RuleText,
    Seen,
    Subject,
    Texts,
    Unconfirmed,
    UnknownAward,
    WayRead,
    award_name,
    award_of,
    catalogue_on,
    explain_rules,
    find_code,
    kind_name,
    questions,
    rulebook_version,
    shipped,
    unconfirmed,
    unread_law,
    using,
    ways_read,
)

SHOWN, CANNOT_RUN = 0, 2
INDENT = "  "
SUBJECTS = {
    Subject.PERSON: "cá nhân",
    Subject.COLLECTIVE: "tập thể",
    Subject.HOUSEHOLD: "hộ gia đình",
}
SURENESS = {
    Seen.SOURCE: "",
    Seen.SECONDARY: " (mới đọc qua văn bản khác, chưa đối chiếu với văn bản gốc)",
    Seen.INFERRED: " (suy ra từ văn bản khác, chưa đối chiếu với văn bản gốc)",
    Seen.MEMORY: " (ghi theo trí nhớ, chưa đối chiếu với văn bản gốc)",
    Seen.UNVERIFIED: " (chưa kiểm chứng, chưa đối chiếu với văn bản gốc)",
}
"""What is said behind a condition that was not read in its own text."""
NO_RULE = (
    "Hệ thống chưa có quy tắc tính cho danh hiệu, hình thức này;"
    " người thẩm định đối chiếu với văn bản."
)
CLAIMED = "Chỉ xét khi hồ sơ nêu: {claim}"
UNREAD = (
    "Chưa có nguyên văn {law}; người thẩm định đối chiếu với văn bản."
    " Theo quy định áp dụng đến {until}, chỉ để tham khảo:"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="mã, chữ viết tắt hoặc tên")
    parser.add_argument(
        "--unconfirmed", action="store_true", help="những gì còn chờ đối chiếu với nguyên văn"
    )
    parser.add_argument(
        "--from-database",
        action="store_true",
        help="kể cả giá trị đã được hai người xác nhận trong cơ sở dữ liệu",
    )
    add_on(parser, "ngày có hiệu lực; bỏ trống là hôm nay")


def run(arguments: argparse.Namespace) -> int:
    """Show what was asked for.

    Returns:
        0 shown; 2 unknown code, or not in force that day.
    """
    on = arguments.on or clock.today()
    try:
        with using(_texts(from_database=arguments.from_database)):
            return _shown(arguments, on)
    except CannotRun as refused:
        sys.stderr.write(f"{refused}\n")
        return CANNOT_RUN
    except (UnknownAward, NotInForce) as refused:
        sys.stderr.write(f"{refused.sentence}\n")
        return CANNOT_RUN


def _texts(*, from_database: bool) -> Texts:
    """Return the shipped entries, or those that a database lays over them."""
    if not from_database:
        return shipped()
    try:
        django.setup()
        found: Texts = import_module("bangvang.lawbook.selectors.texts").texts_in_use()
    except (DatabaseError, ImproperlyConfigured) as cause:
        raise CannotRun("Không hỏi được cơ sở dữ liệu; hãy chạy ./run trước.") from cause
    return found


def _shown(arguments: argparse.Namespace, on: date) -> int:
    document, lines = _show(arguments, on)
    if arguments.format == "json":
        head = {"on": on.isoformat(), "rulebook": rulebook_version()}
        json.dump(head | document, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.write("\n".join([*lines, ""]))
    return SHOWN


def _show(arguments: argparse.Namespace, on: date) -> tuple[dict[str, object], Iterator[str]]:
    if arguments.unconfirmed and arguments.code:
        raise CannotRun("--unconfirmed không dùng cùng một mã.")
    if arguments.unconfirmed:
        waiting = unconfirmed(on)
        return {"unconfirmed": [_waiting_as_json(one) for one in waiting]}, _waiting_lines(waiting)
    if arguments.code is None:
        awards = catalogue_on(on)
        return {"awards": [_award_as_json(line) for line in awards]}, _catalogue_lines(awards, on)
    code = award_of(find_code(arguments.code) or arguments.code).code
    rules, name = explain_rules(code, on), award_name(code, on)
    ways = ways_read(code, on)
    former = [way for way in ways if way.text_unseen]
    document: dict[str, object] = {
        "award": {"code": code, "name": name},
        "rules": [_rule_as_json(rule) for rule in rules],
    }
    if former:
        document["hint"] = _hint_as_json(former, on)
    return document, _award_lines(code, name, ways, on)


def _award_as_json(line: CatalogueLine) -> dict[str, object]:
    return {
        "code": line.award.code,
        "abbr": line.award.abbr,
        "name": line.name,
        "class": line.award.award_class.value,
        "level": line.award.level.value,
        "has_rule": line.has_rule,
    }


def _rule_as_json(rule: RuleText) -> dict[str, object]:
    return {
        "rule": rule.rule,
        "sentence": rule.sentence,
        "cite": rule.cite.text,
        "seen": rule.seen.value,
        "value": rule.value,
        "ways": [{"of": one.title, "way": one.number, "ways": one.of} for one in rule.branches],
    }


def _hint_as_json(former: list[WayRead], on: date) -> dict[str, object]:
    until = former[0].read_until
    return {
        "text_unseen": unread_law(on),
        "applied_until": until and until.isoformat(),
        "rules": [_rule_as_json(rule) for way in former for rule in way.conditions],
    }


def _waiting_as_json(one: Unconfirmed) -> dict[str, object]:
    return {
        "id": one.id,
        "sentence": one.sentence,
        "cite": one.cite.text,
        "seen": one.seen.value,
        "text_unseen": one.text_unseen,
        "name": one.name,
        "used": one.used,
        "read_by": [reader.name for reader in one.read_by],
        "unit": one.unit,
        "looks_like": one.looks_like,
        "value": one.value,
    }


def _catalogue_lines(awards: tuple[CatalogueLine, ...], on: date) -> Iterator[str]:
    yield f"Danh hiệu thi đua, hình thức khen thưởng có trong danh mục ngày {say_date(on)}"
    yield "(có dấu *: hệ thống có quy tắc tính)"
    for line in awards:
        mark = "*" if line.has_rule else " "
        code, abbr = shortened(line.award.code, 14), shortened(line.award.abbr, 14)
        yield f"{mark} {code}  {abbr}  {line.name}"


def _award_lines(code: str, name: str, ways: tuple[WayRead, ...], on: date) -> Iterator[str]:
    """Print the ways of the day; of those whose amendment is unread, the former ones as a hint."""
    yield from paragraph(f"{name} ({code}), quy định có hiệu lực ngày {say_date(on)}")
    if not ways:
        yield from paragraph(NO_RULE)
    for way in ways:
        if not way.text_unseen:
            yield from _way_lines(way)
    former = [way for way in ways if way.read_until]
    if former and former[0].read_until:
        until = say_date(former[0].read_until)
        yield from paragraph(UNREAD.format(law=unread_law(on), until=until))
    for way in former:
        yield from _way_lines(way)


def _way_lines(way: WayRead) -> Iterator[str]:
    """Print one way under its heading; every way alone is enough."""
    of = f"{SUBJECTS[way.subject]}; {kind_name(way.kind).lower()}"
    yield ""
    yield from paragraph(f"{way.way[:1].upper()}{way.way[1:]} ({of}) [{way.cite.text}]")
    if way.claim:
        yield from paragraph(CLAIMED.format(claim=questions()[way.claim].text))
    yield from _rule_lines(way.conditions)


def _rule_lines(rules: Iterable[RuleText]) -> Iterator[str]:
    shown: tuple[str, ...] = ()
    for rule in rules:
        choices = tuple(branch.rule for branch in rule.branches)
        for depth, branch in enumerate(rule.branches):
            if choices[: depth + 1] != shown[: depth + 1]:
                begun = f"{INDENT * depth}- {branch.title}, một trong {branch.of} cách:"
                yield from paragraph(begun, others=INDENT * (depth + 1))
        shown = choices
        way = f"{rule.branches[-1].way_vi}: " if rule.branches else ""
        start = INDENT * len(choices)
        line = f"{start}- {way}{rule.sentence} [{rule.cite.text}]{SURENESS[rule.seen]}"
        yield from paragraph(line, others=f"{start}{INDENT}")


def _waiting_lines(waiting: tuple[Unconfirmed, ...]) -> Iterator[str]:
    yield f"Còn {len(waiting)} nội dung chờ đối chiếu với nguyên văn"
    yield "(nhiều quy tắc dùng nhất ở trên)"
    for one in waiting:
        yield from paragraph(f"- {one.name} [{one.id}]", others="  ")
        yield from paragraph(f"  {one.sentence}", others="  ")
        yield from paragraph(f"  {_used_by(one)} Cần: {one.looks_like}.", others="  ")


def _used_by(one: Unconfirmed) -> str:
    named = "; ".join(reader.name for reader in one.read_by)
    return f"{one.used} nơi dùng: {named}."
