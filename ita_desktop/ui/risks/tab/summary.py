"""A row of the register in a line: its control, who is responsible, how it stands afterwards."""

from ita_desktop.domain.risk_levels import Standing, standing_after
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Risk, owner_of
from ita_desktop.ui.risks.tab.lines import Line


def title_of(line: Line | None, process: Process | None) -> str:
    """Return what the row is: its number and its event, or its process."""
    if line is None or process is None:
        return ""
    if line.risk is not None:
        return f"{line.chip} {_one_line(line.risk.text) or 'ยังไม่มีข้อความเหตุการณ์'}"
    return f"กระบวนงาน: {_one_line(process.text) or 'ยังไม่มีชื่อกระบวนงาน'}"


def facts_of(method: RiskMethod, line: Line | None, process: Process | None) -> str:
    """Return what is worth a calm word; what is not known is not said."""
    if line is None or process is None:
        return ""
    if line.risk is None:
        parts = (_told("ด้าน", process.area), _told("ผู้รับผิดชอบ", process.units))
        return " · ".join(filter(None, parts))
    risk = line.risk
    quality = risk.control_quality.words
    control = _one_line(risk.control) + (f" ({quality})" if quality and risk.control else "")
    after = standing_after(method, risk)
    parts = (
        _told("การควบคุมที่มีอยู่", control or quality),
        _told("ผู้รับผิดชอบ", _one_line(owner_of(process, risk))),
        _told("หลังจัดการ", _after(risk, after)),
    )
    return " · ".join(filter(None, parts))


def _after(risk: Risk, stands: Standing) -> str:
    return _place(risk.after_likelihood, risk.after_impact, stands)


def _place(likelihood: int | None, impact: int | None, stands: Standing) -> str:
    """Return "2 × 3 = 6 ปานกลาง", or the word alone where that is all there is."""
    if likelihood is None or impact is None:
        return stands.words
    return f"{likelihood} × {impact} = {stands.score} {stands.words}".strip()


def _told(name: str, words: str) -> str:
    return f"{name}: {words}" if words else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
