"""A check reads each thing once, however many rules and years ask for it."""

import re
from collections import Counter
from datetime import date

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.workflows.check import check, check_years
from ita_desktop.workflows.readiness.reading import Question, Reading

_HELD = re.compile(
    r"FROM (?:topic|measure|step|process|risk|project|oit_item|score|office|announcement)\b"
)


@pytest.fixture
def reads(sample: DataFile, monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, object]]:
    """Return how often each thing was read of the sample without texts of its own."""
    with sample.deed("ลบข้อความ"):
        sample.connection.execute("DELETE FROM analysis_text")
    counted: Counter[tuple[str, object]] = Counter()
    plain = DataFile.read

    def read(self: DataFile, sql: str, values: tuple[object, ...] = ()) -> object:
        counted[sql, values] += 1
        return plain(self, sql, values)  # pyright: ignore[reportArgumentType] - passed on

    monkeypatch.setattr(DataFile, "read", read)
    return counted


def twice(reads: Counter[tuple[str, object]]) -> list[tuple[str, object]]:
    """Return what was read more than once of the tables that hold the work."""
    return [one for one, times in reads.items() if times > 1 and _HELD.search(one[0])]


def test_all_rules_of_a_year_read_the_work_once(
    sample: DataFile, reads: Counter[tuple[str, object]]
) -> None:
    assert check(sample, 2566, date(2023, 5, 2))
    assert any("FROM step" in sql for sql, _ in reads)
    assert twice(reads) == []


def test_the_years_of_a_file_share_what_was_read(
    sample: DataFile, reads: Counter[tuple[str, object]]
) -> None:
    assert list(check_years(sample, None, date(2023, 5, 2))["years"]) == ["2565", "2566"]
    assert twice(reads) == []


def test_a_year_without_criteria_has_no_result_and_asks_for_nothing(sample: DataFile) -> None:
    reading = Reading(sample)
    assert reading.criteria(2590) is None
    assert reading.result(2590) is None
    assert reading.asked(2590, "O42", 2566).code == ""


def test_the_rounds_asked_for_are_those_that_are_over_or_the_one_named(sample: DataFile) -> None:
    reading = Reading(sample)
    assert Question(reading, 2566, date(2023, 4, 1)).rounds == (6,)
    assert Question(reading, 2566, date(2022, 11, 1), 12).rounds == (12,)
