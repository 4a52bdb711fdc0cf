"""Which lines are addresses of pages."""

import pytest

from ita_desktop.domain.web_address import browser_address, is_web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.go.th/ita/o12?year=2566#top",
        "http://example.go.th",
        "HTTPS://EXAMPLE.GO.TH/",
        "www.example.go.th:8080/หน้า/แผน",
        "example.go.th",
        "https://เทศบาลตำบลน้ำใส.ไทย/ข้อมูล",
        "http://10.0.0.1/ita",
    ],
)
def test_an_address_has_a_host_with_a_dot(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text", ["", "ที่เว็บไซต์", "facebook", "ดูที่ example.go.th", "https://x", "O12", "1.5", "กอง.คลัง"]
)
def test_words_are_no_address(text: str) -> None:
    assert not is_web_address(text)
    assert browser_address(text) == ""


def test_a_browser_is_given_the_scheme_too() -> None:
    assert browser_address(" example.go.th/a ") == "https://example.go.th/a"
    assert browser_address("http://example.go.th") == "http://example.go.th"
    assert browser_address("file:///etc/passwd") == ""
    assert browser_address("javascript:alert(1)//a.go") == ""
