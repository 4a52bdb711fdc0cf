from collections.abc import Mapping
from decimal import Decimal

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import Entry


@pytest.fixture(scope="session")
def sets() -> Mapping[int, Criteria]:
    """The shipped criteria by fiscal year."""
    found = {year: shipped_criteria(year) for year in range(2564, 2570)}
    return {year: criteria for year, criteria in found.items() if criteria is not None}


@pytest.fixture(scope="session")
def seed_indicators() -> Mapping[str, Entry]:
    """The ten indicators of seed 001, fiscal year 2565."""
    printed = "94.56 88.13 90.81 88.09 90.53 | 96.03 96.20 94.74 | 100.00 100.00"
    scores = printed.replace("|", "").split()
    return {str(number): Decimal(score) for number, score in enumerate(scores, start=1)}
