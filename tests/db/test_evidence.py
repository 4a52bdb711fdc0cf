"""Evidence inside the data file: stored once, kept as long as something names it, proved."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import (
    add_evidence,
    content_of,
    drop_unnamed_content,
    evidence_of,
    move_evidence,
    remove_evidence,
    store_content,
    stored_bytes,
)
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.proof import prove
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.opening import new_file


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    made = new_file(tmp_path / "เทศบาล.ita", None, 2566)
    yield made
    made.close()


def put(file: DataFile, data: bytes, *places: tuple[str, str]) -> str:
    digest = sha256(data).hexdigest()
    store_content(file, digest, data)
    with file.deed("แนบ"):
        for code, name in places:
            add_evidence(file, 2566, code, name, digest)
    return digest


def test_a_content_is_stored_once_however_often_it_is_named(file: DataFile) -> None:
    digest = put(file, b"%PDF picture", ("o1", "ก.pdf"), ("o2", "ข.pdf"), ("", "ก.pdf"))
    put(file, b"%PDF picture", ("o3", "ค.pdf"))
    found = evidence_of(file, 2566)
    assert [(one.code, one.name, one.sha256, one.size) for one in found] == [
        ("o1", "ก.pdf", digest, 12),
        ("o2", "ข.pdf", digest, 12),
        ("", "ก.pdf", digest, 12),
        ("o3", "ค.pdf", digest, 12),
    ]
    assert stored_bytes(file) == 12
    assert content_of(file, found[0]) == b"%PDF picture"
    assert dump(file)["years"]["2566"]["evidence"][1] == {
        "name": "ข.pdf",
        "code": "o2",
        "place": "ข้อ o2",
        "sha256": digest,
        "size": 12,
    }


def test_content_stays_as_long_as_the_log_names_it(file: DataFile) -> None:
    put(file, b"kept", ("o1", "ก.txt"))
    with file.deed("ลบ"):
        remove_evidence(file, evidence_of(file, 2566)[0].id)
    store_content(file, sha256(b"never named").hexdigest(), b"never named")
    assert drop_unnamed_content(file) == 1
    assert stored_bytes(file) == 4
    assert file.undo() is not None
    assert content_of(file, evidence_of(file, 2566)[0]) == b"kept"
    assert file.undo() is not None
    assert evidence_of(file, 2566) == ()
    assert drop_unnamed_content(file) == 0
    assert file.redo() is not None
    assert content_of(file, evidence_of(file, 2566)[0]) == b"kept"


def test_bytes_that_changed_are_told_and_not_given_out(file: DataFile) -> None:
    put(file, b"the whole picture", ("o1", "ก.txt"))
    found = evidence_of(file, 2566)[0]
    path = file.path
    file.close()
    path.write_bytes(path.read_bytes().replace(b"the whole picture", b"the hole  picture"))
    again = open_data_file(path, "สมหญิง")
    with pytest.raises(ClerkError, match=r"ก\.txt .*เสียหาย"):
        content_of(again, found)
    again.close()


def test_bytes_that_changed_are_mended_by_the_file_they_came_from(file: DataFile) -> None:
    digest = put(file, b"the whole picture", ("o1", "ก.txt"), ("o2", "ก.txt"))
    path = file.path
    file.close()
    path.write_bytes(path.read_bytes().replace(b"the whole picture", b"the hole  picture"))
    again = open_data_file(path, "สมหญิง")
    store_content(again, digest, b"the whole picture")
    found = evidence_of(again, 2566)
    assert [content_of(again, one) for one in found] == [b"the whole picture"] * 2
    again.close()
    assert prove(path).sound


def test_where_the_disk_is_full_the_damaged_bytes_stay_named(file: DataFile) -> None:
    whole = b"the whole picture" + bytes(100_000)
    digest = put(file, b"", ("o1", "ก.txt"))
    pages = file.connection.execute("PRAGMA page_count").fetchone()[0]
    file.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(MachineError, match="พื้นที่ว่าง"):
        store_content(file, digest, whole)
    assert stored_bytes(file) == 0
    assert len(evidence_of(file, 2566)) == 1


def test_what_a_broken_record_names_is_not_dropped(file: DataFile) -> None:
    digest = put(file, b"kept", ("o1", "ก.txt"))
    with file.deed("ลบ"):
        remove_evidence(file, evidence_of(file, 2566)[0].id)
    file.connection.execute("UPDATE change SET old = substr(old, 2), new = substr(new, 2)")
    assert drop_unnamed_content(file) == 0
    assert stored_bytes(file) == 4
    file.connection.execute("DELETE FROM change WHERE instr(coalesce(old, new), ?)", (digest,))
    assert drop_unnamed_content(file) == 1


def test_content_never_changes(file: DataFile) -> None:
    put(file, b"one", ("o1", "ก.txt"))
    with pytest.raises(sqlite3.IntegrityError), file.deed("แก้"):
        file.connection.execute("UPDATE content SET data = x'00'")
    with pytest.raises(sqlite3.IntegrityError), file.deed("ลบ"):
        file.connection.execute("DELETE FROM content")
    assert content_of(file, evidence_of(file, 2566)[0]) == b"one"


def test_a_full_disk_leaves_no_half_of_a_file(file: DataFile) -> None:
    pages = file.connection.execute("PRAGMA page_count").fetchone()[0]
    file.connection.execute(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(MachineError, match="พื้นที่ว่าง"):
        store_content(file, "0" * 64, bytes(1_000_000))
    assert stored_bytes(file) == 0
    file.connection.execute("PRAGMA max_page_count = 100000")
    put(file, b"later", ("o1", "ก.txt"))
    assert stored_bytes(file) == 5


def test_a_file_that_is_only_read_takes_nothing(file: DataFile) -> None:
    file.read_only = "อ่านอย่างเดียว"
    with pytest.raises(ClerkError, match="อ่านอย่างเดียว"):
        store_content(file, "0" * 64, b"x")
    with pytest.raises(ClerkError, match="อ่านอย่างเดียว"):
        drop_unnamed_content(file)


CODES = st.sampled_from(["", "o1", "o2"])
CONTENTS = st.sampled_from([b"a", b"b", b"c"])


@given(
    st.lists(
        st.tuples(st.sampled_from(["add", "remove", "move", "undo", "redo"]), CODES, CONTENTS),
        max_size=15,
    )
)
def test_whatever_was_done_all_undone_equals_the_start_and_all_redone_the_end(
    template: Path, folder: Path, steps: list[tuple[str, str, bytes]]
) -> None:
    path = folder / "ไฟล์.ita"
    path.write_bytes(template.read_bytes())
    file = open_data_file(path, "สมหญิง")
    try:
        start = dump(file)
        for step, code, data in steps:
            do(file, step, code, data)
            for one in evidence_of(file, 2566):
                assert sha256(content_of(file, one)).hexdigest() == one.sha256
        while file.redo() is not None:
            pass
        end = dump(file)
        while file.undo() is not None:
            pass
        drop_unnamed_content(file)
        assert dump(file) == start
        while file.redo() is not None:
            pass
        assert dump(file) == end
    finally:
        file.close()


def do(file: DataFile, step: str, code: str, data: bytes) -> None:
    found = evidence_of(file, 2566)
    there = {(one.code, one.sha256) for one in found}
    digest = sha256(data).hexdigest()
    if step == "add" and (code, digest) not in there:
        put(file, data, (code, "ไฟล์.txt"))
    elif step == "undo":
        file.undo()
    elif step == "redo":
        file.redo()
    elif found and step == "remove":
        with file.deed("ลบ"):
            remove_evidence(file, found[0].id)
    elif found and step == "move" and (code, found[0].sha256) not in there:
        with file.deed("ย้าย"):
            move_evidence(file, found[0].id, code)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evidence")


@pytest.fixture(scope="module")
def template(folder: Path) -> Path:
    file = new_file(folder / "แม่แบบ.ita", None, 2566)
    file.close()
    return file.path
