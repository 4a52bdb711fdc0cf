"""What a reader of a score table must know: missing scores, rules not checked, figures that differ.

They stand as notes under the table they speak of, so that a workbook has them too.
"""

from collections.abc import Iterable

from ita_desktop.domain.scores import Figure, YearResult

_LEAD = "หมายเหตุ: "


def level_caution(result: YearResult) -> str:
    """Return the note on the levels of the year; empty where they were found in a source."""
    criteria = result.criteria
    if criteria.levels_checked:
        return ""
    year = criteria.fiscal_year
    if not criteria.levels:
        return f"{_LEAD}ยังไม่พบเกณฑ์ระดับของปี {year} จึงไม่แสดงระดับ"
    return f"{_LEAD}เกณฑ์ระดับของปี {year} ยังไม่ได้ตรวจสอบกับคู่มือของสำนักงาน ป.ป.ช."


def weight_cautions(result: YearResult) -> str:
    """Return the notes on weights, instruments and total, a line each."""
    criteria = result.criteria
    lines: list[str] = []
    if not criteria.weights_checked:
        lines.append(f"{_LEAD}น้ำหนักของปี {criteria.fiscal_year} ยังไม่ได้ตรวจสอบกับคู่มือของสำนักงาน ป.ป.ช.")
    figures = [(f"แบบวัด {code} ", figure) for code, figure in result.instruments.items()]
    lines += _differences((*figures, ("คะแนนในภาพรวม", result.total)))
    return "\n".join(lines)


def indicator_cautions(result: YearResult) -> str:
    """Return the notes on missing scores and on indicators that differ, a line each."""
    lines: list[str] = []
    if not result.complete:
        lines.append(_LEAD + _incomplete(result))
    lines += _differences(
        (f"ตัวชี้วัดที่ {number} ", figure) for number, figure in result.indicators.items()
    )
    return "\n".join(lines)


def _incomplete(result: YearResult) -> str:
    words = "ข้อมูลยังไม่ครบ"
    missing = [indicator.number for indicator in result.missing_indicators]
    if len(missing) == len(result.criteria.indicators):
        words += " ยังขาดคะแนนของทุกตัวชี้วัด"
    elif missing:
        words += f" ยังขาดคะแนนของตัวชี้วัดที่ {', '.join(map(str, missing))}"
    if result.entered_items:
        words += f" บันทึกแล้ว {result.entered_items} จาก {len(result.criteria.items)} ข้อ"
    return words


def _differences(figures: Iterable[tuple[str, Figure]]) -> list[str]:
    return [
        f"{_LEAD}{name}ที่บันทึกไว้ {figure.shown} ต่างจากที่คำนวณได้ {figure.computed_shown}"
        for name, figure in figures
        if figure.disagrees
    ]
