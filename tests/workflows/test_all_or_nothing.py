"""A paste, an import and a set of criteria are in the file whole, as one deed, or not at all."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.opening import open_data_file
from ita_desktop.errors import MachineError
from ita_desktop.workflows.criteria.in_force import criteria_of, import_criteria
from ita_desktop.workflows.criteria.workbook import write_criteria_workbook
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.evidence import Named, attach, keep_content, read_evidence
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.scores.year_scores import put_entries

Work = Callable[[DataFile, Path], object]


def paste(file: DataFile, _folder: Path) -> None:
    entries = {item.code: Decimal("50.25") for item in criteria_of(file, 2566).items}
    put_entries(file, 2566, entries, "วางคะแนน")


def take_workbook(file: DataFile, folder: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["ข้อ", "คะแนน"])
    for item in criteria_of(file, 2566).items:
        book.worksheets[0].append([item.code, 0 if item.is_oit else 51.25])
    book.save(folder / "คะแนน.xlsx")
    import_workbook(file, folder / "คะแนน.xlsx", 2566)


def take_criteria(file: DataFile, folder: Path) -> None:
    write_criteria_workbook(criteria_of(file, 2566), folder / "เกณฑ์.xlsx")
    import_criteria(file, folder / "เกณฑ์.xlsx")


def take_evidence(file: DataFile, folder: Path) -> None:
    named: list[Named] = []
    for name in ("ก.pdf", "ข.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7" + name.encode() * 40_000)
        read = read_evidence(folder / name)
        keep_content(file, read)
        named.append(Named(read.name, read.sha256))
    attach(file, 2566, "O1", named)


ALL = pytest.mark.parametrize("work", [paste, take_workbook, take_criteria, take_evidence])


@pytest.mark.long
@ALL
def test_a_disk_that_is_full_in_the_middle_changes_nothing(
    sample: DataFile, tmp_path: Path, work: Work
) -> None:
    before, latest = dump(sample), sample.latest_deed()
    pages = sample.connection.execute("PRAGMA page_count").fetchone()[0]
    refused: list[str] = []
    while sample.latest_deed() == latest:  # each time one page more, until there is room
        sample.connection.execute(f"PRAGMA max_page_count = {pages + len(refused)}")
        try:
            work(sample, tmp_path)
        except MachineError as full:
            refused.append(str(full))
            assert (dump(sample), sample.latest_deed()) == (before, latest)
            assert health_of(sample) == ()
    assert refused
    assert all("พื้นที่ว่าง" in sentence for sentence in refused)
    sample.connection.execute("PRAGMA max_page_count = 1000000")
    assert sample.latest_deed() == (latest or 0) + 1
    sample.undo()
    assert dump(sample) == before


@ALL
def test_a_process_that_ends_in_the_middle_leaves_all_or_nothing(
    sample: DataFile, tmp_path: Path, work: Work
) -> None:
    """File and journal are copied before statements of the work, as a kill would leave them."""
    folder = tmp_path / "หลังถูกปิด"
    folder.mkdir()
    copies: list[Path] = []
    seen = 0

    def copy(statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen % 6 == 0 or statement.startswith("COMMIT"):
            to = folder / f"{seen}.ita"
            shutil.copyfile(sample.path, to)
            journal = sample.path.with_name(f"{sample.path.name}-journal")
            if journal.exists():
                shutil.copyfile(journal, to.with_name(f"{to.name}-journal"))
            copies.append(to)

    before = dump(sample)
    sample.connection.execute("PRAGMA cache_size = 1")  # pages reach the disk before the end
    sample.connection.set_trace_callback(copy)
    work(sample, tmp_path)
    sample.connection.set_trace_callback(None)
    after = dump(sample)
    assert after != before
    assert len(copies) > 1
    for path in copies:
        file = open_data_file(path, "สมหญิง")
        try:
            assert dump(file) in (before, after)
            assert health_of(file) == ()
        finally:
            file.close()
