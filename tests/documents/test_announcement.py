"""ประกาศ: what the form asks for, in its order, and nothing that is not the office's."""

from dataclasses import replace

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.announcement import announcement
from ita_desktop.documents.model import Digits, Document, Mark, Signature
from ita_desktop.documents.source import Source
from ita_desktop.documents.walk import texts
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.scores import compute
from ita_desktop.workflows.sample import SAMPLE_OFFICE


def made(office: Office = SAMPLE_OFFICE, digits: Digits = Digits.THAI) -> Document:
    criteria = shipped_criteria(2566)
    assert criteria is not None
    result = compute(criteria, {})
    return announcement(Source(office, result, (result,), digits))


def words(document: Document) -> str:
    return "\n".join(one.text for one in texts(document) if one.text)


def test_it_begins_with_the_mark_and_ends_with_the_signature() -> None:
    document = made()
    assert isinstance(document.blocks[0], Mark)
    last = document.blocks[-1]
    assert isinstance(last, Signature)
    (who,) = last.signatories
    assert (who.name, who.title) == (SAMPLE_OFFICE.executive, SAMPLE_OFFICE.executive_title)
    assert not document.sections[0].first_head, "the number stands from the second page on"


def test_the_parts_of_the_form_stand_in_their_order() -> None:
    said = words(made())
    parts = (
        f"ประกาศ{SAMPLE_OFFICE.name}",
        "เรื่อง ",
        "ด้วย",
        "๑.",
        "๕.",
        "จึงประกาศมาให้ทราบ",
        "ประกาศ ณ วันที่",
    )
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert "พ.ศ. ๒๕๖๖" in said


@pytest.mark.parametrize("digits", Digits)
def test_it_prints_one_kind_of_digits(digits: Digits) -> None:
    said = words(made(digits=digits))
    other = "0123456789" if digits is Digits.THAI else "๐๑๒๓๔๕๖๗๘๙"
    assert not set(other) & set(said)
    assert "No Gift Policy" in said


def test_an_office_without_an_executive_leaves_room_for_the_name() -> None:
    bare = replace(SAMPLE_OFFICE, executive="", executive_title="")
    last = made(bare).blocks[-1]
    assert isinstance(last, Signature)
    assert last.signatories[0].name == ""
    other = replace(bare, name="อบต.ทุ่งนา", kind=OfficeKind.TAMBON)
    assert "ประกาศอบต.ทุ่งนา" in words(made(other))
