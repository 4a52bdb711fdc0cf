"""Which risk a treatment names by its number through the year."""

from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db.rows import Kind
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.risks.numbers import risk_of_number
from ita_desktop.workflows.rows import deeds as work


def test_a_number_is_of_the_year_and_names_a_risk_of_its_own_process(tmp_path: Path) -> None:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT)
    with closing(new_file(tmp_path / "ก.ita", office, 2566)) as file:
        first, second = (work.add_row(file, Kind.PROCESS, 2566, {"text": t}) for t in "กข")
        work.add_row(file, Kind.RISK, first, {"text": "หนึ่ง"})
        there = work.add_row(file, Kind.RISK, second, {"text": "สอง"})
        for text in ("2", "๒", "ข้อ ๒", "2 สอง", "ความเสี่ยงที่ 2"):
            assert risk_of_number(file, second, text) == there
        for text in ("", "-", "ทุกข้อ"):
            assert risk_of_number(file, second, text) is None
        for text in ("1", "3", "22", "สอง"):
            with pytest.raises(ClerkError, match="กรุณาเลือกข้อ 2 หรือ “ทุกข้อ”"):
                risk_of_number(file, second, text)
