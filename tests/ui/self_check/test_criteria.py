"""What ships of criteria is read whole; what is damaged or missing is named."""

import pytest

from ita_desktop.criteria import shipped_years
from ita_desktop.errors import MachineError
from ita_desktop.ui.self_check import criteria
from ita_desktop.ui.self_check.criteria import read_criteria


def broken(*_arguments: object) -> None:
    raise ValueError("Unterminated string")


def nothing(*_arguments: object) -> None:
    return None


def test_what_ships_is_read() -> None:
    assert read_criteria() == [*shipped_years()]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("shipped_criteria", "เกณฑ์ปี พ.ศ. 25"),
        ("section_groups", "ตัวอย่างโครงการ"),
        ("plan_templates", "ตัวอย่างโครงร่างแผน"),
        ("preset_methods", "วิธีประเมินความเสี่ยง"),
        ("preset_scales", "ระดับความเสี่ยง"),
        ("shipped_suggestions", "ตัวอย่างมาตรการ"),
    ],
)
@pytest.mark.parametrize("instead", [broken, nothing])
def test_what_is_damaged_or_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, said: str, instead: object
) -> None:
    monkeypatch.setattr(criteria, name, instead)
    with pytest.raises(MachineError, match=said):
        read_criteria()


def test_a_year_of_the_calendar_without_criteria_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(criteria, "all_dates", lambda: {2400: ()})
    with pytest.raises(MachineError, match=r"หาเกณฑ์ปี พ\.ศ\. 2400"):
        read_criteria()
