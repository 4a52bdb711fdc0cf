"""What a reader of a score table must know: missing scores, rules not checked, figures that differ.

They stand as notes under the table they speak of, so that a workbook has them too.
"""

from collections.abc import Callable

from ita_desktop.domain.cautions import Cautions, LevelRules, cautions_of
from ita_desktop.domain.scores import YearResult

_LEAD = "หมายเหตุ: "
_UNCHECKED = "ยังไม่ได้ตรวจสอบกับคู่มือของสำนักงาน ป.ป.ช."


def unknown_instruments(result: YearResult) -> str:
    """Return the phrase that says why no level can be told yet; empty where one can."""
    needs = cautions_of(result).level_needs
    if not needs:
        return ""
    return f"ยังไม่ทราบคะแนนของแบบวัด {', '.join(needs)} จึงยังระบุระดับไม่ได้"


def level_caution(result: YearResult) -> str:
    """Return the notes on the levels of the year, a line each; empty where there is none."""
    year = result.criteria.fiscal_year
    lines = {
        LevelRules.CHECKED: [],
        LevelRules.UNCHECKED: [f"{_LEAD}เกณฑ์ระดับของปี {year} {_UNCHECKED}"],
        LevelRules.MISSING: [f"{_LEAD}ยังไม่พบเกณฑ์ระดับของปี {year} จึงไม่แสดงระดับ"],
    }[cautions_of(result).levels]
    if unknown := unknown_instruments(result):
        lines.append(f"{_LEAD}ระดับของปี {year} ขึ้นกับคะแนนของทุกแบบวัด {unknown}")
    return "\n".join(lines)


def weight_cautions(result: YearResult) -> str:
    """Return the notes on weights, instruments and total, a line each."""
    cautions = cautions_of(result)
    lines: list[str] = []
    if not cautions.weights_checked:
        lines.append(f"{_LEAD}น้ำหนักของปี {result.criteria.fiscal_year} {_UNCHECKED}")
    return "\n".join((*lines, *_differences(result, cautions, lambda code: not code.isdecimal())))


def indicator_cautions(result: YearResult) -> str:
    """Return the notes on missing scores and on indicators that differ, a line each."""
    cautions = cautions_of(result)
    lines = [] if cautions.complete else [_LEAD + _incomplete(cautions)]
    return "\n".join((*lines, *_differences(result, cautions, str.isdecimal)))


def _incomplete(cautions: Cautions) -> str:
    words = "ข้อมูลยังไม่ครบ"
    if cautions.all_missing:
        words += " ยังขาดคะแนนของทุกตัวชี้วัด"
    elif cautions.missing_indicators:
        words += f" ยังขาดคะแนนของตัวชี้วัดที่ {', '.join(map(str, cautions.missing_indicators))}"
    if cautions.entered_items:
        words += f" บันทึกแล้ว {cautions.entered_items} จาก {cautions.items} ข้อ"
    return words


def _differences(
    result: YearResult, cautions: Cautions, wanted: Callable[[str], bool]
) -> list[str]:
    lines: list[str] = []
    for code in filter(wanted, cautions.differing):
        figure = result.figure(code)
        if figure is not None:
            lines.append(
                f"{_LEAD}{_name(result, code)}ที่บันทึกไว้ {figure.shown}"
                f" ต่างจากที่คำนวณได้ {figure.computed_shown}"
            )
    return lines


def _name(result: YearResult, code: str) -> str:
    if code.isdecimal():
        return f"ตัวชี้วัดที่ {code} "
    return f"แบบวัด {code} " if code in result.instruments else "คะแนนในภาพรวม"
