"""Named verbs in, past facts out; undo that goes over everything and over a restart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.session import Session
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.opening import new_file, open_file

MARK = b"\x89PNG\r\n\x1a\n"


def heard(session: Session) -> list[str]:
    """Return the list that the names of the session's signals go to."""
    names: list[str] = []
    for name in (
        "scores_changed",
        "criteria_changed",
        "year_changed",
        "years_changed",
        "office_changed",
        "saved",
    ):

        def hear(*_said: object, name: str = name) -> None:
            names.append(name)

        getattr(session, name).connect(hear)
    return names


def test_a_score_tells_scores_and_the_time(sample: Session, qtbot: QtBot) -> None:
    names = heard(sample)
    moments: list[datetime] = []
    sample.saved.connect(moments.append)
    with qtbot.waitSignal(sample.saved):
        sample.set_score("i7", "๘๘.๑๓")
    assert names == ["scores_changed", "saved"]
    assert [type(moment) for moment in moments] == [datetime]
    assert moments[0].tzinfo is not None
    assert sample.result.entries["i7"] == Decimal("88.13")


def test_a_refused_score_tells_nothing(sample: Session) -> None:
    names = heard(sample)
    with pytest.raises(ClerkError, match="เกิน 100"):
        sample.set_score("i7", "101")
    assert names == []


def test_what_each_verb_tells(sample: Session, office: Office) -> None:
    names = heard(sample)
    sample.set_office(office)
    assert names == ["office_changed", "scores_changed", "saved"]
    assert sample.office == office
    names.clear()
    sample.set_office(sample.office, MARK)
    sample.set_office(sample.office, MARK)
    assert names == ["office_changed", "scores_changed", "saved"]
    assert sample.mark == MARK
    names.clear()
    sample.correct_text("i7", "ข้อความใหม่")
    assert names == ["criteria_changed", "scores_changed", "saved"]
    names.clear()
    sample.add_year(2567)
    assert names == ["years_changed", "scores_changed", "saved", "year_changed"]
    assert (sample.fiscal_year, sample.years) == (2567, (2564, 2565, 2566, 2567))
    names.clear()
    sample.select_year(2565)
    sample.select_year(2565)
    sample.select_year(2580)
    assert names == ["year_changed"]


def test_a_year_without_criteria_cannot_be_added(sample: Session) -> None:
    with pytest.raises(ClerkError, match="2580"):
        sample.add_year(2580)
    assert sample.years == (2564, 2565, 2566)


def test_undo_and_redo_go_over_every_kind_of_deed(sample: Session, office: Office) -> None:
    states = [dump(sample.file)]
    deeds: list[Callable[[], object]] = [
        lambda: sample.set_score("i7", "70"),
        lambda: sample.put_scores({"i8": Decimal(1), "i9": Decimal(2)}, "วางคะแนน 2 ค่า"),
        lambda: sample.put_scores({"i7": None}, "ลบคะแนน i7"),
        lambda: sample.correct_text("i7", "ข้อความใหม่"),
        lambda: sample.set_office(office),
        lambda: sample.set_office(sample.office, MARK),
        lambda: sample.set_office(sample.office, b""),
        lambda: sample.set_office(replace(office, district="บางกอก"), MARK),
        lambda: sample.set_office(office),
        lambda: sample.add_year(2567),
    ]
    names: list[str] = []
    for deed in deeds:
        deed()
        states.append(dump(sample.file))
        undo = sample.next_undo()
        assert undo is not None
        names.append(undo.name)
    assert names == [
        "แก้คะแนน i7",
        "วางคะแนน 2 ค่า",
        "ลบคะแนน i7",
        "แก้ข้อความข้อ i7",
        "แก้ข้อมูลหน่วยงาน",
        "เปลี่ยนตราของหน่วยงาน",
        "นำตราของหน่วยงานออก",
        "แก้ข้อมูลหน่วยงาน",
        "แก้ข้อมูลหน่วยงาน",
        "เพิ่มปีงบประมาณ 2567",
    ]
    for state, name in zip(reversed(states[:-1]), reversed(names), strict=True):
        undone = sample.undo()
        assert undone is not None
        assert undone.name == name
        assert dump(sample.file) == state
    assert sample.undo() is None
    assert sample.fiscal_year == 2566
    for state, name in zip(states[1:], names, strict=True):
        redone = sample.redo()
        assert redone is not None
        assert redone.name == name
        assert dump(sample.file) == state
    assert sample.redo() is None
    assert (sample.office, sample.mark) == (office, MARK)


