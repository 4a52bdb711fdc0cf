"""The matrix of risks: every cell's level as its source has it, every risk in its place."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.documents.matrix import Hatch, MatrixChart, Tint
from ita_desktop.documents.risk_matrix import matrix_chart, risk_matrix
from ita_desktop.domain.risk_method import Color, Pattern
from ita_desktop.domain.risks import Process, Risk

from .risk_registers import many_risks, register_with, seed_register, source

SOURCES: Mapping[str, str] = {
    # Domain facts 1.3: limits of ต่ำ, ปานกลาง, สูง, สูงมาก as each source prints them. A line a
    # step of likelihood, the highest first, L M H X for the four levels.
    "A": "MHXXX MMHXX LMHHX LMMMH LLLMM",  # 1-3, 4-8, 9-14, 15-25
    "B": "MHXXX MHHXX LMHHX LMMHH LLLMM",  # 1-3, 4-6, 8-12, 15-25
    "C": "MHHXX MMHHX MMMHH LMMMH LLMMM",  # 1-2, 3-9, 10-16, 17-25
    "D": "MHHXX LMHXX LMMHH LLMMH LLLLM",  # 1-4, 5-9, 10-15, 16-25
    # Product set 1 2 3 4 6 9 of the older method.
    "FRA2561": "MHH LMH LLM",
}
NAMES = {"L": "ต่ำ", "M": "ปานกลาง", "H": "สูง", "X": "สูงมาก"}


def placed(
    number: int, likelihood: int, impact: int, after: tuple[int | None, int | None] = (None, None)
) -> Risk:
    return Risk(
        id=number,
        text=f"เหตุการณ์ {number}",
        likelihood=likelihood,
        impact=impact,
        after_likelihood=after[0],
        after_impact=after[1],
    )


def chart_of(*risks: Risk, level: str = "", preset: str = "A") -> MatrixChart:
    process = Process(id=1, fiscal_year=2566, text="งาน", level=level, risks=risks)
    return matrix_chart(register_with(process, preset=preset))


def test_a_table_is_here_of_every_preset() -> None:
    assert {one.id for one in preset_methods()} == set(SOURCES)


@pytest.mark.parametrize("preset", SOURCES)
def test_every_cell_has_the_level_that_the_source_says(preset: str) -> None:
    chart = chart_of(preset=preset)
    found = [
        [chart.bands[cell.band].name if cell.band is not None else "" for cell in row]
        for row in reversed(chart.cells)
    ]
    assert found == [[NAMES[one] for one in line] for line in SOURCES[preset].split()]
    for up, row in enumerate(chart.cells, start=1):
        assert [cell.score for cell in row] == [str(up * step) for step in range(1, len(row) + 1)]


def test_every_level_differs_from_the_others_in_colour_and_in_pattern() -> None:
    for preset in SOURCES:
        bands = chart_of(preset=preset).bands
        assert len({band.tint for band in bands}) == len(bands)
        assert len({band.hatch for band in bands}) == len(bands)
    assert {one.value for one in Color} == {one.value for one in Tint}
    assert {one.value for one in Pattern} == {one.value for one in Hatch}


def test_every_risk_stands_in_its_cell_by_its_number() -> None:
    chart = chart_of(placed(11, 1, 5), placed(12, 4, 2), placed(13, 1, 5))
    where = {
        chip.number: (column, row)
        for row, cells in enumerate(chart.cells)
        for column, cell in enumerate(cells)
        for chip in cell.chips
    }
    assert where == {"1": (4, 0), "2": (1, 3), "3": (4, 0)}
    assert chart.cells[0][4].count == "2 รายการ"
    assert chart.cells[0][4].listed == "โอกาสที่เกิด 1 ผลกระทบ 5: 1, 3"
    assert chart.columns == ("1 น้อยมาก", "2 น้อย", "3 ปานกลาง", "4 สูง", "5 สูงมาก")


def test_an_arrow_leads_where_a_risk_is_after_treatment_if_that_is_another_cell() -> None:
    moved = placed(1, 4, 4, (2, 3))
    stays = placed(2, 4, 4, (4, 4))
    half = placed(3, 4, 4, (2, None))
    chart = chart_of(moved, stays, half)
    assert [chip.after for chip in chart.cells[3][3].chips] == [(2, 1), None, None]
    assert any("ลูกศร" in note for note in chart.notes)
    assert not any("ลูกศร" in note for note in chart_of(stays).notes)


def test_the_highest_come_first_by_level_then_product_then_number() -> None:
    risks = (
        placed(1, 2, 2),
        placed(2, 3, 5),
        placed(3, 5, 5),
        Risk(id=4, text="ไม่มีระดับ"),
        Risk(id=5, text="คำ", level="สูงมาก"),
        placed(6, 5, 3),
    )
    found = [(one.number, one.level) for one in chart_of(*risks).highest]
    assert found == [
        ("3", "สูงมาก (25)"),
        ("2", "สูงมาก (15)"),
        ("6", "สูงมาก (15)"),
        ("5", "สูงมาก"),
        ("1", "ปานกลาง (4)"),
    ]


def test_a_product_without_a_level_stands_among_the_others_by_its_size() -> None:
    register = register_with(
        Process(id=1, fiscal_year=2566, risks=(placed(1, 2, 4), placed(2, 3, 3), placed(3, 1, 1)))
    )
    low, _, high, top = register.method.bands
    holed = replace(register.method, bands=(low, high, top))  # 4 to 8 are of no level
    chart = matrix_chart(replace(register, method=holed))
    found = [(one.number, one.level) for one in chart.highest]
    assert found == [("2", "สูง (9)"), ("1", "8"), ("3", "ต่ำ (1)")]
    assert chart.cells[1][3].band is None


def test_only_ten_are_in_words() -> None:
    chart = matrix_chart(many_risks(100))
    assert len(chart.highest) == 10
    assert chart.highest_title == "ความเสี่ยงที่มีระดับสูงสุด 10 รายการ"


def test_risks_with_words_alone_have_no_place_and_are_listed_by_number() -> None:
    chart = matrix_chart(seed_register())
    assert not any(cell.chips for row in chart.cells for cell in row)
    assert chart.notes[0] == "ยังไม่มีตำแหน่งในเมทริกซ์ 9 รายการ ลำดับที่ 1–9"
    assert [one.level for one in chart.highest] == ["สูง"] * 4 + ["ปานกลาง"] * 5


def test_a_step_the_method_does_not_have_is_no_place() -> None:
    chart = chart_of(placed(1, 5, 5), placed(2, 3, 3), preset="FRA2561")
    assert chart.notes[0] == "ยังไม่มีตำแหน่งในเมทริกซ์ 1 รายการ ลำดับที่ 1"


def test_without_risks_the_page_says_so() -> None:
    document = risk_matrix(source(register_with()))
    (chart,) = (block for block in document.blocks if isinstance(block, MatrixChart))
    assert chart.notes[0] == "ยังไม่ได้บันทึกความเสี่ยงของปีงบประมาณ พ.ศ. ๒๕๖๖"
    assert chart.highest_title == ""
    assert document.tables() == ()
