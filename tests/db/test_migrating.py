"""An older file is brought to the present schema as a whole, or stays as it was."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from hashlib import file_digest
from pathlib import Path

import pytest

from ita_desktop.db import opening, schema
from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.marks import load_mark, save_mark
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import SCHEMA_VERSION, version_of
from ita_desktop.db.steps.m002_mark import LARGEST_MARK
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.dump import dump

OLD = Path(__file__).parents[1] / "files" / "schema_1.ita"
SAID = json.loads(OLD.with_suffix(".json").read_text("utf-8"))
PNG = b"\x89PNG\r\n\x1a\n"
Connect = Callable[[Path], sqlite3.Connection]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "เดิม.ita"
    shutil.copyfile(OLD, path)
    return path


def version_at_rest(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return version_of(connection)


def content_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def test_an_older_file_can_do_all_that_a_new_one_can(old: Path) -> None:
    file = open_data_file(old, "สมหญิง")
    assert file.connection.execute("PRAGMA recursive_triggers").fetchone() == (0,)
    assert load_mark(file) == b""
    before = file.latest_deed()
    with file.deed("เปลี่ยนตรา"):
        save_mark(file, PNG)
    file.undo()
    assert (load_mark(file), file.latest_deed()) == (b"", (before or 0) + 2)
    file.redo()
    file.close()
    assert version_at_rest(old) == SCHEMA_VERSION
    file = open_data_file(old, "สมหญิง")
    assert load_mark(file) == PNG
    file.close()
    assert [found.name for found in old.parent.iterdir()] == [old.name]


def test_two_windows_may_open_an_older_file_one_after_the_other(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one migrated between our look at the version and our transaction."""
    really = schema.migrate

    def overtaken(connection: sqlite3.Connection) -> None:
        monkeypatch.setattr(opening, "migrate", really)
        with closing(connect(old)) as other:
            really(other)
        really(connection)

    monkeypatch.setattr(opening, "migrate", overtaken)
    file = open_data_file(old, "สมหญิง")
    assert (version_of(file.connection), health_of(file)) == (SCHEMA_VERSION, ())
    file.close()


