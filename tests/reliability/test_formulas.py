"""Whatever text a clerk writes, no workbook of this program holds a formula."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ita_desktop.db.analysis_texts import put_analysis_text
from ita_desktop.db.announcements import add_announcement, change_announcement
from ita_desktop.db.criteria_sets import put_own_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.layouts import put_layout, put_paper_text
from ita_desktop.db.offices import save_office
from ita_desktop.db.plans import change_plan, plan_covering, put_aim, put_plan_text
from ita_desktop.db.projects import put_links, put_project_result, put_project_year
from ita_desktop.db.risk_methods import keep_areas, keep_method
from ita_desktop.db.rows import Kind, Value, add_row, put_result, write_extra
from ita_desktop.db.suggestions import put_suggestion
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.catalogue import papers_with
from ita_desktop.documents.layout import (
    EXTRA,
    LayoutColumn,
    RowOf,
    copy_layout,
    official_layouts,
    write_layout,
)
from ita_desktop.documents.model import Digits
from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.responsible import unit_names
from ita_desktop.domain.risk_method import Color, LevelBand, RiskMethod, ScaleStep
from ita_desktop.domain.suggestions import Origin, Suggestion
from ita_desktop.domain.unit_work import work_by_unit
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold
from ita_desktop.workflows.criteria.in_force import criteria_of, export_criteria
from ita_desktop.workflows.disclosure.unit_sheets import freeze_oit_sheets
from ita_desktop.workflows.everything import export_everything
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.layouts import layouts_of, text_key
from ita_desktop.workflows.opening import new_sample_file
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import read_unit_sheets
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets

YEAR = 2566
PAYLOADS = tuple(
    lead + body
    for lead in ("=", "+", "-", "@", "\t=", "\n=", " =", "'=", '"=', "=\u200b")
    for body in (
        "1+1",
        'HYPERLINK("x","y")',
        "cmd|' /C calc'!A0",
        "SUM(A1:A9)",
        "-2+3",
        "สำนักปลัด",
    )
)
FORMULA = re.compile("<f[ />]")


def write_everywhere(file: DataFile, payload: str) -> None:
    """Put a payload into every single field, and all of them where there may be many."""
    with file.deed(payload):
        save_office(
            file,
            Office(
                name=payload,
                kind=OfficeKind.SUBDISTRICT,
                district=payload,
                province=payload,
                executive=payload,
                executive_title=payload,
                units=PAYLOADS,
            ),
        )
        for item, text in zip(criteria_of(file, YEAR).items, PAYLOADS, strict=False):
            put_own_text(file, YEAR, item.code, text)
        for name in PAYLOADS:
            add_evidence(file, YEAR, "O1", f"{name}.txt", DIGEST)
        write_measures(file, payload)
        write_risks(file, payload)
        write_plan(file, payload)
        write_disclosure(file, payload)
        write_layouts(file, payload)


def write_measures(file: DataFile, payload: str) -> None:
    """Put a payload into every text of measures, of their reports and of the calendar."""
    extra = write_extra({payload: payload, "งบ": payload})
    heads: dict[str, Value] = dict.fromkeys(("title", "heading", "group_lines"), payload)
    topic = add_row(file, Kind.TOPIC, YEAR, heads)
    for code in ("", "i7", payload):
        values: dict[str, Value] = {"criteria_year": YEAR, "code": code, "extra": extra}
        add_row(file, Kind.ITEM, topic, {**values, "text": payload, "finding": payload})
    texts = ("text", "marker", "period", "follow_up")
    work: dict[str, Value] = {**dict.fromkeys(texts, payload), "units": UNIT, "extra": extra}
    told: dict[str, Value] = dict.fromkeys(("result", "problem", "suggestion", "outcome"), payload)
    whole = add_row(file, Kind.MEASURE, topic, work)
    parent = add_row(file, Kind.MEASURE, topic, {**work, "units": f"{payload}\n{UNIT}"})
    step = add_row(file, Kind.STEP, parent, {**work, "units": payload})
    other = add_row(file, Kind.STEP, parent, work)
    for months in ROUNDS:
        put_result(file, Kind.MEASURE, whole, months, told)
        put_result(file, Kind.STEP, step, months, told)
        put_result(file, Kind.STEP, other, months, told)
    rows: dict[str, Value] = dict.fromkeys(("stage", "period", "method"), payload)
    add_row(file, Kind.CALENDAR, YEAR, rows)
    written = Suggestion(
        key="",
        indicator=1,
        measure=payload,
        steps=(payload, payload),
        finding=payload,
        follow_up=payload,
        origin=Origin.OFFICE,
    )
    put_suggestion(file, written)


def write_risks(file: DataFile, payload: str) -> None:
    """Put a payload into every text of risks, of their reports, areas and method."""
    scale = tuple(ScaleStep(value=n, name=f"{payload} {n}", text=payload) for n in (1, 2))
    band = LevelBand(name=payload, color=Color.RED, first=1, last=4)
    method = RiskMethod(
        id=payload,
        name=payload,
        likelihood=scale,
        impact=scale,
        bands=(band,),
        likelihood_title=payload,
        impact_title=payload,
        source=payload,
        own=True,
    )
    keep_method(file, YEAR, method)
    keep_areas(file, PAYLOADS)
    texts: dict[str, Value] = dict.fromkeys(("text", "area", "level"), payload)
    process = add_row(file, Kind.PROCESS, YEAR, {**texts, "units": f"{payload}\n{UNIT}"})
    texts = dict.fromkeys(("text", "marker", "cause", "control", "level", "after_level"), payload)
    word = add_row(file, Kind.RISK, process, {**texts, "units": payload})
    placed = {"likelihood": 2, "impact": 1, "after_likelihood": 1, "previous": word}
    risk = add_row(file, Kind.RISK, process, {**texts, **placed})
    texts = dict.fromkeys(("text", "marker", "units", "period", "project"), payload)
    told: dict[str, Value] = dict.fromkeys(("result", "problem", "suggestion", "outcome"), payload)
    for against in (None, risk):
        number = add_row(file, Kind.TREATMENT, process, {**texts, "risk": against})
        for months in ROUNDS:
            put_result(file, Kind.TREATMENT, number, months, told)


def write_plan(file: DataFile, payload: str) -> None:
    """Put a payload into every text of the plan, of its goals, reports and announcements."""
    plan = plan_covering(file, YEAR) or 0
    change_plan(file, plan, {"title": payload})
    for name in TEXTS:
        put_plan_text(file, plan, name, payload)
    goal = add_row(file, Kind.GOAL, plan, {"text": payload})
    put_aim(file, goal, YEAR, payload)
    for level in (1, 2):
        heads: dict[str, Value] = {"level": level, "marker": payload, "name": payload}
        section = add_row(file, Kind.SECTION, plan, heads)
        texts: dict[str, Value] = dict.fromkeys(
            (
                *("name", "rationale", "objectives", "target", "steps", "period", "source"),
                *("outputs", "outcomes", "note"),
            ),
            payload,
        )
        texts |= {"units": f"{payload}\n{UNIT}", "amount": "20000"}
        project = add_row(file, Kind.PROJECT, section, texts)
        put_project_year(file, project, YEAR, {"runs": 1, "amount": "5000"})
        put_links(file, "project_item", project, [(YEAR, payload)])
        told: dict[str, Value] = dict.fromkeys(
            ("result", "problem", "suggestion", "reason_text", "note"), payload
        )
        for months in ROUNDS:
            values: dict[str, Value] = {**told, "state": "impossible", "reason": "other"}
            put_project_result(file, project, YEAR, months, values)
    draft = add_announcement(file, YEAR, AnnouncementKind.PLAN, plan)
    words: dict[str, Value] = dict.fromkeys(
        ("number", "subject", "text", "signer", "signer_title"), payload
    )
    change_announcement(file, draft, words)


def write_disclosure(file: DataFile, payload: str) -> None:
    """Put a payload into every text of OIT items, a tick of no content, and the report's texts."""
    texts = {"units": f"{payload}\n{UNIT}", "addresses": payload, "note": payload}
    for code in ("O1", "O43", "O99"):
        put_item(file, YEAR, code, {**texts, "state": "in_work", "due": "2023-04-30"})
        put_contents(file, YEAR, code, [payload, f"{payload}\n{payload}"], there=True)
    for name, frozen in (("background", ""), ("objectives", payload), (payload, payload)):
        text = AnalysisText(name=name, text=payload, frozen=frozen, basis=frozen)
        put_analysis_text(file, YEAR, text)


