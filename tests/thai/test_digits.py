import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.digits import printed_digits, to_arabic_digits, to_thai_digits

MIXED = st.text(alphabet="กขาี่ 0123456789๐๑๒๓๔๕๖๗๘๙.,/-@:iEO")


def test_all_ten_digits_both_ways() -> None:
    assert to_thai_digits("0123456789 ก") == "๐๑๒๓๔๕๖๗๘๙ ก"
    assert to_arabic_digits("๐๑๒๓๔๕๖๗๘๙ ก") == "0123456789 ก"


@given(MIXED)
def test_plain_conversion_leaves_no_digit_of_the_other_kind(text: str) -> None:
    assert not set("0123456789") & set(to_thai_digits(text))
    assert to_arabic_digits(to_thai_digits(text)) == to_arabic_digits(text)


def test_running_text_is_converted() -> None:
    assert printed_digits("ปี 2566 ร้อยละ 88.13 (15/1/2566) 1.OIT", thai=True) == (
        "ปี ๒๕๖๖ ร้อยละ ๘๘.๑๓ (๑๕/๑/๒๕๖๖) ๑.OIT"
    )
    assert printed_digits("ตั้งแต่ ๒๐,๐๐๐ บาท", thai=False) == "ตั้งแต่ 20,000 บาท"


@pytest.mark.parametrize(
    "kept",
    [
        "https://www.a2.go.th/news/2566?id=7",
        "www.school1.ac.th",
        "bit.ly/3xY12",
        "123.go.th",
        "saraban_05@dla.go.th",
        "แผน2566.pdf",
        "O42.xlsx",
        "2566.docx",
        "i7",
        "I7",
        "E12",
        "O36",
        "O๒๔",
        "ITA2566",
        "QR-Code2",
        "E-Service",
        "IIT",
        "Word16",
        "COVID-19",
        "4G",
        "v1.2",
        "Ctrl+1",
        "Ctrl+Shift+5",
    ],
)
@pytest.mark.parametrize("thai", [True, False])
def test_addresses_file_names_and_latin_codes_keep_their_digits(kept: str, *, thai: bool) -> None:
    five = "๕" if thai else "5"
    assert printed_digits(f"๕ {kept} 5", thai=thai) == f"{five} {kept} {five}"


def test_thai_text_right_after_a_host_is_not_part_of_the_address() -> None:
    assert printed_digits("www.a2.go.thเพื่อ 2 ปี", thai=True) == "www.a2.go.thเพื่อ ๒ ปี"


@given(MIXED, st.booleans())
def test_printing_twice_changes_nothing_more(text: str, thai: bool) -> None:  # noqa: FBT001
    once = printed_digits(text, thai=thai)
    assert printed_digits(once, thai=thai) == once
    assert to_arabic_digits(once) == to_arabic_digits(text)
