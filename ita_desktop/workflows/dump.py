"""All content of a data file as plain data with stable keys."""

from decimal import Decimal
from hashlib import sha256
from typing import Any

from ita_desktop.db.criteria_sets import own_criteria, own_criteria_years, own_texts
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import evidence_of
from ita_desktop.db.marks import load_mark
from ita_desktop.db.offices import load_office
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.domain.bands import BandLimits, indicators_by_band
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.criteria_file import write_criteria
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.score_entry import plain_entry
from ita_desktop.domain.scores import Figure, YearResult, compute
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.analysis.dump import dump_analysis
from ita_desktop.workflows.disclosure.dump import dump_disclosure
from ita_desktop.workflows.evidence import place_in
from ita_desktop.workflows.measures.dump import dump_layouts, dump_measures, dump_suggestions
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.dump import dump_announcements, dump_plans
from ita_desktop.workflows.risks.dump import dump_areas, dump_risks
from ita_desktop.workflows.scores.year_scores import refuse_unknown_year, year_result


def dump(file: DataFile, fiscal_year: int | None = None) -> dict[str, Any]:
    """Return the office, every year (or the one asked for) and the plans; figures as texts.

    A year whose criteria this program does not know has its stored
    scores under ``other`` and a ``note`` that says why. ``criteria`` are the sets the office
    imported, ``layouts`` and ``suggestions`` its own tables and examples of measures,
    ``risk_areas`` its own list of areas; ``mark`` is
    the SHA-256 of the picture of its mark, and evidence files are told by theirs, with the place
    they prove in words. Raises ClerkError for a year the file does not have.
    """
    if fiscal_year is not None:
        refuse_unknown_year(file, fiscal_year)
    years = fiscal_years(file)
    own = own_criteria_years(file)
    limits = office_of(file).limits
    return {
        "office": _office(file),
        "years": {
            str(year): {
                **_year(file, year, limits),
                **dump_measures(file, year),
                **dump_risks(file, year),
                **dump_disclosure(file, year),
                **dump_analysis(file, year),
                "announcements": dump_announcements(file, year),
                "own_criteria": year in own,
                "item_texts": dict(sorted(own_texts(file, year).items())),
                "evidence": [
                    {
                        "name": one.name,
                        "code": one.code,
                        "place": place_in(file, one.code),
                        "sha256": one.sha256,
                        "size": one.size,
                    }
                    for one in evidence_of(file, year)
                ],
            }
            for year in years
            if fiscal_year in (None, year)
        },
        "plans": dump_plans(file, fiscal_year),
        "layouts": dump_layouts(file),
        "suggestions": dump_suggestions(file),
        "risk_areas": dump_areas(file),
        "criteria": {str(year): _set(file, year) for year in own if fiscal_year in (None, year)},
    }


def _office(file: DataFile) -> dict[str, Any]:
    office = load_office(file)
    if office is None:
        return {}
    mark = load_mark(file)
    return {
        "name": office.name,
        "kind": office.kind.value,
        "district": office.district,
        "province": office.province,
        "executive": office.executive,
        "executive_title": office.executive_title,
        "units": list(office.units),
        "limits": {
            "urgent_below": str(office.limits.urgent_below),
            "keep_from": str(office.limits.keep_from),
        },
        "mark": sha256(mark).hexdigest() if mark else None,
    }


def _set(file: DataFile, fiscal_year: int) -> dict[str, Any]:
    try:
        criteria = own_criteria(file, fiscal_year)
    except ClerkError as unknown:
        return {"note": str(unknown)}
    return {} if criteria is None else write_criteria(criteria)


def _year(file: DataFile, fiscal_year: int, limits: BandLimits) -> dict[str, Any]:
    try:
        return _result(year_result(file, fiscal_year), limits)
    except ClerkError as unknown:
        nothing = compute(Criteria(fiscal_year, (), (), (), (), (), None), {})
        stored = entries_of(file, fiscal_year)
        other = {code: plain_entry(entry) for code, entry in stored.items()}
        return {**_result(nothing, limits), "other": other, "note": str(unknown)}


def _result(result: YearResult, limits: BandLimits) -> dict[str, Any]:
    level = level_of(result)
    criteria, entries = result.criteria, result.entries
    items = [code for code in criteria.item_by_code if code in entries]
    parts = [code for code in entries if "/" in code and code in criteria.score_codes]
    figures = [code for code in entries if (f := result.figure(code)) and f.entered is not None]
    placed = {*items, *parts, *figures}
    return {
        "scores": {code: plain_entry(entries[code]) for code in items},
        "parts": {code: plain_entry(entries[code]) for code in parts},
        "other": {code: plain_entry(entries[code]) for code in entries if code not in placed},
        "indicators": {
            str(number): _figure(figure)
            for number, figure in result.indicators.items()
            if figure.value is not None
        },
        "instruments": {
            instrument.code: {
                **_figure(figure),
                "weight": int(instrument.weight)
                if instrument.weight == int(instrument.weight)
                else str(instrument.weight),
                "weighted": _text(result.weighted.get(instrument.code)),
            }
            for instrument in criteria.instruments
            if (figure := result.instruments[instrument.code]).value is not None
        },
        "total": _text(result.total.shown),
        "total_figure": _figure(result.total),
        "grade": None if level is None else level.name,
        "complete": result.complete,
        "ranking": [
            {"indicator": str(indicator.number), "score": str(score)}
            for indicator, score in result.ranking
        ],
        "bands": {
            band.value: [str(indicator.number) for indicator in indicators]
            for band, indicators in indicators_by_band(result, limits).items()
        },
        "note": None,
    }


def _figure(figure: Figure) -> dict[str, str | None]:
    return {
        "score": _text(figure.shown),
        "source": figure.source,
        "computed": _text(figure.computed_shown),
        "difference": _text(figure.difference),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
