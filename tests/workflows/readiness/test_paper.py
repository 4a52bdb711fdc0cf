"""ใบตรวจความพร้อม from a file: the same on the same day, one green page, never read as scores."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ita_desktop.documents.model import Digits, Ground
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.check import check
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import read_tables
from ita_desktop.workflows.opening import new_file, new_sample_file
from tests.workflows.clean_year import OFFICE, TODAY, YEAR, clean_file

DAY = date(2023, 4, 5)


def test_a_clean_year_is_one_green_page(tmp_path: Path) -> None:
    file = clean_file(tmp_path / "ครบ.ita")
    assert check(file, YEAR, TODAY) == ()
    frozen = freeze(file, "readiness", YEAR, Digits.THAI, today=TODAY)
    grounds = {
        cell.ground
        for table in frozen.document.tables()
        for row in table.rows
        for cell in row.cells
        if cell is not None
    }
    assert grounds == {None, Ground.GREEN}
    assert draw(frozen, "pdf", tmp_path / "ใบตรวจ.pdf").pages == 1
    file.close()


def test_the_same_day_gives_the_same_paper_and_another_day_another(tmp_path: Path) -> None:
    file = new_sample_file(tmp_path / "ตัวอย่าง.ita")
    made = [freeze(file, "readiness", 2566, Digits.THAI, today=day) for day in (DAY, DAY)]
    pages = [draw(one, "pdf", tmp_path / f"{n}.pdf").path for n, one in enumerate(made)]
    assert pages[0].read_bytes() == pages[1].read_bytes()
    later = freeze(file, "readiness", 2566, Digits.THAI, today=date(2023, 10, 5))
    assert later.document != made[0].document
    file.close()


def test_its_workbook_has_the_colours_and_is_not_taken_for_scores(tmp_path: Path) -> None:
    file = new_sample_file(tmp_path / "ตัวอย่าง.ita")
    frozen = freeze(file, "readiness", 2566, Digits.THAI, today=DAY, kind="xlsx")
    path = draw(frozen, "xlsx", tmp_path / "ใบตรวจ.xlsx").path
    book = load_workbook(path)
    assert book.sheetnames == ["ผลการตรวจ", "ความก้าวหน้า", "สิ่งที่ยังขาด"]
    band = book["ผลการตรวจ"]["A3"]
    assert (band.value, band.fill.fgColor.rgb) == ("ยังไม่พร้อมส่ง", f"FF{Ground.RED.rgb}")
    file.close()
    with pytest.raises(ClerkError, match="ไม่พบตารางที่รู้จัก"):
        read_tables(path)


def test_a_year_with_nothing_entered_is_not_called_ready(tmp_path: Path) -> None:
    file = new_file(tmp_path / "ว่าง.ita", OFFICE, YEAR)
    frozen = freeze(file, "readiness", YEAR, Digits.ARABIC, today=TODAY)
    assert "ยังไม่ได้เริ่มบันทึกข้อมูลของปีนี้" in str(frozen.document.tables()[0].rows[0])
    with pytest.raises(ClerkError, match="ไม่มีข้อมูลปีงบประมาณ 2560"):
        freeze(file, "readiness", 2560, Digits.ARABIC, today=TODAY)
    file.close()