def test_taking_back_the_year_looked_at_shows_another(sample: Session) -> None:
    sample.add_year(2567)
    names = heard(sample)
    sample.undo()
    assert sample.fiscal_year == 2566
    assert "year_changed" in names


def test_undo_works_after_a_restart(sample_path: Path) -> None:
    first = Session(open_file(sample_path))
    before = dump(first.file)
    first.set_score("i7", "70")
    first.close()
    second = Session(open_file(sample_path))
    undo = second.next_undo()
    assert undo is not None
    assert undo.name == "แก้คะแนน i7"
    second.undo()
    assert dump(second.file) == before
    second.close()
    third = Session(open_file(sample_path))
    third.redo()
    assert third.result.entries["i7"] == Decimal(70)
    third.close()


def test_begins_at_the_year_asked_for_else_at_the_last(sample_path: Path) -> None:
    for asked, shown in ((2565, 2565), (None, 2566), (2590, 2566)):
        session = Session(open_file(sample_path), asked)
        assert session.fiscal_year == shown
        session.close()


def test_a_file_of_the_command_line_has_a_year_to_work_in(tmp_path: Path) -> None:
    path = tmp_path / "ใหม่.ita"
    new_file(path).close()
    session = Session(open_file(path))
    assert session.years == (session.fiscal_year,)
    assert session.result.criteria.fiscal_year == session.fiscal_year
    assert session.next_undo() is None
    session.close()


@pytest.mark.parametrize("verb", ["put_scores", "undo", "set_office", "add_year"])
def test_what_the_machine_refuses_is_told_once_and_changes_nothing(
    sample: Session, office: Office, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    sample.set_score("i7", "70")
    before = dump(sample.file)
    refusals: list[str] = []
    sample.refused.connect(refusals.append)
    names = heard(sample)

    def full(*_: object, **__: object) -> object:
        raise MachineError("ดิสก์เต็ม")

    monkeypatch.setattr(sample.file, "deed", full)
    monkeypatch.setattr(sample.file, "_writing", full)
    verbs: dict[str, Callable[[], object]] = {
        "put_scores": lambda: sample.put_scores({"i7": None}, "ลบ"),
        "undo": sample.undo,
        "set_office": lambda: sample.set_office(office),
        "add_year": lambda: sample.add_year(2567),
    }
    verbs[verb]()
    assert refusals == ["ดิสก์เต็ม"]
    assert names == []
    assert dump(sample.file) == before


def test_last_year_is_the_year_before_or_none(sample: Session) -> None:
    last_year = sample.last_year
    assert last_year is not None
    assert last_year.criteria.fiscal_year == 2565
    sample.select_year(2564)
    assert sample.last_year is None


def test_closing_releases_the_file(sample_path: Path) -> None:
    session = Session(open_file(sample_path))
    session.close()
    sample_path.rename(sample_path.with_name("ย้ายแล้ว.ita"))
    again = Session(open_file(sample_path.with_name("ย้ายแล้ว.ita")))
    assert again.years == (2564, 2565, 2566)
    again.close()


def test_what_another_window_wrote_is_taken_up(
    open_session: Callable[[Path], Session],
    open_beside: Callable[[Path], Session],
    sample_path: Path,
) -> None:
    here, there = open_session(sample_path), open_beside(sample_path)
    told: list[str] = []
    here.scores_changed.connect(lambda: told.append("scores"))
    shown = here.result.entries
    there.set_score("i4", "11")
    assert here.result.entries == shown
    here.look_again()
    assert str(here.result.entries["i4"]) == "11"
    assert told == ["scores"]
    here.look_again()
    assert told == ["scores"]


def test_what_is_refused_while_typing_is_not_changed_under_it(
    open_session: Callable[[Path], Session],
    open_beside: Callable[[Path], Session],
    sample_path: Path,
) -> None:
    here, there = open_session(sample_path), open_beside(sample_path)
    refusing = here.leaving.connect(here.stay)
    names = heard(here)
    there.set_score("i4", "11")
    here.look_again()
    assert names == []
    here.leaving.disconnect(refusing)
    here.look_again()
    assert names == ["office_changed", "years_changed", "criteria_changed", "scores_changed"]
    assert here.result.entries["i4"] == Decimal(11)


def test_a_year_that_another_window_took_away_is_left(
    open_session: Callable[[Path], Session],
    open_beside: Callable[[Path], Session],
    sample_path: Path,
) -> None:
    there = open_beside(sample_path)
    there.add_year(2567)
    here = open_session(sample_path)
    here.select_year(2567)
    names = heard(here)
    there.undo()
    here.look_again()
    assert here.fiscal_year == 2566
    assert names[:3] == ["office_changed", "year_changed", "years_changed"]
