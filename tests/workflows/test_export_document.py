"""From the data file to papers: frozen first, then drawn, whole or not at all."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import remove_mark, save_mark
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.workflows.export_document import Frozen, draw, file_name, freeze
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.scores.year_scores import put_entries
from ita_desktop.xlsx.grid import Sheet
from ita_desktop.xlsx.reader import read_workbook

RANKING = (
    *(("การเปิดเผยข้อมูล", "100.00"), ("การป้องกันการทุจริต", "100.00")),
    *(("ประสิทธิภาพการสื่อสาร", "96.20"), ("คุณภาพการดำเนินงาน", "96.03")),
    *(("การปรับปรุงระบบการทำงาน", "94.74"), ("การปฏิบัติหน้าที่", "94.56")),
    *(("การใช้อำนาจ", "90.81"), ("การแก้ไขปัญหาการทุจริต", "90.53")),
    *(("การใช้งบประมาณ", "88.13"), ("การใช้ทรัพย์สินของราชการ", "88.09")),
)


@pytest.fixture
def seed(file: DataFile, seed_indicators: Mapping[str, str]) -> Frozen:
    """Return the summary of seed 001's scores, EIT as published."""
    entries = {code: Decimal(score) for code, score in seed_indicators.items()}
    put_entries(file, 2565, {**entries, "EIT": Decimal("95.65")}, "คะแนน")
    return freeze(file, "score-summary", 2565, Digits.THAI)


def row(sheet: Sheet, number: int) -> list[object]:
    return [
        value
        for column in sheet.columns_by_row.get(number, ())
        if (value := sheet.at(number, column).value) is not None
    ]


