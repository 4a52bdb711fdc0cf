"""A finding says where, what was found and what is wanted, in one line."""

from ita_desktop.domain.findings import Finding, Severity


def test_the_message_names_the_cell_what_was_found_and_what_is_wanted() -> None:
    finding = Finding(
        severity=Severity.ERROR,
        sheet="คะแนน",
        address="B4",
        found="เก้า\nสิบ",
        wanted="ตัวเลข ๐ ถึง ๑๐๐",
    )
    assert finding.message == ("แผ่นงาน “คะแนน” เซลล์ B4 พบ “เก้า สิบ” ที่ถูกต้องคือ ตัวเลข ๐ ถึง ๑๐๐")


def test_a_finding_without_a_place_is_its_problem() -> None:
    finding = Finding(severity=Severity.WARNING, problem="ยังไม่ได้กรอกคะแนน i1")
    assert (finding.message, finding.address) == ("ยังไม่ได้กรอกคะแนน i1", "")
