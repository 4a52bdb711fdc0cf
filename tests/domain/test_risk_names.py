"""What a process, a risk and a treatment are called where they say nothing themselves."""

from dataclasses import replace

from ita_desktop.domain.risk_names import process_name, risk_name, treatment_name
from ita_desktop.domain.risks import Process, Risk, Treatment, owner_of, units_of

FIRST, SECOND = Risk(id=1, text="แบ่งซื้อ"), Risk(id=2, text="ตรวจรับ\nไม่ครบ", units="กองช่าง")
PROCESS = Process(id=1, fiscal_year=2566, text="จัดซื้อ\nจัดจ้าง", units="กองคลัง", risks=(FIRST, SECOND))
NAMELESS = replace(PROCESS, text=" ")


def test_a_process_is_called_by_its_text_else_by_its_first_risk() -> None:
    assert process_name(PROCESS) == "จัดซื้อ จัดจ้าง"
    assert process_name(NAMELESS) == "แบ่งซื้อ"
    assert process_name(replace(NAMELESS, risks=())) == "(ยังไม่มีข้อความ)"


def test_a_risk_is_called_by_its_text_else_by_its_process() -> None:
    assert risk_name(PROCESS, SECOND) == "ตรวจรับ ไม่ครบ"
    assert risk_name(PROCESS, Risk(id=3)) == "จัดซื้อ จัดจ้าง"
    assert risk_name(NAMELESS, Risk(id=3)) == "(ยังไม่มีข้อความ)"


def test_a_treatment_is_called_by_its_text_else_by_what_it_is_against() -> None:
    assert treatment_name(PROCESS, Treatment(id=1, risk=2, text="ตั้ง\nกรรมการ")) == "ตั้ง กรรมการ"
    assert treatment_name(PROCESS, Treatment(id=1, risk=2)) == "ตรวจรับ ไม่ครบ"
    assert treatment_name(PROCESS, Treatment(id=1)) == "จัดซื้อ จัดจ้าง"
    assert treatment_name(NAMELESS, Treatment(id=1)) == "แบ่งซื้อ"


def test_who_is_responsible_is_the_process_unless_it_says_otherwise() -> None:
    assert [owner_of(PROCESS), owner_of(PROCESS, FIRST), owner_of(PROCESS, SECOND)] == [
        *("กองคลัง", "กองคลัง", "กองช่าง"),
    ]
    assert units_of(PROCESS, Treatment(id=1)) == "กองคลัง"
    assert units_of(PROCESS, Treatment(id=1, units="สำนักปลัด")) == "สำนักปลัด"
