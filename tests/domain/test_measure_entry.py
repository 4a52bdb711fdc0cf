"""What may be typed into the fields of a measure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.measure_entry import (
    LONGEST,
    clean_field,
    parse_percent,
    parse_state,
    parse_topic_score,
)
from ita_desktop.domain.measures import State
from ita_desktop.errors import ClerkError


@pytest.mark.parametrize("state", list(State))
def test_a_state_is_read_as_it_is_said(state: State) -> None:
    assert parse_state(f" {state.words} ") is state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        *(("", State.UNTOLD), ("-", State.UNTOLD), ("ดำเนินการแล้ว", State.DONE)),
        *(
            ("กำลังดำเนินการ", State.IN_WORK),
            ("ยังไม่เริ่ม", State.NOT_STARTED),
            ("ยกเลิกแล้ว", State.STOPPED),
        ),
    ],
)
def test_other_words_of_papers_are_understood(text: str, state: State) -> None:
    assert parse_state(text) is state


def test_another_word_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ClerkError, match=r"ไม่รู้จักสถานะ “เกือบเสร็จ”.*แล้วเสร็จ"):
        parse_state("เกือบเสร็จ")


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        *(
            ("๘๐", 80),
            ("80 %", 80),
            ("ร้อยละ 80", 80),
            ("0", 0),
            ("100", 100),
            ("", None),
            ("-", None),
        )
    ],
)
def test_a_percentage_is_read(text: str, percent: int | None) -> None:
    assert parse_percent(text) == percent


@pytest.mark.parametrize("text", ["101", "-5", "80.5", "แปดสิบ", "1e2", "²", "0000"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(ClerkError, match="ไม่ใช่ร้อยละ"):
        parse_percent(text)


def test_a_score_keeps_its_decimals_and_may_be_none() -> None:
    assert parse_topic_score("๗๙.๐๑") == Decimal("79.01")
    assert str(parse_topic_score("0")) == "0"
    assert parse_topic_score(" – ") is None
    with pytest.raises(ClerkError):
        parse_topic_score("101")


def test_a_text_is_repaired_and_has_no_air_around_it() -> None:
    assert clean_field("\n ดําเนินการ\r\nเสร็จ  \n") == "ดำเนินการ\nเสร็จ"


def test_a_text_longer_than_a_cell_is_refused_with_its_length() -> None:
    assert len(clean_field("ก" * LONGEST)) == LONGEST
    with pytest.raises(ClerkError, match="30,001"):
        clean_field("ก" * (LONGEST + 1))


@given(text=st.text(max_size=60))
def test_a_text_that_was_cleaned_stays_as_it_is(text: str) -> None:
    once = clean_field(text)
    assert clean_field(once) == once