def write_layouts(file: DataFile, payload: str) -> None:
    """Copy every layout, with a payload in its name, heads and texts, and as a free column."""
    for layout in official_layouts():
        own = copy_layout(layout, 2, payload)
        heads = tuple(
            replace(column, head=f"{payload} {number}")
            for number, column in enumerate(layout.columns)
        )
        free = LayoutColumn(source=f"{EXTRA}{payload}", head=payload, width=10)
        own = replace(
            own,
            columns=heads if layout.row_of is RowOf.CALENDAR else (*heads, free),
            code_prefix=payload,
            texts=dict.fromkeys(layout.texts, payload),
        )
        put_layout(file, own.id, write_layout(own))
        for months in (None, *ROUNDS):
            for name in layout.texts:
                put_paper_text(file, YEAR, text_key(layout.id, months), name, payload)


UNIT = "กองทดลอง"
DIGEST = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"  # of b"0"


def workbooks(file: DataFile, folder: Path) -> Iterable[Path]:
    """Give every workbook that the program makes of a file."""
    for paper in papers_with(layouts_of(file)):
        if "xlsx" in paper.formats:
            frozen = freeze(file, paper.id, YEAR, Digits.THAI, kind="xlsx")
            yield draw(frozen, "xlsx", folder / f"{paper.id}.xlsx").path
    yield export_criteria(file, YEAR, folder / "criteria.xlsx")
    yield export_everything(file.path, folder / "everything.xlsx")


