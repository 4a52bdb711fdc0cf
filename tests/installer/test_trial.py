"""The trial finds what it is there to find: each of its comparisons fails where it should."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.programs import BuildError, Ended
from installer.trial import papers
from installer.trial.papers import compare_papers, first_difference, make_papers, pdf_ids
from installer.trial.traces import compare_with_list, files_in

PAGES = st.lists(st.lists(st.sampled_from(["", "ก", "ข ค", "1"]), max_size=3), max_size=3)


def listed(program: Path) -> str:
    files = sorted(x for x in program.rglob("*") if x.is_file())
    return "".join(
        f"{hashlib.sha256(x.read_bytes()).hexdigest()}  {x.relative_to(program).as_posix()}\n"
        for x in files
    )


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return an installed program of three files, one of them in a folder with Thai letters."""
    place = tmp_path / "ITA Desktop"
    (place / "lib" / "ชั้น ใน").mkdir(parents=True)
    for name in ("python.exe", "lib/a.py", "lib/ชั้น ใน/b  c.txt"):
        (place / name).write_text(name, "utf-8")
    return place


def test_a_folder_that_is_as_listed_is_counted(program: Path) -> None:
    told = listed(program)
    (program / "uninstall.exe").touch()
    assert compare_with_list(program, told, {"uninstall.exe"}) == 4


def test_every_way_of_differing_is_told_by_name(program: Path) -> None:
    told = listed(program)
    (program / "python.exe").write_text("Python.exe")
    (program / "lib" / "a.py").unlink()
    (program / "lib" / "new.py").touch()
    with pytest.raises(BuildError) as error:
        compare_with_list(program, told, {"uninstall.exe"})
    assert str(error.value).splitlines()[1:] == [
        "missing: lib/a.py",
        "missing: uninstall.exe",
        "too much: lib/new.py",
        "altered: python.exe",
    ]


def test_of_many_differences_twenty_are_told_and_how_many_more(program: Path) -> None:
    told = listed(program)
    for number in range(23):
        (program / f"{number:02}.tmp").touch()
    with pytest.raises(BuildError) as error:
        compare_with_list(program, told, set())
    lines = str(error.value).splitlines()[1:]
    assert (lines[0], lines[19], lines[20:]) == (
        "too much: 00.tmp",
        "too much: 19.tmp",
        ["and 3 more"],
    )


def test_files_are_found_but_for_those_of_windows(tmp_path: Path) -> None:
    for name in ("windows/system32/a.dll", "ProgramData/x", "users/สมศรี/windows/mine.txt", "top"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "users" / "empty").mkdir()
    found = files_in([tmp_path, tmp_path / "not there"])
    assert {x.relative_to(tmp_path).as_posix() for x in found} == {
        "users/สมศรี/windows/mine.txt",
        "top",
    }


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ([["a"]], [["a"], ["b"]], "here 1 pages, there 2"),
        ([["a"], ["b", "c"]], [["a"], ["b", "d"]], "page 2, line 2\nhere:  c\nthere: d"),
        ([["a"]], [["a", "b"]], "page 1, line 2\nhere:  (the page has no such line)\nthere: b"),
        ([["a", ""]], [["a"]], "page 1, line 2\nhere:  \nthere: (the page has no such line)"),
        ([[], ["x"]], [[""], ["x"]], "page 1, line 1\nhere:  (the page has no such line)\nthere: "),
    ],
)
def test_the_first_difference_of_two_papers_is_told(
    here: list[list[str]], there: list[list[str]], told: str
) -> None:
    assert first_difference(here, there) == told


@given(PAGES, PAGES)
def test_any_two_papers_that_differ_have_a_first_difference(
    here: list[list[str]], there: list[list[str]]
) -> None:
    if here != there:
        assert first_difference(here, there)


def test_papers_are_compared_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"one": [["ก", "ข"], ["ค"]], "two": [["ง"]]}
    for folder, mark in (("ours", ""), ("theirs", "other bytes")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.pdf").write_text(mark)
        (tmp_path / folder / "two.pdf").write_text("")

    def pages(paper: Path) -> list[list[str]]:
        return texts[paper.stem] if paper.parent.name == "ours" else json.loads(theirs[paper.stem])

    theirs = {name: json.dumps(text) for name, text in texts.items()}
    monkeypatch.setattr(papers, "_pages", pages)
    ours, other = tmp_path / "ours", tmp_path / "theirs"
    assert compare_papers(ours, other, ["one", "two"]) == {
        "papers": 2,
        "pages": 3,
        "lines": 4,
        "same bytes": 1,
    }
    theirs["two"] = json.dumps([["จ"]])
    with pytest.raises(BuildError, match=r"two\.pdf differs:\npage 1, line 1\nhere:  ง\nthere: จ"):
        compare_papers(ours, other, ["one", "two"])


def test_a_paper_is_read_by_pages_and_lines(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only here

    for name, last in (("ours", "C"), ("theirs", "D")):
        (tmp_path / name).mkdir()
        canvas = Canvas(str(tmp_path / name / "p.pdf"))
        canvas.drawString(50, 700, "one line of it")
        canvas.drawString(50, 650, "another line")
        canvas.showPage()
        canvas.drawString(50, 700, last)
        canvas.save()
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    assert compare_papers(ours, ours, ["p"])["lines"] == 3
    with pytest.raises(BuildError, match=r"page 2, line 1\nhere:  C\nthere: D"):
        compare_papers(ours, theirs, ["p"])


def test_all_documents_with_pdf_are_exported_by_one_call() -> None:
    calls: list[tuple[str, ...]] = []

    def python(*arguments: str) -> Ended:
        calls.append(arguments)
        known = [{"id": "a", "formats": ["pdf"]}, {"id": "b", "formats": ["xlsx"]}]
        return Ended(0, json.dumps(known), "")

    ids = pdf_ids(python)
    make_papers(python, "C:\\ก.ita", "C:\\เอกสาร", ids, 2566)
    assert ids == ["a"]
    assert json.loads(calls[1][-1]) == [
        ["export", "C:\\ก.ita", "a", "--year", "2566", "--format", "pdf", "-o", "C:\\เอกสาร/a.pdf"]
    ]


def test_a_command_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(BuildError, match="ไม่พบไฟล์"):
        pdf_ids(lambda *_: Ended(1, "", "ไม่พบไฟล์"))
