"""A long text as a PDF: against the bare loop of the libraries, and against LibreOffice.

The text is that of a published five-year plan where the papers lie beside the checkout, else our
own, as long.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.comparison import Comparison
from bench.documents import OFF_LINE
from bench.processes import ROOT, Run, measure_in_turn, python

PUBLISHED = ROOT.parent / "shared" / "seeds"
LETTERS = 130_000
OWN = (
    "เทศบาลตำบลตัวอย่างจัดทำแผนปฏิบัติการป้องกันการทุจริต เพื่อยกระดับคุณธรรมและความโปร่งใสในการดำเนินงาน "
    "ทุกหน่วยงานในสังกัดรายงานผลการดำเนินงานทุก ๖ เดือน และเปิดเผยผลต่อประชาชนทางเว็บไซต์ของหน่วยงาน\n"
)


def running_text(folder: Path, runs: int) -> list[Comparison]:
    """Compare one process, and making the same paper again in the same process."""
    text = folder / "plan.txt"
    published = sorted(PUBLISHED.glob("004_*.txt"))
    own = OWN * (LETTERS // len(OWN))
    text.write_text(published[0].read_text("utf-8") if published else own, "utf-8")
    pdf = folder / "plan.pdf"
    made = python("-m", "bench.set_text", "paper", text, pdf)
    bare, paper = measure_in_turn(
        python("-m", "bench.set_text", "bare", text, pdf), made, OFF_LINE, runs
    )
    found = [comparison("long text as PDF, to the bare loop", bare, paper, aim=1.2, limit=1.5)]
    if (office := shutil.which("soffice")) is not None and converts(office, text, folder):
        convert = conversion(office, text, folder)
        theirs, ours = measure_in_turn(convert, made, OFF_LINE, max(3, runs // 3))
        found.append(comparison("the same, to LibreOffice", theirs, ours, aim=0.8, limit=1.0))
    else:
        print("LibreOffice Writer is not here: not compared with it.", file=sys.stderr)
    first, second = _twice(text, pdf, runs)
    found.append(
        Comparison("the paper made again, to the first", "s", first, second, aim=0.2, limit=1 / 3)
    )
    return found


def comparison(
    name: str, yardstick: list[Run], program: list[Run], *, aim: float, limit: float
) -> Comparison:
    """Return how long runs of two commands took beside each other."""
    return Comparison(
        name,
        "s",
        tuple(run.seconds for run in yardstick),
        tuple(run.seconds for run in program),
        aim=aim,
        limit=limit,
    )


def conversion(office: str, text: Path, folder: Path) -> list[str]:
    """Return the command line by which LibreOffice makes a PDF of a plain text."""
    return [
        *(office, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--headless", "--infilter=Text (encoded):UTF8", "--convert-to", "pdf"),
        *("--outdir", str(folder / "office"), str(text)),
    ]


def converts(office: str, text: Path, folder: Path) -> bool:
    """Tell whether this LibreOffice has the part that sets text."""
    subprocess.run(conversion(office, text, folder), capture_output=True, check=False)
    return (folder / "office" / f"{text.stem}.pdf").is_file()


def _twice(text: Path, pdf: Path, runs: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    pairs: list[list[float]] = []
    for _ in range(max(3, runs // 3)):
        command = python("-m", "bench.set_text", "twice", text, pdf)
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        pairs.append(json.loads(done.stdout))
    return tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
