"""What would cost too much or does harm is refused before it is opened."""

import io
import os
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from ita_desktop.errors import ClerkError
from ita_desktop.xlsx.reader import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def parts() -> dict[str, bytes]:
    book = Book()
    assert book.active is not None
    book.active["A1"] = "คะแนน"
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def write(path: Path, content: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for part, data in content.items():
            archive.writestr(part, data)
    return path


def refused(path: Path, why: str) -> None:
    with pytest.raises(ClerkError, match=re.escape(why)) as refusal:
        read_workbook(path)
    assert path.name in str(refusal.value)


def rows(count: int) -> bytes:
    body = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, count + 1))
    return sheet(f"<sheetData>{body}</sheetData>")


def sheet(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}">{body}</worksheet>'.encode()


def test_20000_rows_are_read_and_20001_refused(tmp_path: Path) -> None:
    content = parts()
    content[SHEET] = rows(20_000)
    book = read_workbook(write(tmp_path / "most.xlsx", content))
    assert book.sheets[0].last_row == 20_000
    content[SHEET] = rows(20_001)
    refused(write(tmp_path / "over.xlsx", content), "๒๐,๐๐๐ แถว")


def test_rows_of_all_sheets_count_together(tmp_path: Path) -> None:
    content = parts()
    content[SHEET] = rows(15_000)
    content["xl/worksheets/sheet2.xml"] = rows(15_000)
    refused(write(tmp_path / "two.xlsx", content), "๒๐,๐๐๐ แถว")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "ผสาน"),
        ('<sheetData/><mergeCells><mergeCell ref="A:Z"/></mergeCells>', "ผสาน"),
        (
            '<sheetData/><hyperlinks><hyperlink ref="A1:XFD9999" location="x"/></hyperlinks>',
            "ผสานหรือทำลิงก์",
        ),
        ("<sheetData><row r='1'>" + "<c/>" * 300_001 + "</row></sheetData>", "๓๐๐,๐๐๐ เซลล์"),
        ("<a>" * 100 + "</a>" * 100, "ซับซ้อน"),
        ("<cols>" + '<col min="1" max="1"/>' * 100_001 + "</cols>", "ซับซ้อน"),
    ],
)
def test_a_costly_sheet_is_refused(body: str, why: str, tmp_path: Path) -> None:
    content = parts()
    content[SHEET] = sheet(body)
    refused(write(tmp_path / "costly.xlsx", content, zipfile.ZIP_STORED), why)


def test_a_zip_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    content = parts()
    content[SHEET] = sheet("<sheetData/>" + " " * 59_000_000)
    path = write(tmp_path / "bomb.xlsx", content)
    tracemalloc.start()
    refused(path, "คลายออกแล้วใหญ่ผิดปกติ")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000


def test_a_part_larger_than_its_entry_says_is_refused(tmp_path: Path) -> None:
    """The directory promises few bytes, the stream holds 50 MB of them."""
    content = parts()
    content[SHEET] = sheet(" " * 50_000_000)
    path = write(tmp_path / "liar.xlsx", content)
    raw = path.read_bytes()
    true_size = len(content[SHEET]).to_bytes(4, "little")
    assert raw.count(true_size) == 2
    path.write_bytes(raw.replace(true_size, (5_000).to_bytes(4, "little")))
    tracemalloc.start()
    refused(path, "เสียหาย")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused(encoding: str, tmp_path: Path) -> None:
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE w [<!ENTITY a "ฮ่า"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData>"
        "</worksheet>"
    )
    for part in (SHEET, "xl/workbook.xml", "[Content_Types].xml", "docProps/core.xml"):
        content = parts()
        content[part] = bomb.encode(encoding)
        refused(write(tmp_path / "entities.xlsx", content), "DOCTYPE")


@pytest.mark.parametrize(
    "part",
    [
        *("../evil.xml", "/etc/evil.xml", "C:/evil.xml", "xl/../../e.xml"),
        # on Windows zipfile takes it for xl/evil.xml, both ways
        *(() if os.sep == "\\" else ("xl\\evil.xml",)),
    ],
)
def test_path_tricks_are_refused(part: str, tmp_path: Path) -> None:
    refused(write(tmp_path / "trick.xlsx", {**parts(), part: b"<a/>"}), "ชื่อส่วนประกอบผิดปกติ")


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    content = {**parts(), SHEET.upper(): b"<a/>"}
    refused(write(tmp_path / "twice.xlsx", content), "ชื่อส่วนประกอบผิดปกติ")


def test_macros_are_refused(tmp_path: Path) -> None:
    refused(write(tmp_path / "name.xlsm", parts()), "มาโคร")
    with_macro = {**parts(), "xl/vbaProject.bin": b"x"}
    refused(write(tmp_path / "inside.xlsx", with_macro), "มาโคร")


def test_501_parts_are_refused(tmp_path: Path) -> None:
    many = {f"xl/x{number}.xml": b"<a/>" for number in range(501)}
    refused(write(tmp_path / "parts.xlsx", {**parts(), **many}), "๕๐๐ ส่วน")


def test_more_than_20_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(2**31)
    refused(path, "๒๐ เมกะไบต์")


def test_links_to_other_workbooks_are_not_followed(tmp_path: Path) -> None:
    content = parts()
    content["xl/externalLinks/externalLink1.xml"] = b"this would not even be XML"
    content["xl/media/image1.png"] = b"\x89PNG broken"
    book = read_workbook(write(tmp_path / "links.xlsx", content))
    assert book.sheets[0].at(1, 1).value == "คะแนน"
