"""What a clerk types into the fields of a plan, read as what the file keeps."""

from typing import Final

from ita_desktop.domain.project import ProjectKind, ProjectState, Reason, TargetGroup
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.money import parse_money
from ita_desktop.thai.text import fold, one_line, quoted

MOST_PEOPLE: Final = 10_000_000
_MANY_DIGITS: Final = 100
"""So long is no number of people; Python reads none of thousands of digits."""


def parse_amount(text: str) -> str:
    """Return typed money as an exact decimal in baht; "" of an empty text, "0" of "-".

    The same money is the same text: whole baht without decimals, else two. Raises ClerkError as
    ``parse_money`` does.
    """
    if not text.strip():
        return ""
    amount = parse_money(text)
    if amount is None:
        return "0"
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def parse_count(text: str) -> int | None:
    """Return how many people, 0 to 10,000,000, of "๑๕๐ คน" or "1,500"; None of an empty text.

    Raises ClerkError.
    """
    plain = to_arabic_digits(one_line(text)).replace(",", "").removeprefix("จำนวน")
    plain = plain.strip().removesuffix("คน").strip()
    if not plain:
        return None
    if plain.isdecimal() and len(plain) < _MANY_DIGITS and int(plain) <= MOST_PEOPLE:
        return int(plain)
    raise ClerkError(
        f"อ่านจำนวนคน {quoted(text)} ไม่ได้ กรุณาพิมพ์เป็นจำนวนเต็มไม่เกิน {MOST_PEOPLE:,} เช่น 150"
    )


def parse_kind(text: str) -> ProjectKind:
    """Return the kind that words name, or a name begins with. Raises ClerkError for others."""
    plain = fold(text)
    for kind in ProjectKind:
        if plain in (fold(kind.words), kind.value):
            return kind
    raise ClerkError(
        f"{quoted(text)} ไม่ใช่ประเภทงาน กรุณาเลือกจาก โครงการ, กิจกรรม, มาตรการ หรือ แนวปฏิบัติ"
    )


def kind_of_name(name: str) -> ProjectKind:
    """Return the kind that a project's name begins with ("มาตรการ NO Gift Policy")."""
    plain = one_line(name)
    return next((kind for kind in ProjectKind if kind and plain.startswith(kind.words)), _NO_KIND)


_NO_KIND: Final = ProjectKind.UNTOLD


def parse_groups(text: str) -> str:
    """Return target groups as they are kept, their values a line each in the order of the form.

    ``text`` has their values or words a line each. Raises ClerkError for one that is unknown.
    """
    named = {fold(group.words): group for group in TargetGroup} | {
        group.value: group for group in TargetGroup
    }
    chosen: set[TargetGroup] = set()
    for line in filter(None, map(str.strip, text.split("\n"))):
        group = named.get(line) or named.get(fold(line))
        if group is None:
            listed = ", ".join(one.words for one in TargetGroup)
            raise ClerkError(f"{quoted(line)} ไม่ใช่กลุ่มเป้าหมายในแบบ กรุณาเลือกจาก {listed}")
        chosen.add(group)
    return "\n".join(group.value for group in TargetGroup if group in chosen)


def parse_quarters(text: str) -> str:
    """Return quarters as they are kept ("124"), of "1-3", "๑, ๒ และ ๔" or "ไตรมาส ๑ – ๒".

    Raises ClerkError for anything but quarters 1 to 4.
    """
    plain = to_arabic_digits(fold(text)).replace("ไตรมาส", "").replace("ที่", "")
    for dash in ("–", "—", "ถึง"):
        plain = plain.replace(dash, "-")
    for comma in ("และ", " "):
        plain = plain.replace(comma, ",")
    found: set[int] = set()
    for part in filter(None, (part.strip(",") for part in plain.split(","))):
        ends = part.split("-")
        if not all(end in ("1", "2", "3", "4") for end in ends) or len(ends) > 2:
            if part.isdecimal() and set(part) <= set("1234"):
                found |= set(map(int, part))
                continue
            raise ClerkError(f"อ่านไตรมาส {quoted(text)} ไม่ได้ กรุณาพิมพ์ 1 ถึง 4 เช่น 1-2 หรือ 1, 3")
        first, last = sorted((int(ends[0]), int(ends[-1])))
        found |= set(range(first, last + 1))
    return "".join(map(str, sorted(found)))


def parse_state(text: str) -> ProjectState:
    """Return the state that words name; empty is none yet. Raises ClerkError."""
    plain = fold(text)
    for state in ProjectState:
        if plain in (fold(state.words), state.value):
            return state
    for word, state in _OTHER_WORDS.items():
        if plain == fold(word):
            return state
    listed = ", ".join(state.words for state in ProjectState)
    raise ClerkError(f"{quoted(text)} ไม่ใช่สถานะโครงการ กรุณาเลือกจาก {listed}")


_OTHER_WORDS: Final = {
    "แล้วเสร็จ": ProjectState.DONE,
    "ดำเนินการแล้ว": ProjectState.DONE,
    "เสร็จสิ้น": ProjectState.DONE,
    "กำลังดำเนินการ": ProjectState.IN_WORK,
    "ยังไม่ได้ดำเนินการ": ProjectState.NOT_STARTED,
    "ไม่ได้ดำเนินการ": ProjectState.IMPOSSIBLE,
    "ยกเลิก": ProjectState.IMPOSSIBLE,
}


def parse_reason(text: str) -> Reason:
    """Return why a project could not be done, by the form's words. Raises ClerkError for others."""
    plain = fold(text)
    for reason in Reason:
        if plain in (fold(reason.words), reason.value):
            return reason
    listed = ", ".join(reason.words for reason in Reason if reason)
    raise ClerkError(f"{quoted(text)} ไม่ใช่เหตุผลในแบบ กรุณาเลือกจาก {listed}")


def parse_tick(text: str) -> int:
    """Return 1 of a tick and 0 of none. Raises ClerkError for other words."""
    plain = fold(to_arabic_digits(text))
    if plain in ("", "0", "-", "ไม่", "ไม่ใช่", "ไม่มี"):
        return 0
    if plain in ("1", "x", "/", "✓", "✔", "☑", "ใช่", "มี"):
        return 1
    raise ClerkError(f"อ่าน {quoted(text)} เป็นเครื่องหมายไม่ได้ กรุณาพิมพ์ ✓ หรือเว้นว่าง")
