from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.overlong import slices
from ita_desktop.typesetting.pieces import ruler

MEASURE = ruler(bundled_typeface(), 16.0, bold=False).width


def cut(word: str, room: float) -> list[str]:
    return list(slices(word, room, room, MEASURE))


def test_a_web_address_ends_its_lines_after_slashes() -> None:
    address = "https://www.example.go.th/ita/2566/oit/report.pdf"
    parts = cut(address, MEASURE("https://www.example.go.th/ita/2"))
    assert "".join(parts) == address
    assert len(parts) > 1
    assert all(part.endswith("/") for part in parts[:-1])


def test_a_compound_is_cut_between_its_words() -> None:
    assert cut("ประชาสัมพันธ์", MEASURE("ประชาสัม")) == ["ประชา", "สัมพันธ์"]


def test_a_part_that_is_still_too_wide_is_cut_between_letters() -> None:
    parts = cut("ประชาสัมพันธ์", MEASURE("ประ"))
    assert "".join(parts) == "ประชาสัมพันธ์"
    assert all(MEASURE(part) <= MEASURE("ประ") + 1e-6 for part in parts)


def test_a_line_has_a_letter_however_narrow_it_is() -> None:
    assert cut("กขค", 0.1) == ["ก", "ข", "ค"]


def test_what_fits_after_a_longer_first_line_is_one_part() -> None:
    word = "กกกกกกกก"
    parts = list(slices(word, MEASURE("กก"), MEASURE("กกกกกก"), MEASURE))
    assert parts == ["กก", "กกกกกก"]


def test_a_long_name_is_cut_between_words_within_its_words_before_letters() -> None:
    assert cut("เทศบาลตำบลวาปีปทุม", MEASURE("ตำบลวาปี")) == ["เทศบาล", "ตำบลวาปี", "ปทุม"]
    parts = cut("องค์การบริหารส่วนตำบลบางกระดุม", MEASURE("บางกระดุม") + 1e-6)
    assert parts == ["องค์", "การบริหาร", "ส่วนตำบล", "บางกระดุม"]
