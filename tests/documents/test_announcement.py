"""ประกาศ: what the form asks for, in its order, and nothing that is not the office's."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.announcement import (
    announcement_blocks,
    announcement_document,
    date_words,
    number_of_paper,
    paper_id,
    plan_announcement,
)
from ita_desktop.documents.model import Digits, Document, Mark, Paragraph, Signature
from ita_desktop.documents.walk import texts
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.project import Project
from ita_desktop.workflows.sample import SAMPLE_OFFICE

PLAN = Plan(
    id=3,
    first_year=2566,
    last_year=2570,
    sections=(Section(id=1, name="สร้างจิตสำนึก", projects=(Project(id=1), Project(id=2))),),
)
NO_GIFT = Announcement(id=0, fiscal_year=2566, kind=AnnouncementKind.NO_GIFT)


def made(
    announcement: Announcement = NO_GIFT,
    office: Office = SAMPLE_OFFICE,
    digits: Digits = Digits.THAI,
    plan: Plan | None = PLAN,
) -> Document:
    return announcement_document(announcement, office, plan, digits)


def words(document: Document) -> str:
    return "\n".join(one.text for one in texts(document) if one.text)


def dated_line(announcement: Announcement) -> Paragraph:
    (line,) = (
        block
        for block in made(announcement).blocks
        if isinstance(block, Paragraph) and str(block.text).startswith("ประกาศ ณ วันที่")
    )
    return line


@pytest.mark.parametrize("kind", AnnouncementKind)
def test_it_begins_with_the_mark_and_ends_with_the_signature(kind: AnnouncementKind) -> None:
    document = made(replace(NO_GIFT, kind=kind))
    first, last = document.blocks[0], document.blocks[-1]
    assert isinstance(first, Mark)
    assert first.height == 30, "3 cm on an announcement"
    assert isinstance(last, Signature)
    (who,) = last.signatories
    assert (who.name, who.title) == (SAMPLE_OFFICE.executive, SAMPLE_OFFICE.executive_title)
    assert not document.sections[0].first_head, "the number stands from the second page on"


@pytest.mark.parametrize(
    "kind", [AnnouncementKind.PLAN, AnnouncementKind.MEASURES, AnnouncementKind.NO_GIFT]
)
def test_the_parts_of_the_form_stand_in_their_order(kind: AnnouncementKind) -> None:
    said = words(made(replace(NO_GIFT, kind=kind)))
    parts = (
        f"ประกาศ{SAMPLE_OFFICE.name}",
        "เรื่อง ",
        "ด้วย",
        "จึงประกาศมาให้ทราบโดยทั่วกัน",
        "ประกาศ ณ วันที่",
    )
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert "พ.ศ. ๒๕๖๖" in said
    assert "{" not in said, "every place of our own words is filled"


def test_rules_have_their_numbers_hung_before_them() -> None:
    markers = [block.marker for block in made().blocks if isinstance(block, Paragraph)]
    assert [marker for marker in markers if marker] == ["๑.", "๒.", "๓.", "๔.", "๕."]


@pytest.mark.parametrize("digits", Digits)
def test_it_prints_one_kind_of_digits(digits: Digits) -> None:
    said = words(made(digits=digits))
    other = "0123456789" if digits is Digits.THAI else "๐๑๒๓๔๕๖๗๘๙"
    assert not set(other) & set(said)
    assert "No Gift Policy" in said


def test_an_office_without_an_executive_leaves_room_for_the_name() -> None:
    bare = replace(SAMPLE_OFFICE, executive="", executive_title="")
    last = made(office=bare).blocks[-1]
    assert isinstance(last, Signature)
    assert last.signatories[0].name == ""
    other = replace(bare, name="อบต.ทุ่งนา", kind=OfficeKind.TAMBON)
    assert "ประกาศอบต.ทุ่งนา" in words(made(office=other))


def test_somebody_else_may_sign() -> None:
    last = made(replace(NO_GIFT, signer="นายรอง ตัวอย่าง", signer_title="รองนายก")).blocks[-1]
    assert isinstance(last, Signature)
    assert (last.signatories[0].name, last.signatories[0].title) == ("นายรอง ตัวอย่าง", "รองนายก")


def test_the_date_stands_with_and_without_the_word_for_month() -> None:
    day = date(2022, 9, 29)
    assert date_words(day, month_word=False) == "29 กันยายน พ.ศ. 2565"
    assert date_words(day, month_word=True) == "29 เดือน กันยายน พ.ศ. 2565"
    dated = replace(NO_GIFT, dated=day)
    assert dated_line(dated).text == "ประกาศ ณ วันที่ ๒๙ กันยายน พ.ศ. ๒๕๖๕"
    with_word = replace(dated, month_word=True)
    assert dated_line(with_word).text == "ประกาศ ณ วันที่ ๒๙ เดือน กันยายน พ.ศ. ๒๕๖๕"


def test_without_a_day_dots_are_left_to_write_on() -> None:
    plain, with_word = dated_line(NO_GIFT), dated_line(replace(NO_GIFT, month_word=True))
    assert len(plain.stops) == len(with_word.stops) == 3
    assert "เดือน" not in str(plain.text)
    assert "เดือน" in str(with_word.text)


def test_the_plans_announcement_says_its_years_and_counts_from_the_plan() -> None:
    told = replace(plan_announcement(PLAN), text="{จำนวนปี} ปี {จำนวนมิติ} มิติ {จำนวนโครงการ} โครงการ")
    said = words(made(told, digits=Digits.ARABIC))
    assert "5 ปี 1 มิติ 2 โครงการ" in said
    assert "(พ.ศ. 2566 – 2570)" in said
    own = words(made(told, plan=replace(PLAN, title="แผนของเรา")))
    assert "เรื่อง ประกาศใช้แผนของเรา\n" in own


def test_a_plan_of_one_year_is_announced_for_that_year() -> None:
    said = words(made(plan_announcement(PLAN), plan=replace(PLAN, last_year=2566)))
    assert "ในปีงบประมาณ พ.ศ. ๒๕๖๖ และให้" in said


def test_without_an_announcement_the_plans_usual_words_are_bound_in() -> None:
    blocks = announcement_blocks(None, SAMPLE_OFFICE, PLAN, Digits.THAI)
    assert blocks == made(plan_announcement(PLAN)).blocks
    with pytest.raises(LookupError):
        announcement_blocks(None, SAMPLE_OFFICE, None, Digits.THAI)


def test_braces_without_a_value_are_printed_as_they_stand() -> None:
    own = replace(NO_GIFT, text="ด้วย {ชื่อแผน} และ {อื่น}")
    assert "ด้วย {ชื่อแผน} และ {อื่น}" in words(made(own, plan=None))


def test_closing_words_of_its_own_are_not_said_twice() -> None:
    own = replace(NO_GIFT, text="ด้วยเหตุนั้น\nจึงประกาศให้ทราบและถือปฏิบัติ")
    said = words(made(own))
    assert said.count("จึงประกาศ") == 1
    assert "จึงประกาศให้ทราบและถือปฏิบัติ" in said


@pytest.mark.parametrize("kind", AnnouncementKind)
def test_every_place_of_our_own_words_is_filled(kind: AnnouncementKind) -> None:
    assert "{" not in words(made(replace(NO_GIFT, kind=kind)))


@given(st.integers(min_value=1, max_value=10**9))
def test_the_id_of_a_kept_one_names_it(number: int) -> None:
    assert number_of_paper(paper_id(number)) == number


@pytest.mark.parametrize("other", ["announcement", "plan~7", "announcement~", "announcement~๗x"])
def test_other_ids_name_no_kept_one(other: str) -> None:
    assert number_of_paper(other) is None
