"""What is said of a result beside its figures: level, what is missing, what was not checked."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QLabel

from ita_desktop.domain.bands import Band
from ita_desktop.domain.cautions import Cautions, LevelRules, cautions_of
from ita_desktop.domain.criteria import LevelRule
from ita_desktop.domain.levels import gap_to_next_level
from ita_desktop.domain.scores import YearResult
from ita_desktop.ui import theme, wording
from ita_desktop.workflows.scores.year_scores import score_name


def show_level(chip: QLabel, level: LevelRule | None) -> None:
    """Show a level as a chip in the colours of whether it passes; none hides it."""
    chip.setVisible(level is not None)
    if level is None:
        return
    ink, ground = theme.band_colors(Band.KEEP if level.passes else Band.URGENT)
    chip.setText(level.name)
    chip.setAccessibleName(f"ระดับ {level.name}")
    chip.setStyleSheet(
        f"color: {ink.name()}; background: {ground.name()}; border-radius: 6px;"
        " padding: 3px 10px; font-weight: 600;"
    )


def short_by(points: Mapping[str, Decimal]) -> str:
    """Say by how many points figures are short: "IIT ๑.๐๐ · EIT ๐.๕๐"."""
    return " · ".join(f"{name} {wording.score(short)}" for name, short in points.items())


def what_is_missing(result: YearResult) -> str:
    """Say what scores are still to come, and what is missing for the next level."""
    if result.total.value is None:
        empty = [code for code, figure in result.instruments.items() if figure.value is None]
        return f"ยังไม่มีคะแนน {', '.join(empty)} จึงยังไม่มีคะแนนรวม"
    lines: list[str] = []
    if not result.complete:
        lines.append(wording.shown(f"คะแนนเบื้องต้น {_still_open(cautions_of(result))}"))
    if (gap := gap_to_next_level(result)) is not None:
        # where instruments fall short the total follows from them
        short = gap.instruments or {"คะแนนรวม": gap.total}
        lines.append(f"ยังขาด {short_by(short)} คะแนน จึงจะถึงระดับ {gap.level.name}")
    return "\n".join(lines)


def _still_open(cautions: Cautions) -> str:
    """Say which scores are still to come: indicators, or how many items of those begun."""
    if cautions.missing_indicators:
        numbers = " ".join(map(str, cautions.missing_indicators))
        return f"ยังไม่มีคะแนนตัวชี้วัดที่ {numbers}"
    return f"กรอกแล้ว {cautions.entered_items} จาก {cautions.items} ข้อ"


def caution_of(result: YearResult) -> str:
    """Say what of the year's rules was not checked, and why there is no level."""
    cautions, year = cautions_of(result), result.criteria.fiscal_year
    lines: list[str] = []
    if cautions.level_needs:
        needed = ", ".join(cautions.level_needs)
        lines.append(f"ยังไม่ทราบคะแนนของแบบวัด {needed} จึงยังระบุระดับไม่ได้")
    if cautions.levels is LevelRules.MISSING:
        lines.append(f"ยังไม่พบเกณฑ์ระดับของปี {year}")
    unchecked = ["น้ำหนัก"] if not cautions.weights_checked else []
    unchecked += ["เกณฑ์ระดับ"] if cautions.levels is LevelRules.UNCHECKED else []
    if unchecked:
        lines.append(f"{'และ'.join(unchecked)}ปี {year} ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช.")
    lines += [f"คะแนน {score_name(code)} ที่กรอกต่างจากที่คำนวณเกิน 0.01" for code in cautions.differing]
    return wording.shown("\n".join(lines))
