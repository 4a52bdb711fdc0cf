"""Which risks of earlier years have a place in this year's matrix."""

from pathlib import Path

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db import rows as table
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.risks.register import choose_method, register_of
from ita_desktop.workflows.rows import deeds as rows

A, B, _, _, SMALL = preset_methods()
YEAR = 2566


@pytest.mark.parametrize(("method", "comparable"), [(A, True), (B, True), (SMALL, False)])
def test_a_place_of_last_year_counts_where_the_matrix_has_this_size(
    tmp_path: Path, method: RiskMethod, *, comparable: bool
) -> None:
    file = new_file(tmp_path / "บ้านทดลอง.ita")
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, YEAR)
        add_fiscal_year(file, YEAR + 1)
    choose_method(file, YEAR, A)
    choose_method(file, YEAR + 1, method)
    then = rows.add_row(
        file,
        Kind.RISK,
        rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อวัสดุ"}),
        {"text": "แบ่งซื้อ", "likelihood": "3", "impact": "2"},
    )
    process = rows.add_row(file, Kind.PROCESS, YEAR + 1, {"text": "จัดซื้อวัสดุ"})
    now = rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ"})
    with file.deed("ยกมา"):
        table.change_row(file, Kind.RISK, now, {"previous": then})
    register = register_of(file, YEAR + 1)
    assert set(register.before) == {then}
    assert register.comparable == (frozenset({then}) if comparable else frozenset())
    assert register_of(file, YEAR).comparable == frozenset()
    file.close()
