"""A register of many risks, made and in no file: for measuring the matrix, and for its tests."""

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Register, Risk


def made_register(
    count: int, *, method: RiskMethod | None = None, unplaced: int = 0, shift: int = 0
) -> Register:
    """Return a register of one process: places spread with a heavy corner, the last unplaced.

    ``shift`` puts risk 1 so many steps of impact further. Every third risk has a place after
    treatment, every fourth one of the year before.
    """
    method = method or preset_methods()[0]
    tall, wide = method.size
    risks: list[Risk] = []
    before: dict[int, Risk] = {}
    for number in range(1, count + 1):
        placed = number <= count - unplaced
        likelihood = 1 + (number * 7 + number // 5) % tall
        impact = 1 + (number * number + number // 3) % wide
        if number % 4 == 0:
            likelihood, impact = max(tall - 1, 1), max(wide - 1, 1)
        if number == 1:
            impact = 1 + (impact - 1 + shift) % wide
        previous = 1000 + number if number % 4 == 1 else None
        if previous is not None:
            before[previous] = Risk(id=previous, likelihood=tall, impact=impact)
        risks.append(
            Risk(
                id=number,
                text=f"เหตุการณ์ที่ {number} นำรถราชการไปใช้ส่วนตัวนอกเวลาราชการ",
                likelihood=likelihood if placed else None,
                impact=impact if placed else None,
                after_likelihood=max(likelihood - 2, 1) if placed and number % 3 == 0 else None,
                after_impact=impact if placed and number % 3 == 0 else None,
                previous=previous,
            )
        )
    process = Process(
        id=1, fiscal_year=2566, text="การใช้ทรัพย์สิน", units="สำนักปลัดเทศบาล", risks=tuple(risks)
    )
    return Register(
        fiscal_year=2566,
        method=method,
        processes=(process,),
        before=before,
        comparable=frozenset(before),
    )
