"""Which files are taken as evidence, and what they are called on a disk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.evidence import (
    ENDINGS,
    KINDS,
    LARGEST_FILE,
    check_kind,
    check_size,
    ending_of,
    in_megabytes,
    kind_of,
    safe_name,
    stored_name,
)
from ita_desktop.errors import ClerkError

PROGRAMS = (
    *("โปรแกรม.exe", "a.bat", "a.cmd", "a.js", "a.vbs", "ทางลัด.lnk", "a.scr", "a.msi", "a.ps1"),
    *("a.hta", "หนังสือ.docm", "ตาราง.xlsm", "a.pptm", "a.com", "a.pif", "a.jar", "a.html", "a.svg"),
    *("a.pdf.exe", "a.exe.", "a.exe ", "ไม่มีนามสกุล", ".pdf", "a.iso", "a.url", "a.7z"),
)


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_not_on_the_list_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ClerkError, match="แนบได้เฉพาะ"):
        check_kind(name, b"%PDF-1.7")
    assert kind_of(name) is None


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("head", [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\n"])
def test_a_program_under_another_name_is_refused(ending: str, head: bytes) -> None:
    with pytest.raises(ClerkError, match="เนื้อไฟล์ไม่ใช่"):
        check_kind(f"คำสั่ง{ending}", head + b"%PDF-1.7")


def test_each_kind_is_known_by_its_first_bytes() -> None:
    for kind in KINDS:
        for ending in kind.endings:
            for beginning in kind.beginnings or (b"", "ข้อความ".encode(), b"\xff\xfe\x01\x0e"):
                assert check_kind(f"คำสั่ง{ending.upper()}", beginning + b"rest") is kind


@pytest.mark.parametrize("name", ["คำสั่ง.png", "คำสั่ง.docx", "คำสั่ง.doc", "คำสั่ง.txt", "คำสั่ง.zip"])
def test_a_pdf_is_not_taken_for_another_kind(name: str) -> None:
    with pytest.raises(ClerkError, match="เนื้อไฟล์ไม่ใช่"):
        check_kind(name, b"%PDF-1.7")


def test_a_reader_of_pdf_allows_bytes_before_the_mark() -> None:
    assert check_kind("สแกน.pdf", b"\xef\xbb\xbf\n%PDF-1.4").name == "PDF"


def test_sizes() -> None:
    check_size("a.pdf", 1)
    check_size("a.pdf", LARGEST_FILE)
    with pytest.raises(ClerkError, match="ไฟล์ว่าง"):
        check_size("a.pdf", 0)
    with pytest.raises(ClerkError, match=r"20\.1 MB เกิน 20 MB .*150–200 dpi"):
        check_size("a.pdf", LARGEST_FILE + 1)
    shown = [in_megabytes(size) for size in (1, 655_360, 1_048_576, 3_500_000, LARGEST_FILE)]
    assert shown == ["1 KB", "640 KB", "1 MB", "3.4 MB", "20 MB"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("คำสั่ง ที่ 12/2566.pdf", "คำสั่ง ที่ 12_2566.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("com¹.txt", "_com¹.txt"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("..\\..\\a.pdf", "..__..__a.pdf".replace("__", "_")),
        ("ชื่อ.pdf. .", "ชื่อ.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("", "ไม่มีชื่อ"),
        ("...", "_"),
    ],
)
def test_names_windows_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    made = safe_name("หลักฐาน" * 60 + ".PDF")
    assert made.endswith(".PDF")
    assert len(made.encode()) <= 180


@given(st.text(max_size=300))
def test_any_name_is_made_safe_and_stays_so(name: str) -> None:
    made = safe_name(stored_name(name))
    assert made
    assert not set(made) & set('<>:"/\\|?*\n\r\t\0')
    assert not made.endswith((" ", "."))
    assert len(made.encode()) <= 190
    assert safe_name(made) == made
    assert ending_of(made) == ending_of(made.lower())
