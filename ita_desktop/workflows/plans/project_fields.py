"""A cell of a project as the fields it fills, each as it is typed, with what is odd about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from ita_desktop.documents.plan_row_cells import LISTS
from ita_desktop.domain.outline_cells import read_list_cell
from ita_desktop.domain.plan_entry import parse_quarters, parse_tick
from ita_desktop.domain.plan_headings import HEADINGS
from ita_desktop.domain.plan_period import years_among_words, years_of_words
from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.errors import ClerkError
from ita_desktop.thai.codes import parse_item_code
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.money import NO_BUDGET, baht_text, parse_money
from ita_desktop.thai.text import fold, one_line

MONEY_WANTED: Final = f"จำนวนเงินเป็นตัวเลข เช่น 20,000 หรือ {NO_BUDGET}"
QUARTERS_WANTED: Final = "ไตรมาส 1 ถึง 4 เช่น 1-2 หรือ 1, 3 หรือ ✓ เมื่อดำเนินการทั้งปี"
WORDS_DIFFER: Final = "จำนวนเงินเป็นตัวเลขไม่ตรงกับตัวหนังสือ จึงใช้ตัวเลข กรุณาตรวจ"
ITEMS_WANTED: Final = "รหัสข้อกับปีของเกณฑ์ เช่น O36 (2566)"
_DASHES: Final = frozenset({"-", "–", "—"})
_QUARTERS: Final = re.compile(r"(.*?)\s*\(?\s*ไตรมาส(?:ที่)?\s*([0-9 ,\-–—]+)\)?\s*$")
_EACH: Final = re.compile(r"^(?:งบประมาณ\s*)?ปีละ\s*|\s*(?:/\s*ปี|ต่อ\s*ปี(?:งบประมาณ)?)$")
_IN_WORDS: Final = re.compile(r"(.*?[0-9๐-๙].*?)\s*\(([ก-๎]*บาท[ก-๎]*)\)\s*")
_ITEM: Final = re.compile(r"(.+?)\s*\(?\s*(?:ปี\s*)?([0-9]{4})\s*\)?")
_LABEL: Final = re.compile(r"\s*(?:[0-9๐-๙.]+\s*)?(ผลผลิต|ผลลัพธ์)\s*(?:\([A-Za-z]+\))?\s*:?\s*(.*)")


@dataclass(slots=True)
class Filled:
    """Fields with the texts they are to have, and warnings about the cell."""

    fields: dict[str, str] = field(default_factory=dict[str, str])
    warnings: list[str] = field(default_factory=list[str])


def filled(name: str, text: str, years: Sequence[int], *, ours: bool) -> Filled:
    """Return what a cell of a column fills; money and periods by the years of the plan.

    Raises ClerkError, whose ``wanted`` says what may stand there.
    """
    column, _, year = name.partition(":")
    if column in LISTS:
        return Filled({column: read_list_cell(text, ours=ours)})
    match column:
        case "results":
            return Filled(_results(text, ours=ours))
        case "period":
            return _period(text, years, ours=ours)
        case "quarters":
            return Filled(_quarters(text, year))
        case "amount":
            result = Filled({name: _of_year(text)}) if year else _amount(text, years)
            if words_differ(text):
                result.warnings.append(WORDS_DIFFER)
            return result
        case _:
            return Filled({column: items_of(text) if column == "items" else text})


def _results(text: str, *, ours: bool) -> dict[str, str]:
    """Return outputs and outcomes of a cell that has both under their labels."""
    found: dict[str, list[str]] = {"ผลผลิต": [], "ผลลัพธ์": []}
    current = "ผลผลิต"
    for line in text.split("\n"):
        match = _LABEL.fullmatch(line)
        if match is not None:
            current = match[1]
            line = match[2]  # noqa: PLW2901 - what stands behind the label
        if line:
            found[current].append(line)
    return {
        field: read_list_cell("\n".join(found[label]), ours=ours)
        for field, label in (("outputs", "ผลผลิต"), ("outcomes", "ผลลัพธ์"))
    }


def _period(text: str, years: Sequence[int], *, ours: bool) -> Filled:
    """Return which years are ticked, or the words where they are more than years of the plan.

    In words of other offices the years are ticked, and the words kept.
    """
    ticked: dict[int, str] = {}
    for line in text.split("\n"):
        plain = to_arabic_digits(one_line(line))
        match = _QUARTERS.fullmatch(plain)
        told = years_of_words(match[1] if match else plain)
        quarters = ""
        if match:
            try:
                quarters = parse_quarters(match[2])
            except ClerkError:
                told = ()
        if text and not told:
            inside = () if ours else years_among_words(text)
            return Filled({"period": text} | {f"runs:{one}": "1" for one in inside if one in years})
        ticked |= dict.fromkeys(told, quarters)
    outside = [year for year in ticked if year not in years]
    found = Filled({"period": text if outside else ""})
    for year in years:
        found.fields[f"runs:{year}"] = "1" if year in ticked else ""
        if ticked.get(year) or year not in ticked:
            found.fields[f"quarters:{year}"] = ticked.get(year, "")
    if outside:
        span = f"{years[0]} – {years[-1]}"
        found.warnings.append(f"ระบุปีนอกแผน {span} จึงเก็บไว้เป็นข้อความ")
    return found


def _quarters(text: str, year: str) -> dict[str, str]:
    try:
        ticked = parse_tick(text)
    except ClerkError:
        try:
            return {f"quarters:{year}": parse_quarters(text)}
        except ClerkError as refusal:
            raise ClerkError(str(refusal), wanted=QUARTERS_WANTED) from refusal
    return {f"runs:{year}": "1" if ticked else "", f"quarters:{year}": ""}


def money_of_cell(text: str) -> tuple[bool, Decimal | None]:
    """Return whether a cell says that no money is used, and else how much. Raises ClerkError."""
    if not text.strip():
        return False, None
    try:
        amount = parse_money(text)
    except ClerkError as refusal:
        raise ClerkError(str(refusal), wanted=MONEY_WANTED) from refusal
    return amount is None, amount


def words_differ(text: str) -> bool:
    """Say whether the amount in words behind a figure is another than the figure."""
    match = _IN_WORDS.fullmatch(_EACH.sub("", one_line(text)))
    amount = money_of_cell(match[1])[1] if match else None
    return match is not None and amount is not None and fold(match[2]) != fold(baht_text(amount))


def _of_year(text: str) -> str:
    """Return the money of a year; a dash is nothing said, ไม่ใช้งบประมาณ is 0."""
    if text.strip() in _DASHES:
        return ""
    none, amount = money_of_cell(text)
    return "0" if none else "" if amount is None else f"{amount:f}"


def _amount(text: str, years: Sequence[int]) -> Filled:
    """Return money that is not told by year, of each year ("ปีละ 20,000 บาท") or not used."""
    plain = one_line(text)
    each = _EACH.sub("", plain)
    if each != plain:
        _, amount = money_of_cell(each)
        if amount is not None:
            return Filled({f"amount:{year}": f"{amount:f}" for year in years} | {"each": "1"})
    none, amount = money_of_cell(text)
    return Filled(
        {"no_budget": "1" if none else "", "amount": "" if amount is None else f"{amount:f}"}
    )


def items_of(text: str) -> str:
    """Return items as links are written, "2566:O36" a line. Raises ClerkError."""
    found: list[str] = []
    for line in filter(None, (one.strip() for one in re.split(r"[\n,]", text))):
        match = _ITEM.fullmatch(to_arabic_digits(line))
        code = parse_item_code(match[1]) if match else None
        if match is None or code is None:
            raise ClerkError(f"อ่านข้อ OIT {line} ไม่ได้", wanted=ITEMS_WANTED)
        found.append(f"{match[2]}:{code}")
    return "\n".join(dict.fromkeys(found))


def typed(project: Project, years: Sequence[int]) -> dict[str, str]:
    """Return the fields of a project as they are typed, to be compared with what a cell fills."""
    found = {name: getattr(project, name) for name in (*LISTS, "name", "rationale", "period")}
    found |= {name: getattr(project, name) for name in ("source", "units", "note")}
    found |= {
        "kind": project.kind.words,
        "target_count": "" if project.target_count is None else str(project.target_count),
        "target_groups": "\n".join(group.words for group in project.target_groups),
        "no_budget": "1" if project.no_budget else "",
        "amount": "" if project.amount is None else f"{project.amount:f}",
        "items": "\n".join(f"{year}:{code}" for year, code in project.items),
    }
    for year in years:
        one = project.years.get(year, ProjectYear())
        found[f"runs:{year}"] = "1" if one.runs else ""
        found[f"quarters:{year}"] = "".join(map(str, one.quarters))
        found[f"amount:{year}"] = "" if one.amount is None else f"{one.amount:f}"
    return found


def is_dash(text: str) -> bool:
    """Say whether a cell holds nothing but a dash."""
    return text.strip() in _DASHES


def is_no_budget(text: str) -> bool:
    """Say whether a cell says in words that no money is used."""
    if not text or is_dash(text):
        return False
    try:
        return money_of_cell(text)[0]
    except ClerkError:
        return False


def alike(name: str, one: str, other: str) -> bool:
    """Say whether two texts of a field say the same but for white space and kind of digits."""
    return one == other or (name != "items" and fold(one) == fold(other))


NINE: Final = {name: words for name, words in HEADINGS.items() if name != "name"}
