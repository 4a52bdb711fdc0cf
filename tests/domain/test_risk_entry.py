"""What may be typed into the fields of a risk."""

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.risk_entry import LEVEL_FIELDS, parse_measured, parse_quality
from ita_desktop.domain.risks import Quality
from ita_desktop.errors import ClerkError

A = preset_methods()[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ดี", Quality.GOOD),
        (" พอ ใช้ ", Quality.FAIR),
        ("อ่อน", Quality.WEAK),
        *((empty, Quality.UNTOLD) for empty in ("", "-", "–")),
    ],
)
def test_the_quality_of_a_control_is_one_of_three_words(typed: str, kept: Quality) -> None:
    assert parse_quality(typed) is kept


def test_another_quality_is_refused_with_the_words_that_there_are() -> None:
    with pytest.raises(ClerkError, match=r"ไม่รู้จักคุณภาพการควบคุม “ดีเลิศ” .*ดี, พอใช้, อ่อน"):
        parse_quality("ดีเลิศ")


def test_each_field_is_read_by_its_own_scale() -> None:
    assert {field: parse_measured(field, "4", A) for field in sorted(LEVEL_FIELDS)} == {
        field: "4" if field.endswith("level") else 4 for field in LEVEL_FIELDS
    }
    for field, title in (("likelihood", A.likelihood_title), ("after_impact", A.impact_title)):
        with pytest.raises(ClerkError, match=f"^{title}ไม่มีระดับ"):
            parse_measured(field, "6", A)
