"""Where a rule stands: instrument, article, clause, point, and how Vietnamese writes it."""

from dataclasses import asdict, dataclass

from bangvang.law.instruments import instrument_name


@dataclass(frozen=True)
class Citation:
    """A place in a legal document; later parts may be left out."""

    instrument: str
    article: int | None = None
    clause: int | None = None
    point: str | None = None

    @property
    def text(self) -> str:
        """Return the place as an official writes it, «khoản 2 Điều 9 Nghị định 91/2017/NĐ-CP»."""
        return self.within(instrument_name(self.instrument))

    def within(self, name: str) -> str:
        """Return the place in the instrument of this name, where the name is at hand."""
        return f"{self._inside} {name}".strip()

    @property
    def place(self) -> str:
        """Return the place inside its instrument, «điểm a khoản 1 Điều 38», or the instrument."""
        return self._inside or instrument_name(self.instrument)

    @property
    def _inside(self) -> str:
        parts = (
            self.point and f"điểm {self.point}",
            self.clause and f"khoản {self.clause}",
            self.article and f"Điều {self.article}",
        )
        return " ".join(part for part in parts if part)

    def as_json(self) -> dict[str, str | int | None]:
        """Return the plain form that ``Citation(**form)`` reads back."""
        return asdict(self)
