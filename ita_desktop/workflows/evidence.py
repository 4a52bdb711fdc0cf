"""Evidence files into the data file and out of it.

``read_evidence`` and ``write_out`` touch no data file and may run in a worker; the rest belongs to
the thread of the connection.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ita_desktop.db import evidence as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, text_of
from ita_desktop.domain.evidence import (
    HEAD,
    LARGEST_FILE,
    MUCH,
    WHOLE_YEAR,
    Evidence,
    check_kind,
    check_size,
    in_megabytes,
    report_code,
    round_of_code,
    row_of_code,
    stored_name,
)
from ita_desktop.domain.measure_names import measure_name, step_name
from ita_desktop.domain.measures import ROUNDS, Topic, Tracker
from ita_desktop.domain.plan import Placed
from ita_desktop.domain.risk_names import treatment_name
from ita_desktop.domain.risks import Process
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line, quoted
from ita_desktop.whole_file import write_whole_or_beside


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that may become evidence, read and proved."""

    name: str
    sha256: str
    data: bytes


def read_evidence(path: Path) -> ReadFile:
    """Read a file that is to be kept. Raises ClerkError where it is none that is taken."""
    name = stored_name(path.name)
    try:
        if path.is_dir():
            raise ClerkError(
                f"ไม่รับ {name} เพราะเป็นโฟลเดอร์ กรุณาเลือกไฟล์ในโฟลเดอร์นั้น หรือบีบอัดเป็น zip ก่อน"
            )
        if not path.is_file():
            raise ClerkError(f"ไม่พบไฟล์ {name} กรุณาตรวจว่าไฟล์ยังอยู่แล้วแนบใหม่")
        check_size(name, path.stat().st_size)
        with path.open("rb") as file:
            head = file.read(HEAD)
            check_kind(name, head)
            data = head + file.read(LARGEST_FILE + 1 - len(head))
    except OSError as error:
        raise ClerkError(
            f"อ่านไฟล์ {name} ไม่ได้ ไฟล์อาจเปิดอยู่ในโปรแกรมอื่นหรือไม่มีสิทธิ์อ่าน กรุณาปิดไฟล์แล้วแนบใหม่"
        ) from error
    check_size(name, len(data))  # it may have grown meanwhile
    return ReadFile(name, sha256(data).hexdigest(), data)


def keep_content(file: DataFile, read: ReadFile) -> None:
    """Store a file's bytes; ``attach`` names them. Raises MachineError or ClerkError."""
    table.store_content(file, read.sha256, read.data)


def drop_unnamed(file: DataFile) -> None:
    """Drop what was stored for an addition that never came about."""
    table.drop_unnamed_content(file)


@dataclass(frozen=True, slots=True)
class Named:
    """A file whose bytes are stored: what it is called and their SHA-256."""

    name: str
    sha256: str


def attach(
    file: DataFile, fiscal_year: int, code: str, files: Sequence[Named]
) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """Name stored files as evidence of an item, as one deed.

    Returns those that were added, and a sentence for each that the item has already.
    """
    there = {
        one.sha256: one.name for one in table.evidence_of(file, fiscal_year) if one.code == code
    }
    where = place_in(file, code)
    added: list[Named] = []
    told: list[str] = []
    for one in files:
        if one.sha256 in there:
            told.append(f"{one.name} เหมือนกับ {there[one.sha256]} ซึ่งแนบไว้แล้ว ({where}) จึงไม่เพิ่มซ้ำ")
        else:
            there[one.sha256] = one.name
            added.append(one)
    if added:
        what = added[0].name if len(added) == 1 else f"{len(added)} ไฟล์"
        with file.deed(f"แนบหลักฐาน {what} ที่{where}"):
            for one in added:
                table.add_evidence(file, fiscal_year, code, one.name, one.sha256)
    return tuple(added), tuple(told)


def detach(file: DataFile, evidence: Sequence[Evidence]) -> None:
    """Take evidence away, as one deed."""
    what = evidence[0].name if len(evidence) == 1 else f"{len(evidence)} ไฟล์"
    with file.deed(f"นำหลักฐานออก {what}"):
        for one in evidence:
            table.remove_evidence(file, one.id)


