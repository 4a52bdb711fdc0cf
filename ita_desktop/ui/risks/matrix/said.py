"""What the matrix says: tool tips, and what a screen reader is told of the current cell."""

from PySide6.QtCore import QPointF

from ita_desktop.domain.risk_levels import standing, standing_of
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep
from ita_desktop.domain.risks import Register, owner_of
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.drawing import NO_LEVEL
from ita_desktop.ui.risks.matrix.seating import Content
from ita_desktop.ui.risks.matrix.seats import Cell, Seat
from ita_desktop.ui.risks.matrix.shape import Shape
from ita_desktop.ui.wording import figure, shown

_NAMELESS = "ยังไม่มีข้อความเหตุการณ์"


def size_words(method: RiskMethod) -> str:
    """Return ๕ × ๕."""
    return f"{figure(method.size[0])} × {figure(method.size[1])}"


def place_words(method: RiskMethod, cell: Cell) -> str:
    """Return ๔ × ๓ = ๑๒ สูง."""
    band = method.band_at(*cell)
    level = NO_LEVEL if band is None else band.name
    return shown(f"{cell[0]} × {cell[1]} = {cell[0] * cell[1]} {level}")


def risk_words(seat: Seat) -> str:
    """Return a risk's number and its event: ๒ นำรถราชการไปใช้ส่วนตัว."""
    return f"{figure(seat.number)} {shown(seat.one.risk.text or _NAMELESS)}"


def chip_words(register: Register, seat: Seat) -> str:
    """Return number, event, level and owner, a line each."""
    risk, process, method = seat.one.risk, seat.one.process, register.method
    lines = [risk_words(seat)]
    if seat.cell is not None:
        lines.append(place_words(method, seat.cell))
    else:
        level = standing_of(method, process, risk).words
        lines.append(f"ระดับ{shown(level)} ยังไม่มีตำแหน่ง" if level else "ยังไม่มีตำแหน่ง")
    if seat.origin is not None:
        lines.append(f"เดิม {place_words(method, seat.origin)}")
    owner = owner_of(process, risk)
    return "\n".join([*lines, f"ผู้รับผิดชอบ: {shown(owner)}"] if owner else lines)


def cell_words(register: Register, cell: Cell, content: Content) -> str:
    """Return a cell's steps, its level and how many risks it has."""
    method = register.method
    score = standing(method, *cell)
    level = "ไม่มีระดับในเกณฑ์นี้" if score.band is None else f"ระดับ{score.band.name}"
    likelihood = _step(method.likelihood, cell[0])
    impact = _step(method.impact, cell[1])
    count = len(content.risks)
    many = f"{count} ความเสี่ยง" if count else "ไม่มีความเสี่ยง"
    return shown(
        f"{method.likelihood_title} {likelihood} × {method.impact_title} {impact}"
        f" = {score.score} {level}\n{many}"
    )


def current_words(
    register: Register, cell: Cell, content: Content, seats: dict[int, Seat], *, chosen: bool
) -> str:
    """Return what is said of the cell with the keyboard: steps, level, its risks by number."""
    numbers = ", ".join(figure(seats[risk].number) for risk in content.risks if risk in seats)
    words = cell_words(register, cell, content).replace("\n", " ")
    listed = f"{words}: {numbers}" if numbers else words
    return f"{listed} เลือกช่องนี้อยู่" if chosen else listed


def matrix_name(register: Register, arrows: Arrows) -> str:
    """Return what the matrix is called."""
    way = "" if arrows is Arrows.NONE else f" {arrows.words}"
    return f"เมทริกซ์ความเสี่ยง {size_words(register.method)}{way}"


def _step(steps: tuple[ScaleStep, ...], value: int) -> str:
    name = next((step.name for step in steps if step.value == value), "")
    return f"{value} {name}".strip()


def step_words(method: RiskMethod, shape: Shape, where: QPointF) -> str:
    """Return the criterion of the step whose name is at a point; empty elsewhere."""
    area = shape.area
    beside = QPointF(area.left(), where.y()), QPointF(where.x(), area.top())
    for at, steps, place, away in (
        (beside[0], method.likelihood, 0, where.x() < area.left()),
        (beside[1], method.impact, 1, where.y() > area.bottom()),
    ):
        cell = shape.cell_at(at) if away else None
        step = next((one for one in steps if cell and one.value == cell[place]), None)
        if step is not None:
            name = shown(f"{step.value} {step.name}")
            return f"{name}\n{shown(step.text)}" if step.text else name
    return ""
