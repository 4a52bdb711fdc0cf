"""Files a year is begun in."""

from collections.abc import Iterator

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.workflows.opening import new_sample_file

YEAR = 2566


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    """Return the sample municipality's file, which every example leaves as it was."""
    file = new_sample_file(tmp_path_factory.mktemp("ปีใหม่") / "ตัวอย่าง.ita")
    yield file
    file.close()


@pytest.fixture
def file(file: DataFile) -> DataFile:
    """Return a file of an office with 2566, too, and nothing in it."""
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, YEAR)
    return file
