"""What a new plan begins with: the official names of dimensions, sub-dimensions and sections."""

from dataclasses import dataclass

from ita_desktop.domain.criteria import Status


@dataclass(frozen=True, slots=True)
class TemplateHeading:
    """A section of a template; level 1 is a dimension. The name has no number before it."""

    level: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTemplate:
    """The outline of a plan period, with where its names were read and how sure they are.

    ``note`` is what the office should check itself, as a Thai sentence.
    """

    id: str
    name: str
    first_year: int
    last_year: int
    headings: tuple[TemplateHeading, ...]
    goals: tuple[str, ...] = ()
    source: str
    status: Status
    note: str = ""

    @property
    def dimensions(self) -> int:
        """How many dimensions it has."""
        return sum(one.level == 1 for one in self.headings)

    def covers(self, fiscal_year: int) -> bool:
        """Say whether a fiscal year is in its period."""
        return self.first_year <= fiscal_year <= self.last_year


def template_for(templates: tuple[PlanTemplate, ...], fiscal_year: int) -> PlanTemplate:
    """Return the template of a year's period, else the newest; ``templates`` is not empty."""
    covering = [one for one in templates if one.covers(fiscal_year)]
    return covering[0] if covering else max(templates, key=lambda one: one.first_year)


def years_for(template: PlanTemplate, fiscal_year: int) -> tuple[int, int]:
    """Return the first and last year of a plan that begins by a template and covers a year.

    The template's own period where the year is in it, else as many years from the year on.
    """
    if template.covers(fiscal_year):
        return template.first_year, template.last_year
    return fiscal_year, fiscal_year + template.last_year - template.first_year
