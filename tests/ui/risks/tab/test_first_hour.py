"""From an empty year to three risks with treatments, by the keyboard alone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView

from ita_desktop.domain.measures import State
from ita_desktop.domain.risk_levels import standing_of
from ita_desktop.ui.risks.tab.page import RisksPage
from tests.ui.risks.tab.rows import process_of, register_of, seen

Press = Callable[[str], None]
Type = Callable[[str], None]


def test_three_risks_with_treatments_are_typed_from_nothing(
    show_page: Callable[[Path], RisksPage], empty_path: Path, press: Press, type_: Type
) -> None:
    page = show_page(empty_path)
    assert page.empty.isVisible()
    page.first.setFocus()
    press("Space")
    assert page.table.state() is QAbstractItemView.State.EditingState
    type_("การจัดซื้อจัดจ้าง")
    press("Enter")
    for event in ("เอื้อผู้ขาย", "แบ่งซื้อ", "ตรวจรับไม่ครบ"):
        type_(event)
        press("Enter")
    assert [risk.text for risk in process_of(page).risks] == ["เอื้อผู้ขาย", "แบ่งซื้อ", "ตรวจรับไม่ครบ"]
    assert page.go_to(f"risk:{process_of(page).risks[0].id}", "likelihood")
    for typed in ("๔", "3", "สูงมาก"):
        type_(typed)
        press("Enter")
    assert page.go_to(f"risk:{process_of(page).risks[0].id}", "impact")
    for typed in ("4", "๓", "2"):
        type_(typed)
        press("Enter")
    method = register_of(page).method
    placed = [(one.risk.likelihood, one.risk.impact) for one in register_of(page).risks()]
    levels = [standing_of(method, one.process, one.risk).score for one in register_of(page).risks()]
    assert placed == [(4, 4), (3, 3), (5, 2)]
    assert levels == [16, 9, 10]
    press("F6")
    assert page.detail.table.hasFocus()
    assert page.detail.table.go_to(f"+treatment:{process_of(page).id}")
    type_("สุ่มตรวจสัญญา")
    press("Tab")
    type_("ทุก")
    press("Tab")
    press("Tab")
    type_("ตลอด")
    press("Tab")
    type_("แล้ว")
    press("Enter")
    (treatment,) = process_of(page).treatments
    assert (treatment.text, treatment.risk) == ("สุ่มตรวจสัญญา", None)
    assert treatment.period == "ตลอดปีงบประมาณ"
    assert treatment.results[6].state is State.DONE


def test_undo_of_everything_comes_back_to_the_beginning(
    show_page: Callable[[Path], RisksPage], empty_path: Path, press: Press, type_: Type
) -> None:
    page = show_page(empty_path)
    page.first.setFocus()
    press("Space")
    type_("การใช้รถราชการ")
    press("Enter")
    assert seen(page) == [f"process:{process_of(page).id}"]
    press("Ctrl+Z")
    assert page.empty.isVisible()
    assert page.first.hasFocus()
    press("Ctrl+Y")
    assert not page.empty.isVisible()
    assert page.table.hasFocus()
