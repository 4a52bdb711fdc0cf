"""What the cells of the register and of treatments say."""

from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risks import Process, Risk, Treatment
from ita_desktop.ui import wording
from ita_desktop.ui.risks.tab.lines import Line
from ita_desktop.ui.rows.cell import Cell
from ita_desktop.ui.rows.column import EVIDENCE, LINK, NUMBER, SCORE, Column
from ita_desktop.workflows.risks.numbers import ALL_RISKS

_INVITATIONS: Final = {
    Kind.PROCESS: "พิมพ์เพื่อเพิ่มกระบวนงาน…",
    Kind.RISK: "พิมพ์เพื่อเพิ่มความเสี่ยง…",
    Kind.TREATMENT: "พิมพ์เพื่อเพิ่มมาตรการควบคุม…",
}
_LEVELS: Final = frozenset({"level", "after_level"})


def cell_of(line: Line, column: Column, months: Round) -> Cell:
    """Return what a cell says."""
    if line.adds:
        invites = column.field == "text"
        return Cell(shown=_INVITATIONS[line.kind] if invites else "", quiet=True)
    if column.field in (NUMBER, SCORE, EVIDENCE, LINK):
        figure = _figure(line, column.field)
        return Cell(figure, wording.shown(figure), strong=bool(line.chip))
    own = own_text(line, column.field, months)
    if column.field in _LEVELS:
        stands = line.stands if column.field == "level" else line.stands_after
        return Cell(own or stands.words, wording.shown(stands.words))
    if not own and column.field == "units" and line.kind is not Kind.PROCESS:
        return Cell("", wording.shown(line.shared_units), quiet=True)
    if not own and column.field == "risk":
        return Cell("", ALL_RISKS, quiet=True)
    heads = line.kind is Kind.PROCESS and column.field == "text"
    area = wording.shown(line.process.area) if heads and line.process is not None else ""
    return Cell(own, wording.shown(own), strong=heads, caption=area)


def own_text(line: Line, field: str, months: Round) -> str:
    """Return what the row itself keeps of a field, as it is typed and copied."""
    row: Process | Risk | Treatment | None = line.treatment or line.risk or line.process
    if row is None or line.adds:
        return ""
    if line.treatment is not None:
        return _of_treatment(line, line.treatment, field, months)
    value = getattr(row, field, "")
    if field == "control_quality" and line.risk is not None:
        return line.risk.control_quality.words
    return "" if value is None else str(value)


def _of_treatment(line: Line, treatment: Treatment, field: str, months: Round) -> str:
    if field == "risk":
        return str(line.against) if line.against else ""
    if field == "project":
        return treatment.project_words
    if field in ("text", "units", "period", "marker"):
        return str(getattr(treatment, field))
    report = treatment.result(months)
    match field:
        case "state":
            return report.state.words if report.state else ""
        case "percent":
            return "" if report.percent is None else str(report.percent)
        case _:
            return str(getattr(report, field, ""))


def _figure(line: Line, field: str) -> str:
    if field == NUMBER:
        return str(line.chip or line.place)
    if field == LINK:
        return line.link
    score = line.stands.score
    return str(score) if field == SCORE and score is not None else ""
