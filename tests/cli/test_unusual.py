"""Commands on files and for users that are not as usual."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.db.scores import fiscal_years
from ita_desktop.workflows.opening import open_file

Run = Callable[..., Any]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER more AFTER INSERT ON score BEGIN DELETE FROM unit; END",
        "DROP TABLE item_text",
        "UPDATE office SET kind = 'เมืองพิเศษ'",
        "UPDATE office SET keep_from = 'abc'",
    ],
)
@pytest.mark.parametrize("command", ["dump", "info", "import"])
def test_a_data_file_with_strange_content_is_refused_in_one_sentence(
    run: Run, sample: Path, make_workbook: Callable[..., Path], command: str, statement: str
) -> None:
    with closing(sqlite3.connect(sample, isolation_level=None)) as connection:
        connection.execute("UPDATE current_deed SET deed = 1")
        connection.execute(statement)
        connection.execute("UPDATE current_deed SET deed = NULL")
    content = sample.read_bytes()
    book = make_workbook(sample.parent / "คะแนน.xlsx", ["ข้อ", "คะแนน"], ["i1", 90])
    answer = run(command, sample, *([book, "--year", "2566"] if command == "import" else []))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"ไฟล์ {sample.name} ")
    assert answer.err.count("\n") == 1
    assert sample.read_bytes() == content


def test_a_new_file_has_no_year_until_an_import_brings_its_first_which_stays(
    run: Run, tmp_path: Path, make_workbook: Callable[..., Path]
) -> None:
    path = tmp_path / "ใหม่.ita"
    assert run("new", path).result["years"] == []
    book = make_workbook(tmp_path / "คะแนน.xlsx", ["ข้อ", "คะแนน"], ["i1", 90])
    assert run("import", path, book, "--year", "2565").code == 0
    file = open_file(path)
    assert file.undo() is not None
    assert fiscal_years(file) == (2565,)
    assert file.undo() is None
    file.close()
    assert run("dump", path).result["years"]["2565"]["scores"] == {}


@pytest.mark.skipif(sys.platform == "win32", reason="names of users are texts there")
def test_a_user_whose_name_is_no_text_can_work(
    run: Run, sample: Path, make_workbook: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "root\udcff")
    book = make_workbook(sample.parent / "คะแนน.xlsx", ["ข้อ", "คะแนน"], ["i1", 90.5])
    answer = run("import", sample, book, "--year", "2566")
    assert (answer.code, answer.err) == (0, "")
    file = open_file(sample)
    deed = file.next_undo()
    assert deed is not None
    assert deed.person == "root?"
    file.close()
