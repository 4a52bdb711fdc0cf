"""Names of office and executive in texts, and announcements of a year."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from ita_desktop.domain.announcement_checks import AnnouncementFacts, announcement_lacks
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.executive_names import other_executive
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.foreign_names import words_of_other_kind
from ita_desktop.domain.lacks import Asked, Place
from ita_desktop.domain.name_checks import Said, name_lacks, office_lacks
from ita_desktop.domain.office import Office, OfficeKind

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
OFFICE = Office(
    name="เทศบาลตำบลบ้านทดสอบ",
    kind=OfficeKind.SUBDISTRICT,
    executive="นางสาวสมหญิง ใจซื่อ",
    executive_title="นายกเทศมนตรีตำบลบ้านทดสอบ",
)
GIFT = Announcement(
    id=3,
    fiscal_year=2566,
    kind=AnnouncementKind.NO_GIFT,
    dated=date(2023, 1, 10),
    signer="นางสาวสมหญิง  ใจซื่อ",
    signer_title="นายกเทศมนตรีตำบลบ้านทดสอบ",
    issued="2023-01-10T03:00:00+00:00",
)
FACTS = AnnouncementFacts(
    fiscal_year=2566, announcements=(GIFT,), office=OFFICE, no_gift=Asked("O31", contents=())
)


def names_in(text: str) -> list[tuple[Severity, str]]:
    """Return what is found in a text."""
    place = partial(Place, kind="step", number=4, field="text")
    lacks = name_lacks([Said(partial(str, "ขั้นตอน"), text, place)], OFFICE)
    return [(one.severity, one.message) for one in lacks]


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลบ้านทดสอบประชุมชี้แจงให้พนักงานเทศบาลทราบ",
        "เสนอนายกเทศมนตรีตำบลบ้านทดสอบลงนาม",
        "นายกเทศมนตรีลงนามในประกาศ และมอบหมายให้ทุกเทศบาลตำบลในเขต",
        "นางสาวสมหญิง ใจซื่อ นายกเทศมนตรีตำบลบ้านทดสอบ",
        "เทศบาลตำบลกำลังจัดทำโครงการปรับปรุงภูมิทัศน์",
        "เสนอนายกเทศมนตรีตำบลเพื่อลงนาม",
        "ประชาชนในเขตเทศบาลตำบลบ้าน ทดสอบ ทราบ",
        "นายมานะ อดทนรองนายกเทศมนตรี เป็นประธาน",
        "นายสมชาย ดีงาม ปลัดเทศบาล รายงานต่อนายกเทศมนตรี",
        "",
    ],
)
def test_the_offices_own_names_are_no_faults(text: str) -> None:
    assert names_in(text) == []


def test_an_executive_that_is_kept_without_a_title_of_address_is_the_same() -> None:
    text = "ลงนามโดย นางสาวสมหญิง ใจซื่อ นายกเทศมนตรี"
    assert other_executive(text, OFFICE.executive_title, "สมหญิง ใจซื่อ") == ""
    assert other_executive(text, OFFICE.executive_title, "หญิง ใจดี") == "นางสาวสมหญิง ใจซื่อ"


@pytest.mark.parametrize(
    ("text", "severity", "words"),
    [
        ("บุคลากรของเทศบาลเมืองปรกฟ้า ทราบ", W, "มีชื่อหน่วยงานอื่น “เทศบาลเมืองปรกฟ้า"),
        ("เสนอนายกเทศมนตรีนครตัวอย่าง ลงนาม", W, "ผู้บริหารอื่น “นายกเทศมนตรีนครตัวอย่าง”"),
        ("(นายมานะ อดทน) นายกเทศมนตรี", W, "ผู้บริหารอื่น “นายมานะ อดทน”"),
        ("พนักงานส่วนตำบลทุกคน", N, "ใช้คำของหน่วยงานประเภทอื่น “พนักงานส่วนตำบล”"),
    ],
)
def test_other_offices_and_executives_are_told(text: str, severity: Severity, words: str) -> None:
    ((grave, message),) = names_in(text)
    assert grave is severity
    assert words in message


@pytest.mark.parametrize(
    ("office", "own", "other"),
    [
        ("เทศบาลเมืองปรกฟ้า", "พนักงานเทศบาล", "พนักงานส่วนตำบล"),
        ("องค์การบริหารส่วนตำบลปราสาท", "พนักงานส่วนตำบล", "พนักงานเทศบาล"),
        ("องค์การบริหารส่วนจังหวัดตัวอย่าง", "นายกองค์การบริหารส่วนจังหวัด", "พนักงานส่วนตำบล"),
    ],
)
def test_words_of_another_kind_of_office_are_told_of_that_kind(
    office: str, own: str, other: str
) -> None:
    assert words_of_other_kind(f"ให้{own}ทุกคนทราบ", office) == ""
    assert words_of_other_kind(f"ให้{other}ทุกคนทราบ", office) == other


def test_what_is_not_known_of_the_office_is_told_by_field() -> None:
    assert [*office_lacks(OFFICE, known=True)] == []
    bare = replace(OFFICE, executive="", executive_title=" ")
    fields = [one.place.field for one in office_lacks(bare, known=False)]
    assert fields == ["name", "executive", "executive_title"]


def test_units_are_asked_for_where_somebody_has_to_do_something() -> None:
    (lack,) = office_lacks(OFFICE, known=True, shared=True)
    assert (lack.severity, lack.place.kind, lack.place.field) == (W, "office", "units")
    assert [*office_lacks(replace(OFFICE, units=("กองคลัง",)), known=True, shared=True)] == []


def test_an_issued_announcement_of_its_year_signed_by_the_executive_lacks_nothing() -> None:
    assert announcement_lacks(FACTS) == []


@pytest.mark.parametrize(
    ("facts", "severity", "place", "words"),
    [
        (
            replace(FACTS, announcements=()),
            *(E, ("fiscal_year", "announcements"), "ปี 2566 ยังไม่มีประกาศ No Gift Policy"),
        ),
        (
            replace(FACTS, announcements=(), no_gift_public=True),
            *(N, ("fiscal_year", "announcements"), "ปี 2566 ยังไม่มีประกาศ No Gift Policy"),
        ),
        (
            replace(FACTS, announcements=(replace(GIFT, issued="", dated=None),)),
            *(W, ("announcement", "dated"), "ยังไม่มีวันที่"),
        ),
        (
            replace(FACTS, announcements=(replace(GIFT, issued=""),)),
            *(W, ("announcement", "dated"), "ยังเป็นร่าง"),
        ),
        (
            replace(FACTS, announcements=(replace(GIFT, dated=date(2023, 10, 1)),)),
            *(W, ("announcement", "dated"), "ลงวันที่ 1 ต.ค. 66 อยู่นอกปีงบประมาณ 2566"),
        ),
        (
            replace(FACTS, announcements=(replace(GIFT, signer="นายมานะ อดทน"),)),
            *(N, ("announcement", "signer"), "มีผู้ลงนาม “นายมานะ อดทน”"),
        ),
        (
            replace(FACTS, measures=True),
            *(W, ("fiscal_year", "announcements"), "ยังไม่มีประกาศมาตรการส่งเสริม"),
        ),
        (
            replace(
                FACTS,
                plan_years=(2566, 2570),
                announcements=(
                    GIFT,
                    replace(GIFT, id=4, kind=AnnouncementKind.PLAN, dated=date(2021, 9, 1)),
                ),
            ),
            *(W, ("announcement", "dated"), "อยู่นอกช่วงปีของแผน 2566 – 2570"),
        ),
    ],
)
def test_each_fault_of_an_announcement_is_told_at_its_place(
    facts: AnnouncementFacts, severity: Severity, place: tuple[str, str], words: str
) -> None:
    (lack,) = announcement_lacks(facts)
    assert (lack.severity, (lack.place.kind, lack.place.field)) == (severity, place)
    assert words in lack.message


def test_what_an_item_asks_of_an_announcement_is_told_of_that_announcement_alone() -> None:
    asked = Asked("O31", contents=("เป็นการประกาศสำหรับปี พ.ศ. 2566",))
    late = date(2023, 10, 1)
    other = replace(GIFT, id=4, kind=AnnouncementKind.MEASURES, dated=late)
    both = (replace(GIFT, dated=late), other)
    gift, measures = announcement_lacks(replace(FACTS, announcements=both, no_gift=asked))
    assert (gift.item, gift.content) == ("O31", asked.contents[0])
    assert (measures.item, measures.content, measures.place.number) == ("", "", 4)


def test_a_draft_of_what_is_on_the_pages_already_is_a_note() -> None:
    draft = (replace(GIFT, issued=""),)
    (lack,) = announcement_lacks(replace(FACTS, announcements=draft, no_gift_public=True))
    assert lack.severity is N


def test_a_signer_is_not_held_against_an_executive_nobody_entered() -> None:
    nameless = replace(OFFICE, executive="", executive_title="")
    assert announcement_lacks(replace(FACTS, office=nameless)) == []
    unsigned = replace(GIFT, signer="", signer_title="")
    assert announcement_lacks(replace(FACTS, announcements=(unsigned,))) == []


def test_a_draft_that_another_signs_is_to_be_looked_at() -> None:
    draft = replace(GIFT, issued="", signer="นายมานะ อดทน")
    found = announcement_lacks(replace(FACTS, announcements=(draft,)))
    assert (W, "signer") in [(one.severity, one.place.field) for one in found]
