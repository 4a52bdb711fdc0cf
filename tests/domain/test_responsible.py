"""Which units a cell of responsible units names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.responsible import is_responsible, names_all, unit_names, unknown_units

UNITS = ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("กองคลัง", ("กองคลัง",)),
        ("-สำนักปลัด อบต. -กองคลัง -กองช่าง", ("สำนักปลัด อบต.", "กองคลัง", "กองช่าง")),
        ("- กองคลัง\n- กองช่าง", ("กองคลัง", "กองช่าง")),
        ("กองคลัง, กองช่าง; กองคลัง", ("กองคลัง", "กองช่าง")),
        ("กองคลัง\n\n กองช่าง ", ("กองคลัง", "กองช่าง")),
        ("", ()),
        (" - \n–", ()),
    ],
)
def test_names_are_read_in_order_and_once(text: str, names: tuple[str, ...]) -> None:
    assert unit_names(text) == names


@pytest.mark.parametrize(
    ("text", "everyone"),
    [
        *(("ทุกหน่วยงาน", True), ("ทุกสำนัก/กอง", True), ("- ทุกกอง", True)),
        *(("กองคลัง\nทุกส่วนราชการ", True), ("กองคลัง", False), ("", False)),
    ],
)
def test_work_of_all_is_work_of_each(text: str, everyone: bool) -> None:  # noqa: FBT001 - a case
    assert names_all(text) is everyone
    assert is_responsible(text, "กองช่าง") is everyone


def test_a_unit_is_known_however_it_is_spaced_and_digited() -> None:
    assert is_responsible("-กอง คลัง", "กองคลัง")
    assert is_responsible("ฝ่าย ๒", "ฝ่าย 2")
    assert not is_responsible("กองคลังและพัสดุ", "กองคลัง")
    assert not is_responsible("", "กองคลัง")


def test_names_that_are_none_of_the_offices_units_are_told() -> None:
    assert unknown_units("กองคลัง\nกองใหม่\nทุกกอง", UNITS) == ("กองใหม่",)
    assert unknown_units("สำนักปลัด เทศบาล", UNITS) == ()
    assert unknown_units("", UNITS) == ()


@given(
    chosen=st.lists(st.sampled_from((*UNITS, "กองการศึกษา")), unique=True),
    dash=st.sampled_from(("", "-", "- ", "• ")),
)
def test_units_a_line_each_are_read_back(chosen: list[str], dash: str) -> None:
    text = "\n".join(dash + name for name in chosen)
    assert unit_names(text) == tuple(chosen)
    assert all(is_responsible(text, name) for name in chosen)
    assert unknown_units(text, UNITS) == tuple(name for name in chosen if name not in UNITS)
