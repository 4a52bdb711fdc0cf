"""Numbers that somebody typed into a text of a plan, which the plan's own data may contradict.

Only what a text clearly says of the plan as a whole or of one dimension is held against it; law,
other plans and targets ("อย่างน้อย 1 โครงการ") have numbers of their own.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.money import MOST, baht_text

_TOKEN: Final = re.compile(
    r"มิติที่\s*(?P<dimension>\d+)"
    r"|(?P<all>รวม|ทั้งหมด|ทั้งสิ้น|ทั้งแผน)(?=[^\n]{0,24}?\d)"
    r"|(?P<baht>(?<![\d.,])\d[\d,]*(?:\.\d+)?)\s*บาท(?:\s*\((?P<words>[ก-๎]+)\))?"
    r"|(?P<least>อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|ปีละ|เดือนละ|ครั้งละ|แห่งละ|มากกว่า|น้อยกว่า)?"
    r"\s*(?P<count>(?<![\d.,])\d{1,3})\s*(?P<what>มิติ|โครงการ|กิจกรรม|มาตรการ|แนวปฏิบัติ)(?P<more>/?)"
    r"|\n"
)
_SPAN: Final = re.compile(
    r"แผนปฏิบัติการป้องกันการทุจริต(?:(?!ยุทธศาสตร์|แผนแม่บท|แผนพัฒนา|ฉบับ)[^\n]){0,120}?"
    r"(?P<first>25\d\d|26\d\d)\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?\s*)?(?P<last>25\d\d|26\d\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What the data of a plan say: years, counts of all and by kind and dimension, sums of money.

    ``kinds`` by the words of a kind; ``by_dimension`` by number from 1; ``sums`` all amounts that a
    text may rightly name.
    """

    first_year: int
    last_year: int
    dimensions: int
    projects: int
    kinds: Mapping[str, int]
    by_dimension: Mapping[int, int]
    sums: frozenset[Decimal]


def wrong_counts(text: str, truth: Truth) -> Iterator[str]:
    """Give what a text says that the data do not, as the end of a sentence, in Arabic digits."""
    plain = to_arabic_digits(text)
    dimension: int | None = None
    for token in _TOKEN.finditer(plain):
        if token["dimension"]:
            dimension = int(token["dimension"])
        elif token["count"]:
            if not token["least"] and (wrong := _wrong_count(token, truth, dimension)):
                yield wrong
        elif token["baht"]:
            yield from _wrong_money(token, truth.sums)
        else:  # the whole again, or a new paragraph
            dimension = None
    for span in _SPAN.finditer(plain):
        years = int(span["first"]), int(span["last"])
        if years != (truth.first_year, truth.last_year):
            yield (
                f"เขียนช่วงปีของแผนว่า {years[0]} – {years[1]}"
                f" แต่แผนเป็นปี {truth.first_year} – {truth.last_year}"
            )


def _wrong_count(token: re.Match[str], truth: Truth, dimension: int | None) -> str:
    said, what = int(token["count"]), token["what"]
    if what == "มิติ":
        right: Collection[int] = (truth.dimensions,)
    elif dimension is not None and dimension in truth.by_dimension:
        right = (truth.by_dimension[dimension],)
    elif what == "โครงการ" or token["more"]:
        right = (truth.projects, truth.kinds.get(what, truth.projects))
    else:
        right = (truth.kinds.get(what, said), truth.projects)
    if said in right:
        return ""
    where = f"มิติที่ {dimension} " if dimension is not None and what != "มิติ" else ""
    return f"เขียนว่า {where}{said} {what} แต่ข้อมูลของแผนมี {next(iter(right))}"


def _wrong_money(token: re.Match[str], sums: Collection[Decimal]) -> Iterator[str]:
    amount = Decimal(token["baht"].replace(",", "") or "0")
    if sums and amount not in sums:
        yield f"เขียนว่า {token['baht']} บาท ซึ่งไม่ใช่ยอดรวมใดของแผน"
    words = token["words"] or ""
    if words.endswith(("ถ้วน", "สตางค์")) and amount <= MOST and words != baht_text(amount):
        yield f"เขียนตัวอักษร {words} ไม่ตรงกับ {token['baht']} บาท"
