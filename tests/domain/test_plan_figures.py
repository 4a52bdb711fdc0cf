"""Figures typed where a place would keep them true."""

import pytest

from ita_desktop.domain.plan_figures import typed_figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("รวม ๓๖ โครงการ", [("๓๖", "จำนวนโครงการ")]),
        ("ใน 4 มิติ รวม 38 รายการ", [("4", "จำนวนมิติ"), ("38", "จำนวนโครงการ")]),
        ("งบประมาณ 20,000.50 บาท", [("20,000.50 บาท", "งบประมาณรวม")]),
        ("(พ.ศ. ๒๕๖๖ – ๒๕๗๐)", [("๒๕๖๖ – ๒๕๗๐", "ช่วงปี")]),
        ("พ.ศ. 2566 ถึง พ.ศ. 2570", [("2566 ถึง พ.ศ. 2570", "ช่วงปี")]),
        ("ตลอด 5 ปี", [("5", "จำนวนปี")]),
        ("2 ปีงบประมาณ", []),
        ("รวม {จำนวนโครงการ} โครงการ ใน {จำนวนมิติ} มิติ", []),
        ("ข้อ 3 ของระเบียบ พ.ศ. 2526", []),
        ("", []),
    ],
)
def test_figures_and_their_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.words, one.place) for one in typed_figures(text)] == expected


def test_a_figure_says_where_it_stands_in_the_text_as_it_is_typed() -> None:
    text = "รวม ๓๖ โครงการ ใน ๔ มิติ"
    found = typed_figures(text)
    assert [text[one.start : one.end] for one in found] == ["๓๖", "๔"]
