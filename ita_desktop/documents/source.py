"""What a paper is made from."""

from dataclasses import dataclass

from ita_desktop.documents.model import Digits
from ita_desktop.domain.office import Office
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True)
class Source:
    """The office, the fiscal year the paper is of, and all years of the file, oldest first."""

    office: Office
    result: YearResult
    years: tuple[YearResult, ...]
    digits: Digits

    @property
    def last_year(self) -> YearResult | None:
        """Return the year before that of the paper, where the file has it."""
        wanted = self.result.criteria.fiscal_year - 1
        return next((year for year in self.years if year.criteria.fiscal_year == wanted), None)
