"""Every command of the contract as a process: exit code, JSON, one Thai sentence, no traceback."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.cli.wrong_usage import in_thai

Run = Callable[..., Any]
THAI = re.compile("[ก-๙]")


def is_one_thai_sentence(text: str) -> bool:
    """Say whether text is one line that speaks Thai and is no traceback."""
    return text.count("\n") == 1 and bool(THAI.search(text)) and "Traceback" not in text


def test_a_new_file_is_made_once_and_told_about(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ไฟล์ ใหม่.ita"
    made = run("new", path, "--sample")
    assert (made.code, made.err) == (0, "")
    assert made.result["years"] == [2564, 2565, 2566]
    content = path.read_bytes()
    again = run("new", path)
    assert (again.code, again.out) == (1, "")
    assert is_one_thai_sentence(again.err)
    assert path.read_bytes() == content
    told = run("info", path)
    assert told.result == made.result
    assert told.result["health"] == {"sound": True, "findings": []}
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_commands_answer_is_utf_8_whatever_the_machine_speaks(run: Run, sample: Path) -> None:
    """The processes run under LC_ALL=C; Windows has its own code page."""
    answer = run("dump", sample, "--year", "๒๕๖๖")
    assert answer.result["office"]["name"] == "เทศบาลตำบลบ้านตัวอย่าง"
    assert "เทศบาลตำบลบ้านตัวอย่าง" in answer.out
    assert list(answer.result["years"]) == ["2566"]


REFUSED: dict[str, list[str]] = {
    "missing file": ["info", "ไม่มี.ita"],
    "folder as file": ["info", "."],
    "missing workbook": ["import", "{file}", "ไม่มี.xlsx"],
    "data file as workbook": ["import", "{file}", "{file}"],
    "unknown year": ["dump", "{file}", "--year", "2570"],
    "unknown paper": ["export", "{file}", "plan-b", "--year", "2566", "-o", "x.pdf"],
    "year without data": ["export", "{file}", "score-summary", "--year", "2568", "-o", "x.pdf"],
    "name and format differ": [
        *("export", "{file}", "score-summary", "--year", "2566"),
        *("--format", "pdf", "-o", "x.xlsx"),
    ],
    "name of a workbook that is none": [
        *("export", "{file}", "announcement", "--year", "2566"),
        *("--format", "pdf", "-o", "x.xlsx"),
    ],
    "unknown format": ["export", "{file}", "score-summary", "--year", "2566", "-o", "x.docx"],
    "no format": ["export", "{file}", "score-summary", "--year", "2566", "-o", "x"],
    "missing folder": ["export", "{file}", "score-summary", "--year", "2566", "-o", "ไม่มี/x.xlsx"],
    "unknown font": [
        *("export", "{file}", "score-summary", "--year", "2566", "-o", "x.pdf"),
        *("--font", "ไม่มีแบบอักษรนี้"),
    ],
    "over the data file": [
        *("export", "{file}", "score-summary", "--year", "2566", "-o", "{file}"),
        *("--format", "pdf"),
    ],
    "over a folder": [
        *("export", "{file}", "score-summary", "--year", "2566", "-o", "."),
        *("--format", "xlsx"),
    ],
    "new in a missing folder": ["new", "ไม่มี/ใหม่.ita"],
    "a name that is no text": ["info", "\udcff.ita"],
    "too long a name": ["info", f"{'ก' * 300}.ita"],
    "too long a name to verify": ["verify", f"{'ก' * 300}.ita"],
    "too long a name to back up": ["backup", f"{'ก' * 300}.ita", "-o", "x.ita"],
    "too long a name to restore": ["restore", f"{'ก' * 300}.ita", "-o", "x.ita"],
    "restored to too long a name": ["restore", "{file}", "-o", f"{'ก' * 300}.ita"],
    "restored into too long a name": ["restore", "{file}", "-o", f"{'ก' * 300}/x.ita"],
    "an import from a folder": ["import", "{file}", "."],
    "an import from too long a name": ["import", "{file}", f"{'ก' * 300}.xlsx"],
    "exported to too long a name": [
        *("export", "{file}", "score-summary", "--year", "2566", "-o", f"{'ก' * 300}.xlsx")
    ],
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_refusal_is_code_1_and_one_sentence_and_nothing_is_written(
    run: Run, tmp_path: Path, sample: Path, kind: str
) -> None:
    content = sample.read_bytes()
    answer = run(*(argument.replace("{file}", str(sample)) for argument in REFUSED[kind]))
    assert (answer.code, answer.out) == (1, "")
    assert is_one_thai_sentence(answer.err), answer.err
    assert "ข้อผิดพลาดของโปรแกรม" not in answer.err
    assert sample.read_bytes() == content
    assert [path.name for path in tmp_path.rglob("*")] == ["งาน ITA", sample.name]


def test_a_name_without_an_ending_is_told_as_that(run: Run, sample: Path) -> None:
    answer = run("export", str(sample), "announcement", "--year", "2566", "-o", "ประกาศ")
    assert "“ประกาศ” ไม่มีนามสกุล กรุณาเติมนามสกุล pdf" in answer.err


EXPORT = ["export", "a.ita", "score-summary"]
WRONG: dict[str, tuple[list[str], str]] = {
    "no year": ([*EXPORT, "-o", "x.pdf"], "ยังไม่ได้ระบุ --year"),
    "no workbook": (["import", "a.ita"], "ยังไม่ได้ระบุ WORKBOOK"),
    "no command": (["--nonsense"], "ยังไม่ได้ระบุ COMMAND"),
    "no value": ([*EXPORT, "-o", "x.pdf", "--year"], "ยังไม่ได้ระบุค่าหลัง --year"),
    "unknown format": (
        [*EXPORT, "--year", "2566", "--format", "docx", "-o", "x"],
        "--format เป็น 'docx' ไม่ได้ เลือกได้",
    ),
    "unknown round": ([*EXPORT, "--year", "2566", "--round", "9", "-o", "x"], "--round เป็น 9 ไม่ได้"),
    "round in words": ([*EXPORT, "--round", "หก"], "--round ต้องเป็นตัวเลข ไม่ใช่ 'หก'"),
    "year of our Lord": ([*EXPORT, "--year", "2023", "-o", "x.pdf"], "--year: "),
    "unknown command": (["plans", "a.ita"], "ไม่มีคำสั่ง 'plans' ใช้ได้ 'new', 'info'"),
    "unknown option": (["info", "a.ita", "--all"], "ไม่รู้จัก --all"),
    "half an option": ([*EXPORT, "--fo", "pdf"], "--fo หมายถึงได้หลายตัวเลือก"),
    "value too many": (["new", "a.ita", "--sample=3"], "--sample ไม่รับค่า '3'"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_wrong_usage_is_code_2_with_the_usage_and_a_thai_sentence(
    run: Run, tmp_path: Path, kind: str
) -> None:
    arguments, words = WRONG[kind]
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("วิธีใช้: ita-desktop")
    assert f"ใช้คำสั่งไม่ถูกต้อง: {words}" in answer.err
    assert not re.search("argument|required|invalid|Traceback", answer.err)
    assert list(tmp_path.iterdir()) == []


def test_what_argparse_may_say_one_day_is_not_lost() -> None:
    assert in_thai("something new") == "something new"


@pytest.mark.parametrize("arguments", [["--help"], ["export", "-h"]])
def test_help_is_in_thai(run: Run, arguments: list[str]) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("วิธีใช้: ita-desktop")
    assert "ตัวเลือก:" in answer.out
    lines = [line for line in answer.out.splitlines() if "  " in line.strip()]
    assert lines
    assert all(THAI.search(line) for line in lines), "something is explained in English only"
    assert "options" not in answer.out
    assert "show this" not in answer.out


def test_documents_lists_every_paper_with_its_formats(run: Run) -> None:
    papers = {paper["id"]: paper for paper in run("documents").result}
    assert papers["score-summary"]["formats"] == ["pdf", "xlsx"]
    assert all(THAI.search(paper["title"]) for paper in papers.values())


def test_an_import_is_tried_then_done_then_nothing_new(
    run: Run, tmp_path: Path, sample: Path, make_workbook: Callable[..., Path]
) -> None:
    path = make_workbook(
        tmp_path / "คะแนน ใหม่.xlsx", ["ปี 2566"], ["ข้อ", "คะแนน"], ["i1", "๘๘.๑๓"], ["i2", 0.86]
    )
    content = sample.read_bytes()
    tried = run("import", sample, path, "--dry-run")
    assert (tried.code, tried.err, tried.result["applied"]) == (0, "", False)
    assert sample.read_bytes() == content
    done = run("import", sample, path, "--year", "2566")
    assert done.code == 0
    assert done.result == {**tried.result, "applied": True}
    assert done.result == {
        "year": 2566,
        "sheets": [
            {
                "sheet": "Sheet",
                "kind": "scores-by-item",
                "added": 0,
                "changed": 2,
                "unchanged": 0,
            }
        ],
        "findings": done.result["findings"],
        "changes": [
            {"code": "i1", "before": "95.20", "after": "88.13"},
            {"code": "i2", "before": "94.86", "after": "0.86"},
        ],
        "measures": [],
        "risks": [],
        "oit": [],
        "plan": [],
        "applied": True,
    }
    (finding,) = done.result["findings"]
    assert finding.keys() == {"severity", "sheet", "cell", "found", "wanted", "message"}
    assert (finding["severity"], finding["cell"], finding["found"]) == ("warning", "B4", "0.86")
    scores = run("dump", sample).result["years"]["2566"]["scores"]
    assert (scores["i1"], scores["i2"]) == ("88.13", "0.86")


def test_an_import_with_an_error_is_refused_with_the_findings_on_standard_output(
    run: Run, tmp_path: Path, sample: Path, make_workbook: Callable[..., Path]
) -> None:
    path = make_workbook(tmp_path / "คะแนน.xlsx", ["ข้อ", "คะแนน"], ["i1", 90], ["i2", 101])
    content = sample.read_bytes()
    answer = run("import", sample, path, "--year", "2566")
    assert answer.code == 1
    assert is_one_thai_sentence(answer.err)
    assert "B3" in answer.err
    assert not answer.result["applied"]
    assert [finding["cell"] for finding in answer.result["findings"]] == ["B3"]
    assert sample.read_bytes() == content


@pytest.mark.parametrize("name", ["สรุป คะแนน.pdf", "สรุป.XLSX"])
def test_a_paper_is_exported_to_a_thai_name_with_a_space(
    run: Run, tmp_path: Path, sample: Path, name: str
) -> None:
    out = tmp_path / name
    content = sample.read_bytes()
    answer = run(
        *("export", sample, "score-summary", "--year", "2566"),
        *("--digits", "arabic", "-o", out),
    )
    assert (answer.code, answer.err) == (0, "")
    kind = out.suffix.lower()[1:]
    assert answer.result == {
        "document": "score-summary",
        "format": kind,
        "file": str(out),
        "pages": answer.result["pages"],
        "missing_letters": [],
    }
    assert (answer.result["pages"] is None) == (kind == "xlsx")
    assert out.read_bytes()[:2] in (b"%P", b"PK")
    assert sample.read_bytes() == content


def test_a_paper_in_th_sarabun_new_has_that_face_in_it(
    run: Run, tmp_path: Path, sample: Path, shared: Path
) -> None:
    tool = shutil.which("pdffonts")
    if tool is None:
        pytest.skip("poppler is not installed")
    out = tmp_path / "สรุป.pdf"
    font = shared / "fonts" / "THSarabunNew.ttf"
    answer = run("export", sample, "score-summary", "--year", "2566", "--font", font, "-o", out)
    assert (answer.code, answer.result["missing_letters"]) == (0, [])
    fonts = subprocess.run([tool, str(out)], capture_output=True, text=True, check=True).stdout
    faces = [line.split() for line in fonts.splitlines()[2:]]
    assert faces
    assert all("THSarabunNew" in face[0] and face[-5] == "yes" for face in faces), fonts


@pytest.mark.parametrize("kind", ["cut", "newer", "text"])
def test_a_bad_data_file_is_refused_and_kept_as_it_is(run: Run, sample: Path, kind: str) -> None:
    content = sample.read_bytes()
    bad = {
        "cut": content[:20_000],
        "newer": content[:60] + b"\0\0\0\x09" + content[64:],
        "text": b"i1,80\n",
    }[kind]
    sample.write_bytes(bad)
    answer = run("dump", sample)
    assert (answer.code, answer.out) == (1, "")
    assert is_one_thai_sentence(answer.err)
    assert sample.read_bytes() == bad
