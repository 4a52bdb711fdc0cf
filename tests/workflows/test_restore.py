"""A backup taken back: seen before, one deed, undone and done again; or a file put in place."""

# ruff: noqa: S608 - the tests' own words

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.lock import take_lock
from ita_desktop.db.old_history import forget
from ita_desktop.db.proof import prove
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.backups import back_up_to
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file
from ita_desktop.workflows.restore import look_inside, restore_file, take_back
from tests.kept_file import KeptFile

FILES = Path(__file__).parents[1] / "files"


@pytest.fixture
def file(kept_sample: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    opened = open_file(kept_sample.copy_to(tmp_path / "เทศบาล.ita"))
    yield opened
    opened.close()


@pytest.fixture
def backup(file: DataFile, tmp_path: Path) -> Path:
    return back_up_to(file.path, tmp_path / "สำรอง.ita").path


def content(file: DataFile) -> dict[str, list[tuple[object, ...]]]:
    return {table: file.read(f'SELECT * FROM "{table}" ORDER BY id') for table in LOGGED_TABLES}


def write(file: DataFile, name: str, *statements: str) -> None:
    with file.deed(name):
        for statement in statements:
            file.connection.execute(statement)


def test_what_is_newer_here_and_what_there_is_seen_before(file: DataFile, backup: Path) -> None:
    write(file, "แก้คะแนน", "UPDATE score SET value = '1' WHERE id <= 3")
    write(file, "ลบคะแนน", "DELETE FROM score WHERE id = 10")
    write(file, "เพิ่มหน่วยงาน", "INSERT INTO unit (name, position) VALUES ('กองช่าง', 9)")
    write(file, "เปลี่ยนใจ", "UPDATE office SET name = 'ใหม่'")
    file.undo()
    look = look_inside(backup, file.path)
    found = {one.table: one for one in look.comparison.tables}
    assert list(found) == ["unit", "score"]
    assert (found["score"].only_here, found["score"].only_there) == (0, 1)
    assert (found["score"].different, found["unit"].only_here) == (3, 1)
    assert [deed.name for deed in look.comparison.newer] == ["เพิ่มหน่วยงาน", "ลบคะแนน", "แก้คะแนน"]
    assert look.comparison.newer_count == 3
    assert look.comparison.same_history
    look.close()
    assert not look.copy.path.exists()


def test_taken_back_is_one_deed_that_undo_and_redo_know(file: DataFile, backup: Path) -> None:
    then = content(file)
    write(
        file,
        "แก้มาก",
        "DELETE FROM score WHERE fiscal_year = 2564",
        "DELETE FROM oit_item WHERE fiscal_year = 2564",
        "DELETE FROM fiscal_year WHERE id = 2564",
        "INSERT INTO fiscal_year (id) VALUES (2567)",
        "INSERT INTO score (fiscal_year, code, value) VALUES (2567, 'i1', '5')",
        "UPDATE score SET code = 'ก' WHERE id = 100",
        "UPDATE score SET code = (SELECT code FROM score WHERE id = 101) || 'x' WHERE id = 102",
        "INSERT INTO mark (id, picture) VALUES (1, x'89504E470D0A1A0A00')",
        "UPDATE office SET name = 'อีกแห่ง'",
    )
    now = content(file)
    look = look_inside(backup, file.path)
    assert take_back(file, look, "คืนข้อมูลจากไฟล์สำรอง")
    assert content(file) == then
    assert not take_back(file, look, "อีกครั้ง"), "nothing differs any more"
    look.close()
    undone = file.undo()
    assert undone is not None
    assert undone.name == "คืนข้อมูลจากไฟล์สำรอง"
    assert content(file) == now
    file.redo()
    assert content(file) == then
    assert prove(file.path).sound


def test_evidence_comes_back_with_its_files(file: DataFile, tmp_path: Path) -> None:
    name = sha256(b"a").hexdigest()
    file.connection.execute("INSERT INTO content (sha256, data) VALUES (?, x'61')", (name,))
    write(
        file,
        "แนบไฟล์",
        "INSERT INTO evidence (fiscal_year, code, name, sha256, added)"
        f" VALUES (2566, 'o1', 'ภาพ.png', '{name}', '2026-11-26')",
    )
    file.connection.execute("INSERT INTO content (sha256, data) VALUES (?, x'62')", ("b" * 64,))
    then = content(file)
    backup = back_up_to(file.path, tmp_path / "สำรอง.ita").path
    other = new_file(tmp_path / "อื่น.ita", None, 2566)
    look = look_inside(backup, other.path)
    assert not look.comparison.same_history
    assert look.comparison.newer == ()
    assert take_back(other, look, "คืนข้อมูล")
    assert content(other) == then
    assert other.read("SELECT data FROM content") == [(b"a",)]
    other.undo()
    assert content(other)["evidence"] == []
    look.close()
    other.close()


def test_a_backup_of_an_older_schema_is_taken_back_and_stays_as_it_is(
    file: DataFile, tmp_path: Path
) -> None:
    backup = back_up_to(FILES / "schema_1.ita", tmp_path / "เก่า.ita").path
    before = backup.read_bytes()
    look = look_inside(backup, file.path)
    assert take_back(file, look, "คืนข้อมูล")
    look.close()
    assert backup.read_bytes() == before
    older = new_sample_file(tmp_path / "x.ita")
    older.close()
    restore_file(backup, older.path)
    opened = open_file(older.path)
    assert content(opened) == content(file)
    opened.close()


def test_a_backup_older_than_what_is_left_of_the_history_is_still_of_this_file(
    file: DataFile, backup: Path
) -> None:
    write(file, "แก้คะแนน", "UPDATE score SET value = '1' WHERE id = 1")
    file.connection.execute("BEGIN")
    forget(file.connection, 2)
    file.connection.execute("COMMIT")
    look = look_inside(backup, file.path)
    assert look.comparison.same_history
    assert [deed.name for deed in look.comparison.newer] == ["แก้คะแนน"]
    look.close()


def test_another_file_is_no_earlier_state_of_this_one(file: DataFile, tmp_path: Path) -> None:
    """Neither a copy that went its own way, nor one with fewer deeds than were forgotten here."""
    copy = tmp_path / "สำเนา.ita"
    copy.write_bytes(file.path.read_bytes())
    write(file, "แก้คะแนน", "UPDATE score SET value = '1' WHERE id = 1")
    other = open_file(copy)
    write(other, "แก้คะแนน", "UPDATE score SET value = '2' WHERE id = 1")
    other.close()
    theirs = back_up_to(copy, tmp_path / "สำรองสำเนา.ita").path
    fresh = new_sample_file(tmp_path / "อื่น.ita")
    fresh.close()
    strange = back_up_to(fresh.path, tmp_path / "สำรองอื่น.ita").path
    file.connection.execute("BEGIN")
    forget(file.connection, 2)
    file.connection.execute("COMMIT")
    for backup in (theirs, strange):
        look = look_inside(backup, file.path)
        assert not look.comparison.same_history
        assert look.comparison.newer == ()
        look.close()


def test_a_backup_without_a_year_or_a_damaged_one_is_refused(
    file: DataFile, backup: Path, tmp_path: Path
) -> None:
    empty = new_file(tmp_path / "ว่าง.ita")
    made = back_up_to(empty.path, tmp_path / "สำรองว่าง.ita").path
    empty.close()
    with pytest.raises(ClerkError, match="ยังไม่มีปีงบประมาณ"):
        look_inside(made, file.path)
    data = bytearray(backup.read_bytes())
    data[5000] ^= 4
    backup.write_bytes(bytes(data))
    with pytest.raises(ClerkError, match="เสียหาย"):
        look_inside(backup, file.path)


def test_a_copy_that_is_written_to_while_it_is_copied_is_refused(
    file: DataFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages hold together, but half of them are of one moment, half of another."""
    copy = tmp_path / "คัดลอกเอง.ita"
    copy.write_bytes(file.path.read_bytes())
    out = tmp_path / "คืน.ita"
    look_inside(copy, file.path).close()
    restore_file(copy, out)
    before = out.read_bytes()
    name = "เทศบาลตำบลบ้านตัวอย่าง".encode()
    torn = copy.read_bytes().replace(name, name[:-3] + "ค".encode(), 1)

    def tear(_backup: Path, stream: BinaryIO) -> None:
        stream.write(torn)

    monkeypatch.setattr("ita_desktop.db.putting_back.copy_data", tear)
    monkeypatch.setattr("ita_desktop.db.backup_copy.copy_data", tear)
    with pytest.raises(ClerkError, match="เสียหาย"):
        restore_file(copy, out)
    assert out.read_bytes() == before
    with pytest.raises(ClerkError, match="เสียหาย"):
        look_inside(copy, file.path)


def test_a_file_that_a_window_holds_is_not_replaced(backup: Path, tmp_path: Path) -> None:
    out = tmp_path / "เปิดอยู่.ita"
    out.write_bytes(b"held")
    lock = take_lock(out, "สมชาย")
    with pytest.raises(ClerkError, match="เปิดแก้ไขอยู่"):
        restore_file(backup, out)
    assert out.read_bytes() == b"held"
    lock.release()
    kept = restore_file(backup, out)["kept"]
    assert Path(kept).read_bytes() == b"held"
    assert kept.endswith(".damaged")


@settings(max_examples=max(12, settings().max_examples // 10))  # each makes files
@given(
    st.lists(
        st.tuples(st.sampled_from(["set", "drop", "add", "unit", "year"]), st.integers(1, 186)),
        min_size=1,
        max_size=8,
    )
)
def test_after_any_deeds_the_backup_comes_back_and_undo_takes_it_away(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("x")
    file = new_sample_file(folder / "a.ita")
    then = content(file)
    backup = back_up_to(file.path, folder / "b.ita").path
    for kind, number in deeds:
        statement = {
            "set": f"UPDATE score SET value = '{number % 100}' WHERE id = {number}",
            "drop": f"DELETE FROM score WHERE id >= {number}",
            "add": f"INSERT OR IGNORE INTO score (fiscal_year, code, value)"
            f" VALUES (2566, 'x{number}', '1')",
            "unit": f"DELETE FROM unit WHERE position = {number % 7}",
            "year": f"INSERT OR IGNORE INTO fiscal_year (id) VALUES ({2560 + number % 30})",
        }[kind]
        write(file, kind, statement)
    now = content(file)
    look = look_inside(backup, file.path)
    changed = take_back(file, look, "คืนข้อมูล")
    assert content(file) == then
    assert changed == (now != then)
    if changed:
        file.undo()
        assert content(file) == now
    look.close()
    assert prove(file.path).sound
    file.close()
