"""Reading pass marks: the one of an award for a ballot, and all that hold on a day."""

from dataclasses import dataclass
from datetime import date

from bangvang.council.models import Resolution
from bangvang.council.models.ballots import PassSource
from bangvang.council.selectors.councils import (
    MarkRow,
    RegulationRow,
    council_for,
    regulation_on,
    regulation_row,
)
from bangvang.council.selectors.resolutions import (
    ResolutionRow,
    cite_of,
    resolution_rows,
    resolutions_on,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Agreement,
    CatalogueLine,
    Seen,
    Share,
    agreement_needed,
    catalogue_on,
)

STANDS_IN = {PassSource.REGULATION: "quy chế", PassSource.RESOLUTION: "nghị quyết"}


@dataclass(frozen=True)
class MarkFound:
    """The pass mark that holds for a ballot, where it stands and who set it.

    `caveat` is a sentence where the council's own paper stands in for a text that was not read.
    `resolution_id` is the row of the council's resolution, if that set it.
    """

    share: Share
    cite: str
    source: PassSource
    caveat: str = ""
    resolution_id: int | None = None

    @property
    def source_name(self) -> str:
        """Who set it, in words."""
        return str(self.source.label)


@dataclass(frozen=True)
class AwardMark:
    """An award and the mark that holds; without one, `unread` cites the text not read, if any."""

    award_code: str
    award_name: str
    mark: MarkFound | None
    unread: str


@dataclass(frozen=True)
class MarksPage:
    """The marks of a council on a day by award, and every resolution, the newest first."""

    council_ref: str
    council_name: str
    on: date
    regulation: RegulationRow | None
    awards: tuple[AwardMark, ...]
    resolutions: tuple[ResolutionRow, ...]

    @property
    def found(self) -> list[AwardMark]:
        """The awards that have a mark."""
        return [award for award in self.awards if award.mark]

    @property
    def missing(self) -> list[AwardMark]:
        """The awards that cannot be voted on, for want of a mark."""
        return [award for award in self.awards if not award.mark]

    @property
    def missing_by_text(self) -> list[tuple[str, list[AwardMark]]]:
        """The same by the text not read; last those for which no text was found, under ""."""
        texts = sorted({award.unread for award in self.missing}, key=lambda text: (not text, text))
        return [(text, [one for one in self.missing if one.unread == text]) for text in texts]


def pass_mark_of(
    council_id: int, award_code: str, *, on: date, lock: bool = False
) -> MarkFound | None:
    """Return the pass mark that holds on the session's day, None if nobody set one.

    The law decides where its text was read. Otherwise a resolution of the council does, then its
    regulation; either is cited as such, and says which text was not read. With `lock`, nobody
    withdraws the resolution before the caller's transaction ends.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day.
    """
    agreement = agreement_needed(award_code, on=on)
    if law := set_by_law(agreement):
        return law
    regulation = regulation_on(council_id, on)
    if regulation is None:
        return None
    resolutions = resolutions_on(regulation, on, award_code=award_code, lock=lock)
    rules = regulation_row(regulation, on)
    return _of_council(award_code, agreement, resolutions.get(award_code), rules, on)


def set_by_law(agreement: Agreement | None) -> MarkFound | None:
    """Return the mark of a law whose text was read; no paper of the council stands above it."""
    if agreement and agreement.share and agreement.seen is Seen.SOURCE:
        return MarkFound(agreement.share, agreement.cite.text, PassSource.LAW)
    return None


def marks_page(actor: Actor, council_ref: str, *, on: date) -> MarksPage:
    """Return the marks that hold on a day, award by award, and the resolutions with their files.

    Raises:
        Unseen: no such council for this actor.
        NotInForce: the rulebook does not know the law of that day.
    """
    council = council_for(actor, council_ref)
    regulation = regulation_on(council.pk, on)
    rules = regulation_row(regulation, on) if regulation else None
    resolutions = resolutions_on(regulation, on) if regulation else {}
    return MarksPage(
        council_ref=council.ref,
        council_name=council.name,
        on=on,
        regulation=rules,
        awards=tuple(
            _award_mark(line, resolutions.get(line.award.code), rules, on)
            for line in catalogue_on(on)
        ),
        resolutions=resolution_rows(council, on),
    )


def _award_mark(
    line: CatalogueLine, resolution: Resolution | None, rules: RegulationRow | None, on: date
) -> AwardMark:
    code = line.award.code
    agreement = agreement_needed(code, on=on)
    mark = set_by_law(agreement)
    if mark is None and rules is not None:
        mark = _of_council(code, agreement, resolution, rules, on)
    unread = agreement.cite.text if agreement and mark is None else ""
    return AwardMark(code, line.name, mark, unread)


def _of_council(
    code: str,
    agreement: Agreement | None,
    resolution: Resolution | None,
    rules: RegulationRow,
    on: date,
) -> MarkFound | None:
    if resolution is not None:
        source = PassSource.RESOLUTION
        caveat = _unread(agreement, source, on)
        return MarkFound(resolution.share, cite_of(resolution), source, caveat, resolution.pk)
    own: MarkRow | None = next((m for m in rules.marks if m.award_code == code), None)
    if own is None:
        return None
    source = PassSource.REGULATION
    cite = f"{own.clause} {rules.cite}"
    return MarkFound(own.share, cite, source, _unread(agreement, source, on))


def _unread(agreement: Agreement | None, source: PassSource, on: date) -> str:
    if agreement is None:
        return ""
    return (
        f"Văn bản quy định tỷ lệ áp dụng ngày {say_date(on)} ({agreement.cite.text}) chưa đối "
        f"chiếu nguyên văn; áp dụng {STANDS_IN[source]} của Hội đồng."
    )
