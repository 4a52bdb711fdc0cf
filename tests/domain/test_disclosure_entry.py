"""What may be typed of an OIT item."""

import pytest

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_entry import (
    FIELD_WORDS,
    disclosure_value,
    parse_publish_state,
)
from ita_desktop.errors import ClerkError


@pytest.mark.parametrize("state", PublishState)
def test_a_state_is_known_by_its_words(state: PublishState) -> None:
    assert parse_publish_state(f" {state.words} ") is state


def test_an_unknown_state_is_refused_with_the_words_that_are_known() -> None:
    with pytest.raises(ClerkError, match="เผยแพร่แล้ว") as refused:
        parse_publish_state("เกือบเสร็จ")
    assert "เกือบเสร็จ" in str(refused.value)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("state", "เผยแพร่แล้ว", "published"),
        ("state", "-", ""),
        ("state", "ยังไม่ได้เผยแพร่", ""),
        ("state", "เผยแพร่เรียบร้อยแล้ว", "published"),
        ("state", "อยู่ระหว่างการจัดทำ", "in_work"),
        ("due", "๓๐ เม.ย. ๖๖", "2023-04-30"),
        ("dated", "15/1/2566", "2023-01-15"),
        ("checked", "–", ""),
        ("units", " กองคลัง\n\n กองช่าง ", "กองคลัง\nกองช่าง"),
        ("addresses", "www.example.go.th/o1 \n", "www.example.go.th/o1"),
        ("note", "  รอข้อมูล\n", "รอข้อมูล"),
    ],
)
def test_a_field_keeps(field: str, typed: str, kept: str) -> None:
    assert disclosure_value(field, typed) == kept
    assert field in FIELD_WORDS


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ClerkError, match=r"31 ก\.พ\. 2566"):
        disclosure_value("due", "31 ก.พ. 2566")
