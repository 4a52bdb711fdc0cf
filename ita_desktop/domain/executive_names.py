"""An executive in a text who is not this office's: another's title, or another person."""

import re
from functools import lru_cache
from typing import Final

from ita_desktop.domain.foreign_names import COMMON
from ita_desktop.thai.text import one_line

_TITLE: Final = re.compile(
    r"(?P<title>นายกเทศมนตรี(?:นคร|เมือง|ตำบล)|นายกองค์การบริหารส่วน(?:ตำบล|จังหวัด))(?P<rest>[ก-ฮเ-ไ][ก-๎]*)"
)
_PERSON: Final = re.compile(
    r"(?:ว่าที่\s?[ก-๎.]+\s)?(?:นางสาว|นาง|นาย(?!ก))\s?[ก-ฮเ-ไ][ก-๎]{0,39}\s+[ก-ฮเ-ไ][ก-๎]{0,39}(?<!รอง)(?=\s*\)?\s*(?:ตำแหน่ง\s*)?"
    r"(?:นายกเทศมนตรี|นายกองค์การบริหารส่วน))"
)


@lru_cache(maxsize=8192)
def other_executive(text: str, title: str, person: str) -> str:
    """Return an executive that stands in a text and is not the office's; "" where there is none.

    ``title`` and ``person`` are the office's own, empty where they are not known. A title runs on
    into the next word in Thai, so at most 24 letters after it are returned.
    """
    if "นายก" not in text:
        return ""
    plain = one_line(text)
    own = "".join(title.split())
    for found in _TITLE.finditer(plain) if own else ():
        if not (found[0].startswith(own) or COMMON.match(found["rest"])):
            return found["title"] + found["rest"][:24]
    name = "".join(person.split())
    for found in _PERSON.finditer(plain) if name else ():
        if not "".join(found[0].split()).endswith(name):  # it may be kept without นาย or นาง
            return found[0]
    return ""
