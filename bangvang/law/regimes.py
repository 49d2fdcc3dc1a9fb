"""Which law governs a file, by the day on which it was received."""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, NotInForce
from bangvang.law.instruments import instrument_name
from bangvang.law.loading import texts

READS = frozenset({"regime"})


class NothingFound(NotInForce):
    """The award exists that day, but no text was found on this question.

    ``cite`` says where to look. No answer is given, least of all the nearest one.
    """

    def __init__(self, code: str, on: date, cite: Citation, question: str) -> None:
        super().__init__(code, on)
        self.cite = cite
        self.sentence = (
            f"Chưa tìm thấy quy định về {question} ({code}) áp dụng ngày {on:%d/%m/%Y}; "
            f"cần người thẩm định tra {cite.text} và văn bản quy định chi tiết."
        )


def regime_on(code: str, on: date) -> Entry:
    """Return the regime of that day; its text may be unseen.

    Raises:
        NotInForce: before the first law this rulebook holds; names the code asked about.
    """
    entry = texts().row("regime").get(on)
    if entry is None:
        raise NotInForce(code, on)
    return entry


def unread_law(on: date) -> str:
    """Return the name of the law of that day whose text was not read; empty where it was.

    Raises:
        NotInForce: before the first law this rulebook holds.
    """
    unseen = regime_on("regime", on).text_unseen
    return "" if unseen is None else instrument_name(unseen)


def in_force(on: date) -> bool:
    """Say whether the rulebook knows the law of that day, be its text seen or not."""
    return texts().row("regime").get(on) is not None
