"""What a clerk types into a plan, taken or refused with one sentence."""

import pytest

from ita_desktop.domain.plan_entry import (
    kind_of_name,
    parse_amount,
    parse_count,
    parse_groups,
    parse_kind,
    parse_quarters,
    parse_reason,
    parse_state,
    parse_tick,
)
from ita_desktop.domain.project import ProjectKind, ProjectState, Reason
from ita_desktop.errors import ClerkError


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("๒๐,๐๐๐", "20000"),
        ("20,000.-", "20000"),
        ("๑๐๐.๕๐ บาท", "100.50"),
        ("100.5", "100.50"),
        ("-", "0"),
        ("ไม่ใช้งบประมาณ", "0"),
        ("1000000", "1000000"),
    ],
)
def test_money_is_kept_exact(text: str, kept: str) -> None:
    assert parse_amount(text) == kept


@pytest.mark.parametrize("text", ["หกพัน", "20,00", "1.005", "-5"])
def test_what_is_no_money_is_refused(text: str) -> None:
    with pytest.raises(ClerkError):
        parse_amount(text)


@pytest.mark.parametrize(
    ("text", "count"), [("๑๕๐", 150), ("จำนวน 1,500 คน", 1500), ("0", 0), ("", None)]
)
def test_people_are_counted(text: str, count: int | None) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["มาก", "1.5", "-1", "10000001", "9" * 5_000])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(ClerkError, match="จำนวนคน"):
        parse_count(text)


def test_a_kind_is_named_in_words() -> None:
    assert parse_kind("กิจกรรม") is ProjectKind.ACTIVITY
    assert parse_kind("") is ProjectKind.UNTOLD
    with pytest.raises(ClerkError, match="แนวปฏิบัติ"):
        parse_kind("แผนงาน")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("มาตรการ NO Gift Policy", ProjectKind.MEASURE),
        ("กิจกรรม “สร้างความโปร่งใส”", ProjectKind.ACTIVITY),
        ("โครงการจัดทำเวทีประชาคม", ProjectKind.PROJECT),
        ("ส่งเสริมการมีส่วนร่วม", ProjectKind.UNTOLD),
        ("", ProjectKind.UNTOLD),
    ],
)
def test_a_name_says_its_kind(name: str, kind: ProjectKind) -> None:
    assert kind_of_name(name) is kind


def test_target_groups_stand_in_the_order_of_the_form() -> None:
    assert parse_groups("ประชาชน/ภาคประชาสังคม\nexecutives") == "executives\npeople"
    assert parse_groups("") == ""
    with pytest.raises(ClerkError, match="กลุ่มเป้าหมาย"):
        parse_groups("ทุกคน")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("๑-๔", "1234"),
        ("1 – 2", "12"),
        ("ไตรมาสที่ ๑ และ ๓", "13"),
        ("4, 2", "24"),
        ("124", "124"),
        ("1 ถึง 3", "123"),
        ("4-2", "234"),
    ],
)
def test_quarters_are_read_in_the_ways_people_write_them(text: str, kept: str) -> None:
    assert parse_quarters(text) == kept


@pytest.mark.parametrize("text", ["5", "0", "1-5", "ต้นปี", "1-2-3"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ClerkError, match="ไตรมาส"):
        parse_quarters(text)


def test_a_state_is_named_in_the_words_of_the_form_or_others() -> None:
    assert parse_state("ดำเนินการแล้วเสร็จ") is ProjectState.DONE
    assert parse_state("กำลังดำเนินการ") is ProjectState.IN_WORK
    assert parse_state("") is ProjectState.UNTOLD
    with pytest.raises(ClerkError, match="ไม่สามารถดำเนินการได้"):
        parse_state("ดี")


def test_a_reason_is_one_of_the_form() -> None:
    assert parse_reason("บุคลากรไม่เพียงพอ") is Reason.STAFF
    with pytest.raises(ClerkError, match="อื่น ๆ"):
        parse_reason("ฝนตก")


@pytest.mark.parametrize(("text", "tick"), [("✓", 1), ("/", 1), ("มี", 1), ("", 0), ("-", 0)])
def test_a_tick_is_read(text: str, tick: int) -> None:
    assert parse_tick(text) == tick


def test_what_is_no_tick_is_refused() -> None:
    with pytest.raises(ClerkError, match="เครื่องหมาย"):
        parse_tick("อาจจะ")
