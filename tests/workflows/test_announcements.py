"""Announcements: drafted, changed, issued; an issued one is as it was printed, for good."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ita_desktop.db.announcements import announcements_of, kept_pdf, load_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import drop_unnamed_content, stored_bytes
from ita_desktop.db.offices import save_office
from ita_desktop.db.reading import open_for_reading
from ita_desktop.documents.announcement_texts import usual_subject, usual_text
from ita_desktop.documents.margins import Margins
from ita_desktop.documents.model import Digits
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.announcements import (
    add_draft,
    announcement_of_plan,
    announcement_of_year,
    change_draft,
    issue,
    plan_of_announcement,
    remove_draft,
)
from ita_desktop.workflows.backups import back_up_to, put_back
from ita_desktop.workflows.export_document import draw, freeze, typeset
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.making import begin_plan, change_years, remove_plan

YEAR = 2565
WIDE = Margins(left=40, right=40)


def draft_of(file: DataFile, number: int) -> Announcement:
    found = load_announcement(file, number)
    assert found is not None
    return found


def pdf_of(file: DataFile, number: int) -> bytes:
    return typeset(freeze(file, f"announcement~{number}", YEAR, Digits.THAI)).data


def issued(file: DataFile, kind: AnnouncementKind = AnnouncementKind.NO_GIFT) -> int:
    number = add_draft(file, YEAR, kind)
    change_draft(file, number, "dated", "๒๙ ก.ย. ๖๕")
    issue(file, draft_of(file, number), pdf_of(file, number))
    return number


def test_a_draft_says_what_its_kind_says_until_it_is_changed(file: DataFile) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.NO_GIFT)
    change_draft(file, number, "subject", "  งดรับของขวัญ\nทุกเทศกาล ")
    change_draft(file, number, "number", "๑/๒๕๖๕")
    change_draft(file, number, "month_word", "1")
    draft = draft_of(file, number)
    assert (draft.subject, draft.number, draft.month_word) == (
        "งดรับของขวัญ ทุกเทศกาล",
        "๑/๒๕๖๕",
        True,
    )
    assert (draft.text, draft.signer, draft.is_issued) == ("", "", False)


def test_words_that_are_the_usual_ones_are_not_kept(file: DataFile) -> None:
    kind = AnnouncementKind.MEASURES
    number = add_draft(file, YEAR, kind)
    change_draft(file, number, "text", "ด้วยเหตุอื่น")
    change_draft(file, number, "text", usual_text(kind))
    change_draft(file, number, "subject", usual_subject(kind))
    assert (draft_of(file, number).text, draft_of(file, number).subject) == ("", "")


def test_the_office_s_own_signer_is_not_kept_and_another_is(file: DataFile) -> None:
    office = replace(office_of(file), executive="นายสมชาย ใจดี", executive_title="นายกเทศมนตรี")
    with file.deed("หน่วยงาน"):
        save_office(file, office)
    number = add_draft(file, YEAR, AnnouncementKind.NO_GIFT)
    change_draft(file, number, "signer", "นายสมชาย ใจดี")
    change_draft(file, number, "signer_title", "นายกเทศมนตรี")
    assert (draft_of(file, number).signer, draft_of(file, number).signer_title) == ("", "")
    change_draft(file, number, "signer", "นายกเทศมนตรี")
    change_draft(file, number, "signer_title", "นายสมชาย ใจดี")
    draft = draft_of(file, number)
    assert (draft.signer, draft.signer_title) == ("นายกเทศมนตรี", "นายสมชาย ใจดี")


@pytest.mark.parametrize("typed", ["๒๙ ก.ย. ๖๕", "29/9/2565", "๒๙ กันยายน พ.ศ. ๒๕๖๕"])
def test_its_day_is_typed_as_clerks_type_days(file: DataFile, typed: str) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.FREE)
    change_draft(file, number, "dated", typed)
    assert draft_of(file, number).dated == date(2022, 9, 29)
    change_draft(file, number, "dated", " ")
    assert draft_of(file, number).dated is None


def test_a_day_that_is_none_is_refused(file: DataFile) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.FREE)
    with pytest.raises(ClerkError, match="ไม่มีวันที่"):
        change_draft(file, number, "dated", "๓๑ ก.ย. ๖๕")
    assert draft_of(file, number).dated is None


def test_that_of_a_plan_needs_a_plan(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="จัดทำแผน"):
        add_draft(file, YEAR, AnnouncementKind.PLAN)
    plan = begin_plan(file, YEAR, YEAR + 3)
    number = add_draft(file, YEAR, AnnouncementKind.PLAN)
    assert draft_of(file, number).plan == plan
    bound = announcement_of_plan(file, plan)
    assert bound is not None
    assert bound.id == number


def test_issuing_keeps_the_very_pages_as_one_deed(file: DataFile) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.NO_GIFT)
    change_draft(file, number, "dated", "29/9/2565")
    before, data = draft_of(file, number), pdf_of(file, number)
    issue(file, before, data)
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == "ออกประกาศ No Gift Policy"
    kept = draft_of(file, number)
    assert kept.is_issued
    assert kept_pdf(file, kept) == data
    file.undo()
    assert draft_of(file, number) == before
    file.redo()
    assert kept_pdf(file, draft_of(file, number)) == data


def test_an_issued_one_is_as_it_was_printed_whatever_is_asked_for_later(
    file: DataFile, tmp_path: Path
) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.NO_GIFT)
    change_draft(file, number, "dated", "29/9/2565")
    data = pdf_of(file, number)
    issue(file, draft_of(file, number), data)
    for paper in ("announcement", f"announcement~{number}"):
        frozen = freeze(file, paper, YEAR, Digits.ARABIC, WIDE)
        made = typeset(frozen)
        assert (made.data, made.pages) == (data, 1)
        drawn = draw(frozen, "pdf", tmp_path / "ประกาศ.pdf")
        assert drawn.path.read_bytes() == data
        assert drawn.pages == 1


def test_an_issued_one_is_neither_changed_nor_removed(file: DataFile) -> None:
    number = issued(file)
    kept = draft_of(file, number)
    for deed in (
        lambda: change_draft(file, number, "number", "๒"),
        lambda: remove_draft(file, number),
        lambda: issue(file, kept, b"%PDF other"),
    ):
        with pytest.raises(ClerkError, match="ออกแล้ว"):
            deed()
    assert draft_of(file, number) == kept


def test_a_removed_draft_comes_back_by_undo(file: DataFile) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.FREE)
    remove_draft(file, number)
    assert announcements_of(file, YEAR) == ()
    with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
        change_draft(file, number, "number", "๑")
    file.undo()
    assert [one.id for one in announcements_of(file, YEAR)] == [number]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "วันที่"),
        ({"dated": "29/9/2565"}, "เรื่อง"),
        ({"dated": "29/9/2565", "subject": "งดใช้โฟม"}, "ข้อความ"),
        ({"dated": "29/9/2565", "subject": "งดใช้โฟม", "text": "ด้วย{ชื่อแผน}"}, "{ชื่อแผน}"),
    ],
)
def test_what_lacks_something_is_not_issued(
    file: DataFile, fields: dict[str, str], told: str
) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.FREE)
    for field, text in fields.items():
        change_draft(file, number, field, text)
    with pytest.raises(ClerkError, match=told):
        issue(file, draft_of(file, number), b"%PDF")
    assert not draft_of(file, number).is_issued
    assert stored_bytes(file) == 0


def test_a_draft_that_was_changed_meanwhile_is_not_issued(file: DataFile) -> None:
    number = add_draft(file, YEAR, AnnouncementKind.NO_GIFT)
    change_draft(file, number, "dated", "29/9/2565")
    drawn = draft_of(file, number)
    change_draft(file, number, "dated", "30/9/2565")
    with pytest.raises(ClerkError, match="ถูกแก้ไขระหว่างจัดทำ"):
        issue(file, drawn, b"%PDF")


def test_the_kept_pages_stay_as_long_as_a_row_or_the_log_names_them(file: DataFile) -> None:
    number = issued(file)
    kept = stored_bytes(file)
    assert kept > 1000
    assert drop_unnamed_content(file) == 0
    file.undo()
    assert drop_unnamed_content(file) == 0, "redo would need them"
    assert stored_bytes(file) == kept
    file.redo()
    assert kept_pdf(file, draft_of(file, number)).startswith(b"%PDF")


def test_pages_that_are_gone_are_told(file: DataFile) -> None:
    number = issued(file)
    file.connection.execute("PRAGMA foreign_keys = OFF")
    file.connection.execute("DELETE FROM content")
    with pytest.raises(ClerkError, match="เสียหาย"):
        freeze(file, f"announcement~{number}", YEAR, Digits.THAI)


def test_the_year_prints_the_one_issued_last_then_drafts_then_the_usual_words(
    file: DataFile,
) -> None:
    assert announcement_of_year(file, YEAR).kind is AnnouncementKind.NO_GIFT
    plan = begin_plan(file, YEAR, YEAR + 3)
    usual = announcement_of_year(file, YEAR)
    assert (usual.id, usual.kind, usual.plan) == (0, AnnouncementKind.PLAN, plan)
    first = add_draft(file, YEAR, AnnouncementKind.MEASURES)
    assert announcement_of_year(file, YEAR).id == first
    printed = issued(file)
    add_draft(file, YEAR, AnnouncementKind.PLAN)
    assert announcement_of_year(file, YEAR).id == printed


def test_the_words_of_an_issued_one_do_not_follow_the_plan_any_more(file: DataFile) -> None:
    plan = begin_plan(file, YEAR, YEAR + 3)
    number = issued(file, AnnouncementKind.PLAN)
    assert f"{YEAR} – {YEAR + 3}" in draft_of(file, number).subject
    remove_plan(file, plan)
    kept = draft_of(file, number)
    assert kept.plan is None
    assert kept.is_issued
    assert kept_pdf(file, kept).startswith(b"%PDF")


def test_one_of_another_year_or_none_is_not_printed(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="announcement~9"):
        freeze(file, "announcement~9", YEAR, Digits.THAI)


def test_a_backup_carries_the_kept_pages(file: DataFile, tmp_path: Path) -> None:
    number = issued(file)
    made = back_up_to(file.path, tmp_path / "สำรอง.ita-backup")
    back = tmp_path / "กลับมา.ita"
    put_back(made.path, back)
    copy = open_for_reading(back, "ผู้ตรวจ")
    try:
        assert kept_pdf(copy, draft_of(copy, number)) == kept_pdf(file, draft_of(file, number))
    finally:
        copy.close()


def test_an_announcement_is_of_its_own_plan_else_of_the_one_that_covers_its_year(
    file: DataFile,
) -> None:
    own = begin_plan(file, YEAR, YEAR + 1)
    draft = draft_of(file, add_draft(file, YEAR, AnnouncementKind.PLAN))
    change_years(file, own, YEAR + 1, YEAR + 2)
    other = begin_plan(file, YEAR, YEAR)

    def plan_now() -> int | None:
        plan = plan_of_announcement(file, draft_of(file, draft.id))
        return None if plan is None else plan.id

    assert plan_now() == own
    remove_plan(file, own)
    assert plan_now() == other
    remove_plan(file, other)
    assert plan_now() is None
