"""The file grows by the edits and no more: beside what each of them takes written down as JSON."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.opening import open_data_file
from ita_desktop.workflows.scores.year_scores import put_entries

MOST = 1.35
"""Times the JSON; 1.0 for many single scores, 1.08 for pastes. Few of them pay for whole pages."""


def size(file: DataFile) -> int:
    file.connection.execute("VACUUM")
    return file.path.stat().st_size


def as_json(file: DataFile, after: int) -> int:
    """Return the bytes of the deeds after one, each written once as JSON with what it changed."""
    total = 0
    for number, *deed in file.read("SELECT id, name, at, person FROM deed WHERE id > ?", (after,)):
        changes = [
            [table, row, *(side and json.loads(side) for side in sides)]
            for table, row, *sides in file.read(
                "SELECT table_name, row_id, old, new FROM change WHERE deed = ?", (number,)
            )
        ]
        names = ("table", "row", "old", "new")
        edit = {
            **dict(zip(("name", "at", "person"), deed, strict=True)),
            "changes": [dict(zip(names, change, strict=True)) for change in changes],
        }
        total += len(json.dumps(edit, ensure_ascii=False, separators=(",", ":")).encode())
    return total


@pytest.mark.parametrize(("deeds", "cells"), [(600, 1), (10, 200)])
def test_the_file_grows_no_more_than_the_edits(
    tmp_path: Path, sample_bytes: bytes, deeds: int, cells: int
) -> None:
    path = tmp_path / "เทศบาล.ita"
    path.write_bytes(sample_bytes)
    file = open_data_file(path, "สมชาย")
    file.connection.execute("PRAGMA synchronous = OFF")
    put_entries(file, 2566, {f"x{n}": Decimal(1) for n in range(cells)}, "เตรียม")
    before, latest = size(file), file.latest_deed() or 0
    for number in range(deeds):
        entries = {f"x{n}": Decimal((number + n) % 90 + 2) for n in range(cells)}
        put_entries(file, 2566, entries, f"วางคะแนน {cells} ค่า")
    grown, written = size(file) - before, as_json(file, latest)
    file.close()
    assert written > 80_000
    assert grown < MOST * written
