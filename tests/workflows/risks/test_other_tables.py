"""Tables of risks of other offices: eight columns, two rows of heads, levels in any way."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.measures import State
from ita_desktop.domain.risks import Process, Quality
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.risks.forms import PROGRESS, REGISTER
from ita_desktop.workflows.risks.register import register_of

Make = Callable[..., Path]
YEAR = 2566
TITLE = ["การประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"]
EIGHT = [
    "ลำดับ",
    "ขั้นตอน/กระบวนงาน",
    "เหตุการณ์ความเสี่ยง/รูปแบบพฤติการณ์",
    "Likelihood",
    "Impact",
    "Risk Score",
    "มาตรการควบคุม",
    "ผู้รับผิดชอบ",
]
Row = Sequence[object]


@pytest.fixture
def bring(file: DataFile, workbook: Make) -> Callable[..., tuple[Outcome, tuple[Process, ...]]]:
    def take(
        *rows: Row, heads: Sequence[Row] = (EIGHT,), merges: Sequence[str] = ()
    ) -> tuple[Outcome, tuple[Process, ...]]:
        path = workbook([TITLE, *heads, *rows], merges=merges, name="ความเสี่ยง.xlsx")
        outcome = import_workbook(file, path)
        return outcome, register_of(file, YEAR).processes

    return take


Bring = Callable[..., tuple[Outcome, tuple[Process, ...]]]


def test_eight_columns_with_merged_steps_and_controls(bring: Bring) -> None:
    outcome, (process,) = bring(
        [1, "จัดซื้อ", "ก", 3, 4, 12, "๑. ตั้งกรรมการ ๒. เผยแพร่", "กองคลัง"],
        [2, None, "ข", 2, "4 สูง", "8 (ปานกลาง)", None, None],
        merges=("B3:B4", "G3:G4", "H3:H4"),
    )
    assert outcome.findings == ()
    assert [sheet.kind for sheet in outcome.sheets] == [REGISTER]
    assert [(risk.text, risk.likelihood, risk.impact) for risk in process.risks] == [
        ("ก", 3, 4),
        ("ข", 2, 4),
    ]
    assert [(one.text, one.risk) for one in process.treatments] == [
        ("ตั้งกรรมการ", None),
        ("เผยแพร่", None),
    ]
    assert (process.units, {risk.units for risk in process.risks}) == ("กองคลัง", {""})


def test_a_control_beside_one_event_of_a_merged_step_is_against_that_one(bring: Bring) -> None:
    _, (process,) = bring(
        [1, "จัดซื้อ", "ก", 3, 4, 12, "๑. ตั้งกรรมการ\n๒. เผยแพร่", "กองคลัง"],
        [2, None, "ข", 2, 4, 8, "ตั้งกรรมการ", "กองช่าง"],
        [3, None, "ค", 2, 4, 8, "๑. ตั้งกรรมการ\n๒. สุ่มตรวจ", "กองคลัง"],
        merges=("B3:B5",),
    )
    first, second, third = process.risks
    assert [(one.text, one.risk) for one in process.treatments] == [
        ("ตั้งกรรมการ", None),
        ("เผยแพร่", first.id),
        ("สุ่มตรวจ", third.id),
    ]
    assert (process.units, second.units, third.units) == ("กองคลัง", "กองช่าง", "")


def test_controls_in_rows_of_their_own_are_counted_beside_their_event(bring: Bring) -> None:
    _, (process,) = bring(
        [1, "จัดซื้อ", "ก", "๔", "๔", "สูงมาก (๑๖)", "๑. ตั้งกรรมการ", "กองคลัง"],
        [None, None, None, None, None, None, "๒. เผยแพร่ร่าง", None],
        [None, None, "ข", "๓", "๔", "สูง (๑๒)", "๑. สุ่มตรวจ", None],
        [None, None, None, None, None, None, "๒. สลับผู้ตรวจรับ", None],
        [None, None, None, None, None, None, "๙. ตามข้อ ๙ ของระเบียบ", None],
        merges=("A3:A7", "B3:B7", "C3:C4", "C5:C7", "D3:D4", "E3:E4"),
    )
    first, second = process.risks
    assert [(one.text, one.risk) for one in process.treatments] == [
        ("ตั้งกรรมการ", first.id),
        ("เผยแพร่ร่าง", first.id),
        ("สุ่มตรวจ", second.id),
        ("สลับผู้ตรวจรับ", second.id),
        ("๙. ตามข้อ ๙ ของระเบียบ", second.id),
    ]


def test_an_empty_step_says_the_same_as_above(bring: Bring) -> None:
    outcome, processes = bring(
        [1, "จัดซื้อ", "ก", 3, 4, None, "ตั้งกรรมการ", "กองคลัง"],
        [2, None, "ข", 2, 4, None, None, None],
        [3, "จัดซื้อ (ต่อ)", "ค", 1, 1, None, None, None],
        [4, "ออกใบอนุญาต", "ง", 5, 5, None, "ติดประกาศ", "กองช่าง"],
    )
    assert outcome.findings == ()
    assert [[risk.text for risk in process.risks] for process in processes] == [
        ["ก", "ข", "ค"],
        ["ง"],
    ]
    assert [one.risk for one in processes[0].treatments] == [None]


def test_a_row_of_heads_over_another(bring: Bring) -> None:
    upper = [
        "ประเด็นความเสี่ยง",
        "การควบคุมที่มีอยู่",
        "การประเมินความเสี่ยง",
        None,
        None,
        "แนวทาง/มาตรการ",
        "ตัวบ่งชี้",
        "ค่าเป้าหมาย",
        "ผู้รับผิดชอบ",
    ]
    lower = [None, None, "โอกาสเกิด (๑-๕)", "ผลกระทบ (๑-๕)", "ผลคูณ/ระดับ", None, None, None, None]
    outcome, processes = bring(
        ["ก", "ระเบียบพัสดุ", "๓", "๔", "๑๒ (สูง)", "ตั้งกรรมการ", "จำนวนครั้ง", "ศูนย์", "กองคลัง"],
        ["ข", "", "๑", "๒", "๒/ต่ำ", "สุ่มตรวจ", "", "", "กองช่าง"],
        heads=(upper, lower),
        merges=("C2:E2", "A2:A3", "B2:B3", "F2:F3", "G2:G3", "H2:H3", "I2:I3"),
    )
    assert [(f.severity, f.address, f.found) for f in outcome.findings] == [
        (Severity.WARNING, "G2", "ตัวบ่งชี้"),
        (Severity.WARNING, "H2", "ค่าเป้าหมาย"),
    ]
    told = [
        (p.risks[0].text, p.risks[0].control, p.risks[0].likelihood, p.units) for p in processes
    ]
    assert told == [("ก", "ระเบียบพัสดุ", 3, "กองคลัง"), ("ข", "", 1, "กองช่าง")]
    assert [[one.text for one in p.treatments] for p in processes] == [["ตั้งกรรมการ"], ["สุ่มตรวจ"]]


def test_known_columns_anywhere(bring: Bring) -> None:
    heads = [
        "ด้าน",
        *EIGHT,
        "สาเหตุ",
        "คุณภาพการควบคุม",
        "ระยะเวลา",
        "โอกาสหลังจัดการ",
        "ผลกระทบหลังจัดการ",
    ]
    outcome, (process,) = bring(
        ["จัดซื้อ", 1, "พัสดุ", "ก", 3, 4, 12, "ทำ", "คลัง", "รีบ", "พอใช้", "ปี ๒๕๖๖", 1, 2],
        heads=(heads,),
    )
    assert outcome.findings == ()
    (risk,) = process.risks
    assert (process.area, risk.cause, risk.control_quality) == ("จัดซื้อ", "รีบ", Quality.FAIR)
    assert (risk.after_likelihood, risk.after_impact) == (1, 2)
    assert process.treatments[0].period == "ปี ๒๕๖๖"


@pytest.mark.parametrize(
    ("events", "level", "own", "whole"),
    [
        ("๑. ก ๒. ข ๓. ค", "สูง", ["", "", ""], "สูง"),
        ("๑. ก ๒. ข", "สูง\nต่ำ", ["สูง", "ต่ำ"], ""),
        ("๑. ก\n๒. ข", "สูง, ต่ำ", ["สูง", "ต่ำ"], ""),
        ("๑. ก\n๒. ข", "๑. สูง ๒. ต่ำ", ["สูง", "ต่ำ"], ""),
        ("๑. ก\n๒. ข", "สูงมาก (16) ปานกลาง (6)", ["สูงมาก (16)", "ปานกลาง (6)"], ""),
        ("ก", "๑๒", ["12"], ""),
        ("ก", "สูง", ["สูง"], ""),
        ("๑. ก ๒. ข", "–\nสูง", ["", "สูง"], ""),
        ("๑. ก ๒. ข", "-", ["", ""], ""),
    ],
)
def test_levels_of_several_events_in_one_cell(
    bring: Bring, events: str, level: str, own: list[str], whole: str
) -> None:
    heads = ["ลำดับที่", "ขั้นตอนการดำเนินงาน", "ประเด็นความเสี่ยงการทุจริต", "Risk Score", "มาตรการ"]
    outcome, (process,) = bring([1, "จัดซื้อ", events, level, "ทำ"], heads=(heads,))
    assert outcome.findings == ()
    assert [risk.level for risk in process.risks] == own
    assert process.level == whole


def test_a_product_that_is_not_that_of_its_numbers_is_told_and_they_win(bring: Bring) -> None:
    outcome, (process, _) = bring(
        [1, "จัดซื้อ", "ก", 3, 4, 20, "ทำ", "คลัง"], [2, "พัสดุ", "ข", 1, 1, "สูงมาก", "ทำ", "คลัง"]
    )
    assert [(f.severity, f.address, f.found) for f in outcome.findings] == [
        (Severity.WARNING, "F3", "20"),
        (Severity.WARNING, "F4", "สูงมาก"),
    ]
    assert "12" in outcome.findings[0].problem
    assert outcome.applied
    assert (process.risks[0].likelihood, process.risks[0].level) == (3, "")


def test_two_rows_with_one_number_are_both_taken_with_a_warning(bring: Bring) -> None:
    outcome, processes = bring(
        [1, "จัดซื้อ", "ก", 3, 4, 12, "ทำ", "คลัง"], [1, "พัสดุ", "ข", 1, 1, 1, "ทำ", "คลัง"]
    )
    assert [(f.severity, f.address) for f in outcome.findings] == [(Severity.WARNING, "A4")]
    assert len(processes) == 2


PROGRESS_HEADS = ["ลำดับ", "ความเสี่ยง", "มาตรการควบคุม", "การดำเนินการ", "สถานะ", "ผล", "หน่วยงาน"]


def test_a_report_of_a_round_comes_to_the_treatments_with_its_words(
    file: DataFile, workbook: Make, bring: Bring
) -> None:
    bring([1, "จัดซื้อ", "๑. ก ๒. ข", 3, 4, 12, "๑. ตั้งกรรมการ ๒. เผยแพร่", "กองคลัง"])
    title = ["รายงานผล รอบ ๖ เดือน ปีงบประมาณ พ.ศ. ๒๕๖๖"]
    path = workbook(
        [
            title,
            PROGRESS_HEADS,
            [1, "๑. ก ๒. ข", "ตั้งกรรมการ", "ตั้งแล้ว", "เสร็จ", "โปร่งใส", "กองคลัง"],
            [None, None, "เผยแพร่", "กำลังทำ", "กำลังดำเนินการ", None, None],
        ]
    )
    outcome = import_workbook(file, path)
    assert outcome.findings == ()
    assert [sheet.kind for sheet in outcome.sheets] == [PROGRESS]
    (process,) = register_of(file, YEAR).processes
    assert [one.results[6].state for one in process.treatments] == [State.DONE, State.IN_WORK]
    assert [one.results[6].result for one in process.treatments] == ["ตั้งแล้ว", "กำลังทำ"]
    assert len(outcome.risks) == 5


def test_a_register_and_its_report_in_one_workbook_are_the_same_risks(
    file: DataFile, workbook: Make
) -> None:
    register = [TITLE, EIGHT, [1, "จัดซื้อ", "๑. ก ๒. ข", 3, 4, 12, "๑. ตั้งกรรมการ ๒. เผยแพร่", "คลัง"]]
    report = [
        ["รายงานผล รอบ ๑๒ เดือน ปีงบประมาณ พ.ศ. ๒๕๖๖"],
        PROGRESS_HEADS,
        [1, "๑. ก ๒. ข", "๑. ตั้งกรรมการ", "ตั้งแล้ว", "แล้วเสร็จ", "ดี", "คลัง"],
        [None, None, "๒. เผยแพร่", "ลงเว็บแล้ว", "แล้วเสร็จ", "ดี", None],
    ]
    plan = [
        TITLE,
        ["ลำดับที่", "ขั้นตอนการดำเนินงาน", "ประเด็นความเสี่ยงการทุจริต", "Risk Score", "มาตรการควบคุม"],
        [1, "จัดซื้อ", "๑. ก ๒. ข", "สูง (12)\nสูง (12)", "๑. ตั้งกรรมการ ๒. เผยแพร่"],
    ]
    outcome = import_workbook(file, workbook({"ก": register, "ข": report, "ค": plan}))
    assert outcome.findings == ()
    assert [(sheet.added, sheet.changed) for sheet in outcome.sheets] == [(5, 0), (0, 2), (0, 0)]
    (process,) = register_of(file, YEAR).processes
    assert [risk.text for risk in process.risks] == ["ก", "ข"]
    assert [one.results[12].result for one in process.treatments] == ["ตั้งแล้ว", "ลงเว็บแล้ว"]


def test_scores_measures_and_risks_of_one_workbook_are_one_deed(
    file: DataFile, workbook: Make
) -> None:
    year = ["ประจำปีงบประมาณ พ.ศ. 2566"]
    heads = ["ข้อ", "คะแนน"]
    risks = [1, "จัดซื้อ", "ก", 3, 4, 12, "ทำ", "คลัง"]
    before = len(file.read("SELECT id FROM deed"))
    outcome = import_workbook(
        file, workbook({"คะแนน": [year, heads, ["i1", 90]], "ความเสี่ยง": [year, EIGHT, risks]})
    )
    assert outcome.applied
    assert len(outcome.scores) == 1
    assert len(register_of(file, YEAR).processes) == 1
    assert len(file.read("SELECT id FROM deed")) == before + 1
    assert {change["kind"] for change in outcome.as_plain()["risks"]} == {
        "process",
        "risk",
        "treatment",
    }


def test_a_second_table_that_says_otherwise_is_refused(file: DataFile, workbook: Make) -> None:
    first = [1, "จัดซื้อ", "ก", 3, 4, None, "ตั้งกรรมการ", "กองคลัง"]
    again = [1, "จัดซื้อ", "ก", 3, 5, None, "ตั้งกรรมการ", "กองคลัง"]
    sheets = {"ก": [TITLE, EIGHT, first], "ข": [TITLE, EIGHT, again]}
    outcome = import_workbook(file, workbook(sheets))
    assert [(one.sheet, one.address, one.found, one.wanted) for one in outcome.errors] == [
        ("ข", "E3", "5", "ผลกระทบเดียวกับ ก C3"),
    ]
    assert register_of(file, YEAR).processes == ()


def test_treatments_alone_are_known_again(bring: Bring) -> None:
    rows = ([1, None, None, None, None, None, "๑. ตั้งกรรมการ ๒. เผยแพร่", "กองคลัง"],)
    _, (process,) = bring(*rows)
    assert [one.text for one in process.treatments] == ["ตั้งกรรมการ", "เผยแพร่"]
    outcome, after = bring(*rows)
    assert outcome.risks == ()
    assert after == (process,)


def test_a_report_without_a_treatment_is_told(bring: Bring) -> None:
    report = ["รายงานผล รอบ ๑๒ เดือน ปีงบประมาณ พ.ศ. ๒๕๖๖"]
    outcome, (first, second) = bring(
        [1, "ก", "ตั้งกรรมการ", "ตั้งแล้ว", "แล้วเสร็จ", "ดี", "กองคลัง"],
        [2, "ข", None, "อบรมแล้ว", "แล้วเสร็จ", "-", "กองช่าง"],
        heads=(report, PROGRESS_HEADS),
        merges=("C4:C5",),
    )
    assert [(one.severity, one.address, one.found) for one in outcome.findings] == [
        (Severity.WARNING, "D5", "อบรมแล้ว"),
        (Severity.WARNING, "E5", "แล้วเสร็จ"),
    ]
    assert {one.problem for one in outcome.findings} == {"ไม่ได้อ่าน เพราะแถวนี้ไม่มีมาตรการควบคุมของตนเอง"}
    assert [one.text for one in first.treatments] == ["ตั้งกรรมการ"]
    assert (second.units, second.treatments) == ("กองช่าง", ())


def test_a_step_that_is_only_a_continuation_names_nothing(bring: Bring) -> None:
    row = [1, "(ต่อ)", "ก", 3, 4, None, "ตั้งกรรมการ", "กองคลัง"]
    _, (process,) = bring(row)
    assert process.text == ""
    outcome, after = bring(row)
    assert outcome.risks == ()
    assert after == (process,)
