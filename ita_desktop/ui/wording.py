"""How values are said on the screen: Thai digits, signs, bands, times."""

import re
from datetime import datetime
from decimal import Decimal

from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.score_entry import EXCLUDED, EXCLUDED_WORD, Entry
from ita_desktop.thai.digits import printed_digits, to_arabic_digits, to_thai_digits
from ita_desktop.thai.local_time import local_time

BAND_WORDS = {Band.URGENT: "ต้องแก้ไข", Band.IMPROVE: "พัฒนา", Band.KEEP: "รักษาไว้"}
INSTRUMENT_WORDS = {"IIT": "ภายใน", "EIT": "ภายนอก", "OIT": "เปิดเผยข้อมูล"}
NOTHING = "–"


def shown(text: str) -> str:
    """Return text in Thai digits; codes and addresses stay."""
    return printed_digits(text, thai=True)


def said(sentence: str) -> str:
    """Return a sentence in Thai digits; what it quotes stays as it was typed."""
    parts = re.split("(“[^”]*”)", sentence)
    return "".join(part if part.startswith("“") else shown(part) for part in parts)


def figure(value: Decimal | int | None) -> str:
    """Return a figure in Thai digits, or a dash."""
    return NOTHING if value is None else to_thai_digits(str(value))


def score(entry: Entry | None) -> str:
    """Return an entered score in Thai digits with two decimals, 100 and 0 of OIT included."""
    if entry is None:
        return ""
    if entry is EXCLUDED:
        return EXCLUDED_WORD
    return to_thai_digits(f"{entry:.2f}")


def signed(value: Decimal) -> str:
    """Return a difference with its sign, minus as a real minus: −๐.๖๔."""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return sign + to_thai_digits(f"{abs(value):.2f}")


def limits_in_words(limits: BandLimits) -> str:
    """Return the three bands with their limits, for a tool tip: three lines."""
    return shown(
        f"{BAND_WORDS[Band.URGENT]}: ต่ำกว่า {limits.urgent_below}\n"
        f"{BAND_WORDS[Band.IMPROVE]}: {limits.urgent_below} ถึงน้อยกว่า {limits.keep_from}\n"
        f"{BAND_WORDS[Band.KEEP]}: ตั้งแต่ {limits.keep_from}"
    )


def clock(moment: datetime) -> str:
    """Return hours and minutes in Thai digits: ๑๔:๓๒."""
    return to_thai_digits(f"{moment:%H:%M}")


def moment(at: datetime) -> str:
    """Return a moment in the clock of this machine: ๒๖ พ.ย. ๖๙ ๑๔:๓๒."""
    from ita_desktop.thai.dates import format_date  # noqa: PLC0415 - 4 ms of the start

    here = local_time(at)
    return f"{format_date(here.date(), thai_digits=True, abbreviated=True)} {clock(here)}"


def arabic(text: str) -> str:
    """Return shown text as Excel reads it: Arabic digits, a plain minus."""
    return to_arabic_digits(text).replace("−", "-")
