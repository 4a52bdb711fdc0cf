"""The office: its kind by its name, the title of its head, and the names no line may cut."""

import pytest

from ita_desktop.domain.office import (
    Office,
    OfficeKind,
    kind_of_name,
    parse_kind,
    place_name,
    usual_executive_title,
)
from ita_desktop.errors import ClerkError


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("เทศบาลนครนครปฐม", OfficeKind.CITY),
        ("เทศบาลเมืองปรกฟ้า", OfficeKind.TOWN),
        ("เทศบาลตำบลวาปีปทุม", OfficeKind.SUBDISTRICT),
        ("เทศบาลตําบลวาปีปทุม", OfficeKind.SUBDISTRICT),  # ํ + า
        (" เทศบาล ตำบล วาปีปทุม", OfficeKind.SUBDISTRICT),
        ("องค์การบริหารส่วนตำบลปราสาททอง", OfficeKind.TAMBON),
        ("อบต.ปราสาททอง", OfficeKind.TAMBON),
        ("อบจ. นครปฐม", OfficeKind.PROVINCE),
        ("องค์การบริหารส่วนจังหวัดนครปฐม", OfficeKind.PROVINCE),
        ("เมืองพัทยา", None),
        ("เทศบาล", None),
        ("", None),
    ],
)
def test_the_name_tells_the_kind(name: str, kind: OfficeKind | None) -> None:
    assert kind_of_name(name) is kind


@pytest.mark.parametrize("kind", OfficeKind)
def test_every_kind_is_read_back(kind: OfficeKind) -> None:
    assert parse_kind(f" {kind.value} ") is kind


def test_an_unknown_kind_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ClerkError) as refusal:
        parse_kind(" กรม ")
    sentence = str(refusal.value)
    assert sentence.startswith("“กรม” ไม่ใช่ประเภทหน่วยงาน กรุณาเลือกจาก ")
    assert all(kind.value in sentence for kind in OfficeKind)


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("เทศบาลนครนครปฐม", OfficeKind.CITY, "นายกเทศมนตรีนครนครปฐม"),
        ("เทศบาลเมืองเมืองพล", OfficeKind.TOWN, "นายกเทศมนตรีเมืองเมืองพล"),
        (" เทศบาลตำบล วาปีปทุม ", OfficeKind.SUBDISTRICT, "นายกเทศมนตรีตำบลวาปีปทุม"),
        (
            "องค์การบริหารส่วนตำบลปราสาททอง",
            OfficeKind.TAMBON,
            "นายกองค์การบริหารส่วนตำบลปราสาททอง",
        ),
        ("อบต.ปราสาททอง", OfficeKind.TAMBON, "นายกองค์การบริหารส่วนตำบลปราสาททอง"),
        ("อบจ. นครปฐม", OfficeKind.PROVINCE, "นายกองค์การบริหารส่วนจังหวัดนครปฐม"),
        ("ปราสาททอง", OfficeKind.TAMBON, "นายกองค์การบริหารส่วนตำบลปราสาททอง"),
        ("เมืองพัทยา", OfficeKind.SPECIAL, ""),
    ],
)
def test_the_usual_title_of_the_head(name: str, kind: OfficeKind, title: str) -> None:
    assert usual_executive_title(name, kind) == title


def test_own_words_are_all_the_names_of_the_office() -> None:
    office = Office(
        name="เทศบาลตำบลวาปีปทุม",
        kind=OfficeKind.SUBDISTRICT,
        district="วาปีปทุม",
        province="มหาสารคาม",
        executive="นายสมมุติ ใจสุจริต",
        units=("สำนักปลัดเทศบาล", "กองคลัง"),
    )
    assert office.own_words == {
        *("เทศบาลตำบลวาปีปทุม", "วาปีปทุม", "มหาสารคาม", "นายสมมุติ", "ใจสุจริต"),
        *("สำนักปลัดเทศบาล", "กองคลัง"),
    }


def test_own_words_of_a_short_name_hold_the_place() -> None:
    office = Office(name="อบต.ปราสาททอง", kind=OfficeKind.TAMBON)
    assert office.own_words == {"อบต.ปราสาททอง", "ปราสาททอง"}


@pytest.mark.parametrize(
    ("district", "province", "place"),
    [
        ("เมือง", "นครปฐม", "อ.เมือง จ.นครปฐม"),
        ("", "นครปฐม", "จ.นครปฐม"),
        ("เมือง", "", "อ.เมือง"),
        ("", "", ""),
    ],
)
def test_the_place_is_what_is_known_of_it(district: str, province: str, place: str) -> None:
    office = Office(name="ก", kind=OfficeKind.TAMBON, district=district, province=province)
    assert office.place == place


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("อำเภอเมือง", "เมือง"),
        ("อําเภอ เมือง", "เมือง"),  # ํ + า
        ("อ.เมือง", "เมือง"),
        (" อ. เมืองนครปฐม ", "เมืองนครปฐม"),
        ("อ .เมือง", "เมือง"),
        ("จังหวัดนครปฐม", "นครปฐม"),
        ("จ.\u00a0นครปฐม", "นครปฐม"),
        ("อำนาจเจริญ", "อำนาจเจริญ"),
        ("จันทบุรี", "จันทบุรี"),
        ("อรัญประเทศ", "อรัญประเทศ"),
        ("จอมทอง", "จอมทอง"),
        ("บ้านอำเภอ", "บ้านอำเภอ"),
        ("อำเภอ", ""),
        ("", ""),
    ],
)
def test_a_place_is_kept_without_its_mark(typed: str, name: str) -> None:
    assert place_name(typed) == name
    assert place_name(name) == name


@pytest.mark.parametrize("name", ["", "  \n"])
def test_an_office_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(ClerkError, match="กรุณากรอกชื่อหน่วยงาน"):
        Office(name=name, kind=OfficeKind.TAMBON)
