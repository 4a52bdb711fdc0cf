"""What a closed round keeps: everything its papers are made from, as it was that day."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.plans import load_plan, plan_covering
from ita_desktop.db.rounds import edited_texts_of_year, snapshot_text
from ita_desktop.db.scores import entries_of
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import Layout, read_layout, write_layout
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.criteria_file import read_criteria, write_criteria
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_file import read_plan, write_plan
from ita_desktop.domain.register_file import read_register, write_register
from ita_desktop.domain.risks import Register
from ita_desktop.domain.score_entry import EXCLUDED, Entry, plain_entry
from ita_desktop.domain.tracker_file import read_tracker, write_tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.layouts import layouts_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.risks.register import register_of

_VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A round as it was when it was closed.

    ``criteria`` and ``entries`` are those of the year itself, of the year before, and of every year
    that a topic names, as far as there were criteria; of the items those that a topic names, others
    are on no paper of a round. ``layouts`` are all that could be printed, by
    id; ``texts`` the edited texts of papers as ``workflows.layouts.text_key`` names them.
    """

    months: Round
    closed: str
    """The moment, ISO 8601 in UTC."""
    tracker: Tracker
    office: Office
    mark: bytes
    criteria: Mapping[int, Criteria]
    entries: Mapping[int, Mapping[str, Entry]]
    layouts: Mapping[str, Layout]
    texts: Mapping[str, Mapping[str, str]]
    register: Register | None = None
    """None where it was closed before risks were kept with it."""
    plan: Plan | None = None
    """What the plan's report is made from; None where no plan covered the year, or where it was
    closed before plans were kept with it."""


def snapshot_of(file: DataFile, fiscal_year: int, months: Round) -> Snapshot | None:
    """Return a closed round as it was; None where the round is open. Raises ClerkError."""
    text = snapshot_text(file, fiscal_year, months)
    if not text:
        return None
    with file.understanding(f"รายงานรอบ {months} เดือนที่ปิดแล้ว"):
        return read_snapshot(text)


def take_snapshot(file: DataFile, fiscal_year: int, months: Round, moment: str) -> Snapshot:
    """Return a round as it stands now."""
    tracker = load_tracker(file, fiscal_year)
    named = {item.criteria_year for topic in tracker.topics for item in topic.items}
    criteria: dict[int, Criteria] = {}
    for year in sorted({fiscal_year - 1, fiscal_year, *named}):
        try:
            criteria[year] = _named_of(criteria_of(file, year), tracker)
        except ClerkError:  # none are known of that year: its papers do without, too
            continue
    plan = plan_covering(file, fiscal_year)
    return Snapshot(
        months=months,
        closed=moment,
        tracker=tracker,
        office=office_of(file),
        mark=load_mark(file),
        criteria=criteria,
        entries={year: entries_of(file, year) for year in criteria},
        layouts={layout.id: layout for layout in layouts_of(file)},
        texts=edited_texts_of_year(file, fiscal_year),
        register=register_of(file, fiscal_year),
        plan=None if plan is None else read_plan(write_plan(load_plan(file, plan))),
    )


def _named_of(criteria: Criteria, tracker: Tracker) -> Criteria:
    """Return criteria with only the items that topics name: the rest is most of their size."""
    named = {
        item.code
        for topic in tracker.topics
        for item in topic.items
        if item.criteria_year == criteria.fiscal_year
    }
    return replace(criteria, items=tuple(one for one in criteria.items if one.code in named))


def write_snapshot(snapshot: Snapshot) -> str:
    """Return the JSON text that ``read_snapshot`` takes back unchanged."""
    plain: dict[str, Any] = {
        "version": _VERSION,
        "months": snapshot.months,
        "closed": snapshot.closed,
        "tracker": write_tracker(snapshot.tracker),
        "office": _plain_office(snapshot.office),
        "mark": base64.b64encode(snapshot.mark).decode("ascii"),
        "criteria": [write_criteria(one) for one in snapshot.criteria.values()],
        "entries": {
            str(year): {code: plain_entry(entry) for code, entry in entries.items()}
            for year, entries in snapshot.entries.items()
        },
        "layouts": [json.loads(write_layout(layout)) for layout in snapshot.layouts.values()],
        "texts": {paper: dict(texts) for paper, texts in snapshot.texts.items()},
    }
    if snapshot.register is not None:
        plain["risks"] = write_register(snapshot.register)
    if snapshot.plan is not None:
        plain["plan"] = write_plan(snapshot.plan)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def read_snapshot(text: str) -> Snapshot:
    """Return the snapshot that a JSON text describes.

    Raises ClerkError, LookupError, TypeError or ValueError for what no release of ours wrote.
    """
    plain: dict[str, Any] = json.loads(text)
    if plain["version"] != _VERSION:
        raise ValueError(plain["version"])
    criteria = [read_criteria(one, trusted=True) for one in plain["criteria"]]
    layouts = [read_layout(json.dumps(one)) for one in plain["layouts"]]
    return Snapshot(
        months=6 if plain["months"] == 6 else 12,
        closed=str(plain["closed"]),
        tracker=read_tracker(plain["tracker"]),
        office=_office(plain["office"]),
        mark=base64.b64decode(plain["mark"], validate=True),
        criteria={one.fiscal_year: one for one in criteria},
        entries={
            int(year): {
                str(code): EXCLUDED if value == "excluded" else Decimal(value)
                for code, value in entries.items()
            }
            for year, entries in plain["entries"].items()
        },
        layouts={layout.id: layout for layout in layouts},
        texts={
            str(paper): {str(name): str(words) for name, words in texts.items()}
            for paper, texts in plain["texts"].items()
        },
        register=read_register(plain["risks"]) if "risks" in plain else None,
        plan=read_plan(plain["plan"]) if "plan" in plain else None,
    )


def _plain_office(office: Office) -> dict[str, Any]:
    return {
        "name": office.name,
        "kind": office.kind.value,
        "district": office.district,
        "province": office.province,
        "executive": office.executive,
        "executive_title": office.executive_title,
        "units": list(office.units),
        "limits": [str(office.limits.urgent_below), str(office.limits.keep_from)],
    }


def _office(plain: Mapping[str, Any]) -> Office:
    urgent_below, keep_from = map(Decimal, plain["limits"])
    return Office(
        name=plain["name"],
        kind=OfficeKind(plain["kind"]),
        district=plain["district"],
        province=plain["province"],
        executive=plain["executive"],
        executive_title=plain["executive_title"],
        units=tuple(plain["units"]),
        limits=BandLimits(urgent_below, keep_from),
    )