def move(file: DataFile, evidence: Sequence[Evidence], code: str) -> None:
    """Let evidence prove another item, as one deed.

    Raises ClerkError, with nothing changed, where that item has one of the files already.
    """
    moved = [one for one in evidence if one.code != code]
    if not moved:
        return
    there = {
        one.sha256 for one in table.evidence_of(file, moved[0].fiscal_year) if one.code == code
    }
    where = place_in(file, code)
    for one in moved:
        if one.sha256 in there:
            raise ClerkError(f"ย้าย {one.name} ไม่ได้ เพราะมีไฟล์เดียวกันนี้แล้ว ({where}) กรุณานำไฟล์ที่ซ้ำออก")
        there.add(one.sha256)
    what = moved[0].name if len(moved) == 1 else f"{len(moved)} ไฟล์"
    with file.deed(f"ย้ายหลักฐาน {what} ไปที่{where}"):
        for one in moved:
            table.move_evidence(file, one.id, code)


def much_evidence(file: DataFile) -> str:
    """Return the warning about a data file that grows too large; empty below the limit."""
    stored = table.stored_bytes(file)
    if stored <= MUCH:
        return ""
    return (
        f"หลักฐานในไฟล์ข้อมูลรวมกัน {in_megabytes(stored)} เกิน {in_megabytes(MUCH)}"
        " การสำรองข้อมูลจะช้าลง กรุณาแนบเฉพาะไฟล์ที่จำเป็นและลดขนาดไฟล์"
    )


def write_out(path: Path, data: bytes) -> Path:
    """Write the bytes of evidence to a file, whole, and return where. Raises MachineError."""
    return write_whole_or_beside(path, data)


def place(code: str, row: str = "") -> str:
    """Return what evidence proves, in running text: "ข้อ o12", "ทั้งปี", a step's report.

    ``row``: the words for the row that the code names; empty where it is not known.
    """
    if code == WHOLE_YEAR:
        return "ทั้งปี"
    if (found := row_of_code(code)) is None:
        return f"ข้อ {code}"
    return f"{row or _ANY[found[0]]} รอบ {round_of_code(code)} เดือน"


_ANY = {
    "step": "ขั้นตอนของมาตรการ",
    "measure": "มาตรการ",
    "treatment": "มาตรการควบคุมความเสี่ยง",
    "project": "โครงการของแผน",
}


_SHORT = {
    Kind.STEP: "ขั้นตอน",
    Kind.MEASURE: "มาตรการ",
    Kind.TREATMENT: "มาตรการควบคุม",
    Kind.PROJECT: "โครงการ",
}

MOST_REPORTS = 100
"""Rows whose reports are offered at once; a year may have thousands."""


def report_places(
    tracker: Tracker, processes: Iterable[Process], code: str, projects: Iterable[Placed] = ()
) -> tuple[tuple[str, str], ...]:
    """Return the reports that evidence may prove instead, as codes and words.

    Those of the topic, or of the process with risks, that ``code`` belongs to, or the ``projects``
    of the plan; of another code those of all, where they are not too many to choose from.
    """
    row = row_of_code(code)
    of_plan = {("project", one.project.id): _project_words(one) for one in projects}
    groups = (*map(_rows_of, tracker.topics), *map(_treatments_of, processes), of_plan)
    rows = [pair for group in groups if row is None or row in group for pair in group.items()]
    if row is None and len(rows) > MOST_REPORTS:
        return ()
    return tuple(
        (report_code(*row, months), f"รอบ {months} เดือน {words}")
        for row, words in rows
        for months in ROUNDS
    )


def _rows_of(topic: Topic) -> dict[tuple[str, int], str]:
    """Return the measures and steps of a topic in words, in order."""
    rows: dict[tuple[str, int], str] = {}
    for measure in topic.measures:
        rows["measure", measure.id] = f"มาตรการ {quoted(measure_name(topic, measure))}"
        for step in measure.steps:
            rows["step", step.id] = f"ขั้นตอน {quoted(step_name(topic, measure, step))}"
    return rows


def _treatments_of(process: Process) -> dict[tuple[str, int], str]:
    """Return the treatments of a process in words, in order."""
    return {
        ("treatment", one.id): f"มาตรการควบคุม {quoted(treatment_name(process, one))}"
        for one in process.treatments
    }


def _project_words(one: Placed) -> str:
    return f"โครงการที่ {one.number} {quoted(one_line(one.project.name))}"


def place_in(file: DataFile, code: str) -> str:
    """Return what evidence proves; a row by its words, one that is gone as that."""
    if (found := row_of_code(code)) is None:
        return place(code)
    kind, number = Kind(found[0]), found[1]
    words = _SHORT[kind]
    text = text_of(file, kind, number)
    if text is None:
        return place(code, f"{words}ที่ลบไปแล้ว")
    return place(code, f"{words} {quoted(text)}" if text else "")
