"""What tests of the analysis report are made from: seed 001, and any scores with anything else."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.layout import official_layout
from ita_desktop.documents.model import Digits
from ita_desktop.documents.source import AnalysisSource, DisclosureSource, MeasureSource, Source
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem
from ita_desktop.domain.measures import Measure, Topic, TopicItem, Tracker
from ita_desktop.domain.office import Office
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import YearResult, compute
from ita_desktop.thai.text import one_line

from .seed_trackers import FILES, seed_office, seed_tracker

DUTIES: Final[Any] = json.loads((FILES / "seed_001_duties.json").read_text("utf-8"))
SCORES: Final = "94.56 88.13 90.81 88.09 90.53 96.03 96.20 94.74 100.00 100.00"
MARK: Final = "1f2e3d4c"


def criteria_of(year: int) -> Criteria:
    """Return criteria that ship."""
    criteria = shipped_criteria(year)
    assert criteria is not None
    return criteria


def seed_scores() -> Mapping[str, Entry]:
    """Return what seed 001 prints: ten indicators, and EIT as its papers have it."""
    indicators = {str(n): Decimal(score) for n, score in enumerate(SCORES.split(), start=1)}
    return {**indicators, "EIT": Decimal("95.65")}


def seed_duties() -> Disclosure:
    """Return the units of the seed's 43 items, without the breaks of its columns."""
    items = {
        re.sub(r"\D", "", row["code"].replace("๐", "", 1)): row["units"] for row in DUTIES["rows"]
    }
    return Disclosure(
        fiscal_year=2566,
        items={
            f"O{number}": DisclosureItem(code=f"O{number}", units=_lines(units))
            for number, units in items.items()
        },
    )


def _lines(units: str) -> str:
    """Return the units of a cell one a line, without the breaks of its column."""
    words = re.sub(r"กองวิชาการ ?และ ?แผนงาน", "กองวิชาการและแผนงาน", one_line(units))
    return words.replace(" กองวิชาการ", "\nกองวิชาการ").replace(" - ", "\n")


def source_of(
    scores: Mapping[str, Entry],
    *,
    year: int = 2565,
    office: Office | None = None,
    before: Mapping[str, Entry] | None = None,
    tracker: Tracker | None = None,
    duties: Disclosure | None = None,
    texts: Mapping[str, AnalysisText] | None = None,
    digits: Digits = Digits.ARABIC,
) -> AnalysisSource:
    """Return a source of scores; ``before``: those of the year before, where it has any."""
    office = seed_office("001") if office is None else office
    result = compute(criteria_of(year), scores)
    years: list[YearResult] = [result]
    if before is not None:
        years.insert(0, compute(criteria_of(year - 1), before))
    plan = MeasureSource(
        office=office,
        tracker=Tracker(fiscal_year=year + 1) if tracker is None else tracker,
        layout=official_layout("measures-plan"),
        digits=digits,
        criteria={year: criteria_of(year)},
        file_mark=MARK,
    )
    following = criteria_of(year + 1)
    return AnalysisSource(
        scores=Source(office, result, tuple(years), digits),
        plan=plan,
        calendar=replace(plan, layout=official_layout("action-calendar")),
        duties=DisclosureSource(
            office=office,
            criteria=following,
            disclosure=duties or Disclosure(fiscal_year=year + 1),
            result=compute(following, {}),
            digits=digits,
            file_mark=MARK,
        ),
        texts=texts or {},
    )


def seed_source(digits: Digits = Digits.ARABIC) -> AnalysisSource:
    """Return seed 001: scores of 2565; measures, calendar and duties of 2566."""
    office = replace(
        seed_office("001"), executive="นายสมมุติ ใจสุจริต", executive_title="นายกเทศมนตรีนครนครปฐม"
    )
    return source_of(
        seed_scores(),
        office=office,
        tracker=seed_tracker("001"),
        duties=seed_duties(),
        digits=digits,
    )


def _entries(year: int) -> st.SearchStrategy[dict[str, Entry]]:
    """Return any scores of a year: by item, by indicator, instruments and total as entered."""
    criteria = criteria_of(year)
    score = st.decimals(0, 100, places=2)
    oit = st.sampled_from([Decimal(0), Decimal(100), EXCLUDED])
    asked = {item.code: oit if item.is_oit else score for item in criteria.items}
    figures = {
        **{str(number): score for number in criteria.indicator_by_number},
        **dict.fromkeys(criteria.instrument_by_code, score),
        "total": score,
    }
    return st.one_of(
        st.fixed_dictionaries(dict[str, st.SearchStrategy[Entry]](asked)),
        st.fixed_dictionaries({}, optional=dict[str, st.SearchStrategy[Entry]](figures)),
        st.fixed_dictionaries({}, optional=dict[str, st.SearchStrategy[Entry]](asked)),
    )


@st.composite
def any_source(draw: st.DrawFn) -> AnalysisSource:
    """Return any year a clerk could have: scores, those before, limits, findings."""
    year = draw(st.sampled_from([2565, 2566, 2567]))
    low, high = sorted(draw(st.tuples(*[st.decimals(0, 100, places=1)] * 2)))
    office = replace(seed_office("001"), limits=BandLimits(low, high))
    codes = [item.code for item in criteria_of(year).items]
    found = draw(st.lists(st.tuples(st.sampled_from(codes), st.text("กขคงจ ", max_size=9))))
    topics = tuple(
        Topic(
            id=number,
            fiscal_year=year + 1,
            items=(TopicItem(id=number, criteria_year=year, code=code, finding=finding),),
            measures=(Measure(id=number, text="จัดอบรม"),),
        )
        for number, (code, finding) in enumerate(found, start=1)
    )
    return source_of(
        draw(_entries(year)),
        year=year,
        office=office,
        before=draw(st.none() | _entries(year - 1)),
        tracker=Tracker(fiscal_year=year + 1, topics=topics),
        digits=Digits.ARABIC,
    )
