import json
import os
import subprocess
import sys
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.words import address_breaks, break_opportunities, break_words, inner_breaks

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

OWN = frozenset({"วาปีปทุม", "นายประภาส กิจจินดาโอภาส"})
TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E00, max_codepoint=0x0E5B),
        st.sampled_from(" \n\t.-/()“”%๑2aZ@:"),
        st.characters(),
    )
)


def lines(text: str, own_words: frozenset[str] = frozenset()) -> list[str]:
    """Return the pieces that a text may be broken into."""
    offsets = [0, *break_opportunities(text, own_words), len(text)]
    return [text[start:end] for start, end in pairwise(offsets)]


@given(TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    for own_words in (frozenset[str](), OWN):
        words = break_words(text, own_words)
        assert "".join(words) == text
        assert all(words)


def test_official_prose_is_cut_between_words() -> None:
    assert break_words("ประชาสัมพันธ์ช่องทางการให้บริการของเทศบาล") == (
        *("ประชาสัมพันธ์", "ช่องทางการ", "ให้บริการ", "ของ", "เทศบาล"),
    )
    assert break_words("กำหนดเป็นตัวชี้วัด") == ("กำหนด", "เป็น", "ตัวชี้วัด")
    assert break_words("มี.ค. พ.ศ. ๒๕๖๖") == ("มี.ค.", " ", "พ.ศ.", " ", "๒๕๖๖")


def test_names_of_the_office_are_words() -> None:
    assert "วาปีปทุม" not in break_words("เทศบาลตำบลวาปีปทุม")
    assert break_words("เทศบาลตำบลวาปีปทุม", OWN) == ("เทศบาลตำบล", "วาปีปทุม")
    assert "กิจจินดาโอภาส" in break_words("ประกาศโดยนายประภาส กิจจินดาโอภาส", OWN)
    assert "วาปีปทุม" not in break_words("เทศบาลตำบลวาปีปทุม")


@pytest.mark.parametrize(
    "text", ["มาตรการส่งเสริมคุณธรรม" * 250, "ตากลม" * 1000, "ก" * 5000, "a1-" * 1700]
)
def test_5000_letters_without_a_space_are_quick(text: str) -> None:
    break_words("การ")  # the dictionary is there
    started = time.perf_counter()
    offsets = break_opportunities(text)
    assert time.perf_counter() - started < 2
    assert list(offsets) == sorted(set(offsets))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ต่าง ๆ ฯลฯ ครบ", ["ต่าง ๆ ฯลฯ ", "ครบ"]),
        ("ร้อยละ ๘๐ % แล้ว", ["ร้อยละ ", "๘๐ % ", "แล้ว"]),
        ("(แผน) “ดี”", ["(แผน) ", "“ดี”"]),
        ("จำนวน ๑๗ ราย", ["จำนวน ", "๑๗ ราย"]),
        ("ด้วยเครื่องมือ 3 ชนิด", ["ด้วย", "เครื่องมือ ", "3 ชนิด"]),
        ("ของหน่วยงาน* และ", ["ของ", "หน่วยงาน* ", "และ"]),
        ("แล้ว *กรณี", ["แล้ว ", "*", "กรณี"]),
        ("งบ ๒๐,๐๐๐ บาท", ["งบ ", "๒๐,๐๐๐ บาท"]),
        ("๒๙ กันยายน ๒๕๖๕", ["๒๙ กันยายน ", "๒๕๖๕"]),
        ("ปี พ.ศ. ๒๕๖๖ - ๒๕๗๐", ["ปี ", "พ.ศ. ๒๕๖๖ - ", "๒๕๗๐"]),
        ("๒๕๖๕ ม.ค.", ["๒๕๖๕ ", "ม.ค."]),
        ("ระบบ E-Service ใหม่", ["ระบบ ", "E-Service ", "ใหม่"]),
        ("ที่ a.b@dla.go.th", ["ที่ ", "a.b@dla.go.th"]),
        ("https://dla.go.th/a/b_2.pdf", ["https://dla.go.th/a/b_2.pdf"]),
        ("ดูwww.dla.go.th/a", ["ดู", "www.dla.go.th/a"]),
        ("โครงการ/กิจกรรม", ["โครงการ/", "กิจกรรม"]),
        ("คลัง -กองช่าง", ["คลัง ", "-กอง", "ช่าง"]),
        ("ก\n\nข", ["ก\n", "\n", "ข"]),
        ("ก  ข", ["ก  ", "ข"]),
        ("15/1/2566 02-123-4567", ["15/1/2566 ", "02-123-4567"]),
        ("", [""]),
    ],
)
def test_where_a_line_may_end(text: str, pieces: list[str]) -> None:
    assert lines(text) == pieces