def unit_sheets(file: DataFile, folder: Path, payload: str) -> tuple[Path, ...]:
    """Write the sheets of units, one with a plain name and those that the payload names."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    meant = {fold(name) for name in (UNIT, *unit_names(payload))}
    there = work_by_unit(load_tracker(file, YEAR), PAYLOADS)
    units = [work.unit for work in there if fold(work.unit) in meant]
    assert len(units) == len(meant)
    sheets = freeze_unit_sheets(file, YEAR, 6, units, Digits.THAI, payload)
    return write_unit_sheets(sheets, folder)


def test_there_are_60_payloads() -> None:
    assert len(set(PAYLOADS)) == 60


@pytest.mark.long
@pytest.mark.parametrize(
    "payloads",
    [PAYLOADS[::20], pytest.param(PAYLOADS, marks=pytest.mark.slow)],
    ids=["short", "full"],
)
def test_no_payload_in_any_field_becomes_a_formula(
    tmp_path: Path, payloads: tuple[str, ...]
) -> None:
    file = new_sample_file(tmp_path / "สูตร.ita")
    store_content(file, DIGEST, b"0")
    seen: set[str] = set()
    for payload in payloads:
        write_everywhere(file, payload)
        sheets = unit_sheets(file, tmp_path / "units", payload)
        plan = plan_unit_sheets(file, read_unit_sheets(sheets))
        assert plan.unchanged >= 3  # what nobody touched says what it said
        assert plan.lines == ()
        items = freeze_oit_sheets(file, YEAR, [UNIT], Digits.THAI, payload)
        oit_sheets = write_unit_sheets(items, tmp_path / "units")
        assert oit_sheets
        for path in (*workbooks(file, tmp_path), *sheets, *oit_sheets):
            book = load_workbook(path)
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, path
            texts = {to_arabic_digits(str(cell.value)) for cell in cells}
            assert any(payload.strip() in text for text in texts), path
            seen |= texts
            with ZipFile(path) as parts:
                sheets = [name for name in parts.namelist() if "worksheets/" in name]
                assert not any(FORMULA.search(parts.read(name).decode()) for name in sheets)
        while file.undo() is not None:
            pass
    file.close()
    assert any("HYPERLINK" in text for text in seen)  # they were there
