"""The session tells of OIT items and of the report's texts, and undo turns to the item."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.domain.disclosure import PublishState, asked_contents
from ita_desktop.errors import ClerkError
from ita_desktop.ui.session import Session
from ita_desktop.workflows.analysis.texts import freeze_text, put_text
from ita_desktop.workflows.disclosure.carry import carry_duties
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field, tick_contents

NAMES = ("disclosure_changed", "analysis_changed", "scores_changed", "measures_changed", "saved")


def heard(session: Session) -> list[str]:
    names: list[str] = []
    for name in NAMES:

        def hear(*_said: object, name: str = name) -> None:
            names.append(name)

        getattr(session, name).connect(hear)
    return names


def write(session: Session, code: str, field: str, text: str, year: int = 2566) -> None:
    edit = OitEdit(code=code, field=field, text=text)
    set_oit_field(session.file, year, edit)
    session.refresh()


def test_an_item_that_was_written_is_read_anew_and_told_once(sample: Session) -> None:
    before, names = sample.disclosure, heard(sample)
    assert sample.disclosure is before  # kept until it changes
    write(sample, "O37", "state", "เผยแพร่แล้ว")
    assert names == ["disclosure_changed", "saved"]
    assert sample.disclosure.of("O37").state is PublishState.PUBLISHED
    names.clear()
    asked = [one.text for one in asked_contents(sample.criteria.item_by_code["O37"])]
    tick_contents(sample.file, 2566, "O37", asked, there=True)
    sample.refresh()
    assert names == ["disclosure_changed", "saved"]
    assert sample.disclosure.of("O37").contents == set(asked)


def test_what_is_written_elsewhere_leaves_the_items_as_they_were_read(sample: Session) -> None:
    before = sample.disclosure
    sample.set_score("i7", "88.13")
    assert sample.disclosure is before


def test_a_refused_text_tells_nothing(sample: Session) -> None:
    names = heard(sample)
    with pytest.raises(ClerkError, match="ไม่รู้จักสถานะ"):
        write(sample, "O37", "state", "เกือบเสร็จ")
    assert names == []


def test_texts_of_the_report_have_a_signal_of_their_own(sample: Session) -> None:
    names = heard(sample)
    put_text(sample.file, 2566, "objectives", "เพื่อ {ปี}")
    sample.refresh()
    freeze_text(sample.file, 2566, "objectives")
    sample.refresh()
    sample.undo()
    assert [name for name in names if name != "saved"] == ["analysis_changed"] * 3


def test_undo_and_redo_turn_to_the_item_in_its_year(sample: Session) -> None:
    turned: list[str] = []
    sample.disclosure_reverted.connect(turned.append)
    write(sample, "O12", "note", "ก")
    tick_contents(sample.file, 2566, "O12", ["ก"], there=False)
    write(sample, "O5", "note", "ข", year=2565)
    sample.undo()
    assert (sample.fiscal_year, turned) == (2565, ["O5"])
    sample.undo()
    assert (sample.fiscal_year, turned) == (2566, ["O5", "O12"])
    sample.redo()
    assert (sample.fiscal_year, turned) == (2566, ["O5", "O12", "O12"])


def test_undo_of_ticks_turns_to_their_item_also_where_they_made_its_row(
    year_path: Callable[[int], Path], open_session: Callable[[Path], Session]
) -> None:
    session = open_session(year_path(2566))
    turned: list[str] = []
    session.disclosure_reverted.connect(turned.append)
    asked = [one.text for one in asked_contents(session.criteria.item_by_code["O12"])]
    tick_contents(session.file, 2566, "O12", asked, there=True)
    session.refresh()
    session.undo()
    session.redo()
    assert turned == ["O12", "O12"]
    assert session.disclosure.of("O12").contents == set(asked)


def test_undo_of_a_year_that_came_with_its_items_leaves_a_year_that_is_there(
    sample: Session,
) -> None:
    turned: list[str] = []
    sample.disclosure_reverted.connect(turned.append)
    carry_duties(sample.file, 2566, 2567)
    sample.refresh()
    sample.select_year(2567)
    assert sample.disclosure.items
    sample.undo()
    assert sample.fiscal_year in (2564, 2565, 2566)
    assert turned == []
    assert sample.disclosure.fiscal_year == sample.fiscal_year