@given(TEXTS)
def test_no_break_inside_a_cluster_or_beside_brackets(text: str) -> None:
    offsets = break_opportunities(text)
    assert list(offsets) == sorted(set(offsets))
    for offset in offsets:
        before, after = text[offset - 1], text[offset : offset + 1]
        assert 0 < offset < len(text)
        if before == "\n":
            continue
        assert not unicodedata.category(after).startswith("M")
        assert after not in set("ะาำๅๆฯ)”%")
        assert before not in set("เแโใไ(“")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the published papers are not here")
def test_published_papers_are_cut_without_loss() -> None:
    for paper in SEEDS.glob("00*.txt"):
        text = paper.read_text("utf-8")
        assert "".join(break_words(text, OWN)) == text
        pieces = lines(text, OWN)
        assert max(map(len, pieces)) < 200
        assert len(pieces) > len(text) / 20


SCRIPT = """
import json, os, pathlib, sys, time
import ita_desktop.thai.codes, ita_desktop.thai.dates, ita_desktop.thai.digits
import ita_desktop.thai.fiscal, ita_desktop.thai.keyboard, ita_desktop.thai.money
import ita_desktop.thai.sorting, ita_desktop.thai.text
from ita_desktop.thai.words import break_words
heavy = {"pythainlp", "reportlab", "openpyxl", "sqlite_utils", "PySide6", "uharfbuzz"}
early = sorted(heavy & set(sys.modules))
import socket
class NoSocket:
    def __init__(self, *args, **kwargs):
        raise AssertionError("a socket was opened")
socket.socket = NoSocket
socket.create_connection = NoSocket
socket.getaddrinfo = NoSocket
words = break_words("การป้องกันการทุจริต", frozenset({"ปรกฟ้า"}))
home = sorted(path.name for path in pathlib.Path.home().iterdir())
print(json.dumps([early, "pythainlp" in sys.modules, words, home]))
"""


def test_importing_is_light_and_breaking_needs_no_network_and_no_home(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if "PYTHAINLP" not in name}
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT],
        cwd=ROOT,
        env=clean | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)},
        capture_output=True,
        check=True,
        timeout=120,
    )
    early, late, words, home = json.loads(run.stdout)
    assert early == []
    assert late is True
    assert "".join(words) == "การป้องกันการทุจริต"
    assert home == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("https://dla.go.th/a/b_2.pdf", ["https://dla.go.th/", "a/", "b_2.pdf"]),
        ("www.dla.go.th/a", ["www.dla.go.th/", "a"]),
        ("https://www.dla.go.th/", ["https://www.", "dla.", "go.", "th/"]),
        ("plan_2566-final.pdf", ["plan_", "2566-", "final.", "pdf"]),
        ("1.234.567", ["1.234.567"]),
        ("โครงการ/กิจกรรม", ["โครงการ/กิจกรรม"]),
        ("ก", ["ก"]),
    ],
)
def test_an_address_too_wide_for_a_line_breaks_after_its_slashes_and_other_signs(
    word: str, parts: list[str]
) -> None:
    bounds = (0, *address_breaks(word), len(word))
    assert [word[start:end] for start, end in pairwise(bounds)] == parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ประชาสัมพันธ์", ["ประชา", "สัมพันธ์"]),
        ("ทรัพยากรบุคคล", ["ทรัพยากร", "บุคคล"]),
        ("ทุจริต", ["ทุจริต"]),
        ("การดำเนินงาน", ["การ", "ดำเนินงาน"]),
        ("ผลการดำเนินงาน", ["ผล", "การ", "ดำเนินงาน"]),
        ("ฮฮฮฮ", ["ฮฮฮฮ"]),
        ("บ้านฮฮฮใจพัฒนา", ["บ้าน", "ฮฮฮ", "ใจ", "พัฒนา"]),
        ("", [""]),
    ],
)
def test_a_compound_too_wide_for_a_line_breaks_between_its_words(
    word: str, parts: list[str]
) -> None:
    bounds = (0, *inner_breaks(word), len(word))
    assert [word[start:end] for start, end in pairwise(bounds)] == parts
