"""What a page tells of an import as a whole: how far it is, what came in, what was taken out."""

from django.urls import reverse

from bangvang.foundation.actor import Actor
from bangvang.foundation.jobs.states import State
from bangvang.foundation.vietnamese import say_number
from bangvang.registry.selectors.agency_lists import AgencyListSeen, list_seen
from bangvang.registry.selectors.import_jobs import (
    READ_LIST,
    entering_job,
    matching_job,
    reading_job,
    undoing_job,
)
from bangvang.registry.selectors.imports import ImportSeen, import_seen
from bangvang.registry.states import ImportState
from bangvang.web.components import pieces
from bangvang.web.components.pieces import Progress
from bangvang.web.progress import progress_of


def intake_tabs(current: str) -> tuple[pieces.Tab, ...]:
    """Return the lists of files that come into the register; `current` is the URL name."""
    lists = (
        ("Khen thưởng các năm trước", "imports"),
        ("Danh sách cơ quan khác gửi", "agency_lists"),
        ("Quá trình công tác", "posting_lists"),
    )
    return tuple(
        pieces.Tab(label, reverse(f"office:{name}"), name == current) for label, name in lists
    )


def seen_with_progress(actor: Actor, ref: str) -> tuple[ImportSeen, Progress | None]:
    """Return an import, and how far reading, entering or undoing is, as long as that is news.

    The jobs are read first: of one that ends in between, the import shows what it made.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    reading, entering, undoing = reading_job(ref), entering_job(ref), undoing_job(ref)
    found = import_seen(actor, ref)
    href = reverse("office:import", args=[ref])
    if found.undone_at is None and undoing is not None and undoing.state is not State.DONE:
        return found, progress_of(undoing, href=href)
    if found.state is ImportState.READING:
        return found, progress_of(reading, href=href) if reading else None
    is_news = found.is_open and entering is not None and entering.state is not State.DONE
    return found, progress_of(entering, href=href) if entering and is_news else None


def list_with_progress(actor: Actor, ref: str) -> tuple[AgencyListSeen, Progress | None]:
    """Return an agency's list, and how far reading or matching is, as long as that is news.

    Raises:
        Unseen: nobody but readers of bars, or there is none.
    """
    reading, matching = reading_job(ref, READ_LIST), matching_job(ref)
    found = list_seen(actor, ref)
    href = reverse("office:agency_list", args=[ref])
    if found.state is ImportState.READING:
        return found, progress_of(reading, href=href) if reading else None
    is_news = found.is_open and matching is not None and matching.state is not State.DONE
    return found, progress_of(matching, href=href) if matching and is_news else None


def entered_said(found: ImportSeen) -> str:
    """Return what came in last, "" before anything did."""
    if not found.entered:
        return ""
    counts = {name: say_number(count) for name, count in found.entered.items()}
    said = f"Đã ghi {counts['records']} dòng vào sổ"
    new = (("newcomers", "người mới"), ("bodies", "hộ, tập thể mới"))
    parts = [f"{counts[name]} {words}" for name, words in new if found.entered.get(name)]
    if parts:
        said += f", trong đó {', '.join(parts)}"
    if found.entered["complete"]:
        said += f"; đã ghi dữ liệu đủ cho {counts['complete']} người"
    if found.entered["left"]:
        said += f". Còn {counts['left']} dòng chưa ghi"
    return f"{said}."


def taken_out_said(found: ImportSeen) -> str:
    """Return what the undoing withdrew, and what it left; "" for one that is not undone."""
    counts = {name: say_number(count) for name, count in found.taken_out.items()}
    if not counts:
        return ""
    bodies, left = found.taken_out.get("bodies"), found.taken_out.get("bodies_kept")
    some = f", {counts['bodies']} hộ, tập thể mới" if bodies else ""
    said = f"Đã rút {counts['records']} lượt và {counts['people']} người mới{some} khỏi sổ."
    if found.taken_out["records_kept"] or found.taken_out["people_kept"] or left:
        some = f", {counts['bodies_kept']} hộ, tập thể" if left else ""
        said += (
            f" Giữ lại {counts['records_kept']} lượt, {counts['people_kept']} người{some} vì nơi "
            "khác đã dùng đến."
        )
    return said
