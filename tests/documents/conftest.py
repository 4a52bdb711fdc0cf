from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.score_summary import score_summary
from ita_desktop.documents.source import Source
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import compute
from ita_desktop.workflows.sample import SAMPLE_OFFICE, sample_entries

Build = Callable[..., Document]
OFFICES = {
    "seed": Office(name="เทศบาลนครนครปฐม", kind=OfficeKind.CITY, province="นครปฐม"),
    "sample": SAMPLE_OFFICE,
}


@pytest.fixture(scope="session")
def seed_entries() -> Mapping[str, Entry]:
    """Seed 001 as published: ten indicators, and EIT as its papers print it."""
    printed = "94.56 88.13 90.81 88.09 90.53 | 96.03 96.20 94.74 | 100.00 100.00"
    scores = printed.replace("|", "").split()
    entries: dict[str, Entry] = {str(n): Decimal(score) for n, score in enumerate(scores, start=1)}
    return entries | {"EIT": Decimal("95.65")}


@pytest.fixture(scope="session")
def build() -> Build:
    """The score summary of a year: of the sample's own entries, or of others."""

    def build_paper(
        year: int,
        entries: Mapping[str, Entry] | None = None,
        *,
        digits: Digits = Digits.ARABIC,
        office: str = "sample",
    ) -> Document:
        criteria = shipped_criteria(year)
        assert criteria is not None
        scores = sample_entries()[year] if entries is None else entries
        result = compute(criteria, scores)
        return score_summary(Source(OFFICES[office], result, (result,), digits))

    return build_paper
