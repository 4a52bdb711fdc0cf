"""A real file of every released schema opens for ever and says what it always said."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of, row_counts
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import LOGGED_TABLES, SCHEMA_VERSION
from ita_desktop.workflows.dump import dump

Content = dict[str, list[tuple[object, ...]]]
FILES = sorted((Path(__file__).parents[1] / "files").glob("schema_*.ita"))


def still_says(now: object, before: object) -> bool:
    """Say whether all that a dump said is in a newer one, which may say more."""
    if isinstance(now, dict) and isinstance(before, dict):
        newer, older = cast("dict[str, object]", now), cast("dict[str, object]", before)
        return all(name in newer and still_says(newer[name], older[name]) for name in older)
    if isinstance(now, list) and isinstance(before, list):
        pairs = zip(cast("list[object]", now), cast("list[object]", before), strict=True)
        return all(still_says(newer, older) for newer, older in pairs)
    return now == before


def test_every_released_schema_has_its_file() -> None:
    versions = [f"schema_{version}.ita" for version in range(1, SCHEMA_VERSION + 1)]
    assert [path.name for path in FILES] == versions


def test_the_newest_released_file_has_rows_in_every_table(tmp_path: Path) -> None:
    path = tmp_path / "ล่าสุด.ita"
    shutil.copyfile(FILES[-1], path)
    file = open_data_file(path, "สมหญิง")
    counts = row_counts(file)
    file.close()
    assert [table for table in LOGGED_TABLES if not counts[table]] == []


@pytest.mark.parametrize("released", FILES, ids=[path.stem for path in FILES])
def test_a_released_file_opens_and_says_what_it_said(
    tmp_path: Path, content: Callable[[DataFile], Content], released: Path
) -> None:
    path = tmp_path / "เดิม.ita"
    shutil.copyfile(released, path)
    file = open_data_file(path, "สมหญิง")
    said = json.loads(released.with_suffix(".json").read_text("utf-8"))
    assert still_says(dump(file), said)
    assert health_of(file) == ()
    before = content(file)
    undone = 0
    while file.undo() is not None:
        undone += 1
    assert undone > 5
    assert dump(file)["years"].keys() < said["years"].keys()
    for _ in range(undone):
        assert file.redo() is not None
    assert content(file) == before
    assert file.redo() is not None  # what was undone when the file was made
    assert content(file) != before
    file.close()
