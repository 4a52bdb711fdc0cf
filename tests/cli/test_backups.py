"""backup, restore and verify as processes: JSON, exit codes, one Thai sentence, nothing lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.workflows.opening import open_file

Run = Callable[..., Any]


def is_one_thai_sentence(text: str) -> bool:
    return text.count("\n") == 1 and any("ก" <= letter <= "๙" for letter in text)


@pytest.fixture
def backup(run: Run, sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "สำรอง.ita"
    made = run("backup", sample, "-o", path)
    assert (made.code, made.err) == (0, "")
    return path


def test_backup_verify_restore_and_what_was_there_is_kept(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "สำรอง.ita"
    made = run("backup", sample, "-o", path)
    assert (made.code, made.err) == (0, "")
    assert made.result["file"] == str(path)
    assert made.result["path"] == str(sample)
    assert made.result["rows"]["score"] == 186
    told = run("verify", path)
    assert (told.code, told.err) == (0, "")
    assert (told.result["sound"], told.result["findings"]) == (True, [])
    assert {**made.result, "file": str(path)} == {"file": str(path), **told.result["backup"]}
    plain = run("verify", sample)
    assert plain.result["backup"] is None
    assert plain.result["rows"] == told.result["rows"]
    before = sample.read_bytes()
    back = run("restore", path, "-o", sample)
    assert (back.code, back.err) == (0, "")
    assert back.result["proved"] is True
    assert back.result["made"] == made.result["made"]
    assert back.result["kept"] == f"{sample}.replaced"
    assert Path(back.result["kept"]).read_bytes() == before
    assert run("info", sample).result["rows"] == run("info", back.result["kept"]).result["rows"]
    assert run("restore", sample, "-o", "สำเนา.ita").result["proved"] is False
    again = run("backup", sample, "-o", path)
    assert again.code == 0, "an older backup of the same file is replaced"


def test_a_turned_bit_is_told_and_nothing_is_written(
    run: Run, sample: Path, backup: Path, tmp_path: Path
) -> None:
    data = bytearray(backup.read_bytes())
    data[70_000] ^= 8
    backup.write_bytes(bytes(data))
    there = sorted(tmp_path.rglob("*"))
    told = run("verify", backup)
    assert told.code == 1
    assert is_one_thai_sentence(told.err)
    assert (told.result["sound"], len(told.result["findings"])) == (False, 1)
    before = sample.read_bytes()
    refused = run("restore", backup, "-o", sample)
    assert (refused.code, refused.out) == (1, "")
    assert is_one_thai_sentence(refused.err)
    assert sample.read_bytes() == before
    assert sorted(tmp_path.rglob("*")) == there


@pytest.mark.parametrize(
    "arguments",
    [
        ["backup", "ไม่มี.ita", "-o", "x.ita"],
        ["backup", "{file}", "-o", "{file}"],
        ["backup", "{file}", "-o", "อื่น.txt"],
        ["backup", "{file}", "-o", "."],
        ["backup", "{file}", "-o", "ไม่มี/x.ita"],
        ["backup", "อื่น.txt", "-o", "x.ita"],
        ["restore", "ไม่มี.ita", "-o", "x.ita"],
        ["restore", "อื่น.txt", "-o", "x.ita"],
        ["restore", "{file}", "-o", "{file}"],
        ["restore", "{file}", "-o", "."],
        ["restore", "{file}", "-o", "ไม่มี/x.ita"],
        ["verify", "ไม่มี.ita"],
        ["verify", "."],
    ],
)
def test_refusals_are_one_sentence_and_change_nothing(
    run: Run, sample: Path, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "อื่น.txt").write_text("อย่าเขียนทับ" * 50, "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    answer = run(*(part.format(file=sample) for part in arguments))
    assert (answer.code, answer.out) == (1, "")
    assert is_one_thai_sentence(answer.err)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_backup_of_another_file_is_not_written_over(run: Run, backup: Path) -> None:
    run("new", "อีกไฟล์.ita", "--sample")
    before = backup.read_bytes()
    refused = run("backup", "อีกไฟล์.ita", "-o", backup)
    assert refused.code == 1
    assert "ไม่ใช่ไฟล์สำรองของไฟล์ข้อมูลนี้" in refused.err
    assert backup.read_bytes() == before


def test_a_file_that_a_window_holds_is_backed_up_and_not_replaced(
    run: Run, sample: Path, backup: Path
) -> None:
    file = open_file(sample)
    assert run("backup", sample, "-o", "อีกชุด.ita").code == 0
    refused = run("restore", backup, "-o", sample)
    assert refused.code == 1
    assert "เปิดแก้ไขอยู่" in refused.err
    file.close()
    assert run("restore", backup, "-o", sample).code == 0


def test_what_is_no_whole_file_of_ours_is_told_with_its_reason(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ว่าง.ita").write_bytes(b"")
    told = run("verify", "ว่าง.ita")
    assert told.code == 1
    assert is_one_thai_sentence(told.err)
    assert told.result["sound"] is False
    assert told.result["findings"] == [told.err.strip()]
