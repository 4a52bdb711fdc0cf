"""What is said of a report over its texts, and its places in the order they are wanted in."""

from collections.abc import Mapping, Sequence

from ita_desktop.documents.analysis_places import PLACES, place_words
from ita_desktop.domain.criteria import Criteria
from ita_desktop.ui import wording
from ita_desktop.ui.texts.placed_text import Group
from ita_desktop.workflows.analysis.texts import TextState
from ita_desktop.workflows.analysis.years import AnalysisYears


def years_in_words(years: AnalysisYears, items: Sequence[str]) -> str:
    """Say whose scores are analysed, and whose measures and duties are bound in.

    ``items``: what asks for the report in the year after the scores; its code differs by the year.
    """
    parts = [
        f"วิเคราะห์คะแนนปี {years.scores}",
        f"มาตรการและปฏิทินปี {years.rows}",
        "ยังไม่มีรายการ OIT" if years.duties is None else f"รายการ OIT ปี {years.duties}",
        *(f"สำหรับข้อ {item} ปี {years.scores + 1}" for item in items),
    ]
    return wording.shown(" · ".join(parts))


def counts_in_words(states: Sequence[TextState]) -> str:
    """Say how many texts there are and how they stand."""
    edited = sum(one.edited and one.own_year for one in states)
    frozen, moved = sum(one.frozen for one in states), sum(one.outdated for one in states)
    words = f"{len(states)} ข้อความ แก้แล้ว {edited} ตรึงไว้ {frozen}"
    return wording.shown(f"{words} ข้อมูลเปลี่ยนแล้ว {moved}" if moved else words)


def groups_of(criteria: Criteria, name: str) -> Sequence[Group]:
    """Return the places in the order they are wanted in: the text's own first, then all others."""
    words = place_words(criteria)
    of: dict[str, dict[str, str]] = {}
    for place, said in words.items():
        of.setdefault(place.partition(":")[2], {})[place] = said
    own = name.partition(":")[2]
    here: Mapping[str, str] = of.get(own, {}) if own else {}
    found: list[Group] = [("", here)] if here else []
    found.append(("ข้อมูลทั้งฉบับ" if here else "", PLACES))
    titles = {one.code: f"ของ {one.code}" for one in criteria.instruments}
    titles |= {str(one.number): f"ของตัวชี้วัดที่ {one.number} {one.name}" for one in criteria.indicators}
    found += [(titles[code], of[code]) for code in titles if code != own and code in of]
    return found
