"""``python -m bench.readiness_work FOLDER``: what a large file lacks, as the window asks it.

3,000 steps of measures, 300 projects, 100 risks and five fiscal years with scores, OIT items and an
edited text of the report. Each turn opens nothing anew: it reads the file and asks all rules, of
the year with the steps and of every year worth checking. Seconds as JSON on standard output.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.many_projects import made_file
from bench.many_steps import YEAR, write_steps
from ita_desktop.db.analysis_texts import put_analysis_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.rows import Kind, add_row
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.disclosure import asked_contents, oit_items
from ita_desktop.workflows.check import check, check_years
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.opening import open_file

PROJECTS, RISKS, TURNS = 300, 100, 7
YEARS = range(2564, 2569)
DAY = date(2023, 10, 20)
"""After the fiscal year with the steps: both its reports are due."""


def main(folder: Path) -> dict[str, list[float]]:
    """Return the seconds of each turn: one year, and all years that are worth it."""
    path = folder / "large.ita"
    made_file(path, PROJECTS)
    file = open_file(path)
    file.connection.execute("PRAGMA synchronous = OFF")  # a fixture; nobody pulls the plug
    write_steps(file)
    with file.deed("เตรียมข้อมูลสำหรับวัดผล"):
        for year in YEARS:
            _write_year(file, year)
        _write_risks(file)
        text = AnalysisText(name="result", text="{หน่วยงาน}ได้คะแนน {คะแนนรวม} จาก 10 ตัวชี้วัด")
        put_analysis_text(file, YEAR, text)
    work: dict[str, Callable[[], object]] = {
        "year": lambda: check(file, YEAR, DAY),
        "years": lambda: check_years(file, None, DAY),
    }
    found = {name: [_seconds(one) for _ in range(TURNS)] for name, one in work.items()}
    file.close()
    return found


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write_year(file: DataFile, year: int) -> None:
    """Write scores of a year, and of its OIT items all that a clerk can say of one."""
    add_fiscal_year(file, year)
    criteria = criteria_of(file, year)
    for number, item in enumerate(criteria.items):
        score = Decimal(100) if item.is_oit else Decimal(80) + Decimal(number % 20)
        put_score(file, year, item.code, score)
    for item in oit_items(criteria):
        values = {
            "state": "checked",
            "units": "กองคลัง",
            "addresses": f"https://www.example.go.th/{year}/{item.code}",
            "due": f"{year - 543}-03-31",
            "checked": f"{year - 543}-04-20",
        }
        put_item(file, year, item.code, values)
        contents = [one.text for one in asked_contents(item)]
        put_contents(file, year, item.code, contents, there=True)


def _write_risks(file: DataFile) -> None:
    process = 0
    for number in range(RISKS):
        if number % 10 == 0:
            texts = {"text": f"กระบวนงานที่ {number // 10 + 1}", "units": "กองคลัง"}
            process = add_row(file, Kind.PROCESS, YEAR, texts)
        levels = {"likelihood": 2, "impact": 1 + number % 5}
        risk = add_row(file, Kind.RISK, process, {"text": f"เหตุการณ์ที่ {number + 1}", **levels})
        treatment = {"risk": risk, "text": f"ตรวจทานเรื่องที่ {number + 1}", "period": "ม.ค. ๖๖"}
        add_row(file, Kind.TREATMENT, process, treatment)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
