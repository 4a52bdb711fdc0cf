"""Tables of risks: what a row is, which cells go down over several, what is said where."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.documents.model import Document, Heading, Number, Paragraph, Signature, Table
from ita_desktop.documents.risk_plan_table import risk_plan_table
from ita_desktop.documents.risk_progress import risk_progress, usual_round
from ita_desktop.documents.risk_register import risk_register
from ita_desktop.documents.source import RiskSource
from ita_desktop.documents.text import plain
from ita_desktop.domain.measures import State, StepResult
from ita_desktop.domain.risks import Process, Risk, Treatment

from .measure_reading import shown, spans_of
from .risk_registers import register_with, source

REGISTER_HEADS = [
    *("ลำดับ", "ขั้นตอน/กระบวนงาน", "เหตุการณ์ความเสี่ยง/\nรูปแบบพฤติการณ์"),
    *("โอกาส (Likelihood)", "ผลกระทบ (Impact)", "Risk Score", "มาตรการควบคุม", "ผู้รับผิดชอบ"),
]
PROGRESS_HEADS = [
    *("ลำดับ", "ความเสี่ยง", "มาตรการควบคุม", "การดำเนินการ", "สถานะ", "ผล", "หน่วยงาน"),
]
ONE = Process(
    id=1,
    fiscal_year=2566,
    text="จัดซื้อจัดจ้าง",
    units="กองคลัง",
    level="ปานกลาง",
    risks=(
        Risk(id=11, text="ล็อกสเปก", likelihood=3, impact=4),
        Risk(id=12, text="แบ่งซื้อ"),
        Risk(id=13, text="ตรวจรับเท็จ", units="กองช่าง"),
    ),
    treatments=(Treatment(id=21, text="ตรวจสอบ"), Treatment(id=22, text="ประกาศราคา")),
)
TWO = Process(
    id=2,
    fiscal_year=2566,
    text="ใช้รถราชการ",
    risks=(Risk(id=14, text="ใช้ส่วนตัว", level="สูง"), Risk(id=15, text="เบิกน้ำมันเกิน")),
    treatments=(
        Treatment(id=23, text="สมุดคุมรถ", risk=14),
        Treatment(id=24, text="สุ่มตรวจ", units="หน่วยตรวจสอบภายใน"),
    ),
)
BARE = Process(id=3, fiscal_year=2566, text="รับเรื่องร้องเรียน", units="สำนักปลัด", level="ต่ำ")


def rows_of(table: Table) -> list[list[str]]:
    return [[shown(cell) for cell in row.cells] for row in table.rows]


def main_table(document: Document) -> Table:
    return document.tables()[0]


def heads(table: Table) -> list[str]:
    return [shown(cell) for cell in table.header[0].cells]


@pytest.fixture
def three() -> RiskSource:
    return source(register_with(ONE, TWO, BARE))


def test_a_row_of_the_register_is_a_risk_and_shared_cells_go_down(three: RiskSource) -> None:
    table = main_table(risk_register(three))
    assert heads(table) == REGISTER_HEADS
    shared = "๑. ตรวจสอบ\n๒. ประกาศราคา"
    assert rows_of(table) == [
        ["1", "จัดซื้อจัดจ้าง", "ล็อกสเปก", "3", "4", "๑๒ (สูง)", shared, "กองคลัง"],
        ["2", "", "แบ่งซื้อ", "", "", "ปานกลาง", "", ""],
        ["3", "", "ตรวจรับเท็จ", "", "", "", "", "กองช่าง"],
        ["4", "ใช้รถราชการ", "ใช้ส่วนตัว", "", "", "สูง", "๑. สมุดคุมรถ\n๒. สุ่มตรวจ", ""],
        ["5", "", "เบิกน้ำมันเกิน", "", "", "", "สุ่มตรวจ", ""],
        ["", "รับเรื่องร้องเรียน", "", "", "", "ต่ำ", "", "สำนักปลัด"],
    ]
    assert spans_of(table) == {(0, 1, 3), (1, 5, 2), (0, 6, 3), (0, 7, 2), (3, 1, 2)}
    keys = [*(f"risk:{number}" for number in range(11, 16)), "process:3"]
    assert [row.key for row in table.rows] == [f"{key}@1f2e3d4c" for key in keys]


def test_under_the_register_stand_the_scales_the_bands_and_who_signs(three: RiskSource) -> None:
    document = risk_register(three)
    _, scales, bands = document.tables()
    method = three.register.method
    assert rows_of(scales)[0] == [
        "5",
        *(method.likelihood[-1].name, _thai(method.likelihood[-1].text)),
        *(method.impact[-1].name, _thai(method.impact[-1].text)),
    ]
    assert [row[0] for row in rows_of(scales)] == ["5", "4", "3", "2", "1"]
    assert heads(bands) == ["ระดับความเสี่ยง", "ต่ำ", "ปานกลาง", "สูง", "สูงมาก"]
    assert rows_of(bands) == [
        ["คะแนน (โอกาสที่เกิด × ผลกระทบ)", "๑–๓", "๔–๘", "๙–๑๔", "๑๕–๒๕"],
        ["สี", "เขียว", "เหลือง", "ส้ม", "แดง"],
    ]
    heading = next(b for b in document.blocks if isinstance(b, Heading) and b.level == 2)
    assert "แบบ A" in heading.text
    assert "ยังไม่ได้ตรวจกับคู่มือ" in heading.text
    last = document.blocks[-1]
    assert isinstance(last, Signature)
    assert last.signatories[0].name == "นายสมมุติ ใจสุจริต"


def _thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def test_scales_of_two_lengths_stand_beside_each_other(three: RiskSource) -> None:
    method = three.register.method
    uneven = replace(method, impact=method.impact[:3])
    register = replace(three.register, method=uneven)
    _, scales, _ = risk_register(replace(three, register=register)).tables()
    assert rows_of(scales)[0][3:] == ["–", "–"]
    assert rows_of(scales)[2][3] == uneven.impact[2].name


@pytest.mark.parametrize(("preset", "level"), [("A", "ปานกลาง"), ("B", "สูง")])
def test_the_paper_says_which_bands_gave_the_level_of_score_8(preset: str, level: str) -> None:
    eight = Process(id=1, fiscal_year=2566, risks=(Risk(id=1, likelihood=4, impact=2),))
    made = source(register_with(eight, preset=preset))
    (row,) = rows_of(main_table(risk_register(made)))
    assert row[5] == f"๘ ({level})"
    (plan,) = risk_plan_table(made).tables()
    assert rows_of(plan)[0][3] == f"{level} (๘)"
    assert f"แบบ {preset}" in plan.note
    limits = {"A": "ปานกลาง ๔–๘, สูง ๙–๑๔", "B": "ปานกลาง ๔–๖, สูง ๘–๑๒"}
    assert limits[preset] in plan.note


def test_a_row_of_the_report_is_a_treatment_beside_what_it_is_against() -> None:
    done = StepResult(state=State.DONE, result="ประชุม 2 ครั้ง", outcome="ไม่พบเหตุ")
    first, second = ONE.treatments
    reported = replace(first, results={6: done, 12: StepResult(state=State.IN_WORK)})
    one = replace(ONE, treatments=(reported, second))
    document = risk_progress(source(register_with(one, TWO, BARE), months=6))
    table = main_table(document)
    assert heads(table) == PROGRESS_HEADS
    risks = "๑. ล็อกสเปก\n๒. แบ่งซื้อ\n๓. ตรวจรับเท็จ"
    assert rows_of(table) == [
        ["1", risks, "๑. ตรวจสอบ", "ประชุม ๒ ครั้ง", "แล้วเสร็จ", "ไม่พบเหตุ", "กองคลัง"],
        ["", "", "๒. ประกาศราคา", "", "", "", ""],
        ["2", "ใช้ส่วนตัว", "๑. สมุดคุมรถ", "", "", "", ""],
        ["", "๑. ใช้ส่วนตัว\n๒. เบิกน้ำมันเกิน", "๒. สุ่มตรวจ", "", "", "", "หน่วยตรวจสอบภายใน"],
        ["3", "รับเรื่องร้องเรียน", "", "", "", "", "สำนักปลัด"],
    ]
    assert spans_of(table) == {(0, 0, 2), (0, 1, 2), (0, 6, 2), (2, 0, 2)}
    keys = [*(f"treatment:{number}" for number in range(21, 25)), "process:3"]
    assert [row.key for row in table.rows] == [f"{key}@1f2e3d4c" for key in keys]
    assert document.months == 6
    assert "รอบ ๖ เดือน (เดือนตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)" in document.title
    later = main_table(risk_progress(source(register_with(one), months=12)))
    assert rows_of(later)[0][3:6] == ["", "อยู่ระหว่างดำเนินการ", ""]


def test_a_treatment_that_names_nobody_is_done_by_those_responsible_for_its_risk() -> None:
    risks = (Risk(id=11, text="ก", units="กองช่าง"), Risk(id=12, text="ข"))
    treatments = (
        Treatment(id=21, text="หนึ่ง", risk=11),
        Treatment(id=22, text="สอง", risk=11, units="สำนักปลัด"),
        Treatment(id=23, text="สาม", risk=12),
        Treatment(id=24, text="สี่"),
    )
    process = Process(id=1, fiscal_year=2566, units="กองคลัง", risks=risks, treatments=treatments)
    table = main_table(risk_progress(source(register_with(process))))
    assert [row[6] for row in rows_of(table)] == ["กองช่าง", "สำนักปลัด", "กองคลัง", ""]


def test_a_treatment_that_is_a_measure_is_called_by_it() -> None:
    linked = replace(TWO, treatments=(Treatment(id=23, measure=7),))
    made = source(register_with(linked), m7="ทะเบียนคุมรถ")
    assert rows_of(main_table(risk_register(made)))[0][6] == "ทะเบียนคุมรถ"
    assert rows_of(main_table(risk_plan_table(made)))[0][4] == "ทะเบียนคุมรถ"
    assert rows_of(main_table(risk_progress(made)))[0][2] == "ทะเบียนคุมรถ"


def test_the_usual_round_is_the_latest_that_reports_anything() -> None:
    assert usual_round(register_with(ONE)) == 6
    told = Treatment(id=1, results={6: StepResult(), 12: StepResult(result="ก")})
    assert usual_round(register_with(replace(ONE, treatments=(told,)))) == 12
    empty = Treatment(id=1, results={12: StepResult()})
    assert usual_round(register_with(replace(ONE, treatments=(empty,)))) == 6


@pytest.mark.parametrize("build", [risk_register, risk_plan_table, risk_progress])
def test_an_empty_register_is_told_and_keeps_its_header(
    build: Callable[[RiskSource], Document],
) -> None:
    document = build(source(register_with()))
    table = main_table(document)
    line = "ยังไม่ได้บันทึกความเสี่ยงของปีงบประมาณ พ.ศ. ๒๕๖๖"
    assert table.rows == ()
    assert table.lead == (line,)
    assert heads(table)[0].startswith("ลำดับ")
    assert [plain(b.text) for b in document.blocks if isinstance(b, Paragraph)] == [line]


def test_figures_of_the_register_stay_figures(three: RiskSource) -> None:
    first = main_table(risk_register(three)).rows[0].cells
    figures = [cell.content for cell in first if cell is not None][:5:3]
    assert figures == [Number(Decimal(1), 0), Number(Decimal(3), 0)]