def test_the_printed_paper_has_the_figures_of_seed_001(seed: Frozen, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("poppler is not installed")
    path = tmp_path / "สรุป คะแนน.pdf"
    drawn = draw(seed, "pdf", path)
    assert (drawn.path, drawn.missing_letters) == (path, ())
    assert drawn.pages is not None
    text = subprocess.run(
        [tool, "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    lines = [" ".join(to_arabic_digits(line).split()) for line in text.splitlines()]
    ranked = [match for line in lines if (match := re.fullmatch(r"(\d+) (\S+) (\S+)", line))]
    assert [match.groups() for match in ranked[: len(RANKING)]] == [
        (str(place), name, score) for place, (name, score) in enumerate(RANKING, start=1)
    ]
    weighted = [line.split()[-3:] for line in lines if re.search(r" [34]0 [\d.]+ [\d.]+$", line)]
    assert weighted == [
        ["30", "90.42", "27.13"],
        ["30", "95.65", "28.69"],
        ["40", "100", "40"],
    ]
    assert any(re.fullmatch(r"รวม 95\.82", line) for line in lines)
    assert any("95.82" in line and "AA" in line for line in lines)
    assert not re.search("[0-9]", re.sub(r"\(.*?\)", "", text)), "Arabic digits in a Thai paper"


def test_the_workbook_has_the_same_figures(seed: Frozen, tmp_path: Path) -> None:
    path = tmp_path / "สรุป.xlsx"
    assert draw(seed, "xlsx", path).pages is None
    sheets = {sheet.name: sheet for sheet in read_workbook(path).sheets}
    ranking = sheets["อันดับตัวชี้วัด"]
    rows = [row(ranking, number) for number in range(1, ranking.last_row + 1)]
    assert [r[:3] for r in rows if len(r) >= 3 and isinstance(r[0], Decimal)] == [
        [Decimal(place), name, Decimal(score)]
        for place, (name, score) in enumerate(RANKING, start=1)
    ]
    weights = sheets["คะแนนถ่วงน้ำหนัก"]
    rows = [row(weights, number) for number in range(1, weights.last_row + 1)]
    assert [r[1:4] for r in rows if len(r) >= 4 and isinstance(r[1], Decimal)] == [
        [Decimal(30), Decimal("90.42"), Decimal("27.13")],
        [Decimal(30), Decimal("95.65"), Decimal("28.69")],
        [Decimal(40), Decimal(100), Decimal(40)],
    ]
    assert any(r[:2] == ["รวม", Decimal("95.82")] for r in rows)


def test_a_year_or_a_paper_that_is_not_there_is_told(sample: DataFile) -> None:
    with pytest.raises(ClerkError, match="2564, 2565, 2566"):
        freeze(sample, "score-summary", 2569, Digits.THAI)
    with pytest.raises(ClerkError, match="ไม่มีเอกสารชื่อ “plan-b”"):
        freeze(sample, "plan-b", 2566, Digits.THAI)


def test_a_year_without_criteria_does_not_keep_the_other_years_from_their_paper(
    sample: DataFile,
) -> None:
    before = freeze(sample, "score-summary", 2566, Digits.THAI)
    with sample.deed("เพิ่มปี"):
        add_fiscal_year(sample, 2570)
    assert freeze(sample, "score-summary", 2566, Digits.THAI) == before
    with pytest.raises(ClerkError, match="ยังไม่มีเกณฑ์ประเมินปี 2570"):
        freeze(sample, "score-summary", 2570, Digits.THAI)


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_where_the_folder_is_missing_nothing_is_written(
    seed: Frozen, tmp_path: Path, kind: str
) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(MachineError, match="ไม่พบโฟลเดอร์"):
        draw(seed, "pdf" if kind == "pdf" else "xlsx", tmp_path / "ไม่มี" / f"สรุป.{kind}")
    assert sorted(tmp_path.iterdir()) == before


def test_a_frozen_paper_does_not_follow_the_data(sample: DataFile) -> None:
    frozen = freeze(sample, "score-summary", 2566, Digits.THAI)
    with sample.deed("ลบ"):
        sample.connection.execute("DELETE FROM score")
    assert frozen != freeze(sample, "score-summary", 2566, Digits.THAI)
    assert "เทศบาลตำบลบ้านตัวอย่าง" in frozen.own_words


def test_a_file_without_a_year_says_what_to_do(tmp_path: Path) -> None:
    file = new_file(tmp_path / "ว่าง.ita")
    try:
        with pytest.raises(ClerkError, match="กรุณาเพิ่มปีงบประมาณก่อน"):
            freeze(file, "announcement", 2566, Digits.THAI)
    finally:
        file.close()


def test_the_offered_name_says_paper_year_and_office_and_fits_every_disk(
    sample: DataFile, tmp_path: Path
) -> None:
    names = {
        file_name(freeze(sample, "score-summary", year, digits).document, "pdf")
        for year in (2565, 2566)
        for digits in Digits
    }
    assert names == {
        f"ผลการประเมิน ITA {year} เทศบาลตำบลบ้านตัวอย่าง.pdf"
        for year in ("2565", "2566", "๒๕๖๕", "๒๕๖๖")
    }
    for office in ("อบต." + "ยาว" * 100, 'ก/ข\\ค:ง*?"<>|.'):
        with sample.deed("ชื่อ"):
            sample.connection.execute("UPDATE office SET name = ?", (office,))
        name = file_name(freeze(sample, "score-summary", 2566, Digits.THAI).document, "xlsx")
        assert name.endswith(".xlsx")
        assert not set(name) & set('<>:"/\\|?*')
        (tmp_path / f"{name}.part").write_bytes(b"")


def test_a_plan_is_called_by_all_its_years(sample: DataFile) -> None:
    for paper, years in (("plan", "๒๕๖๖–๒๕๗๐"), ("plan-progress", "๒๕๖๖")):
        name = file_name(freeze(sample, paper, 2566, Digits.THAI).document, "pdf")
        assert f" {years} " in name


def test_the_offices_mark_is_part_of_every_paper(sample: DataFile) -> None:
    picture = b"\x89PNG\r\n\x1a\n"
    with sample.deed("เปลี่ยนตรา"):
        save_mark(sample, picture)
    assert freeze(sample, "score-summary", 2566, Digits.THAI).document.mark == picture
    with sample.deed("นำตราออก"):
        remove_mark(sample)
    assert freeze(sample, "score-summary", 2566, Digits.THAI).document.mark == b""
