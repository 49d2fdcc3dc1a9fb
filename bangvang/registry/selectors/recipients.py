"""Households, foreign collectives and foreigners: who they are, and who may be the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose, tidy
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.body_tree import BodyChoice

A_PAGE = 30
HOUSEHOLD, FOREIGN, COUNTRY = (
    OrganisationKind.HOUSEHOLD,
    OrganisationKind.FOREIGN,
    OrganisationKind.COUNTRY,
)
_HOUSEHOLD = re.compile(
    r"(?:hộ gia đình|gia đình|hộ)\s+(?:(?:ông bà|ông|bà|anh|chị|cụ)\s+)*(\S.*)", re.IGNORECASE
)
_HOUSEHOLD_BEHIND = re.compile(r"(\S.*?)\s*\((?:hộ gia đình|gia đình|hộ)\)", re.IGNORECASE)

_SEXES = {"ho ong ": "M", "dinh ong ": "M", "ho ba ": "F", "dinh ba ": "F"}


@dataclass(frozen=True)
class RecipientLine:
    """A household or a foreign recipient in the list; `person` tells which record is theirs."""

    ref: str
    name: str
    kind_name: str
    where: str
    awards: int
    person: bool = False


@dataclass(frozen=True)
class RecipientsFound:
    """One page, collectives and households first, and how many there are in all."""

    lines: tuple[RecipientLine, ...]
    count: int


def household_key(name: str) -> str:
    """Return by what two spellings of one household are the same; "" for what is no household.

    "Hộ gia đình ông Lù Văn Bậc" and "Gia đình ông Lù Văn Bậc" are; marks are left aside, so equal
    keys are a question, not an answer.
    """
    found = _HOUSEHOLD.fullmatch(word_before(name))
    return fold(found[1]) if found else ""


def word_before(name: str) -> str:
    """Return "Hộ Lò Văn Thử" for "Lò Văn Thử (hộ gia đình)", and any other name as it is."""
    written = tidy(name)
    found = _HOUSEHOLD_BEHIND.fullmatch(written)
    if found is None:
        return written
    return found[1] if _HOUSEHOLD.fullmatch(found[1]) else f"Hộ {found[1]}"


def named_in(name: str) -> str:
    """Return whom a household is called after, as written and without the hamlet; else the name."""
    found = _HOUSEHOLD.fullmatch(word_before(name))
    return found[1].split(",")[0].strip() if found else name


def spellings_of_household(name: str) -> set[str]:
    """Return the folded names under which the register may have this household."""
    key = household_key(name)
    before = ("ho gia dinh", "gia dinh", "ho")
    titles = ("", "ong ", "ba ", "anh ", "chi ", "cu ", "ong ba ")
    return {f"{word} {title}{key}" for word in before for title in titles} if key else set()


def key_of_name(name: str) -> str:
    """Return whom a household is called after and the hamlet, marks and all; "" for no name."""
    found = _HOUSEHOLD.fullmatch(word_before(name))
    return name_key(found[1]) if found else ""


def sexes_said(name: str) -> set[str]:
    """Return of which sex whoever heads a household is by its name: "M", "F", or nothing."""
    return {sex for word, sex in _SEXES.items() if word in fold(name)}


def is_one_household(one: str, other: str) -> bool:
    """Tell whether two names mean one household beyond a doubt: the same person, marks and all."""
    names = {key_of_name(one), key_of_name(other)}
    sexes = sexes_said(one) | sexes_said(other)
    return "" not in names and len(names) == 1 and len(sexes) < len(set(_SEXES.values()))


def households_like(name: str, commune_ids: Iterable[int]) -> list[Organisation]:
    """Return the households of these communes that the name may mean, marks aside, by name."""
    rows = Organisation.with_apart.filter(
        kind=HOUSEHOLD, parent__in=list(commune_ids), name_fold__in=spellings_of_household(name)
    )
    return list(rows.select_related("parent").order_by("sort_key", "pk"))


def commune_named(ref: str) -> Organisation | None:
    """Return the open commune of this reference, locked; None if it is none."""
    rows = Organisation.objects.filter(kind=OrganisationKind.COMMUNE, until__isnull=True)
    return rows.select_for_update().filter(ref=ref).first()


def country_called(name: str) -> Organisation | None:
    """Return the country as the register has it, however it was written; None if it has none."""
    rows = Organisation.with_apart.filter(kind=COUNTRY, name_fold=fold(tidy(name)))
    return rows.order_by("pk").first()


def foreign_like(name: str, country: Organisation | None) -> list[Organisation]:
    """Return the foreign collectives of the country called so, marks and case aside."""
    if country is None:
        return []
    rows = Organisation.with_apart.filter(kind=FOREIGN, parent=country, name_fold=fold(tidy(name)))
    return list(rows.order_by("pk"))


def foreigners_like(name: str, country: str) -> list[Person]:
    """Return the foreigners of that name and country, marks and case aside."""
    rows = Person.objects.filter(name_fold=name_key_loose(name)).exclude(nationality="")
    same = rows.select_related("organisation").order_by("sort_key", "pk")
    return [one for one in same if fold(one.nationality) == fold(country)]


def objection_to_household_name(
    name: str, commune: Organisation, *, is_other: bool
) -> Objection | None:
    """Two households of one commune do not bear one name; where only marks differ, somebody says.

    Those that it may be are named.
    """
    near = households_like(name, [commune.pk])
    same = [one.name for one in near if one.name.casefold() == name.casefold()]
    if same:
        return Objection(
            "SAME_HOUSEHOLD",
            f"{commune.name} đã có “{same[0]}” trong sổ. Hộ khác trùng tên thì ghi thêm thôn, tổ "
            "dân phố vào tên.",
        )
    if near and not is_other:
        names = ", ".join(f"“{one.name}”" for one in near)
        return Objection(
            "HOUSEHOLD_NEAR",
            f"{commune.name} đã có {names} trong sổ. Nếu đây là hộ khác, hãy đánh dấu ở dưới.",
        )
    return None


def objection_to_foreign_name(
    name: str, country: Organisation | None, *, is_other: bool
) -> Objection | None:
    """A foreign collective of one name and country is the same one, unless somebody says other."""
    near = foreign_like(name, country)
    if not near or is_other or country is None:
        return None
    return Objection(
        "FOREIGN_NEAR",
        f"Sổ đã có “{near[0].name}” của {country.name}. Nếu đây là tập thể khác, hãy đánh dấu ở "
        "dưới.",
    )


def objection_to_foreigner(name: str, country: str, *, is_other: bool) -> Objection | None:
    """A namesake from the same country is named, and somebody says that it is another person."""
    near = foreigners_like(name, country)
    if not near or is_other:
        return None
    named = "; ".join(
        f"{one.full_name}, {f'sinh năm {one.birth_year}, ' if one.birth_year else ''}"
        f"{one.organisation.name}"
        for one in near
    )
    return Objection(
        "FOREIGNER_NEAR", f"Sổ đã có: {named}. Nếu đây là người khác, hãy đánh dấu ở dưới."
    )


def holds_award(holder: Person | Organisation, code: str, kind: str, year: int, no: str) -> bool:
    """Tell whether an award of this decision stands in the record already."""
    field = "person" if isinstance(holder, Person) else "organisation"
    rows = Award.with_set_aside.filter(code=code, kind=kind, year=year, decision_no=no)
    return rows.filter(**{field: holder}).exists()


def recipients_found(actor: Actor, *, page: int = 1) -> RecipientsFound:
    """Return one page of the households, foreign collectives and foreigners, by name.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    apart = Organisation.with_apart.filter(kind__in=(HOUSEHOLD, FOREIGN))
    foreigners = Person.objects.exclude(nationality="")
    first, count = apart.count(), apart.count() + foreigners.count()
    start = (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    shown = list(
        apart.select_related("parent").order_by("kind", "sort_key", "pk")[start : start + A_PAGE]
    )
    rest = max(0, start - first)
    people = list(foreigners.order_by("sort_key", "pk")[rest : rest + A_PAGE - len(shown)])
    held = _held("organisation", shown) | _held("person", people)
    return RecipientsFound(
        (
            *(
                RecipientLine(
                    one.ref,
                    one.name,
                    one.get_kind_display(),
                    one.parent.name if one.parent else "",
                    held.get(("organisation", one.pk), 0),
                )
                for one in shown
            ),
            *(
                RecipientLine(
                    one.ref,
                    one.full_name,
                    "người nước ngoài",
                    one.nationality,
                    held.get(("person", one.pk), 0),
                    person=True,
                )
                for one in people
            ),
        ),
        count,
    )


def commune_choices(actor: Actor) -> list[BodyChoice]:
    """Return the communes of today by name.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    rows = Organisation.objects.filter(kind=OrganisationKind.COMMUNE, until__isnull=True)
    named = rows.order_by("sort_key", "pk").values_list("ref", "name", "until")
    return [BodyChoice(*row) for row in named]


def workplace_choices(actor: Actor) -> list[BodyChoice]:
    """Return where a foreigner may work: foreign collectives, then the bodies of today, by name.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    foreign = Organisation.with_apart.filter(kind=FOREIGN)
    bodies = Organisation.objects.filter(until__isnull=True)
    return [
        BodyChoice(*row)
        for rows in (foreign, bodies)
        for row in rows.order_by("sort_key", "pk").values_list("ref", "name", "until")
    ]


def _held(field: str, rows: list[Organisation] | list[Person]) -> dict[tuple[str, int], int]:
    found = Award.objects.filter(**{f"{field}__in": [row.pk for row in rows]}).order_by()
    counted = found.values_list(field).annotate(count=Count("pk"))
    return {(field, pk): count for pk, count in counted}


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen
