"""The plan of seed 004 put into a file and printed whole: nothing is lost, nothing contradicts."""

import re
import shutil
from collections.abc import Iterator

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.model import Digits, Document, Heading, Numbering
from ita_desktop.documents.walk import texts
from ita_desktop.domain.outline import read_outline
from ita_desktop.domain.plan import Plan
from ita_desktop.workflows.export_document import Frozen, draw, freeze
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import plan_of

from .measure_reading import shown
from .plan_reading import bare, lost_texts, pages_of
from .plans import SEED_PLAN, put_seed_plan, put_seed_risks, read_seed
from .risk_registers import OFFICE

pytestmark = [
    pytest.mark.skipif(not SEED_PLAN.exists(), reason="the seeds lie beside the checkout only"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine"),
]
Pages = list[tuple[str, str]]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    made = new_file(tmp_path_factory.mktemp("seed") / "เทศบาล.ita", OFFICE, 2566)
    put_seed_plan(made)
    put_seed_risks(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def plan(file: DataFile) -> Plan:
    found = plan_of(file, 2566)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def frozen(file: DataFile) -> Frozen:
    return freeze(file, "plan", 2566, Digits.THAI)


@pytest.fixture(scope="module")
def pages(frozen: Frozen, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    path = tmp_path_factory.mktemp("plan") / "plan.pdf"
    drawn = draw(frozen, "pdf", path)
    assert drawn.missing_letters == ()
    return pages_of(path)


def test_every_text_of_the_paper_is_on_the_pages(frozen: Frozen, pages: Pages) -> None:
    assert lost_texts(frozen.document, pages) == []


def test_every_text_of_the_plan_is_in_the_paper(frozen: Frozen) -> None:
    said = {bare(one.text) for one in texts(frozen.document)}
    paper = "\n".join(said)
    for one in read_seed()["projects"]:
        listed = (one["objectives"], one["steps"], one["outputs"], one["outcomes"])
        words: list[str] = [one["title"], *_words(list(listed))]
        words += [one[name] for name in ("target_group", "responsible") if one[name]]
        missing = [word for word in words if bare(word) not in paper]
        assert missing == [], one["no"]


def _words(entries: object) -> Iterator[str]:
    """Give every word of a nested list of the seed."""
    match entries:
        case str():
            yield entries
        case dict():
            for one in entries.values():  # pyright: ignore[reportUnknownVariableType]
                yield from _words(one)  # pyright: ignore[reportUnknownArgumentType]
        case list():
            for one in entries:  # pyright: ignore[reportUnknownVariableType]
                yield from _words(one)  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return


def test_the_projects_stand_in_order_each_on_a_page(plan: Plan, pages: Pages) -> None:
    begins = [
        next(
            n
            for n, (_, text) in enumerate(pages)
            if bare(f"ลำดับที่ {number} 1. ชื่อโครงการ") in text
            or re.search(rf"ลำดับที่{number}(?:\(.*?\))?1\.ชื่อโครงการ", text)
        )
        for number in range(1, 37)
    ]
    assert begins == sorted(set(begins))
    names = [one.project.name for one in plan.placed()]
    assert names == [one["title"] for one in read_seed()["projects"]]
    for at, name in zip(begins, names, strict=True):
        assert bare(name) in pages[at][1]


def test_preface_and_tables_count_alike(frozen: Frozen, pages: Pages) -> None:
    preface = next(text for number, text in pages if number == "ก")
    assert re.findall(r"จำนวน(\d+)โครงการ", preface) == ["6", "21", "4", "5"]
    assert "รวม36รายการ" in preface
    assert bare("20,000 บาท (สองหมื่นบาทถ้วน)") in preface
    *dimensions, sums = (
        one for one in frozen.document.tables() if one.name.startswith(("มิติ", "รวม"))
    )
    keyed = [sum(row.key.startswith("project:") for row in one.rows) for one in dimensions]
    assert keyed == [6, 21, 4, 5]
    counted = [shown(row.cells[1]) for row in sums.rows[:-1]]
    assert counted == ["6", "21", "4", "5", "36"]


def test_the_one_budget_is_in_figures_and_words(pages: Pages) -> None:
    words = bare("20,000 บาท (สองหมื่นบาทถ้วน)")
    project = next(text for _, text in pages if "ลำดับที่28" in text and "ชื่อโครงการ" in text)
    follows = pages[[text for _, text in pages].index(project) + 1][1]
    assert words in project + follows
    assert sum(text.count(words) for _, text in pages) == 5  # preface, heading 7, two sums, note


def test_what_costs_nothing_says_so(pages: Pages) -> None:
    letters = "".join(text for _, text in pages)
    assert letters.count("7.งบประมาณดำเนินการ:ไม่ใช้งบประมาณ") == 34
    assert letters.count("7.งบประมาณดำเนินการ:") == 35  # of project 21 nothing is known


def test_missing_headings_stand_with_nothing_made_up(pages: Pages) -> None:
    at = next(n for n, (_, text) in enumerate(pages) if "ลำดับที่211.ชื่อโครงการ" in text)
    letters = pages[at][1] + pages[at + 1][1]
    headings = ("6.ระยะเวลาดำเนินการ", "7.งบประมาณดำเนินการ", "8.ผู้รับผิดชอบโครงการ", "9.ผลผลิต/ผลลัพธ์")
    assert "".join(headings) in letters  # the dots between them are drawn, no letters


def test_the_contents_name_the_true_pages(frozen: Frozen, pages: Pages) -> None:
    titles = _listed(frozen.document)
    contents = "".join(text for _, text in pages if text.startswith("สารบัญ"))
    at = 0
    begins: list[int] = []
    for title in titles:
        at = next(
            n
            for n, (number, text) in enumerate(pages)
            if n >= at
            and number
            and (title in text if title != "สารบัญ" else text.startswith(title))
            and not (text.startswith("สารบัญ") and title != "สารบัญ")
        )
        begins.append(at)
    levels = _levels(frozen.document)
    rest = contents.removeprefix("สารบัญ")
    for place, title in enumerate(titles):
        following = (begins[n] for n in range(place + 1, len(titles)) if levels[n] <= levels[place])
        last = max(begins[place], next(following, len(pages)) - 1)
        first_label, last_label = pages[begins[place]][0], pages[last][0]
        label = first_label if first_label == last_label else f"{first_label}-{last_label}"
        said = re.match(re.escape(f"{title}{label}"), rest)
        assert said, (title, label, rest[:120])
        rest = rest[said.end() :]
    assert rest == ""


def _listed(document: Document) -> list[str]:
    return [bare(b.text) for b in document.blocks if isinstance(b, Heading) and b.listed]


def _levels(document: Document) -> list[int]:
    return [b.level for b in document.blocks if isinstance(b, Heading) and b.listed]


def test_pages_are_numbered_by_letters_then_from_one(frozen: Frozen, pages: Pages) -> None:
    numbers = [number for number, _ in pages]
    assert numbers[:4] == ["", "", "ก", "ข"]
    assert numbers[4:] == [str(number) for number in range(1, len(pages) - 3)]
    lettered = [one.numbering is Numbering.LETTERS for one in frozen.document.sections]
    assert lettered == [False, False, True, True, False, False, False]


def test_a_project_of_three_sections_is_counted_once(plan: Plan, pages: Pages) -> None:
    assert len(list(plan.placed())) == 36
    letters = "".join(text for _, text in pages)
    assert letters.count("ดูหัวข้อ3.2.1") == 2
    assert "(ใช้กับหัวข้อ3.2.2,3.2.3ด้วย)" in letters


def test_empty_sections_have_their_line(pages: Pages) -> None:
    letters = "".join(text for _, text in pages)
    assert letters.count(bare("ยังไม่มีโครงการในหัวข้อนี้")) == 4  # 4.2.1 and 4.2.2, in both parts


def test_steps_of_three_levels_have_their_numbers(plan: Plan, pages: Pages) -> None:
    letters = "".join(text for _, text in pages)
    project = next(one.project for one in plan.placed() if one.number == 31)
    deep = [one for one in read_outline(project.steps) if one.level == 3]
    assert len(deep) == 10
    assert bare(f"(3.2.1) {deep[5].text}")[:40] in letters
