"""The outline of a plan while a workbook is read: the sections it has, and those that come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import DEEPEST, Plan, Section, levels, section_numbers
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.headings import Named, parts_of
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said


@dataclass(slots=True, kw_only=True)
class Planned:
    """A section: one of the plan, or with ``id`` 0 one that the workbook brings.

    ``said``: it was said by its number, which it keeps. ``ref``: its number among the changes.
    """

    id: int = 0
    level: int
    number: str = ""
    marker: str = ""
    name: str = ""
    sheet: str = ""
    address: str = ""
    said: bool = False
    ref: int = 0

    @property
    def is_new(self) -> bool:
        """Whether the workbook brings it."""
        return not self.id


@dataclass(slots=True, kw_only=True)
class PlannedSections:
    """Sections in order; ``names`` are those of the period's template, by number.

    ``began_empty``: the plan had none.
    """

    sections: list[Planned] = field(default_factory=list[Planned])
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    began_empty: bool = True
    listed: bool = False
    """A sheet of the workbook lists the sections."""

    def called(self, title: str) -> list[Planned]:
        """Return all sections with a title."""
        return [one for one in self.sections if title and fold(one.name) == fold(title)]

    def find(
        self, named: Named, *, whole: bool = False, over: Planned | None = None
    ) -> Planned | None:
        """Return the section that is named: by number and title, its title, its number alone.

        A title under another number is that section only where both numbers are under the same
        one: offices renumber, and the same title stands in several places. ``whole``: number and
        title must both be its own. ``over``: a line over the row names this one; of a title alone
        the section under it is meant, and none that the workbook brought elsewhere.
        """
        title = fold(named.title)
        by_number = [one for one in self.sections if named.number and one.number == named.number]
        by_name = self.called(title)
        if over is not None and not named.number:
            inside = [one for one in by_name if self.is_under(one, over)]
            by_name = inside or [one for one in by_name if one.level == 1 or not one.is_new]
        for one in by_number:
            if (not title and not whole) or fold(one.name) == title:
                return one
        if whole:
            return None
        if named.number:
            parts = named.parts
            by_name = [
                one for one in by_name if not one.said and parts_of(one.number)[:-1] == parts[:-1]
            ]
        if by_name and (len(by_name) == 1 or not named.number):
            return by_name[0]
        return by_number[0] if by_number else None

    def add(self, named: Named, above: Planned | None, sheet: str, address: str) -> Planned:
        """Put a section that is not there yet, with those over it that its number names."""
        parts = named.parts[:DEEPEST]
        if not parts:
            level = 1 if above is None else min(above.level + 1, DEEPEST)
            new = Planned(level=level, name=named.title, sheet=sheet, address=address)
            end = len(self.sections) if above is None else self._end(above)
            self.sections.insert(end, new)
            new.number = self._numbers()[id(new)]
            return new
        if len(parts) > 1 and not any(parts_of(one.number) == parts[:-1] for one in self.sections):
            over = ".".join(map(str, parts[:-1]))
            self.add(Named(over, ""), None, sheet, address)
        number = ".".join(map(str, parts))
        new = Planned(
            level=len(parts),
            number=number,
            name=named.title or self.names.get(number, ""),
            sheet=sheet,
            address=address,
            said=True,
        )
        behind = (
            place
            for place, one in enumerate(self.sections)
            if (told := parts_of(one.number)) and told > parts
        )
        self.sections.insert(next(behind, len(self.sections)), new)
        return new

    def append(self, new: Planned, before: Planned | None) -> None:
        """Put a section of a sheet of sections before another, or last."""
        place = len(self.sections)
        if before is not None:
            place = next(at for at, one in enumerate(self.sections) if one is before)
        self.sections.insert(place, new)

    def is_under(self, section: Planned, over: Planned) -> bool:
        """Say whether a section is another, or stands under it."""
        start = next(at for at, one in enumerate(self.sections) if one is over)
        return any(one is section for one in self.sections[start : self._end(over)])

    def _end(self, section: Planned) -> int:
        start = next(at for at, one in enumerate(self.sections) if one is section)
        for place in range(start + 1, len(self.sections)):
            if self.sections[place].level <= section.level:
                return place
        return len(self.sections)

    def _numbers(self) -> dict[int, str]:
        """Return the number each section has by its place or marker, by Python's own id."""
        plan = Plan(
            id=0,
            first_year=0,
            last_year=0,
            sections=tuple(
                Section(id=place, level=one.level, marker=one.marker)
                for place, one in enumerate(self.sections)
            ),
        )
        numbers = section_numbers(plan)
        return {id(one): numbers[place] for place, one in enumerate(self.sections)}

    def write(self, books: Mapping[str, RowBook]) -> None:
        """Write down the sections that come, each in the book of its sheet."""
        by_place = self._numbers()
        for place, one in enumerate(self.sections):
            if not one.is_new:
                continue
            marker = one.marker
            if one.said and not marker and by_place[id(one)] != one.number:
                marker = one.number
            texts = {"level": str(one.level), "name": one.name, "marker": marker}
            row = NewRow(
                Kind.SECTION,
                Draft(kind=Kind.SECTION, sheet=one.sheet, address=one.address),
                {name: Said(text, one.address) for name, text in texts.items() if text},
            )
            following = (later.id for later in self.sections[place + 1 :] if later.id)
            one.ref = books[one.sheet].add(row, 0, next(following, None))


def planned_sections(plan: Plan, names: Mapping[str, str]) -> PlannedSections:
    """Return the outline of a plan as it is now; ``names`` by number where it has none yet."""
    numbers, on_paper = section_numbers(plan), levels(plan)
    return PlannedSections(
        sections=[
            Planned(
                id=one.id,
                ref=one.id,
                level=on_paper[one.id],
                number=numbers[one.id],
                marker=one.marker,
                name=one.name,
            )
            for one in plan.sections
        ],
        names=names,
        began_empty=not plan.sections,
    )


def template_numbers(headings: Sequence[tuple[int, str]]) -> dict[str, str]:
    """Return the names of a template by their numbers."""
    plan = Plan(
        id=0,
        first_year=0,
        last_year=0,
        sections=tuple(
            Section(id=place, level=level, name=name)
            for place, (level, name) in enumerate(headings)
        ),
    )
    numbers = section_numbers(plan)
    return {numbers[one.id]: one.name for one in plan.sections}
