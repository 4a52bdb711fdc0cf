"""The proof of a file: what SQLite does not see, the change log does."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from ita_desktop.db.backing_up import make_backup
from ita_desktop.db.change_log import log_triggers
from ita_desktop.db.connection import connect
from ita_desktop.db.old_history import forget, older_than
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.proof import prove, prove_backup
from ita_desktop.db.putting_back import put_back
from ita_desktop.db.schema import LOGGED_TABLES, SCHEMA_VERSION
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import verify

FILES = Path(__file__).parents[1] / "files"


@pytest.fixture
def path(tmp_path: Path, sample_bytes: bytes) -> Path:
    made = tmp_path / "งาน.ita"
    made.write_bytes(sample_bytes)
    return made


@contextmanager
def unlogged(path: Path) -> Generator[sqlite3.Connection]:
    """Write past the change log, as a bad disk does; the file then looks as it was made."""
    with closing(connect(path)) as connection:
        triggers = [one for table in LOGGED_TABLES for one in log_triggers(connection, table)]
        for trigger in triggers:
            connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection
        for trigger in triggers:
            connection.execute(trigger)


def test_a_sound_file_has_no_findings_after_any_deeds(path: Path) -> None:
    file = open_data_file(path, "สมชาย")
    with file.deed("แก้คะแนน"):
        file.connection.execute("UPDATE score SET value = '12.5' WHERE id = 3")
        file.connection.execute("DELETE FROM score WHERE id = 4")
        file.connection.execute("INSERT INTO mark (id, picture) VALUES (1, x'89504E470D0A1A0A00')")
    with file.deed("เพิ่มหน่วยงาน"):
        name = 'ชื่อ "ก" \\ ข\nค'
        file.connection.execute("INSERT INTO unit (name, position) VALUES (?, 9)", (name,))
    for _ in range(2):
        file.undo()
    file.redo()
    found = prove(path)
    assert (found.findings, found.sound, found.schema_version) == ((), True, SCHEMA_VERSION)
    assert found.rows["deed"] == 6
    file.close()


def test_a_score_that_silently_became_another_is_found(path: Path) -> None:
    with unlogged(path) as connection:
        connection.execute("UPDATE score SET value = '12.34' WHERE id = 5")
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert prove(path).findings == ("ตาราง score แถว 5 ไม่ตรงกับประวัติการแก้ไข",)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM score WHERE id = 5",
        "UPDATE score SET code = 'x' WHERE id = 186",
        "UPDATE fiscal_year SET id = 2570 WHERE id = 2566",
        "UPDATE office SET name = 'อื่น'",
        (
            "INSERT INTO change (deed, table_name, row_id, old, new)"
            """ VALUES (1, 'score', 999, NULL, '{"id":999,"value":"1"}')"""
        ),
        "UPDATE change SET new = '[]' WHERE id = 5",
        "UPDATE change SET new = '{' WHERE id = 5",
        "UPDATE current_deed SET deed = 1",
        "UPDATE score SET fiscal_year = 2600 WHERE id = 7",
    ],
)
def test_what_the_log_does_not_know_of_is_found(path: Path, statement: str) -> None:
    with unlogged(path) as connection:
        connection.execute(statement)
    assert not prove(path).sound


def test_a_step_of_the_log_that_does_not_follow_from_the_one_before_is_found(path: Path) -> None:
    file = open_data_file(path, "สมชาย")
    for value in ("1", "2"):
        with file.deed("แก้คะแนน"):
            file.connection.execute("UPDATE score SET value = ? WHERE id = 5", (value,))
    file.close()
    with unlogged(path) as connection:
        connection.execute(
            "UPDATE change SET old = replace(old, '1', '7') WHERE id = (SELECT max(id) FROM change)"
        )
    assert prove(path).findings == ("ประวัติการแก้ไขของตาราง score แถว 5 ไม่ต่อเนื่องกัน",)


def test_later_steps_neither_mend_a_broken_one_nor_hide_what_was_known(path: Path) -> None:
    file = open_data_file(path, "สมชาย")
    for number in (5, 6):
        for column, value in (("value", "1"), ("code", f"x{number}")):
            with file.deed("แก้คะแนน"):
                file.connection.execute(
                    f"UPDATE score SET {column} = ? WHERE id = ?",  # noqa: S608 - our own
                    (value, number),
                )
    file.close()
    with unlogged(path) as connection:
        connection.execute("UPDATE score SET value = '2' WHERE id = 5")
        connection.execute(
            "UPDATE change SET new = '{' WHERE row_id = 6 AND table_name = 'score' AND old IS NULL"
        )
    assert prove(path).findings == (
        "ตาราง score แถว 5 ไม่ตรงกับประวัติการแก้ไข",
        "ประวัติการแก้ไขของตาราง score แถว 6 ไม่ต่อเนื่องกัน",
    )


def test_rows_whose_history_was_forgotten_are_not_judged(path: Path) -> None:
    file = open_data_file(path, "สมชาย")
    with file.deed("แก้คะแนน"):
        file.connection.execute("UPDATE score SET value = '1' WHERE id = 5")
    later = datetime.now(UTC) + timedelta(days=1)
    file.connection.execute("BEGIN")
    forget(file.connection, older_than(file.read, later).cut - 1)
    file.connection.execute("COMMIT")
    with file.deed("ลบคะแนน"):
        file.connection.execute("DELETE FROM score WHERE id IN (5, 6)")
    file.close()
    assert prove(path).sound


def test_a_stored_file_that_is_not_what_its_name_says_is_found(path: Path) -> None:
    file = open_data_file(path, "สมชาย")
    name = sha256(b"a").hexdigest()
    file.connection.execute("INSERT INTO content (sha256, data) VALUES (?, x'61')", (name,))
    file.close()
    assert prove(path).sound
    with closing(connect(path)) as connection:
        (trigger,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'content_stays'"
        ).fetchone()
        connection.execute("DROP TRIGGER content_stays")
        connection.execute("UPDATE content SET data = x'62'")
        connection.execute(trigger)
    assert prove(path).findings == ("ไฟล์แนบลำดับ 1 ไม่ตรงกับที่บันทึกไว้",)


def turn(path: Path, before: bytes, after: bytes) -> None:
    data = path.read_bytes()
    assert before in data
    path.write_bytes(data.replace(before, after))


def test_a_text_that_is_none_any_more_is_told_and_the_file_can_be_replaced(
    path: Path, tmp_path: Path
) -> None:
    """SQLite gives such a text back; Python does not take it, and says so without a number."""
    make_backup(path, tmp_path / "สำรอง.ita", "timer", "0.1.0")
    turn(path, "เทศบาลตำบลบ้านตัวอย่าง".encode(), "เทศบาลตำบลบ้านตัวอย่าง".encode()[:-1] + b"\xff")
    told = verify.verify(path)
    assert (told.sound, told.findings[-1]) == (False, "อ่านข้อมูลบางส่วนของไฟล์ไม่ได้")
    with pytest.raises(ClerkError, match="เสียหาย"):
        prove_backup(path)
    assert put_back(tmp_path / "สำรอง.ita", path) == path.with_name("งาน.ita.damaged")
    assert prove(path).sound


def test_a_number_of_the_log_that_is_a_text_now_is_told(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for was, becomes in (("row_id INTEGER", "row_id ANY"), ("row_id ANY", "row_id INTEGER")):
            connection.execute(
                "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'change'",
                (was, becomes),
            )
            if becomes == "row_id ANY":
                with closing(connect(path)) as other:
                    other.execute("UPDATE change SET row_id = 'five' WHERE id = 5")
    found = prove(path)
    assert found.findings[-1] == "อ่านข้อมูลบางส่วนของไฟล์ไม่ได้"
    assert len(found.findings) > 1


def test_a_table_more_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")
    assert prove(path).findings == ("โครงสร้างของไฟล์ไม่ตรงกับที่โปรแกรมสร้าง",)


def test_files_of_every_released_schema_are_sound(tmp_path: Path) -> None:
    for version in (1, 2):
        path = tmp_path / f"{version}.ita"
        shutil.copy(FILES / f"schema_{version}.ita", path)
        before = path.read_bytes()
        found = prove(path)
        assert (found.findings, found.schema_version) == ((), version)
        assert path.read_bytes() == before


def test_nothing_is_written_and_a_file_may_be_open_meanwhile(
    path: Path, content: Callable[..., object]
) -> None:
    file = open_data_file(path, "สมชาย")
    before, held = path.read_bytes(), content(file)
    assert prove(path).sound
    assert path.read_bytes() == before
    assert content(file) == held
    file.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="a path has 260 letters there")
def test_a_file_whose_name_leaves_no_room_for_a_journals_is_examined(path: Path) -> None:
    long = path.with_name(f"{'a' * 249}.ita")  # 253 of 255 letters
    path.rename(long)
    assert prove(long).sound


def test_overwritten_pages_and_foreign_files_are_told_in_thai(path: Path) -> None:
    data = path.read_bytes()
    for page in range(1, len(data) // 4096, 3):
        path.write_bytes(data[: page * 4096] + bytes(range(256)) * 16 + data[page * 4096 + 4096 :])
        found = prove(path)
        assert not found.sound, page
    path.write_bytes(b"x" * 5000)
    with pytest.raises(ClerkError, match="ไม่ใช่"):
        prove(path)
    told = verify.verify(path)
    assert (told.sound, told.schema_version) == (False, None)
    assert verify.unsound_sentence(path, told) == told.findings[0]
