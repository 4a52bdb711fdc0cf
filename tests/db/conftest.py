"""What the tests of the data file share: an empty file, a full one, and its content as values."""

# ruff: noqa: S608 - the names of tables and columns are our own

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ita_desktop.db.creating import create_data_file
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.workflows.opening import new_sample_file
from tests.kept_file import KeptFile, keep

Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def kept_file(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    folder = tmp_path_factory.mktemp("file")
    return keep(folder, lambda path: create_data_file(path, "สมชาย"))


@pytest.fixture
def file(kept_file: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    """Return a new, empty data file of Somchai's."""
    opened = open_data_file(kept_file.copy_to(tmp_path / "ใหม่.ita"), "สมชาย")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the sample municipality's file as it lies on the disk."""
    path = tmp_path_factory.mktemp("sample") / "sample.ita"
    new_sample_file(path).close()
    return path.read_bytes()


@pytest.fixture(scope="session")
def content() -> Callable[[DataFile], Content]:
    """Return a function that reads all tables but those of the change log."""

    def read(file: DataFile) -> Content:
        return {
            table: file.connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
            for table in LOGGED_TABLES
        }

    return read
