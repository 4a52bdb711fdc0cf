"""Old deeds are forgotten: the data are the same, and what is left can be undone and redone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from ita_desktop.db import history, old_history
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of, row_counts
from ita_desktop.db.proof import prove
from ita_desktop.db.schema import is_as_made
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.domain.score_entry import parse_score
from ita_desktop.errors import ClerkError

Content = dict[str, list[tuple[object, ...]]]
Read = Callable[[DataFile], Content]
NOW = datetime(2030, 1, 1, tzinfo=UTC)


def fill(file: DataFile, deeds: int = 20) -> None:
    """Make deeds one day apart, the last one yesterday, an undo and a redo among them."""
    for number in range(deeds):
        with file.deed(f"แก้ {number}"):
            add_fiscal_year(file, 2566)
            put_score(file, 2566, f"i{number % 3}", parse_score(str(number % 100)))
    file.undo()
    file.redo()
    age(file)


def age(file: DataFile) -> None:
    last = file.latest_deed() or 0
    for (number,) in file.read("SELECT id FROM deed"):
        at = (NOW - timedelta(days=last - number + 1)).isoformat(timespec="milliseconds")
        file.connection.execute("UPDATE deed SET at = ? WHERE id = ?", (at, number))


def forget(file: DataFile, days: int) -> int:
    old = old_history.older_than(file.read, NOW - timedelta(days=days))
    file.forget_history(old.cut, "ย่อ")
    assert old_history.shrink(file.connection)
    return old.deeds


def kept_content(file: DataFile) -> set[str]:
    return {row[0] for row in file.read("SELECT sha256 FROM content")}


def attach(file: DataFile, name: str) -> str:
    digest = sha256(name.encode()).hexdigest()
    file.connection.execute(
        "INSERT INTO content (sha256, data) VALUES (?, ?)", (digest, name.encode())
    )
    with file.deed(f"แนบ {name}"):
        file.connection.execute(
            "INSERT INTO evidence (fiscal_year, code, name, sha256, added)"
            " VALUES (2566, 'O1', ?, ?, '2026-11-26')",
            (name, digest),
        )
    return digest


def test_the_data_stay_and_what_is_left_can_be_undone(file: DataFile, content: Read) -> None:
    fill(file)
    before, last = content(file), file.latest_deed() or 0
    assert forget(file, 9) == last - 9
    assert content(file) == before
    assert row_counts(file)["deed"] == 10
    assert (health_of(file), is_as_made(file.connection)) == ((), True)
    assert prove(file.path).findings == ()
    undone = 0
    while file.undo() is not None:
        undone += 1
    assert undone == 7  # of the nine kept, one is the undo and one the redo
    while file.redo() is not None:
        undone -= 1
    assert (undone, content(file)) == (0, before)


def test_numbers_go_on_growing_when_all_is_forgotten(file: DataFile, content: Read) -> None:
    fill(file)
    before, last = content(file), file.latest_deed() or 0
    assert forget(file, 0) == last
    assert (content(file), file.latest_deed()) == (before, last + 1)
    assert file.next_undo() is None
    assert file.next_redo() is None
    deeds = history.recorded(file.read, history.deed_numbers(file.read))
    assert [(deed.name, deed.kind, deed.changes) for deed in deeds] == [("ย่อ", "start", 0)]
    with file.deed("แก้"):
        put_score(file, 2566, "i0", parse_score("50"))
    assert file.latest_deed() == last + 2
    file.undo()
    assert content(file) == before


def test_what_can_be_done_again_is_never_forgotten(file: DataFile, content: Read) -> None:
    fill(file)
    end = content(file)
    for _ in range(12):
        file.undo()
    age(file)
    old = old_history.older_than(file.read, NOW)
    waiting = file.next_redo()
    assert waiting is not None
    assert (old.cut, old.kept_for_redo) == (waiting.id, True)
    forget(file, 0)
    redone = 0
    while file.redo() is not None:
        redone += 1
    assert (redone, content(file)) == (12, end)


def test_what_took_a_forgotten_deed_back_stays_on_record_without_it(
    file: DataFile, content: Read
) -> None:
    fill(file)
    before, edited = content(file), (file.latest_deed() or 0) - 2
    file.forget_history(edited + 1, "ย่อ")
    assert file.read("SELECT kind, of_deed FROM deed ORDER BY id") == [
        ("undo", None),
        ("redo", None),
        ("start", None),
    ]
    assert content(file) == before
    assert prove(file.path).findings == ()


def test_a_clock_that_jumped_makes_less_go_and_never_more(file: DataFile) -> None:
    fill(file)
    ahead = (NOW + timedelta(days=3650)).isoformat(timespec="milliseconds")
    file.connection.execute("UPDATE deed SET at = ? WHERE id = 5", (ahead,))
    assert old_history.older_than(file.read, NOW).deeds == 4


def test_content_goes_when_neither_a_row_nor_the_log_names_it(file: DataFile) -> None:
    fill(file)
    there, gone = attach(file, "อยู่.pdf"), attach(file, "ลบ.pdf")
    with file.deed("ลบ"):
        file.connection.execute("DELETE FROM evidence WHERE sha256 = ?", (gone,))
    age(file)
    forget(file, 1)
    assert kept_content(file) == {there, gone}  # the deletion can still be undone
    file.undo()
    assert len(file.read("SELECT * FROM evidence")) == 2
    file.redo()
    age(file)
    forget(file, 0)
    assert kept_content(file) == {there}


def test_the_size_that_is_promised_is_about_the_size_that_goes(file: DataFile) -> None:
    fill(file, 400)
    before = file.path.stat().st_size
    old = old_history.older_than(file.read, NOW)
    forget(file, 0)
    freed = before - file.path.stat().st_size
    assert 0.6 < old.bytes / freed < 1.4


def test_a_file_that_is_only_read_forgets_nothing(file: DataFile, content: Read) -> None:
    fill(file)
    before = row_counts(file)
    file.read_only = "เปิดอ่านอย่างเดียว"
    with pytest.raises(ClerkError, match="อ่านอย่างเดียว"):
        file.forget_history(5, "ย่อ")
    file.read_only = ""
    assert row_counts(file) == before
    assert content(file)["score"]