def test_a_migration_that_lost_a_row_is_not_opened(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = schema.migrate

    def lossy(connection: sqlite3.Connection) -> None:
        really(connection)
        connection.execute("DELETE FROM change WHERE id = (SELECT max(id) FROM change)")

    monkeypatch.setattr(opening, "migrate", lossy)
    monkeypatch.setattr(opening, "LOGGED_TABLES", (*schema.LOGGED_TABLES, "change"))
    with pytest.raises(ClerkError, match="เสียหาย"):
        open_data_file(old, "สมหญิง")
    assert [found.name for found in old.parent.iterdir()] == [old.name]


def test_what_is_looked_at_is_of_one_moment(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one would migrate between our look at the version and that at the tables."""
    really, others = schema.version_of, list[sqlite3.Connection]()

    def overtaken(connection: sqlite3.Connection) -> int:
        found = really(connection)
        if not others:
            others.append(sqlite3.connect(old, timeout=0, isolation_level=None))
            with closing(others[0]) as other, suppress(sqlite3.OperationalError):
                schema.migrate(other)  # it waits for us, and gives up
        return found

    monkeypatch.setattr(schema, "version_of", overtaken)
    file = open_data_file(old, "สมหญิง")
    assert (really(file.connection), health_of(file)) == (SCHEMA_VERSION, ())
    file.close()


@pytest.mark.long
def test_after_a_power_cut_at_any_moment_the_file_opens_with_all_its_data(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File and journal are looked at before each statement, with next to no memory kept back.

    Where a statement left both as they were there is nothing new to be opened.
    """
    moments: dict[tuple[str, str], Path] = {}
    really: Connect = opening.connect
    journal = old.with_name(old.name + "-journal")

    def copy(_statement: str) -> None:
        there = journal.exists()
        found = content_of(old), content_of(journal) if there else ""
        if found in moments:
            return
        moment = moments[found] = tmp_path / f"ไฟดับ-{len(moments)}.ita"
        shutil.copyfile(old, moment)
        if there:
            shutil.copyfile(journal, moment.with_name(moment.name + "-journal"))

    def watched(path: Path) -> sqlite3.Connection:
        connection = really(path)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA cache_spill = 1")
        connection.set_trace_callback(copy)
        return connection

    monkeypatch.setattr(opening, "connect", watched)
    open_data_file(old, "สมหญิง").close()
    monkeypatch.setattr(opening, "connect", really)
    assert len(moments) > 20
    assert any(journal for _, journal in moments)
    for moment in moments.values():
        file = open_data_file(moment, "สมหญิง")
        said = dump(file)
        assert said["office"]["units"] == SAID["office"]["units"]
        assert said["years"]["2566"]["scores"] == SAID["years"]["2566"]["scores"]
        assert (version_of(file.connection), health_of(file)) == (SCHEMA_VERSION, ())
        file.close()


def refused(path: Path, monkeypatch: pytest.MonkeyPatch, pragma: str) -> None:
    """Open an older file where the disk or another program stands in the way of its steps."""
    really: Connect = opening.connect

    def hindered(place: Path) -> sqlite3.Connection:
        connection = really(place)
        connection.execute(pragma)
        return connection

    content = path.read_bytes()
    monkeypatch.setattr(opening, "connect", hindered)
    with pytest.raises(MachineError, match="ข้อมูลเดิมยังอยู่ครบ"):
        open_data_file(path, "สมหญิง")
    monkeypatch.setattr(opening, "connect", really)
    assert path.read_bytes() == content
    assert version_at_rest(path) == 1


def test_a_full_disk_leaves_the_older_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(old, monkeypatch, "PRAGMA max_page_count = 1")
    open_data_file(old, "สมหญิง").close()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_disk_that_is_full_inside_the_last_step_leaves_the_older_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    """With so many pages more and no more, until there is room for all of it."""
    old, really = tmp_path / "เดิม.ita", opening.connect
    shutil.copyfile(OLD.with_name(f"schema_{version}.ita"), old)
    content, asked = old.read_bytes(), list[str]()
    most = len(content) // 4096

    def hindered(place: Path) -> sqlite3.Connection:
        connection = really(place)
        connection.execute(f"PRAGMA max_page_count = {most}")
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(opening, "connect", hindered)
    inside, refused = 0, True
    while refused:
        asked.clear()
        try:
            open_data_file(old, "สมหญิง").close()
        except MachineError as full:
            sentence = str(full)
        else:
            refused = False
            continue
        assert "ข้อมูลเดิมยังอยู่ครบ" in sentence
        assert old.read_bytes() == content
        assert [one.name for one in tmp_path.iterdir()] == [old.name]
        inside += any(one.startswith(f"CREATE TABLE {schema.LOGGED_TABLES[-1]} (") for one in asked)
        most += 1
    assert inside >= 6, inside  # a page for each of the step's three tables and their indexes
    monkeypatch.setattr(opening, "connect", really)
    file = open_data_file(old, "สมหญิง")
    assert (version_of(file.connection), health_of(file)) == (SCHEMA_VERSION, ())
    file.close()


def test_an_older_file_that_cannot_be_written_is_told(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(old, monkeypatch, "PRAGMA query_only = ON")


def test_a_step_that_leaves_the_file_unsound_is_taken_back(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = old.read_bytes()
    monkeypatch.setattr(schema, "log_changes_of", lambda *_: None)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    with pytest.raises(ClerkError, match="เสียหาย"):
        open_data_file(old, "สมหญิง")
    assert old.read_bytes() == content


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mark (id INTEGER PRIMARY KEY)",
        "CREATE TRIGGER more AFTER INSERT ON score BEGIN DELETE FROM unit; END",
        "PRAGMA user_version = 2",
        "DELETE FROM _sqlite_migrations",
        "DROP TABLE _sqlite_migrations",
    ],
)
def test_an_older_file_that_is_not_as_it_was_made_is_refused_and_stays(
    old: Path, statement: str
) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute(statement)
    content = old.read_bytes()
    with pytest.raises(ClerkError, match="เสียหาย"):
        open_data_file(old, "สมหญิง")
    assert old.read_bytes() == content


@pytest.mark.parametrize("picture", [b"", b"GIF89a", PNG[:7], PNG + bytes(LARGEST_MARK - 7)])
def test_a_mark_that_is_no_picture_of_ours_never_gets_in(file: DataFile, picture: bytes) -> None:
    with pytest.raises(sqlite3.IntegrityError), file.deed("เปลี่ยนตรา"):
        save_mark(file, picture)
    assert load_mark(file) == b""


def test_the_largest_mark_goes_in_and_comes_back_by_undo(file: DataFile) -> None:
    picture = PNG + bytes(range(256)) * (LARGEST_MARK // 256 - 1) + bytes(248)
    assert len(picture) == LARGEST_MARK
    for one in (picture, PNG):
        with file.deed("เปลี่ยนตรา"):
            save_mark(file, one)
    file.undo()
    assert load_mark(file) == picture
