"""What dump and info say: the contract's keys, figures as texts."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.marks import save_mark
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.db.scores import fiscal_years
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import official_layout
from ita_desktop.domain.criteria_file import write_criteria
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.suggestions import Origin, Suggestion
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import correct_text, export_criteria, import_criteria
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.info import info
from ita_desktop.workflows.layouts import add_copy, edit_texts
from ita_desktop.workflows.measures.suggestions import save_suggestion
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.scores.year_scores import known_years, put_entries
from tests.workflows.full_file import file_of_everything

YEAR_KEYS = {
    *("scores", "parts", "indicators", "instruments", "total", "total_figure", "grade", "complete"),
    *("ranking", "bands"),
    *("measures", "risks", "oit", "own_criteria", "item_texts", "other", "note", "evidence"),
    *("calendar", "closed_rounds", "paper_texts", "risk_method", "announcements"),
    "analysis_texts",
}
MEASURES = {
    "topic": 10,
    "topic_item": 17,
    "measure": 9,
    "step": 19,
    "step_result": 17,
    "closed_round": 0,
    "layout": 0,
    "paper_text": 0,
    "suggestion": 0,
    "calendar_row": 6,
}
"""Rows that the sample has of measures."""
PLANS = {
    "plan": 2,
    "plan_text": 0,
    "goal": 3,
    "goal_year": 14,
    "section": 4 + 39,
    "project": 4 + 14,
    "project_year": 78,
    "project_place": 3,
    "project_item": 1,
    "project_risk": 2,
    "treatment_project": 2,
    "project_result": 44,
    "announcement": 1,
}
"""Rows that the sample has of plans; the announcement was given its date by a change of its own."""
RISKS = {
    "risk_method": 2,
    "risk_area": 0,
    "process": 9,
    "risk": 18,
    "treatment": 16,
    "treatment_result": 17,
}
"""Rows that the sample has of risks."""
DISCLOSURE = {"oit_item": 3 * 43, "oit_content": 3 + 143, "analysis_text": 3}
"""Rows that the sample has of what is published; each item was given its values by a change more.

