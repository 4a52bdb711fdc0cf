"""The office's own layouts and the texts it edited: one deed each, or refused."""

from dataclasses import replace

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.layout import official_layout, official_layouts
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.layouts import (
    add_copy,
    edit_texts,
    edited_texts,
    layout_of,
    layouts_of,
    own_layouts,
    remove_layout,
    save_layout,
    text_key,
)

PLAN = official_layout("measures-plan")


def ids(file: DataFile) -> list[str]:
    return [layout.id for layout in layouts_of(file)]


def test_a_copy_stands_after_its_official_layout_and_is_taken_back_in_one_step(
    file: DataFile,
) -> None:
    official = [layout.id for layout in official_layouts()]
    assert ids(file) == official
    copy = add_copy(file, PLAN, "แบบของเรา")
    second = add_copy(file, copy, "อีกแบบ")
    assert (copy.id, second.id) == ("measures-plan~2", "measures-plan~3")
    assert ids(file)[:3] == ["measures-plan", "measures-plan~2", "measures-plan~3"]
    assert layout_of(file, copy.id) == copy
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == "คัดลอกแบบตาราง อีกแบบ"
    file.undo()
    file.undo()
    assert ids(file) == official
    assert layout_of(file, copy.id) is None


def test_a_number_that_was_freed_is_given_again(file: DataFile) -> None:
    first = add_copy(file, PLAN, "หนึ่ง")
    add_copy(file, PLAN, "สอง")
    remove_layout(file, first)
    assert add_copy(file, PLAN, "สาม").id == first.id


def test_the_words_of_its_papers_go_with_a_layout_and_come_back_with_it(file: DataFile) -> None:
    first = add_copy(file, PLAN, "หนึ่ง")
    for months in (None, 6, 12):
        edit_texts(file, 2565, first.id, months, {"title": "ของเรา"})
        edit_texts(file, 2565, PLAN.id, months, {"title": "มาตรฐาน"})
    remove_layout(file, first)
    again = add_copy(file, PLAN, "สอง")
    for months in (None, 6, 12):
        assert edited_texts(file, 2565, again.id, months) == {}
        assert edited_texts(file, 2565, PLAN.id, months) == {"title": "มาตรฐาน"}
    file.undo()
    file.undo()
    assert edited_texts(file, 2565, first.id, 6) == {"title": "ของเรา"}


def test_what_is_changed_is_kept_and_taken_back(file: DataFile) -> None:
    copy = add_copy(file, PLAN, "แบบของเรา")
    wider = replace(copy.columns[0], width=99, head="หัวใหม่")
    changed = replace(copy, columns=(wider, *copy.columns[1:]), cover=True)
    save_layout(file, changed)
    assert own_layouts(file) == (changed,)
    file.undo()
    assert own_layouts(file) == (copy,)
    remove_layout(file, copy)
    assert own_layouts(file) == ()
    file.undo()
    assert own_layouts(file) == (copy,)


def test_an_official_layout_and_a_name_that_is_taken_are_refused(file: DataFile) -> None:
    copy = add_copy(file, PLAN, "แบบของเรา")
    other = add_copy(file, PLAN, "อีกแบบ")
    latest = file.latest_deed()
    for refused, said in (
        (replace(PLAN, name="ใหม่"), "มาตรฐานแก้ไขไม่ได้"),
        (replace(other, name=copy.name), "อยู่แล้ว"),
        (replace(other, name=PLAN.name), "อยู่แล้ว"),
        (replace(other, name=" "), "ตั้งชื่อ"),
        (replace(other, columns=other.columns[:1]), "คอลัมน์"),
    ):
        with pytest.raises(ClerkError, match=said):
            save_layout(file, refused)
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        add_copy(file, PLAN, copy.name)
    assert file.latest_deed() == latest
    assert own_layouts(file) == (copy, other)


def test_a_layout_of_a_newer_program_is_told(file: DataFile) -> None:
    with file.deed("จากโปรแกรมรุ่นใหม่"):
        file.connection.execute(
            "INSERT INTO layout (key, document) VALUES ('a~2', '{\"id\": \"a~2\"}')"
        )
    with pytest.raises(ClerkError, match="แบบตาราง"):
        own_layouts(file)


def test_texts_are_kept_by_year_paper_and_round_and_go_back_to_the_usual_ones(
    file: DataFile,
) -> None:
    edit_texts(file, 2565, "measures-progress", 6, {"title": "ชื่อใหม่", "lead": ""})
    assert edited_texts(file, 2565, "measures-progress", 6) == {"title": "ชื่อใหม่", "lead": ""}
    for months in (12, None):
        assert edited_texts(file, 2565, "measures-progress", months) == {}
    assert edited_texts(file, 2565, "measures-plan", 6) == {}
    edit_texts(file, 2565, "measures-progress", 6, {"title": "อีกชื่อ", "lead": None})
    assert edited_texts(file, 2565, "measures-progress", 6) == {"title": "อีกชื่อ"}
    file.undo()
    assert edited_texts(file, 2565, "measures-progress", 6) == {"title": "ชื่อใหม่", "lead": ""}
    file.undo()
    assert edited_texts(file, 2565, "measures-progress", 6) == {}


def test_each_round_has_texts_of_its_own() -> None:
    assert [text_key("a~2", months) for months in (None, 6, 12)] == ["a~2", "a~2/6", "a~2/12"]
