"""Backups on their shelf: made when something changed, found again, thinned, in a second place."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.journals import is_hot
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows import backups
from ita_desktop.workflows.backups import Reason
from ita_desktop.workflows.opening import new_sample_file, open_file
from tests.kept_file import KeptFile


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep backups of a test in a folder of its own."""
    folder = tmp_path / "ที่เก็บ"
    monkeypatch.setattr(backups, "shelf_folder", lambda: folder)
    return folder


@pytest.fixture
def file(kept_sample: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    (tmp_path / "งาน").mkdir()
    opened = open_file(kept_sample.copy_to(tmp_path / "งาน" / "เทศบาล.ita"))
    yield opened
    opened.close()


def change(file: DataFile, value: int) -> None:
    with file.deed("แก้คะแนน"):
        file.connection.execute("UPDATE score SET value = ? WHERE id = 1", (str(value),))


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


class Clock:
    """A clock that a test sets."""

    now_ = datetime(2026, 11, 26, 7, 32, tzinfo=UTC)
    fromisoformat = datetime.fromisoformat

    @classmethod
    def now(cls, _zone: object) -> datetime:
        return cls.now_


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr("ita_desktop.db.backing_up.datetime", Clock)
    monkeypatch.setattr(backups, "datetime", Clock)
    Clock.now_ = datetime(2026, 11, 26, 7, 32, tzinfo=UTC)
    return Clock


def test_names_are_numbered_and_say_the_time_in_the_buddhist_era(
    file: DataFile, root: Path, clock: type[Clock]
) -> None:
    first = backups.back_up(file.path, Reason.BY_HAND)
    clock.now_ = datetime(2016, 2, 29, 12, tzinfo=UTC)
    second = backups.back_up(file.path, Reason.TIMER)
    (folder,) = root.iterdir()
    assert folder.name == f"เทศบาล {first.manifest.identity[:8]}"
    local = datetime(2026, 11, 26, 7, 32, tzinfo=UTC).astimezone()
    assert first.path.name == f"เทศบาล 000001 2569-{local:%m-%d %H.%M}.ita"
    assert second.path.name.startswith("เทศบาล 000002 2559-0")
    assert [one.path for one in backups.backups_of(file.path)] == [second.path, first.path]
    assert [one.name for one in folder.iterdir() if one.suffix != ".ita"] == []


def test_a_file_is_backed_up_until_its_next_deed(file: DataFile) -> None:
    assert not backups.is_backed_up(file.path)
    backups.back_up(file.path, Reason.TIMER)
    assert backups.is_backed_up(file.path)
    change(file, 1)
    assert not backups.is_backed_up(file.path)
    backups.back_up(file.path, Reason.CLOSING)
    assert backups.is_backed_up(file.path)
    file.undo()
    assert not backups.is_backed_up(file.path)


def test_another_deed_of_the_same_number_is_not_backed_up_yet(file: DataFile) -> None:
    """An older state was put back, and one deed done in it: it has the number of the one before."""
    early = backups.back_up(file.path, Reason.TIMER)
    change(file, 1)
    late = backups.back_up(file.path, Reason.TIMER)
    file.close()
    backups.put_back(early.path, file.path)
    again = open_file(file.path)
    change(again, 2)
    assert again.latest_deed() == late.manifest.deed
    again.close()
    assert not backups.is_backed_up(file.path)


def test_a_name_that_is_taken_for_a_backup_is_none_yet(file: DataFile) -> None:
    made = backups.back_up(file.path, Reason.TIMER)
    place = backups.shelf.take_name(made.path.parent, file.path, made.manifest.made)
    assert " 000002 " in place.name
    assert [one.path for one in backups.backups_of(file.path)] == [made.path]
    backups.shelf.give_name_back(made.path)
    backups.shelf.give_name_back(place)
    assert list(made.path.parent.iterdir()) == [made.path]


def test_a_file_that_was_moved_finds_its_backups(file: DataFile, tmp_path: Path) -> None:
    made = backups.back_up(file.path, Reason.TIMER)
    file.close()
    moved = file.path.rename(tmp_path / "ชื่อใหม่.ita")
    assert [one.path for one in backups.backups_of(moved)] == [made.path]


def test_a_damaged_or_missing_file_finds_its_backups_by_its_place(
    file: DataFile, tmp_path: Path
) -> None:
    made = backups.back_up(file.path, Reason.TIMER)
    other = new_sample_file(tmp_path / "อื่น.ita")
    backups.back_up(other.path, Reason.TIMER)
    other.close()
    file.close()
    file.path.write_bytes(b"x" * 5000)
    found = backups.last_good_backup(file.path)
    assert found is not None
    assert found.path == made.path
    file.path.unlink()
    assert backups.last_good_backup(file.path) == found
    assert backups.last_good_backup(tmp_path / "ไม่มี.ita") is None
    assert backups.put_back(found.path, file.path) is None
    open_file(file.path).close()


def test_two_copies_of_a_file_have_backups_of_their_own(file: DataFile, tmp_path: Path) -> None:
    mine = backups.back_up(file.path, Reason.TIMER)
    copy = tmp_path / "สำเนา.ita"
    copy.write_bytes(file.path.read_bytes())
    assert [one.path for one in backups.backups_of(copy)] == [mine.path], "it has none yet"
    theirs = backups.back_up(copy, Reason.TIMER)
    assert [one.path for one in backups.backups_of(copy)] == [theirs.path]
    assert [one.path for one in backups.backups_of(file.path)] == [mine.path]
    assert theirs.path.parent == mine.path.parent


def test_a_moved_file_keeps_its_older_backups_when_it_has_new_ones(
    file: DataFile, tmp_path: Path
) -> None:
    """Those of a copy that stands somewhere else are not among them."""
    early = backups.back_up(file.path, Reason.TIMER)
    copy = tmp_path / "สำเนา.ita"
    copy.write_bytes(file.path.read_bytes())
    moved = tmp_path / "ชื่อใหม่.ita"
    moved.write_bytes(file.path.read_bytes())
    late = backups.back_up(moved, Reason.TIMER)
    backups.back_up(copy, Reason.TIMER)
    assert [one.path for one in backups.backups_of(moved)] == [late.path]
    file.close()
    file.path.unlink()
    assert [one.path for one in backups.backups_of(moved)] == [late.path, early.path]


def older_file(path: Path) -> Path:
    path.write_bytes((Path(__file__).parents[1] / "files" / "schema_1.ita").read_bytes())
    return path


def test_after_a_migration_the_backup_before_it_is_found_and_is_the_oldest(tmp_path: Path) -> None:
    """Also where the file cannot be read any more: the newest good one is what is offered."""
    for number in range(5):  # folders are named by keys: either may be the first by its name
        path = older_file(tmp_path / f"เก่า{number}.ita")
        open_file(path).close()
        after = [backups.back_up(path, Reason.CLOSING).path for _ in range(2)]
        (*newest, before) = backups.backups_of(path)
        assert [one.path for one in newest] == after[::-1]
        assert before.manifest is not None
        assert (before.manifest.reason, before.manifest.schema_version) == ("before migration", 1)
        path.write_bytes(b"x" * 5000)
        assert backups.backups_of(path) == (*newest, before)


def test_a_backup_of_another_file_is_not_written_over(file: DataFile, tmp_path: Path) -> None:
    """Neither that of a copy, which has the same identity, nor of two files that have none yet."""
    out = tmp_path / "สำรอง.ita"
    copy = tmp_path / "สำเนา.ita"
    copy.write_bytes(file.path.read_bytes())
    theirs = backups.back_up_to(copy, out)
    with pytest.raises(ClerkError, match="ไม่ใช่ไฟล์สำรองของไฟล์ข้อมูลนี้"):
        backups.back_up_to(file.path, out)
    assert backups.read_manifest(out) == theirs.manifest
    file.close()
    copy.rename(tmp_path / "ที่ใหม่.ita")
    backups.back_up_to(tmp_path / "ที่ใหม่.ita", out)
    out.unlink()
    one, other = older_file(tmp_path / "หนึ่ง.ita"), older_file(tmp_path / "สอง.ita")
    backups.back_up_to(one, out)
    backups.back_up_to(one, out)
    with pytest.raises(ClerkError, match="ไม่ใช่ไฟล์สำรองของไฟล์ข้อมูลนี้"):
        backups.back_up_to(other, out)


def test_a_backup_of_a_file_that_is_gone_is_not_written_over_by_another(
    file: DataFile, tmp_path: Path
) -> None:
    """Neither by one under the same name nor by one of a schema without identity."""
    out = tmp_path / "สำรอง.ita"
    made = backups.back_up_to(file.path, out)
    winding = file.path.parent / ".." / file.path.parent.name / file.path.name
    for path in (winding, file.path):
        assert backups.back_up_to(path, out).manifest.identity == made.manifest.identity
    file.close()
    file.path.unlink()
    older = older_file(tmp_path / "หนึ่ง.ita")
    for path in (file.path, tmp_path / "x.ita"):
        new_sample_file(path).close()
    for path in (file.path, tmp_path / "x.ita", older):
        with pytest.raises(ClerkError, match="ไม่ใช่ไฟล์สำรองของไฟล์ข้อมูลนี้"):
            backups.back_up_to(path, out)
    out.unlink()
    backups.back_up_to(older, out)
    older.unlink()
    with pytest.raises(ClerkError, match="ไม่ใช่ไฟล์สำรองของไฟล์ข้อมูลนี้"):
        backups.back_up_to(older_file(tmp_path / "สอง.ita"), out)


def test_the_newest_is_of_this_file_also_where_a_copy_that_is_gone_has_newer_ones(
    file: DataFile, tmp_path: Path
) -> None:
    mine = backups.back_up(file.path, Reason.TIMER)
    copy = tmp_path / "สำเนา.ita"
    copy.write_bytes(file.path.read_bytes())
    theirs = backups.back_up(copy, Reason.TIMER)
    copy.unlink()
    assert [one.path for one in backups.backups_of(file.path)] == [mine.path, theirs.path]


def test_of_two_files_that_had_one_name_the_later_is_offered_first(
    tmp_path: Path, clock: type[Clock]
) -> None:
    for number in range(5):  # folders are named by keys: either may be the first by its name
        path = tmp_path / f"งาน{number}.ita"
        made: list[Path] = []
        for day in range(2):
            path.unlink(missing_ok=True)
            new_sample_file(path).close()
            clock.now_ = datetime(2026, 9, 20 + day, 8, tzinfo=UTC)
            made.append(backups.back_up(path, Reason.TIMER).path)
        path.unlink()
        assert [one.path for one in backups.backups_of(path)] == made[::-1]


def test_one_backup_that_cannot_be_deleted_does_not_end_the_thinning(
    file: DataFile, clock: type[Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def held(path: Path, *, missing_ok: bool = False) -> None:
        if " 000001 " in path.name:
            raise PermissionError(13, "held")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    for day in range(16):
        clock.now_ = datetime(2026, 9, 20, 8, tzinfo=UTC) + timedelta(days=day)
        backups.back_up(file.path, Reason.TIMER)
    numbers = [one.number for one in backups.backups_of(file.path)]
    assert numbers[-1] == 1
    assert len(numbers) < 16


def test_what_a_power_cut_left_of_a_backup_is_removed_when_it_is_old(
    file: DataFile, root: Path
) -> None:
    backups.back_up(file.path, Reason.TIMER)
    (folder,) = root.iterdir()
    ours = ("เทศบาล 000009 2569-11-26 07.32.ita", "เทศบาล 000009 2569-1.0123456789ab.part")
    others = ("ข้อมูลทั้งหมด.xlsx", "บันทึก.part", "ว่าง.ita")
    for name in (*ours, *others):
        (folder / name).write_bytes(b"half" if name.endswith("part") else b"")
    backups.back_up(file.path, Reason.TIMER)
    assert all((folder / name).exists() for name in (*ours, *others))
    for name in (*ours, *others):
        os.utime(folder / name, (1, 1))
    backups.back_up(file.path, Reason.TIMER)
    assert not any((folder / name).exists() for name in ours)
    assert all((folder / name).exists() for name in others)
    assert len(backups.backups_of(file.path)) == 3


def test_the_last_good_backup_passes_over_bad_ones(file: DataFile) -> None:
    good = backups.back_up(file.path, Reason.TIMER)
    for _ in range(2):
        flip(backups.back_up(file.path, Reason.TIMER).path)
    found = backups.last_good_backup(file.path)
    assert found is not None
    assert found.path == good.path


def test_thinning_leaves_what_the_rules_say_and_bad_ones(
    file: DataFile, clock: type[Clock]
) -> None:
    made: list[backups.Made] = []
    for day in range(20):
        clock.now_ = datetime(2026, 9, 20, 8, tzinfo=UTC) + timedelta(days=day)
        made.append(backups.back_up(file.path, Reason.TIMER))
        if day == 3:
            made[3].path.write_bytes(made[3].path.read_bytes()[:-1])
    kept = [one.number for one in backups.backups_of(file.path)][::-1]
    assert len(kept) < 20
    assert 4 in kept, "one that cannot be read is not deleted"
    assert kept[-12:] == list(range(9, 21))


def test_copies_of_one_file_are_thinned_apart(
    file: DataFile, clock: type[Clock], tmp_path: Path
) -> None:
    copy = tmp_path / "สำเนา.ita"
    copy.write_bytes(file.path.read_bytes())
    for day in range(16):
        for path in (file.path, copy):
            clock.now_ = datetime(2026, 9, 20, 8, tzinfo=UTC) + timedelta(days=day)
            backups.back_up(path, Reason.TIMER)
    for path, last in ((file.path, 31), (copy, 32)):
        kept = [one.number for one in backups.backups_of(path)]
        assert kept[:12] == list(range(last, last - 24, -2))
        assert len(kept) < 16


def test_a_good_backup_does_not_go_because_a_bad_one_is_newer(
    file: DataFile, clock: type[Clock]
) -> None:
    """The newest of a day has turned silently: the one before it stays in its place."""
    for hour in range(3):
        clock.now_ = datetime(2026, 9, 20, 8 + hour, tzinfo=UTC)
        backups.back_up(file.path, Reason.TIMER)
    flip(backups.backups_of(file.path)[0].path)
    clock.now_ = datetime(2026, 9, 29, 8, tzinfo=UTC)
    backups.back_up(file.path, Reason.TIMER)
    good = [one.number for one in backups.backups_of(file.path) if backups.is_good(one)]
    assert good == [4, 2]


def test_the_second_place_has_proved_copies(file: DataFile, tmp_path: Path) -> None:
    second = tmp_path / "USB"
    made = backups.back_up(file.path, Reason.TIMER)
    with pytest.raises(MachineError, match="แห่งที่สอง"):
        backups.copy_to_second(made, second)
    second.mkdir()
    copied = backups.copy_to_second(made, second)
    assert copied.read_bytes() == made.path.read_bytes()
    assert copied.parent.name == made.path.parent.name
    flip(made.path)
    with pytest.raises(ClerkError, match="เสียหาย"):
        backups.copy_to_second(made, second)
    assert list(copied.parent.iterdir()) == [copied]


def test_a_copy_that_the_stick_gives_back_otherwise_is_not_put_there(
    file: DataFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.back_up(file.path, Reason.TIMER)
    (tmp_path / "USB").mkdir()

    def lose(source: object, target: object, _size: int) -> None:
        target.write(source.read()[:-100] + b"x" * 100)  # pyright: ignore[reportAttributeAccessIssue]

    monkeypatch.setattr("ita_desktop.db.backing_up.shutil.copyfileobj", lose)
    with pytest.raises(MachineError, match="ไม่ตรงกัน"):
        backups.copy_to_second(made, tmp_path / "USB")
    (folder,) = (tmp_path / "USB").iterdir()
    assert list(folder.iterdir()) == []


def test_after_an_unclean_end_what_was_committed_is_backed_up(
    file: DataFile, tmp_path: Path
) -> None:
    change(file, 7)
    file.connection.execute("PRAGMA cache_size = 2")
    file.connection.execute("BEGIN")
    file.connection.execute("UPDATE current_deed SET deed = 1")
    file.connection.execute("UPDATE score SET value = '66'")
    died = tmp_path / "ดับ.ita"
    for ending in ("", "-journal"):
        there = file.path.with_name(file.path.name + ending)
        died.with_name(died.name + ending).write_bytes(there.read_bytes())
    file.connection.execute("ROLLBACK")
    assert is_hot(died)
    made = backups.back_up_to(died, tmp_path / "สำรอง.ita")
    assert made.manifest.deed == file.latest_deed()
    assert backups.put_back(made.path, tmp_path / "คืน.ita") is None
    back = open_file(tmp_path / "คืน.ita")
    assert back.read("SELECT value FROM score WHERE id IN (1, 2)") == file.read(
        "SELECT value FROM score WHERE id IN (1, 2)"
    )
    back.close()


def test_a_shelf_that_cannot_be_made_is_told(file: DataFile, root: Path) -> None:
    root.write_text("a file where the folder would be")
    with pytest.raises(MachineError, match="โฟลเดอร์"):
        backups.back_up(file.path, Reason.TIMER)


def test_a_backup_that_fails_leaves_no_name_behind(
    file: DataFile, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.back_up(file.path, Reason.TIMER)

    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("ita_desktop.db.backing_up.seal", refuse)
    with pytest.raises(MachineError, match="พื้นที่ว่าง"):
        backups.back_up(file.path, Reason.TIMER)
    assert len([one for one in root.rglob("*") if one.is_file()]) == 1