Of 2565 but three contents are told.
"""
FIGURE_KEYS = {"score", "source", "computed", "difference"}


@pytest.fixture
def full(tmp_path: Path) -> Iterator[DataFile]:
    """Return a file with a row in every table."""
    file = file_of_everything(tmp_path)
    yield file
    file.close()


def test_the_keys_are_those_of_the_contract(sample: DataFile) -> None:
    found = dump(sample)
    own = {"criteria", "layouts", "suggestions", "risk_areas"}
    assert found.keys() == {"office", "years", "plans", *own}
    assert [(plan["from"], plan["to"]) for plan in found["plans"]] == [(2561, 2565), (2566, 2570)]
    assert found["criteria"] == {}
    assert (found["layouts"], found["suggestions"]) == ([], [])
    assert found["office"] == {
        "name": "เทศบาลตำบลบ้านตัวอย่าง",
        "kind": "เทศบาลตำบล",
        "district": "เมือง",
        "province": "ตัวอย่าง",
        "executive": "นายสมมุติ ใจสุจริต",
        "executive_title": "นายกเทศมนตรีตำบลบ้านตัวอย่าง",
        "units": found["office"]["units"],
        "limits": {"urgent_below": "90", "keep_from": "95"},
        "mark": None,
    }
    assert found["office"]["units"][0] == "สำนักปลัดเทศบาล"
    assert list(found["years"]) == ["2564", "2565", "2566"]
    for year in found["years"].values():
        assert year.keys() == YEAR_KEYS
        assert list(year["indicators"]) == [str(number) for number in range(1, 11)]
        assert all(figure.keys() == FIGURE_KEYS for figure in year["indicators"].values())
        assert list(year["instruments"]) == ["IIT", "EIT", "OIT"]
        for figure in year["instruments"].values():
            assert figure.keys() == FIGURE_KEYS | {"weight", "weighted"}
        assert year["complete"] is True
        assert (year["other"], year["note"]) == ({}, None)
    assert found["years"]["2566"]["total"] == "91.87"
    assert found["years"]["2564"]["scores"] == {}
    assert found["years"]["2564"]["indicators"]["1"]["source"] == "entered"
    assert found["years"]["2566"]["indicators"]["1"]["source"] == "items"


def test_scores_stand_in_the_order_of_the_paper_as_they_were_stored(file: DataFile) -> None:
    put_entries(
        file,
        2565,
        {"O2": EXCLUDED, "i10": Decimal("88.10"), "i2": Decimal(90), "EIT/1": Decimal("90.5")},
        "คะแนน",
    )
    correct_text(file, 2565, "i2", "ถ้อยคำของหน่วยงาน")
    year = dump(file)["years"]["2565"]
    assert list(year["scores"].items()) == [("i2", "90"), ("i10", "88.10"), ("O2", "excluded")]
    assert year["parts"] == {"EIT/1": "90.5"}
    assert year["item_texts"] == {"i2": "ถ้อยคำของหน่วยงาน"}
    assert (year["total"], year["grade"], year["complete"]) == (None, None, False)
    assert "OIT" not in year["instruments"]


def test_scores_without_a_place_in_the_criteria_are_kept_apart(file: DataFile) -> None:
    odd: dict[str, Entry] = {
        "i99": Decimal("80.5"),
        "11": Decimal(90),
        "x/1": Decimal(70),
        "7": EXCLUDED,
        "i1": Decimal(81),
        "EIT": Decimal("95.65"),
        "EIT/2": Decimal(96),
    }
    put_entries(file, 2565, odd, "คะแนน")
    year = dump(file)["years"]["2565"]
    assert year["other"] == {"i99": "80.5", "11": "90", "x/1": "70", "7": "excluded"}
    assert (year["scores"], year["parts"]) == ({"i1": "81"}, {"EIT/2": "96"})
    assert year["instruments"]["EIT"]["score"] == "95.65"


def test_a_year_without_criteria_is_told_with_all_its_scores(sample: DataFile) -> None:
    put_entries(sample, 2571, {"i1": Decimal(80), "total": Decimal(96)}, "จากโปรแกรมรุ่นใหม่")
    assert fiscal_years(sample) == (2564, 2565, 2566, 2571)
    assert known_years(sample) == (2564, 2565, 2566)
    year = dump(sample, 2571)["years"]["2571"]
    assert year.keys() == YEAR_KEYS
    assert year["other"] == {"i1": "80", "total": "96"}
    assert (year["scores"], year["total"], year["grade"]) == ({}, None, None)
    assert (year["complete"], year["own_criteria"]) == (False, False)
    assert "ยังไม่มีเกณฑ์ประเมินปี 2571" in year["note"]


def test_what_is_published_of_an_item_is_told_with_what_it_still_lacks(sample: DataFile) -> None:
    told = {one["code"]: one for one in dump(sample)["years"]["2566"]["oit"]}
    assert list(told) == [f"O{number}" for number in range(1, 44)]
    one = told["O12"]
    assert one["title"].startswith("รายงานการกำกับติดตามการดำเนินงาน")
    assert one["units"] == ["กองวิชาการและแผนงาน", "กองคลัง"]
    assert one["addresses"] == ["https://www.example.go.th/ita/2566/o12"]
    days = (one["due"], one["dated"], one["checked"])
    assert (one["state"], *days) == ("published", "2023-04-12", "2023-04-03", None)
    assert (len(one["contents"]["there"]), one["contents"]["other"]) == (3, [])
    (missing,) = one["contents"]["missing"]
    assert missing.endswith("\nรายละเอียดงบประมาณที่ใช้ดำเนินงานแต่ละโครงการ/กิจกรรม")
    assert {told[code]["points"] for code in ("O1", "O12")} == {"0.40", "0.50"}
    assert told["O43"]["points"] == "2.00"
    assert told["O37"]["state"] == "not_begun"
    excluded = next(one for one in dump(sample)["years"]["2564"]["oit"] if one["code"] == "O17")
    assert (excluded["state"], excluded["points"]) == ("excluded", None)


def test_an_item_that_the_criteria_do_not_have_is_told_all_the_same(full: DataFile) -> None:
    year = dump(full)["years"]["2566"]
    known, unknown = year["oit"]
    assert (known["code"], unknown["code"]) == ("O12", "O99")
    assert known["contents"]["other"] == ["ถ้อยคำของเกณฑ์เดิม"]
    assert (unknown["title"], unknown["points"]) == ("", None)
    assert unknown["units"] == ["กองที่เกณฑ์ไม่มี"]
    text = {"text": "=ได้ {total} คะแนน", "frozen": "ได้ ๘๐", "basis": "ได้ ๘๐"}
    assert year["analysis_texts"] == {"background": text}


def test_items_of_a_year_without_criteria_are_told_as_they_are(file: DataFile) -> None:
    put_entries(file, 2571, {"i1": Decimal(80)}, "จากโปรแกรมรุ่นใหม่")
    with file.deed("จากโปรแกรมรุ่นใหม่"):
        put_item(file, 2571, "O1", {"units": "กองคลัง"})
        put_contents(file, 2571, "O1", ["แผน"], there=True)
    (one,) = dump(file)["years"]["2571"]["oit"]
    assert (one["code"], one["title"], one["units"]) == ("O1", "", ["กองคลัง"])
    assert one["contents"] == {"there": [], "missing": [], "other": ["แผน"]}


def test_a_set_of_a_newer_program_does_not_lock_the_other_years(sample: DataFile) -> None:
    shipped = shipped_criteria(2566)
    assert shipped is not None
    document = {**write_criteria(shipped), "version": 99}
    with sample.deed("จากโปรแกรมรุ่นใหม่"):
        sample.connection.execute(
            "INSERT INTO criteria_set (id, document) VALUES (2566, ?)", (json.dumps(document),)
        )
    assert known_years(sample) == (2564, 2565)
    found = dump(sample)
    assert found["years"]["2565"]["note"] is None
    assert len(found["years"]["2566"]["other"]) == 88
    assert found["years"]["2566"]["note"] == found["criteria"]["2566"]["note"]


def test_an_imported_set_is_part_of_the_dump(sample: DataFile, tmp_path: Path) -> None:
    export_criteria(sample, 2566, tmp_path / "เกณฑ์.json")
    taken = import_criteria(sample, tmp_path / "เกณฑ์.json")
    found = dump(sample)
    assert found["criteria"] == {"2566": write_criteria(taken.criteria)}
    assert found["years"]["2566"]["own_criteria"] is True
    assert dump(sample, 2565)["criteria"] == {}


def test_one_year_may_be_asked_for_and_must_be_there(sample: DataFile) -> None:
    assert list(dump(sample, 2565)["years"]) == ["2565"]
    with pytest.raises(ClerkError, match="2569"):
        dump(sample, 2569)


def test_an_empty_file_has_an_empty_office(tmp_path: Path) -> None:
    file = new_file(tmp_path / "ว่าง.ita")
    nothing: dict[str, object] = {"office": {}, "years": {}, "plans": [], "criteria": {}}
    assert dump(file) == {**nothing, "layouts": [], "suggestions": [], "risk_areas": []}
    assert info(file)["office"] is None
    file.close()


def test_info_says_whose_how_much_and_how_sound(sample: DataFile) -> None:
    rows = MEASURES | RISKS | PLANS | DISCLOSURE
    assert info(sample) == {
        "file": str(sample.path),
        "office": "เทศบาลตำบลบ้านตัวอย่าง",
        "years": [2564, 2565, 2566],
        "rows": {
            "office": 1,
            "unit": 7,
            "fiscal_year": 3,
            "score": 10 + 88 + 88,
            "criteria_set": 0,
            "item_text": 0,
            "mark": 0,
            "evidence": 0,
            **MEASURES,
            **RISKS,
            **PLANS,
            **DISCLOSURE,
            "deed": 1,
            "change": 1 + 7 + 3 + 10 + 88 + 88 + sum(rows.values()) + 1 + 3 * 43,
        },
        "schema_version": SCHEMA_VERSION,
        "health": {"sound": True, "findings": []},
    }


def test_a_plan_is_told_with_its_dimensions_projects_and_sums(sample: DataFile) -> None:
    former, plan = dump(sample)["plans"]
    assert [one["number"] for one in plan["dimensions"]] == ["1", "2", "3", "4"]
    assert [len(one["sections"]) for one in plan["dimensions"]] == [7, 11, 7, 10]
    assert plan["dimensions"][0]["sections"][1]["number"] == "1.1.1"
    counts = [one["money"]["projects"] for one in plan["dimensions"]]
    assert counts == ["5", "5", "2", "2"]
    projects = plan["projects"]
    assert [one["number"] for one in projects] == [str(number) for number in range(1, 15)]
    assert plan["money"]["total"] == "875000"
    years = [Decimal(one["years"].get("2566", {}).get("amount") or 0) for one in projects]
    assert str(sum(years)) == plan["money"]["years"]["2566"] == "297000"
    paying = next(one for one in projects if one["name"] == "โครงการพัฒนาระบบรับชำระภาษีออนไลน์")
    assert paying["years"]["2566"] == {
        "runs": True,
        "quarters": ["1", "2", "3"],
        "amount": "180000",
    }
    assert paying["results"]["2566"]["6"]["spent"] == "54000"
    assert paying["results"]["2566"]["12"]["state"] == "done"
    risks = [
        treatment
        for process in dump(sample)["years"]["2566"]["risks"]
        for treatment in process["treatments"]
        if treatment["id"] in paying["treatments"]
    ]
    assert [one["plan_project"] for one in risks] == [paying["id"]]
    older = {one["id"]: one["name"] for one in former["projects"]}
    assert older[next(one for one in projects if one["number"] == "2")["previous"]]
    assert plan["goals"][0]["aims"]["2570"] == "๙๗.๕๐"
    assert [one["from"] for one in dump(sample, 2566)["plans"]] == [2566]


def test_an_announcement_is_told_with_its_year(sample: DataFile) -> None:
    (draft,) = dump(sample)["years"]["2566"]["announcements"]
    assert (draft["kind"], draft["dated"], draft["issued"]) == ("plan", "2022-09-28", None)
    assert draft["plan"] == dump(sample, 2566)["plans"][0]["id"]


def test_risks_stand_in_the_order_of_the_paper_with_numbers_as_texts(sample: DataFile) -> None:
    found = dump(sample)
    year = found["years"]["2566"]
    names = [process["text"] for process in year["risks"]]
    assert names[1] == "การจัดซื้อจัดจ้างโดยวิธีเฉพาะเจาะจง"
    numbers = [risk["number"] for process in year["risks"] for risk in process["risks"]]
    assert numbers == [str(number) for number in range(1, 13)]
    process = year["risks"][1]
    assert process.keys() == {"id", "text", "area", "units", "level", "risks", "treatments"}
    first = process["risks"][0]
    assert (first["likelihood"], first["impact"]) == ("3", "5")
    assert (first["standing"], first["standing_after"]) == (
        {"score": "15", "level": "สูงมาก"},
        {"score": "10", "level": "สูง"},
    )
    before = found["years"]["2565"]["risks"][1]["risks"][0]
    assert first["previous"] == before["id"]
    assert process["risks"][2]["previous"] is None
    treatment = process["treatments"][1]
    measures = [one for topic in year["measures"] for one in topic["measures"]]
    linked = next(one for one in measures if one["id"] == treatment["measure"])
    assert linked["text"] == "ตรวจประกาศจัดซื้อจัดจ้างบนเว็บไซต์ให้ครบถ้วน"
    assert treatment["results"]["6"]["percent"] == "50"
    word = found["years"]["2565"]["risks"][2]["risks"][1]
    assert (word["likelihood"], word["level"]) == (None, "สูง")
    assert word["standing"] == {"score": None, "level": "สูง"}
    method = year["risk_method"]
    assert [band["first"] for band in method["bands"]] == ["1", "4", "9", "15"]
    assert [step["value"] for step in method["impact"]] == ["1", "2", "3", "4", "5"]
    assert found["years"]["2564"]["risks"] == []
    assert found["years"]["2564"]["risk_method"] is None


def test_measures_stand_in_the_order_of_the_paper_as_they_are_stored(sample: DataFile) -> None:
    year = dump(sample, 2566)["years"]["2566"]
    assert [[item["code"] for item in topic["items"]] for topic in year["measures"]][:3] == [
        *(["i7", "i12"], ["i23", "i24", "i20"], ["i22"])
    ]
    topic = year["measures"][0]
    assert topic.keys() == {
        *("id", "title", "heading", "group_lines", "instrument", "band", "items", "measures")
    }
    assert topic["items"][0] | {"id": 0, "finding": ""} == {
        "id": 0,
        "criteria_year": "2565",
        "code": "i7",
        "text": "",
        "score": "71.20",
        "finding": "",
        "extra": {},
    }
    step = topic["measures"][0]["steps"][1]
    done = {"id", "marker", "text", "units", "period", "follow_up", "extra", "results"}
    assert step.keys() == done
    assert topic["measures"][0].keys() == done | {"steps"}
    assert (step["units"], step["period"]) == ("กองคลัง", "ม.ค.-ก.ย. ๖๖")
    assert step["results"]["6"] == {
        "state": "in_work",
        "result": "จัดทำแล้ว ๒ เดือน (มกราคมและกุมภาพันธ์ ๒๕๖๖)",
        "problem": "ข้อมูลจากระบบบัญชีปิดงวดล่าช้า",
        "suggestion": "กำหนดวันปิดงวดภายในวันที่ ๕ ของเดือนถัดไป",
        "outcome": "",
        "percent": "30",
    }
    assert [row["stage"] for row in year["calendar"]][:3] == ["เตรียมการ", "วิเคราะห์", ""]
    json.dumps(year)


def test_closed_rounds_texts_layouts_and_examples_are_in_the_dump(sample: DataFile) -> None:
    close_round(sample, 2566, 6, datetime(2023, 4, 3, 5, 0, tzinfo=UTC))
    edit_texts(sample, 2566, "measures-progress", 6, {"title": "ชื่อเรื่องของเรา"})
    add_copy(sample, official_layout("measures-plan"), "แบบของเรา")
    kept = Suggestion(key="", indicator=2, measure="ตัวอย่าง", origin=Origin.OFFICE)
    save_suggestion(sample, kept)
    step = load_tracker(sample, 2566).topics[0].measures[0].steps[0].id
    store_content(sample, "a" * 64, b"%PDF")
    with sample.deed("แนบ"):
        add_evidence(sample, 2566, f"step/{step}/6", "ภาพ.pdf", "a" * 64)
        add_evidence(sample, 2566, "step/99999/6", "ภาพ.pdf", "a" * 64)
    found = dump(sample)
    year = found["years"]["2566"]
    assert year["closed_rounds"] == {"6": "2023-04-03T05:00:00+00:00"}
    assert year["paper_texts"] == {"measures-progress/6": {"title": "ชื่อเรื่องของเรา"}}
    assert [one["place"] for one in year["evidence"]] == [
        "ขั้นตอน “จัดประชุมชี้แจงแผนการใช้จ่ายงบประมาณประ…” รอบ 6 เดือน",
        "ขั้นตอนที่ลบไปแล้ว รอบ 6 เดือน",
    ]
    assert [(one["id"], one["name"]) for one in found["layouts"]] == [
        ("measures-plan~2", "แบบของเรา")
    ]
    assert [one["measure"] for one in found["suggestions"]] == ["ตัวอย่าง"]


def test_a_mark_is_told_by_its_fingerprint_not_by_its_bytes(sample: DataFile) -> None:
    with sample.deed("เปลี่ยนตรา"):
        save_mark(sample, b"\x89PNG\r\n\x1a\n")
    assert dump(sample)["office"]["mark"] == (
        "4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6"
    )
    assert info(sample)["rows"]["mark"] == 1


def test_the_ten_indicators_of_seed_001_from_a_workbook_come_to_the_printed_figures(
    file: DataFile, workbook: Callable[..., Path], seed_indicators: Mapping[str, str]
) -> None:
    rows = [["ตัวชี้วัด", "คะแนน"], *([int(n), float(s)] for n, s in seed_indicators.items())]
    import_workbook(file, workbook(rows))
    year = dump(file)["years"]["2565"]
    assert {n: f["score"] for n, f in year["indicators"].items()} == seed_indicators
    assert {c: f["score"] for c, f in year["instruments"].items()} == {
        "IIT": "90.42",
        "EIT": "95.66",
        "OIT": "100.00",
    }
    assert [f["weighted"] for f in year["instruments"].values()] == ["27.13", "28.69", "40.00"]
    assert [f["weight"] for f in year["instruments"].values()] == [30, 30, 40]
    assert year["bands"] == {
        "urgent": ["2", "4"],
        "improve": ["1", "3", "5", "8"],
        "keep": ["6", "7", "9", "10"],
    }
    assert [one["indicator"] for one in year["ranking"]] == [
        "9",
        "10",
        "7",
        "6",
        "8",
        "1",
        "3",
        "5",
        "2",
        "4",
    ]
    assert (year["ranking"][0]["score"], year["ranking"][-1]["score"]) == ("100.00", "88.09")
    assert (year["total"], year["grade"]) == ("95.82", "AA")
    rows = [["ตัวชี้วัด", "คะแนน"], ["EIT", 95.65]]
    import_workbook(file, workbook(rows))
    eit = dump(file)["years"]["2565"]["instruments"]["EIT"]
    assert (eit["score"], eit["computed"], eit["difference"]) == ("95.65", "95.66", "-0.01")
