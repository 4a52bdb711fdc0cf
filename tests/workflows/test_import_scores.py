"""Workbooks made elsewhere bring their scores, whatever they look like."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import entries_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.scores.year_scores import put_entries

Make = Callable[..., Path]
Rows = Sequence[Sequence[object]]

NAMES = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)


def scores(file: DataFile, year: int = 2565) -> dict[str, str]:
    return {
        code: "excluded" if entry is EXCLUDED else str(entry)
        for code, entry in entries_of(file, year).items()
    }


BY_ITEM: dict[str, Rows] = {
    "plain": [["ข้อ", "ข้อคำถาม", "คะแนน"], ["i1", "ก", 88.13], ["e2", "ข", 90], ["O1", "ค", 100]],
    "without the questions": [["ข้อ", "คะแนน"], ["i1", 88.13], ["e2", 90], ["O1", 100]],
    "under titles": [
        ["ผลการประเมิน"],
        [None],
        [None, "ข้อที่", "คะแนน(ร้อยละ)"],
        [None, "I 1", " 88.13 "],
        [None, "ข้อ E2", "๙๐"],
        [None, "๐1", "๑๐๐"],
    ],
    "columns in another order": [
        ["คะแนน", "หมายเหตุ", "ข้อ"],
        ["๘๘.๑๓", "ดี", "i๑"],
        ["90", "", "e๒"],
        ["100", "", "O๑"],
    ],
    "heads with line breaks": [
        ["ข้อ\n", "คะแนน\n(ร้อยละ)"],
        ["i1", "88.13"],
        ["e2", 90.0],
        ["O1", 100],
    ],
    "levels beside the scores": [
        ["ข้อ", "คะแนน", "ระดับ"],
        ["i1", 88.13, "A"],
        ["e2", 90, "A"],
        ["O1", 100, "AA"],
    ],
    "header again on the next page": [
        ["ข้อ", "คะแนน"],
        ["i1", 88.13],
        ["ข้อ", "คะแนน"],
        ["e2", 90],
        ["O1", 100],
    ],
    "noise of binary arithmetic": [
        ["ข้อ", "คะแนน"],
        ["i1", 88.13000000000001],
        ["e2", 89.99999999999999],
        ["O1", 100],
    ],
}


@pytest.mark.parametrize("shape", BY_ITEM)
def test_scores_by_item_are_read_in_every_shape(file: DataFile, workbook: Make, shape: str) -> None:
    outcome = import_workbook(file, workbook({"อะไรก็ได้ (2)": BY_ITEM[shape]}))
    assert outcome.findings == ()
    assert [(s.kind, s.sheet, s.added) for s in outcome.sheets] == [
        ("scores-by-item", "อะไรก็ได้ (2)", 3)
    ]
    assert {code: Decimal(score) for code, score in scores(file).items()} == {
        "i1": Decimal("88.13"),
        "e2": Decimal(90),
        "O1": Decimal(100),
    }


@pytest.mark.parametrize(
    "name",
    [
        None,
        "{number}",
        "ตัวชี้วัดที่ {number} {name}",
        "{number}. {name}",
        "{name}",
        " {first}\n {rest} ",
    ],
)
def test_indicators_are_known_by_number_or_name(
    file: DataFile,
    workbook: Make,
    seed_indicators: Mapping[str, str],
    name: str | None,
) -> None:
    rows: list[list[object]] = []
    for number, score in enumerate(seed_indicators.values(), start=1):
        full = NAMES[number - 1]
        words = {"number": number, "name": full, "first": full[:6], "rest": full[6:]}
        rows.append([number if name is None else name.format(**words), float(score)])
    outcome = import_workbook(file, workbook([["ตัวชี้วัด", "คะแนน"], *rows]))
    assert outcome.findings == ()
    assert {c: Decimal(s) for c, s in scores(file).items()} == {
        code: Decimal(score) for code, score in seed_indicators.items()
    }


def test_a_ranking_copied_with_its_places_goes_by_the_names_and_is_told(
    file: DataFile, workbook: Make, seed_indicators: Mapping[str, str]
) -> None:
    ranked = sorted(seed_indicators.items(), key=lambda pair: -float(pair[1]))
    rows = [
        [f"{place}. {NAMES[int(number) - 1]}", float(score)]
        for place, (number, score) in enumerate(ranked, start=1)
    ]
    outcome = import_workbook(file, workbook([["ตัวชี้วัด", "คะแนน"], *rows]))
    assert {c: Decimal(s) for c, s in scores(file).items()} == {
        code: Decimal(score) for code, score in seed_indicators.items()
    }
    first = outcome.findings[0]
    assert (first.severity, first.address, first.found, first.wanted) == (
        *(Severity.WARNING, "A2", "1. การเปิดเผยข้อมูล"),
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
    )
    places = [place for place, (number, _) in enumerate(ranked, start=1) if place != int(number)]
    assert [finding.address for finding in outcome.findings] == [f"A{n + 1}" for n in places]


def test_a_numbered_instrument_is_no_contradiction(file: DataFile, workbook: Make) -> None:
    rows = [["ประเด็นการประเมิน", "น้ำหนัก", "คะแนนเฉลี่ยที่ได้รับ", "คะแนนถ่วงน้ำหนัก"]]
    rows += [["1. การเปิดเผยข้อมูลสาธารณะ (OIT)", "40", "98.5", "39.4"]]
    assert import_workbook(file, workbook(rows)).findings == ()
    assert scores(file) == {"OIT": "98.5"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [("ไม่คิดคะแนน", "excluded"), ("ไม่ คิด\nคะแนน", "excluded"), ("๐", "0"), ("100.00", "100.00")],
)
def test_an_oit_item_may_be_left_out_of_the_mean(
    file: DataFile, workbook: Make, text: str, kept: str
) -> None:
    import_workbook(file, workbook([["ข้อ", "คะแนน"], ["O16", text]]))
    assert scores(file) == {"O16": kept}


def test_both_parts_of_eit_are_kept_beside_the_score(file: DataFile, workbook: Make) -> None:
    rows = [["ตัวชี้วัด", "คะแนน"], ["EIT", 92], ["EIT ส่วนที่ 1", 90], ["EIT ส่วนที่ 2", 94]]
    import_workbook(file, workbook(rows))
    assert scores(file) == {"EIT": "92", "EIT/1": "90", "EIT/2": "94"}


def test_merged_cells_and_instruments_beside_the_indicators(file: DataFile, workbook: Make) -> None:
    rows = [
        ["ประเด็นตัวชี้วัด", "คะแนน(ร้อยละ)", "เครื่องมือการประเมิน"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", 94.56, "IIT"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", 88.13, None],
        ["ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", 96.03, "EIT"],
    ]
    outcome = import_workbook(file, workbook(rows, merges=["C2:C3"]))
    assert outcome.findings == ()
    assert scores(file) == {"1": "94.56", "2": "88.13", "6": "96.03"}


def test_empty_scores_leave_what_was_there(file: DataFile, workbook: Make) -> None:
    before: dict[str, Entry] = {"i1": Decimal("70.00"), "i2": Decimal(71), "i3": Decimal(72)}
    put_entries(file, 2565, before, "คะแนน")
    rows = [["ข้อ", "คะแนน"], ["i1", None], ["i2", "–"], ["i3", 80], ["i4", "  "]]
    outcome = import_workbook(file, workbook(rows))
    assert outcome.findings == ()
    assert [(s.added, s.changed, s.unchanged) for s in outcome.sheets] == [(0, 1, 0)]
    assert scores(file) == {"i1": "70.00", "i2": "71", "i3": "80"}


def test_the_same_score_again_changes_nothing(file: DataFile, workbook: Make) -> None:
    put_entries(file, 2565, {"i1": Decimal("70.00")}, "คะแนน")
    undo = file.next_undo()
    outcome = import_workbook(file, workbook([["ข้อ", "คะแนน"], ["i1", 70], ["i1", "๗๐"]]))
    assert [(s.added, s.changed, s.unchanged) for s in outcome.sheets] == [(0, 0, 2)]
    assert scores(file) == {"i1": "70.00"}
    assert file.next_undo() == undo


def test_an_import_of_several_sheets_is_one_deed(file: DataFile, workbook: Make) -> None:
    before = dump(file)
    path = workbook(
        {
            "IIT": [["ข้อ", "คะแนน"], ["i1", 80]],
            "หมายเหตุ": [["ไม่ใช่ตาราง"]],
            "รวม": [["ตัวชี้วัด", "คะแนน"], ["9", 100], ["EIT", 90]],
            "หน่วยงาน": [["รายการ", "ค่า"], ["ผู้บริหาร", "นางสาวสมหญิง"]],
        },
        name="ผล ITA.xlsx",
    )
    outcome = import_workbook(file, path)
    assert {sheet.kind for sheet in outcome.sheets} == {
        "office",
        "scores-by-item",
        "scores-by-indicator",
    }
    assert scores(file) == {"i1": "80", "9": "100", "EIT": "90"}
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == "นำเข้า ผล ITA.xlsx"
    file.undo()
    assert dump(file) == before
    assert file.next_undo() is None


def test_a_dry_run_says_the_same_and_writes_nothing(file: DataFile, workbook: Make) -> None:
    path = workbook([["ข้อ", "คะแนน"], ["i1", 80], ["i2", 0.86]])
    content = file.path.read_bytes()
    tried = import_workbook(file, path, dry_run=True)
    assert (tried.applied, file.path.read_bytes()) == (False, content)
    done = import_workbook(file, path)
    assert done.applied
    assert (tried.scores, tried.findings, tried.sheets) == (done.scores, done.findings, done.sheets)


SUMMARY: Rows = [
    ["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565"],
    [None],
    ["คะแนน", "ระดับ"],
    ["95 – 100", "AA"],
    ["85 – 94", "A"],
    [None],
    ["อันดับ", "ตัวชี้วัด", "คะแนน"],
    [1, "การเปิดเผยข้อมูล", 100],
    [2, "การป้องกันการทุจริต", 100],
    [3, "ประสิทธิภาพการสื่อสาร", 96.2],
    [4, "คุณภาพการดำเนินงาน", 96.03],
    [5, "การปรับปรุงการทำงาน", 94.74],
    [6, "การปฏิบัติหน้าที่", 94.56],
    [7, "การใช้อำนาจ", 90.81],
    [8, "การแก้ไขปัญหาการทุจริต", 90.53],
    [9, "การใช้งบประมาณ", 88.13],
    [10, "การใช้ทรัพย์สินของราชการ", 88.09],
    [None],
    ["ประเด็นการประเมิน", "น้ำหนัก", "คะแนนเฉลี่ยที่ได้รับ", "คะแนนถ่วงน้ำหนัก"],
    ["การรับรู้ของบุคลากรภายในหน่วยงาน (IIT)", 30, 90.42, 27.13],
    ["การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", 30, 95.65, 28.69],
    ["การเปิดเผยข้อมูลสาธารณะ (OIT)", 40, 100, 40],
    ["รวม", None, None, 95.82],
]


def test_the_printed_summary_keeps_only_what_says_more_than_the_indicators(
    file: DataFile, workbook: Make, seed_indicators: Mapping[str, str]
) -> None:
    """Seed 001: 95.65 is published where 95.66 is computed; 90.42 only repeats its indicators."""
    outcome = import_workbook(file, workbook(SUMMARY))
    assert outcome.findings == ()
    assert [sheet.kind for sheet in outcome.sheets] == [
        "level-rules",
        "scores-weighted",
        "score-ranking",
    ]
    entered = {code: Decimal(score) for code, score in seed_indicators.items()}
    assert dict(entries_of(file, 2565)) == {**entered, "EIT": Decimal("95.65")}
    year = dump(file)["years"]["2565"]
    assert year["instruments"]["EIT"] == {
        "score": "95.65",
        "source": "entered",
        "computed": "95.66",
        "difference": "-0.01",
        "weight": 30,
        "weighted": "28.69",
    }
    assert (year["total"], year["grade"]) == ("95.82", "AA")
    assert year["instruments"]["IIT"]["source"] == "items"


def test_a_ranking_that_differs_from_its_indicators_is_a_warning(
    file: DataFile, workbook: Make
) -> None:
    rows = [
        ["อันดับ", "ตัวชี้วัด", "คะแนน"],
        [1, "การปฏิบัติหน้าที่", 90],
        [None],
        ["ตัวชี้วัด", "คะแนน"],
        ["1", 91],
    ]
    outcome = import_workbook(file, workbook(rows))
    assert [(f.severity, f.address) for f in outcome.findings] == [(Severity.WARNING, "C2")]
    assert scores(file) == {"1": "91"}
