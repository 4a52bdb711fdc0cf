"""What is the address of a page."""

import pytest

from ita_desktop.domain.addresses import is_address, same_address


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.go.th/ita/2566/o12",
        "http://example.go.th",
        "www.example.go.th/index.php?page=3",
        "example.go.th",
        "https://เทศบาลตัวอย่าง.ไทย/ita",
        "https://www.facebook.com/example",
        "https://www.example.go.th/ไฟล์/แผน.pdf",
    ],
)
def test_addresses_of_pages_are_taken(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "หน้าแรก",
        "o12.pdf",
        "someone@example.go.th",
        "https://",
        "http:// example.go.th",
        "อบต.ตัวอย่าง",
        "-",
    ],
)
def test_words_files_and_mail_are_none(text: str) -> None:
    assert not is_address(text)


def test_spellings_of_one_address_are_the_same() -> None:
    assert same_address("HTTPS://WWW.Example.go.th/ITA/") == same_address("example.go.th/ITA")
    assert same_address("example.go.th/ITA") != same_address("example.go.th/ita")
